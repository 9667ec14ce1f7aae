using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using NodaTime;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>The current row of a foreign file, as sources and tests see it.</summary>
internal sealed class ForeignRow
{
    private const int MostCodesKept = 100_000;

    private readonly FileRows file;
    private readonly FileShape shape;
    private readonly byte[][] absentTokens;
    private readonly DateCell dates;
    private readonly List<byte[]> sections = [];
    private readonly Dictionary<string, byte[]> metadata = [];
    private readonly Dictionary<string, string> originals = [];
    private SavedRow? saved;
    private byte[] scratch = new byte[1024];
    private int used;

    public ForeignRow(FileRows file, ImportProfile profile)
    {
        this.file = file;
        shape = profile.Settings.Shape;
        absentTokens = [.. profile.AbsentTokens.Select(Encoding.UTF8.GetBytes)];
        dates = new DateCell(profile.Settings.DatePatterns);
        Offset = shape.IsFramed ? 1 : 0;
    }

    /// <summary>The number of cells, without the frame.</summary>
    public int CellCount => saved?.Cells.Length ?? Math.Max(0, file.CellCount - (2 * Offset));

    /// <summary>The line where the row starts.</summary>
    public long Line => saved?.Line ?? file.Line;

    /// <summary>Whether the row stands between delimiters, as the rows of a framed list do.</summary>
    public bool HasFrame => saved?.HasFrame
        ?? (file.CellCount > 2 && file.Cell(0).IsEmpty && file.Cell(file.CellCount - 1).IsEmpty);

    /// <summary>The period column whose cell is a row of its own; null without such columns.</summary>
    public PeriodHeading? Period { get; set; }

    /// <summary>The faults that sources found since <see cref="Clear"/>.</summary>
    public List<(string Code, string Value, string Message)> Faults { get; } = [];

    /// <summary>Pairs of codes that differ by their form alone, with the first line of the second.</summary>
    public List<(string First, string Second, long Line)> MergedCodes { get; } = [];

    /// <summary>The number of cells in front of the first column.</summary>
    private int Offset { get; }

    /// <summary>Frees the texts that were kept, and forgets the faults.</summary>
    public void Clear()
    {
        used = 0;
        Faults.Clear();
    }

    /// <summary>A cell; empty beyond the last one, and where it stands for an empty one.</summary>
    public ReadOnlySpan<byte> Cell(int position)
    {
        if (position >= CellCount)
        {
            return default;
        }

        if (saved is not null)
        {
            return saved.Cells[position];
        }

        ReadOnlySpan<byte> cell = file.Cell(position + Offset);
        cell = shape.TrimsCells ? Trim(cell) : cell;
        foreach (byte[] token in absentTokens)
        {
            if (cell.SequenceEqual(token))
            {
                return default;
            }
        }

        return cell;
    }

    /// <summary>Whether the row is blank, or all of its cells are empty.</summary>
    public bool IsBlank => IsEmptyFrom(0)
        && (!shape.IsFramed || HasFrame || (saved is null && ForeignRow.Trim(file.Cell(0)).IsEmpty));

    /// <summary>Whether nothing stands in the cells from one on.</summary>
    public bool IsEmptyFrom(int position)
    {
        while (position < CellCount && Cell(position).IsEmpty)
        {
            position++;
        }

        return position >= CellCount;
    }

    /// <summary>Shows a row that was saved, or the current one of the file.</summary>
    public void Show(SavedRow? other) => saved = other;

    /// <summary>Keeps the row beyond the next one.</summary>
    public SavedRow Save()
    {
        byte[][] cells = new byte[CellCount][];
        for (int position = 0; position < cells.Length; position++)
        {
            cells[position] = Cell(position).ToArray();
        }

        return new SavedRow(cells, Line, HasFrame);
    }

    /// <summary>How many cells are filled.</summary>
    public int FilledCount()
    {
        int filled = 0;
        for (int position = 0; position < CellCount; position++)
        {
            filled += Cell(position).IsEmpty ? 0 : 1;
        }

        return filled;
    }

    /// <summary>The label of an open section; level 0 is the innermost, 1 the outermost.</summary>
    public ReadOnlySpan<byte> Section(int level)
    {
        int index = level == 0 ? sections.Count - 1 : level - 1;
        return index >= 0 && index < sections.Count ? sections[index] : default;
    }

    /// <summary>The labels of the open sections, the outermost first.</summary>
    public IList<byte[]> Sections => sections;

    public ReadOnlySpan<byte> Metadata(string name) => metadata.TryGetValue(name, out byte[]? text) ? text : default;

    public bool HasMetadata(string name) => metadata.ContainsKey(name);

    public void SetMetadata(string name, string text) => metadata[name] = Encoding.UTF8.GetBytes(text);

    /// <summary>What stands at a place of the heading of the current period column.</summary>
    public ReadOnlySpan<byte> Heading(string place) =>
        Period?.Places.TryGetValue(place, out string? text) == true ? Keep(text) : default;

    /// <summary>Keeps a text until the next <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Keep(string text)
    {
        Span<byte> destination = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(text, destination);
        used += length;
        return destination[..length];
    }

    /// <summary>Keeps bytes until the next <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        used += text.Length;
        return scratch.AsMemory(used - text.Length, text.Length);
    }

    /// <summary>Tells that no text can be given; always an empty one.</summary>
    public ReadOnlySpan<byte> Fault(string code, string value, string message)
    {
        Faults.Add((code, value, message));
        return default;
    }

    /// <summary>A date by the patterns of the profile, or null.</summary>
    public LocalDate? ReadDate(string text) =>
        dates.TryRead(Encoding.UTF8.GetBytes(text), DateCell.LastYear, out LocalDate date) ? date : null;

    /// <summary>A date and time by the patterns of the profile, or null.</summary>
    public LocalDateTime? ReadMoment(string text) => dates.ReadMoment(text);

    /// <summary>Notes a code and its normal form, to tell those which differ by their form alone.</summary>
    public void NoteNormalized(string code, string normalized)
    {
        if (!originals.TryGetValue(normalized, out string? first))
        {
            if (originals.Count < MostCodesKept)
            {
                originals.Add(normalized, code);
            }
        }
        else if (first != code && MergedCodes.TrueForAll(pair => pair.Second != code) && MergedCodes.Count < 20)
        {
            MergedCodes.Add((first, code, Line));
        }
    }

    /// <summary>The text without white space around it, no-break spaces included.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> trimmed = text.Trim(" \t\r\n"u8);
        if (trimmed.IsEmpty || ((trimmed[0] | trimmed[^1]) & 0x80) == 0)
        {
            return trimmed;
        }

        while (Rune.DecodeFromUtf8(trimmed, out Rune first, out int length) == 0 && Rune.IsWhiteSpace(first))
        {
            trimmed = trimmed[length..];
        }

        while (Rune.DecodeLastFromUtf8(trimmed, out Rune last, out int length) == 0 && Rune.IsWhiteSpace(last))
        {
            trimmed = trimmed[..^length];
        }

        return trimmed;
    }

    private Span<byte> Reserve(int length)
    {
        if (scratch.Length - used < length)
        {
            // What was kept before stays where it is: its array lives as long as someone looks at it.
            scratch = new byte[Math.Max(scratch.Length * 2, length)];
            used = 0;
        }

        return scratch.AsSpan(used);
    }
}
