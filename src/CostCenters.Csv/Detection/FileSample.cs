using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Detection;

/// <summary>The first bytes of a file, and what they say about its kind.</summary>
internal sealed class FileSample
{
    private static readonly (byte[] Start, string Kind)[] Kinds =
    [
        ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook (xlsx) or another ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (xls)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
    ];

    private static readonly (string Start, string Kind)[] TextKinds =
    [
        ("<!doctype html", "a web page (HTML)"),
        ("<html", "a web page (HTML)"),
        ("<table", "a web page (HTML)"),
        ("<?xml", "an XML document"),
        ("{", "a JSON document"),
        ("[{", "a JSON document"),
    ];

    private FileSample(byte[] bytes, bool isWhole)
    {
        Bytes = bytes;
        IsWhole = isWhole;
    }

    public byte[] Bytes { get; }

    /// <summary>Whether these are all bytes of the file.</summary>
    public bool IsWhole { get; }

    /// <summary>Reads the first bytes of an input.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileSample Read(CsvInput input, int bytes)
    {
        if (input.Text is TextReader text)
        {
            char[] characters = new char[bytes];
            int count = text.ReadBlock(characters);
            return new(Encoding.UTF8.GetBytes(characters, 0, count), count < bytes || text.Peek() < 0);
        }

        if (input.Stream is Stream given)
        {
            return Read(given, bytes);
        }

        using FileStream file = File.OpenRead(input.Path!);
        return Read(file, bytes);
    }

    /// <summary>What the file is, if that is no text.</summary>
    public string? FindKind()
    {
        foreach ((byte[] start, string kind) in Kinds)
        {
            if (Bytes.AsSpan().StartsWith(start))
            {
                return kind;
            }
        }

        string begin = Encoding.Latin1.GetString(Bytes, 0, Math.Min(Bytes.Length, 1_000))
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        foreach ((string start, string kind) in TextKinds)
        {
            if (begin.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return begin.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "a web page (HTML)" : null;
    }

    private static FileSample Read(Stream stream, int bytes)
    {
        byte[] buffer = new byte[bytes + 1];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return new(buffer[..Math.Min(length, bytes)], length <= bytes);
    }
}
