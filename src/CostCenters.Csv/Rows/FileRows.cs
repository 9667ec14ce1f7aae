using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Rows;

/// <summary>The rows of a file as they stand, from the place where its header is expected.</summary>
/// <remarks>Badly quoted and badly encoded rows are told to the log and counted here.</remarks>
internal sealed partial class FileRows : IDisposable
{
    private readonly Utf8Source source;
    private readonly RowFramer framer;
    private readonly ImportLog log;
    private readonly CsvHelperRows rows;
    private int rowsLeft;

    private FileRows(
        Utf8Source source, RowFramer framer, CsvHelperRows rows, FileLimits limits, ImportLog log)
    {
        Limits = limits;
        this.source = source;
        this.framer = framer;
        this.rows = rows;
        this.log = log;
    }

    /// <summary>The line where the current row starts.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Whether a row that cannot be read stops the file: one that rows below depend on.</summary>
    public bool StopsAtBrokenRows { get; set; }

    /// <summary>What stands between cells.</summary>
    public byte Delimiter => framer.Delimiter;

    /// <summary>How large the file may be.</summary>
    public FileLimits Limits { get; }

    /// <summary>The number of cells of the current row.</summary>
    public int CellCount => rows.CellCount;

    /// <summary>Opens an input and gets past what stands in front of the header; null when that stops it.</summary>
    public static FileRows? Open(CsvInput input, ImportProfile profile, ImportLog log, CancellationToken cancellation)
    {
        Utf8Source? source = input switch
        {
            { Path: string path } => OpenFile(path, input.RequiresFile, profile, log, cancellation),
            { Stream: Stream stream } => Utf8Source.FromStream(stream, profile, leaveOpen: true, cancellation),
            _ => new Utf8Source(input.Text!, leaveOpen: true, cancellation)
            {
                MostReaderBytes = profile.MaximumFileSize ?? long.MaxValue,
            },
        };
        if (source is null)
        {
            return null;
        }

        source.ReturnsEndLines = profile.Settings.ReturnsEndLines;
        var framer = new RowFramer(
            source,
            profile.Delimiter,
            profile.MaximumRowLength,
            input.BlockSize,
            hasQuotes: !profile.Settings.HasLiteralQuotes);
        if (!HeaderStart.TryReach(framer, source, profile, log))
        {
            source.Dispose();
            return null;
        }

        return new FileRows(
            source,
            framer,
            new CsvHelperRows((char)framer.Delimiter, hasQuotes: !profile.Settings.HasLiteralQuotes),
            profile.Settings.Shape.Limits,
            log);
    }

    /// <summary>Reads the row in which the header is expected; false when none can be read, which is told.</summary>
    public bool ReadHeader()
    {
        Line = framer.Line;
        FrameKind kind = framer.Next(maximumRows: 1);
        if (framer.EndsWithReturnsAlone)
        {
            HeaderStart.TellReturnsAlone(log);
        }
        else if (kind != FrameKind.Rows)
        {
            HeaderStart.TellBroken(kind, Line, log);
        }
        else
        {
            OpenBlock();
            rowsLeft = 0;
            rows.Read();
        }

        return !log.IsStopped;
    }

    /// <summary>Reads a single row that may be anything; null at the end of the file, false for a broken row.</summary>
    public bool? ReadAny()
    {
        Line = framer.Line;
        FrameKind kind = framer.Next(maximumRows: 1);
        if (framer.EndsWithReturnsAlone)
        {
            HeaderStart.TellReturnsAlone(log);
            return null;
        }

        if (kind == FrameKind.Rows)
        {
            OpenBlock();
            rowsLeft = 0;
            rows.Read();
            return true;
        }

        TellTooLong(kind);
        return kind is FrameKind.End or FrameKind.TooLong ? null : false;
    }

    /// <summary>Goes on to the next row that holds together; false at the end or when the file is stopped.</summary>
    public bool Read()
    {
        while (true)
        {
            if (rowsLeft > 0)
            {
                Line = framer.BlockLines[^rowsLeft--];
                if (!rows.Read())
                {
                    throw new InvalidOperationException("The splitter found fewer rows than the framer.");
                }

                if (!IsWithinRows(Line, isEmpty: Limits.Rows < long.MaxValue && IsEmptyFrom(0)))
                {
                    return false;
                }

                if (LongCell() is not int cell)
                {
                    return true;
                }

                TellLongCell(cell);
                if (log.IsStopped)
                {
                    return false;
                }

                continue;
            }

            FrameKind kind = framer.Next();
            if (kind == FrameKind.Rows)
            {
                OpenBlock();
            }
            else if (kind is FrameKind.BadQuoting or FrameKind.BadEncoding)
            {
                if (!IsWithinRows(framer.FaultLine, isEmpty: false))
                {
                    return false;
                }

                TellBrokenRow(kind);
                if (log.IsStopped)
                {
                    return false;
                }
            }
            else
            {
                TellTooLong(kind);
                return false;
            }
        }
    }

    /// <summary>A cell of the current row, unquoted, as UTF-8; valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Cell(int position) => rows.Cell(position);

    /// <summary>Whether the row has nothing in its cells from one on.</summary>
    public bool IsEmptyFrom(int cell)
    {
        int count = rows.CellCount;
        while (cell < count && rows.Cell(cell).IsEmpty)
        {
            cell++;
        }

        return cell >= count;
    }

    public void Dispose()
    {
        rows.Dispose();
        source.Dispose();
    }

    private static Utf8Source? OpenFile(
        string path, bool requiresFile, ImportProfile profile, ImportLog log, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            log.Stop(
                ImportIssueCode.MissingFile,
                null,
                null,
                null,
                Directory.Exists(path)
                    ? "A file was expected, this is a folder. Name a file in it, or move it away."
                    : "The file does not exist. Add it, or correct its name.");
            return null;
        }

        if (requiresFile && FileKinds.IsNoFile(path))
        {
            log.Stop(ImportIssueCode.UnreadableFile, null, null, null, FileKinds.NoFile);
            return null;
        }

        return Utf8Source.FromStream(File.OpenRead(path), profile, leaveOpen: false, cancellation);
    }

    private void OpenBlock()
    {
        rows.Open(framer);
        rowsLeft = framer.BlockLines.Count;
    }

    private void TellTooLong(FrameKind kind)
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

        EndBrokenRow(framer.FaultLine);
    }

    /// <summary>Counts a row that is not used, which stops the file where rows below depend on it.</summary>
    private void EndBrokenRow(long line)
    {
        log.EndRow();
        if (StopsAtBrokenRows)
        {
            log.Stop(
                ImportIssueCode.UnknownSection,
                line,
                null,
                null,
                "A row that cannot be read may be the label or the total of a section: the rows below could stand "
                    + "under another account than their own. Mend the row.");
        }
    }
}
