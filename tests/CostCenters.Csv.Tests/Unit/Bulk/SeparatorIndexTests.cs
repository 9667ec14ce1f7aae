using System.Text;
using CostCenters.Csv.Bulk;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public class SeparatorIndexTests
{
    [Fact]
    public void Build_QuotedCommasAndLines_AreNoSeparators()
    {
        SeparatorIndex index = Build("a,\"b,\n\"\"c\"\n", ScanWidth.Plain);

        Assert.Equal([-1, 1, 10], index.Positions[..3]);
        Assert.Equal(new Segment(1, 3, 1), Assert.Single(index.Segments));
        Assert.Equal((11, 2L), (index.RowsEnd, index.Lines));
    }

    [Fact]
    public void Build_QuoteInsideACell_BreaksItsLineAlone()
    {
        SeparatorIndex index = Build("a,b\nc\"d,\"e\nf,g\nh", ScanWidth.Plain);

        Assert.Equal([new RowSpan(4, 11)], index.Broken);
        Assert.Equal([new Segment(1, 3, 1), new Segment(4, 6, 1)], index.Segments);
        Assert.Equal([-1, 1, 3, 10, 12, 14], index.Positions[..6]);
        Assert.Equal((15, 3L), (index.RowsEnd, index.Lines));
    }

    [Theory]
    [InlineData(ScanWidth.Bits256)]
    [InlineData(ScanWidth.Bits512)]
    [InlineData(ScanWidth.Widest)]
    public void Build_AnyWidth_FindsTheSame(object width)
    {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++)
        {
            string letters = random.Next(2) == 0 ? "ab,\n\"\r" : "abcdefgh,,,\n\"\"\0é";
            string text = new(random.GetItems(letters.ToCharArray(), random.Next(300)));

            Assert.Equal(Told(Build(text, ScanWidth.Plain)), Told(Build(text, (ScanWidth)width)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_OtherDelimiter_CommasAreText(int width)
    {
        SeparatorIndex index = Build("a,b;\"c;d\"\n", (ScanWidth)width, (byte)';');

        Assert.Equal([-1, 3, 9], index.Positions[..3]);
    }

    private static SeparatorIndex Build(string text, ScanWidth width, byte delimiter = (byte)',')
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. new byte[64]];
        var index = new SeparatorIndex(width);
        index.Build(bytes, 0, bytes.Length - 64, delimiter);
        return index;
    }

    private static string Told(SeparatorIndex index) => string.Join(
        ' ',
        [
            .. index.Segments.Select(segment =>
                $"{segment} {string.Join(',', index.Positions[(segment.First - 1)..segment.End])}"),
            .. index.Broken.Select(row => row.ToString()),
            $"{index.RowsEnd} {index.Lines} {index.HasOddBytes}",
        ]);
}
