using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CsvHelper;
using NodaTime;

namespace CostCenters.Csv.Rows;

/// <summary>Writes rows by the contract. The only place that knows the splitting library's writer.</summary>
/// <remarks>UTF-8 without byte order mark, LF, quotes only where RFC 4180 needs them, no culture.</remarks>
internal sealed class RowWriter : IDisposable
{
    private readonly CsvWriter writer;

    /// <summary>Begins a table with its header.</summary>
    public RowWriter(Stream stream, IEnumerable<string> columns, bool leaveOpen = false, char separator = ',')
    {
        writer = CsvWriter.Create(stream, OptionsOf(separator), leaveOpen);
        foreach (string column in columns)
        {
            writer.WriteField(column);
        }

        writer.EndRecord();
    }

    /// <summary>Cells as they stand in a table, quoted where they need it, each with a line end.</summary>
    /// <exception cref="ArgumentException">A text has a NUL or half a character.</exception>
    public static byte[][] CellsOf(IEnumerable<string> texts, char separator)
    {
        using var stream = new MemoryStream();
        using var rows = new RowWriter(stream, [""], leaveOpen: true, separator);
        rows.writer.Flush();
        var cells = new List<byte[]>();
        foreach (string text in texts)
        {
            stream.SetLength(0);
            rows.Code(text);
            rows.EndRow();
            rows.writer.Flush();
            cells.Add(stream.ToArray());
        }

        return [.. cells];
    }

    /// <summary>A code, version or other text that stands as it is; null for an empty cell.</summary>
    /// <exception cref="ArgumentException">The text has a NUL or half a character; no reader takes that.</exception>
    public void Code(string? text)
    {
        if (text is not null && (text.Contains('\0', StringComparison.Ordinal) || !IsWhole(text)))
        {
            throw new ArgumentException("A text with a NUL or half a surrogate pair cannot be written.", nameof(text));
        }

        writer.WriteField(text);
    }

    /// <summary>A name or free text, kept from being run as a formula; null for an empty cell.</summary>
    /// <exception cref="ArgumentException">The text has a NUL or half a character.</exception>
    public void Text(string? text) => Code(text is null ? null : TextCell.Neutralize(text));

    /// <summary>A count of 10^-scale, with all its decimals; null for an empty cell.</summary>
    public void Number(long? count, int scale)
    {
        Span<byte> text = stackalloc byte[NumberCell.LongestText];
        int length = count is long number ? NumberCell.Format(number, scale, text) : 0;
        writer.WriteField((ReadOnlySpan<byte>)text[..length]);
    }

    /// <summary>An amount with all its decimals.</summary>
    public void Amount(decimal amount, int digits)
    {
        // A decimal of magnitude 0 may carry a sign, which a reader would take for a fault.
        decimal unsigned = amount == 0m ? 0m : amount;
        writer.WriteField(unsigned.ToString($"F{digits}", CultureInfo.InvariantCulture));
    }

    /// <summary>A date, or null for an empty cell.</summary>
    public void Date(LocalDate? date)
    {
        Span<byte> text = stackalloc byte[DateCell.IsoLength];
        if (date is LocalDate day)
        {
            DateCell.FormatIso(day, text);
        }

        writer.WriteField(date is null ? default(ReadOnlySpan<byte>) : text);
    }

    /// <summary>A whole row of texts that stand as they are.</summary>
    /// <exception cref="ArgumentException">A text has a NUL or half a character.</exception>
    public void Row(IEnumerable<string?> cells)
    {
        foreach (string? cell in cells)
        {
            Code(cell);
        }

        EndRow();
    }

    /// <summary>Ends the row, which must have as many cells as the header.</summary>
    public void EndRow() => writer.EndRecord();

    public void Dispose() => writer.Dispose();

    private static CsvWriterOptions OptionsOf(char separator) => new()
    {
        Mode = CsvMode.Rfc4180,
        Separator = separator,
        HasHeader = false,
        Quoting = CsvQuoting.WhenNeeded,
        ShouldQuote = null,
        NullValue = null,
        TrueValue = "true",
        FalseValue = "false",
        NewLine = "\n",
        CommentPrefix = null,
        Injection = CsvInjection.None,
        InjectionCharacters = "=+-@\t\r",
        InjectionEscape = '\'',
        Escape = '\\',
        FieldWidths = null,
        ValidateFieldCount = true,
        FormatProvider = CultureInfo.InvariantCulture,
        WriteByteOrderMark = false,
        BufferSize = 64 * 1024,
    };

    private static bool IsWhole(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (!Rune.TryGetRuneAt(text, index, out _))
                {
                    return false;
                }

                index++;
            }
        }

        return true;
    }
}
