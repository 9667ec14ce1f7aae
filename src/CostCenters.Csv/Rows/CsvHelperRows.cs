using System.Globalization;
using CsvHelper;

namespace CostCenters.Csv.Rows;

/// <summary>Splits framed rows into cells. The only place that knows the splitting library's reader.</summary>
/// <remarks>
/// The framer has settled where rows end and which are broken, so every leniency that could join, drop or
/// change a row is off: an empty row is a row of one empty cell, and a malformed one would throw.
/// </remarks>
internal sealed class CsvHelperRows : IDisposable
{
    private const byte Nul = 0;
    private const byte CarriageReturn = (byte)'\r';

    private readonly CsvReaderOptions options;
    private CsvReader? reader;
    private bool hasReturns;

    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="hasQuotes">Whether quotes enclose cells; else they are text.</param>
    public CsvHelperRows(char delimiter, bool hasQuotes = true) => options = OptionsFor(delimiter, hasQuotes);

    /// <summary>The cells of the current row.</summary>
    public int CellCount => reader!.FieldCount;

    /// <summary>Goes over to the rows of the framer's current block.</summary>
    public void Open(RowFramer framer)
    {
        reader?.Dispose();
        reader = CsvReader.Create(framer.Block, options);
        hasReturns = framer.BlockHasReturns;
        if (framer.BlockHasExtraRow)
        {
            reader.Read();
        }
    }

    public bool Read() => reader!.Read();

    /// <summary>A cell of the current row, unquoted, as UTF-8; valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Cell(int index)
    {
        ReadOnlySpan<byte> cell = reader!.GetSpan(index);
        if (!hasReturns || !cell.Contains(Nul))
        {
            return cell;
        }

        byte[] restored = cell.ToArray();
        restored.AsSpan().Replace(Nul, CarriageReturn);
        return restored;
    }

    public void Dispose() => reader?.Dispose();

    private static CsvReaderOptions OptionsFor(char delimiter, bool hasQuotes) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        Mode = hasQuotes ? CsvMode.Rfc4180 : CsvMode.NoEscape,
        Quote = '"',
        Escape = '\\',
        FieldWidths = null,
        AllowLineBreaksInQuotes = true,
        SkipEmptyLines = false,
        CommentPrefix = null,
        TrimWhitespace = false,
        TrimInsideQuotes = false,
        WhitespaceCharacters = " \t",
        MaxRecordSize = null,
        TrackLineNumbers = false,
        IncludeValuesInExceptions = false,
        NormalizeHeaderName = null,
        ShouldSkipRecord = null,
        OnRecordError = null,
        NullValues = null,
        TrueValues = null,
        FalseValues = null,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MissingField = CsvMissingFieldHandling.Throw,
        OnMalformedRecord = null,
        DetectSeparatorHint = false,
        Encoding = null,
        FormatProvider = CultureInfo.InvariantCulture,
        PoolStrings = false,
        BufferSize = 64 * 1024,
    };
}
