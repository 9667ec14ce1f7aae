using System.Text;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public class SingleByteTextTests
{
    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    [InlineData("iso-8859-15")]
    [InlineData("windows-1250")]
    [InlineData("windows-1253")]
    [InlineData("ibm850")]
    [InlineData("us-ascii")]
    public void Transcode_AnyBytes_IsTheirText(string name)
    {
        Encoding encoding = FileEncoding.Find(name);
        SingleByteText text = SingleByteText.Find(encoding)!;
        byte[] bytes = [.. Enumerable.Range(0, 256).Concat(Enumerable.Range(0, 256).Reverse()).Select(i => (byte)i)];
        byte[] transcoded = text.Transcode(bytes);

        // What is no text is a NUL in either reader, and rejects its row.
        Assert.Equal(
            encoding.GetString(bytes).Replace(FileEncoding.Undecodable, "\0", StringComparison.Ordinal),
            Encoding.UTF8.GetString(transcoded));
        Assert.Equal(bytes.Length, SingleByteText.CharactersOf(transcoded));
        Assert.InRange(transcoded.Length, bytes.Length, SingleByteText.MostBytes(bytes));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("shift_jis")]
    [InlineData("ibm037")] // Other characters in place of ASCII.
    public void Find_EncodingOfMoreBytesOrWithoutAscii_HasNone(string name) =>
        Assert.Null(SingleByteText.Find(FileEncoding.Find(name)));
}
