using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>The rows of a file that has the columns of the contract under names of its own.</summary>
/// <remarks>
/// Ragged rows are told to the log and counted here; blank and all-empty rows are passed over.
/// </remarks>
internal sealed class RowReader : TableRows
{
    private readonly FileRows file;
    private readonly HeaderMap header;
    private readonly ImportLog log;
    private readonly byte[][] absentTokens;
    private readonly MovedHeader moved;
    private DirectionWatch? watch;

    private RowReader(
        FileRows file,
        HeaderMap header,
        MovedHeader moved,
        byte[][] absentTokens,
        DirectionWatch? watch,
        ImportLog log)
    {
        this.moved = moved;
        this.watch = watch;
        this.file = file;
        this.header = header;
        this.absentTokens = absentTokens;
        this.log = log;
        HeaderLine = file.Line;
    }

    /// <summary>Where the columns stand.</summary>
    public HeaderMap Header => header;

    public override bool HasWatched => watch is null;

    public override long HeaderLine { get; }

    public override byte Delimiter => file.Delimiter;

    /// <summary>Reads the header; null when it stops the file.</summary>
    public static RowReader? Create(FileRows file, RowSchema schema, ImportProfile profile, ImportLog log)
    {
        string[] names = [];
        HeaderMap? header = file.ReadHeader() ? ReadHeader(file, schema, profile, log, out names) : null;
        if (header is null)
        {
            file.Dispose();
            return null;
        }

        return new RowReader(
            file,
            header,
            new MovedHeader(names),
            [.. profile.AbsentTokens.Select(Encoding.UTF8.GetBytes)],
            schema.Columns.Contains("amount") ? new DirectionWatch(header.Ignored) : null,
            log);
    }

    public override bool Read()
    {
        moved.Look(file.Cell, file.CellCount, log);
        while (file.Read())
        {
            if (!file.IsEmptyFrom(0) && BeginRow())
            {
                Watch(isEnd: false);
                return true;
            }

            moved.Look(file.Cell, file.CellCount, log);
        }

        Watch(isEnd: true);
        return false;
    }

    public override ReadOnlySpan<byte> Cell(int column)
    {
        int position = header.Positions[column];
        if (position == HeaderMap.Absent)
        {
            return default;
        }

        ReadOnlySpan<byte> cell = file.Cell(position);
        foreach (byte[] token in absentTokens)
        {
            if (cell.SequenceEqual(token))
            {
                return default;
            }
        }

        return cell;
    }

    public override void Dispose() => file.Dispose();

    private void Watch(bool isEnd)
    {
        if (watch is null)
        {
            return;
        }

        if (!isEnd)
        {
            watch.See(file);
        }

        if (isEnd || watch.IsDone)
        {
            watch.Tell(log);
            watch = null;
        }
    }

    private static HeaderMap? ReadHeader(
        FileRows file, RowSchema schema, ImportProfile profile, ImportLog log, out string[] names)
    {
        names = [];
        if (!file.HasHeaderWithinLimits())
        {
            return null;
        }

        names = new string[file.CellCount];
        for (int cell = 0; cell < names.Length; cell++)
        {
            names[cell] = Encoding.UTF8.GetString(file.Cell(cell));
        }

        return HeaderMap.Create(names, file.Line, file.Delimiter, schema, profile, log);
    }

    /// <summary>Begins a row; false when it is ragged, which is told.</summary>
    private bool BeginRow()
    {
        log.BeginRow(file.Line);
        if (file.CellCount >= header.CellCount && file.IsEmptyFrom(header.CellCount))
        {
            return true;
        }

        TellRagged(log, header.CellCount, file.CellCount);
        log.EndRow();
        return false;
    }

    /// <summary>Tells that a row has another number of cells than the header.</summary>
    public static void TellRagged(ImportLog log, int expected, int came) =>
        log.Fault(
            ImportIssueCode.RaggedRow,
            null,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The header has {expected} cells, the row {came}. Quote cells with delimiters."));
}
