using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Reads the rows of one file by the contract's rules and hands out those that hold together.</summary>
/// <remarks>
/// Ragged, badly quoted and badly encoded rows are told to the log and counted here; blank and all-empty rows
/// are passed over. Every row that <see cref="Read"/> returns is begun in the log and must be ended there.
/// </remarks>
internal sealed class RowReader : IDisposable
{
    private readonly Utf8Source source;
    private readonly RowFramer framer;
    private readonly CsvHelperRows rows;
    private readonly HeaderMap header;
    private readonly ImportLog log;
    private readonly byte[]?[] constants;
    private readonly byte[][] absentTokens;
    private int rowsLeft;

    private RowReader(
        Utf8Source source, RowFramer framer, CsvHelperRows rows, HeaderMap header, long headerLine,
        byte[]?[] constants, byte[][] absentTokens, ImportLog log)
    {
        this.source = source;
        this.framer = framer;
        this.rows = rows;
        this.header = header;
        HeaderLine = headerLine;
        this.constants = constants;
        this.absentTokens = absentTokens;
        this.log = log;
    }

    /// <summary>Opens an input; null when it is missing or its header stops it.</summary>
    public static RowReader? Open(
        CsvInput input,
        RowSchema schema,
        ImportProfile profile,
        ImportLog log,
        CancellationToken cancellation = default) =>
        input switch
        {
            { Path: string path } => OpenFile(path, input.RequiresFile, schema, profile, log, cancellation),
            { Stream: Stream stream } => Open(
                new Utf8Source(stream, profile.Settings.Encoding, leaveOpen: true, cancellation), schema, profile, log),
            _ => Open(new Utf8Source(input.Text!, leaveOpen: true, cancellation), schema, profile, log),
        };

    /// <summary>Where the columns stand.</summary>
    public HeaderMap Header => header;

    /// <summary>The line where the header starts: behind a line <c>sep=</c> and the preamble.</summary>
    public long HeaderLine { get; }

    /// <summary>What stands between cells.</summary>
    public byte Delimiter => framer.Delimiter;

    /// <summary>Goes on to the next row that holds together; false at the end or when the file is stopped.</summary>
    public bool Read()
    {
        while (true)
        {
            while (rowsLeft > 0)
            {
                long line = framer.BlockLines[^rowsLeft--];
                if (!rows.Read())
                {
                    throw new InvalidOperationException("The splitter found fewer rows than the framer.");
                }

                if (!IsEmptyFrom(0) && BeginRow(line))
                {
                    return true;
                }
            }

            FrameKind kind = framer.Next();
            if (kind == FrameKind.Rows)
            {
                rows.Open(framer);
                rowsLeft = framer.BlockLines.Count;
            }
            else if (kind is FrameKind.BadQuoting or FrameKind.BadEncoding)
            {
                TellBrokenRow(kind);
            }
            else
            {
                TellTooLong(kind, framer, log);
                return false;
            }
        }
    }

    /// <summary>A cell of the current row by its column in the schema; empty where the file has none.</summary>
    public ReadOnlySpan<byte> Cell(int column)
    {
        if (constants[column] is byte[] constant)
        {
            return constant;
        }

        int position = header.Positions[column];
        if (position == HeaderMap.Absent)
        {
            return default;
        }

        ReadOnlySpan<byte> cell = rows.Cell(position);
        foreach (byte[] token in absentTokens)
        {
            if (cell.SequenceEqual(token))
            {
                return default;
            }
        }

        return cell;
    }

    public void Dispose()
    {
        rows.Dispose();
        source.Dispose();
    }

    private static RowReader? OpenFile(
        string path,
        bool requiresFile,
        RowSchema schema,
        ImportProfile profile,
        ImportLog log,
        CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            log.Stop(
                ImportIssueCode.MissingFile, null, null, null, "The file does not exist. Add it, or correct its name.");
            return null;
        }

        if (requiresFile && FileKinds.IsNoFile(path))
        {
            log.Stop(ImportIssueCode.UnreadableFile, null, null, null, FileKinds.NoFile);
            return null;
        }

        return Open(
            new Utf8Source(File.OpenRead(path), profile.Settings.Encoding, leaveOpen: false, cancellation),
            schema,
            profile,
            log);
    }

    private static RowReader? Open(Utf8Source source, RowSchema schema, ImportProfile profile, ImportLog log)
    {
        var framer = new RowFramer(source, profile.Delimiter, profile.MaximumRowLength);
        CsvHelperRows? rows = null;
        HeaderMap? header = null;
        long line = 1;
        if (HeaderStart.TryReach(framer, source, profile, log))
        {
            line = framer.Line;
            FrameKind kind = framer.Next(maximumRows: 1);
            rows = new CsvHelperRows((char)framer.Delimiter);
            header = framer.EndsWithReturnsAlone
                ? HeaderStart.TellReturnsAlone(log)
                : kind == FrameKind.Rows
                ? ReadHeader(rows, framer, line, schema, profile, log)
                : HeaderStart.TellBroken(kind, line, log);
        }

        if (header is null)
        {
            rows?.Dispose();
            source.Dispose();
            return null;
        }

        return new RowReader(
            source,
            framer,
            rows!,
            header,
            line,
            [.. schema.Columns.Select(name =>
                profile.Constants.TryGetValue(name, out string? text) ? Encoding.UTF8.GetBytes(text) : null)],
            [.. profile.AbsentTokens.Select(Encoding.UTF8.GetBytes)],
            log);
    }

    private static HeaderMap? ReadHeader(
        CsvHelperRows rows, RowFramer framer, long line, RowSchema schema, ImportProfile profile, ImportLog log)
    {
        rows.Open(framer);
        rows.Read();
        if (rows.CellCount > HeaderMap.MostCells)
        {
            HeaderMap.TellTooMany(rows.CellCount, line, log);
            return null;
        }

        string[] names = new string[rows.CellCount];
        for (int cell = 0; cell < names.Length; cell++)
        {
            names[cell] = Encoding.UTF8.GetString(rows.Cell(cell));
        }

        return HeaderMap.Create(names, line, schema, profile, log);
    }

    private static void TellTooLong(FrameKind kind, RowFramer framer, ImportLog log)
    {
        if (kind == FrameKind.TooLong)
        {
            log.Stop(
                ImportIssueCode.RowTooLong,
                framer.FaultLine,
                null,
                null,
                "The row is longer than the profile's limit; perhaps a quote is never closed. Mend the row, or "
                    + "raise the limit.");
        }
    }

    /// <summary>Begins a row; false when it is ragged, which is told.</summary>
    private bool BeginRow(long line)
    {
        log.BeginRow(line);
        if (rows.CellCount >= header.CellCount && IsEmptyFrom(header.CellCount))
        {
            return true;
        }

        log.Fault(
            ImportIssueCode.RaggedRow,
            null,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The header has {header.CellCount} cells, the row {rows.CellCount}. Quote cells with delimiters."));
        log.EndRow();
        return false;
    }

    private bool IsEmptyFrom(int cell)
    {
        int count = rows.CellCount;
        while (cell < count && rows.Cell(cell).IsEmpty)
        {
            cell++;
        }

        return cell >= count;
    }

    private void TellBrokenRow(FrameKind kind)
    {
        log.BeginRow(framer.FaultLine);
        if (kind == FrameKind.BadEncoding)
        {
            log.Fault(
                ImportIssueCode.BadEncoding,
                null,
                null,
                "The row has a NUL or bytes that are no text in the file's encoding. Save the file in that encoding, "
                    + "or name another.");
        }
        else
        {
            log.Fault(
                ImportIssueCode.BadQuoting,
                null,
                null,
                "A quote stands inside an unquoted cell, text follows a closing quote, or a quote is never closed. "
                    + "Quote the whole cell and double the quotes in it.");
        }

        log.EndRow();
    }
}
