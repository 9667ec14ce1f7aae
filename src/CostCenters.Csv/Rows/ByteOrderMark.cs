using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Finds the encoding of a stream by its byte order mark.</summary>
internal static class ByteOrderMark
{
    private const int Longest = 3;

    /// <summary>The encoding of the mark, or else the one given; the stream starts at its first byte again.</summary>
    public static (Encoding Encoding, Stream Stream) Find(Stream stream, bool leaveOpen, Encoding otherwise)
    {
        byte[] start = new byte[Longest];
        int length = stream.ReadAtLeast(start, Longest, throwOnEndOfStream: false);
        Encoding encoding = start.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => FileEncoding.Find("utf-8"),
            [0xFF, 0xFE, ..] => FileEncoding.Find("utf-16"),
            [0xFE, 0xFF, ..] => FileEncoding.Find("utf-16BE"),
            _ => otherwise,
        };
        return (encoding, new ReplayedStream(start.AsMemory(0, length), stream, leaveOpen));
    }
}
