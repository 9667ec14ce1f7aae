using System.Buffers;

namespace CostCenters.Csv.Rows;

/// <summary>Finds where each row of a file starts and ends, and which rows are broken.</summary>
/// <remarks>
/// <para>Line feeds count lines; a row ends with LF or CRLF outside quotes, and a carriage return that is the last byte
/// belongs to the end of its line. A quote inside an unquoted cell or text after a closing quote breaks the row, which
/// then ends with its physical line; an unclosed quote runs to the end.
/// A NUL (see <see cref="Utf8Source"/>) outweighs broken quotes. Carriage returns that end nothing are turned into
/// NUL, because the splitter would end a row there; a row that is handed out has no other NUL.</para>
/// <para>Memory is the longest row, at most the limit; a broken row is not kept and has 16 times the limit.</para>
/// </remarks>
internal sealed partial class RowFramer
{
    /// <summary>One byte before the text, so that a line feed can always be put in front of a block.</summary>
    private const int Headroom = 1;
    private const int BrokenRowFactor = 16;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';
    private const byte Nul = 0;

    private static readonly SearchValues<byte> QuotedStops =
        SearchValues.Create([Quote, LineFeed, CarriageReturn, Nul]);

    private static readonly SearchValues<byte> LiteralStops = SearchValues.Create([LineFeed, CarriageReturn, Nul]);

    private readonly Utf8Source source;
    private readonly SearchValues<byte> plainStops;
    private readonly int maximumRowLength;
    private readonly List<long> lines = [];
    private byte[] buffer;
    private int blockStart = Headroom;
    private int blockEnd = Headroom;
    private int rowStart = Headroom;
    private int scan = Headroom;
    private int end = Headroom;
    private bool atEnd;
    private long line = 1;
    private long rowLine = 1;
    private RowState state;
    private bool hasNul;
    private bool hasReturns;
    private bool hasSeenReturn;
    private bool hasSeenFeed;
    private long cutLength;
    private FrameKind pending;

    /// <param name="source">The text.</param>
    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="maximumRowLength">The longest row in bytes.</param>
    /// <param name="bufferSize">How much is read at once.</param>
    /// <param name="hasQuotes">Whether quotes enclose cells; else they are text.</param>
    public RowFramer(
        Utf8Source source, char delimiter, int maximumRowLength, int bufferSize, bool hasQuotes = true)
    {
        this.source = source;
        plainStops = hasQuotes ? QuotedStops : LiteralStops;
        this.maximumRowLength = maximumRowLength;
        Delimiter = (byte)delimiter;
        buffer = new byte[Headroom + Math.Max(bufferSize, 16)];
    }

    private enum RowState
    {
        Plain,
        Quoted,
        Broken,
    }

    /// <summary>The cell delimiter; may be changed before the first row is framed.</summary>
    public byte Delimiter { get; set; }

    /// <summary>The physical line at which the next row starts.</summary>
    public long Line => rowLine;

    /// <summary>The start line of the fault or of the row that is too long.</summary>
    public long FaultLine { get; private set; }

    /// <summary>Whether so far lines have ended with carriage returns alone, of which the contract has none.</summary>
    public bool EndsWithReturnsAlone => hasSeenReturn && !hasSeenFeed;

    /// <summary>Where each row of the block starts; one entry per row, empty rows included.</summary>
    public IReadOnlyList<long> BlockLines => lines;

    /// <summary>Whether NULs of the block stand for carriage returns.</summary>
    public bool BlockHasReturns { get; private set; }

    /// <summary>The text of the block; valid until the next step.</summary>
    public ReadOnlyMemory<byte> Block
    {
        get
        {
            int start = blockStart;
            if (buffer[start] == 0xEF)
            {
                // A row may begin with U+FEFF, which the splitter would take for a byte order mark at the start
                // of its input. An empty row in front keeps it; the byte before the block is ours to overwrite.
                start--;
                buffer[start] = LineFeed;
            }

            return buffer.AsMemory(start, blockEnd - start);
        }
    }

    /// <summary>Whether <see cref="Block"/> begins with one empty row that the file does not have.</summary>
    public bool BlockHasExtraRow => buffer[blockStart] == 0xEF;

    /// <summary>Frames the next rows, at most so many, or the next fault.</summary>
    public FrameKind Next(int maximumRows = int.MaxValue)
    {
        if (pending != FrameKind.End)
        {
            FrameKind fault = pending;
            pending = FrameKind.End;
            return fault;
        }

        lines.Clear();
        BlockHasReturns = false;
        blockStart = rowStart;
        while (lines.Count < maximumRows)
        {
            if (!ScanRow())
            {
                if (lines.Count > 0)
                {
                    break;
                }

                if (IsTooLong(end))
                {
                    FaultLine = rowLine;
                    return FrameKind.TooLong;
                }

                Fill();
                blockStart = rowStart;
            }
            else if (!FinishRow())
            {
                break;
            }
        }

        return lines.Count > 0 ? FrameKind.Rows : TakePending();
    }

    /// <summary>Whether the row is longer than the limit; a broken one, which is not kept, has a wider one.</summary>
    private bool IsTooLong(int through) =>
        cutLength + through - rowStart
            > (hasNul || state == RowState.Broken ? (long)maximumRowLength * BrokenRowFactor : maximumRowLength);

    private FrameKind TakePending()
    {
        FrameKind kind = pending;
        pending = FrameKind.End;
        return kind;
    }

    /// <summary>Adds the scanned row to the block, or keeps its fault for later; false ends the block.</summary>
    private bool FinishRow()
    {
        bool isNothing = rowStart == scan && cutLength == 0;
        if (!isNothing)
        {
            if (IsTooLong(scan) || hasNul || state == RowState.Broken)
            {
                pending = IsTooLong(scan) ? FrameKind.TooLong
                    : hasNul ? FrameKind.BadEncoding
                    : FrameKind.BadQuoting;
                FaultLine = rowLine;
            }
            else
            {
                lines.Add(rowLine);
                blockEnd = scan;
                BlockHasReturns |= hasReturns;
            }
        }

        rowStart = scan;
        rowLine = line;
        state = RowState.Plain;
        hasNul = false;
        hasReturns = false;
        cutLength = 0;
        return !isNothing && pending == FrameKind.End;
    }

    /// <summary>Scans on to the end of the row; false when more text is needed.</summary>
    private bool ScanRow()
    {
        while (true)
        {
            bool? ended = state switch
            {
                RowState.Plain => ScanPlain(),
                RowState.Quoted => ScanQuoted(),
                _ => ScanBroken(),
            };
            if (ended is bool known)
            {
                return known;
            }
        }
    }

    /// <summary>Scans an unquoted stretch: true at the row's end, false for more text, null to scan on.</summary>
    private bool? ScanPlain()
    {
        int offset = buffer.AsSpan(scan, end - scan).IndexOfAny(plainStops);
        if (offset < 0)
        {
            scan = end;
            return atEnd;
        }

        scan += offset;
        switch (buffer[scan])
        {
            case LineFeed:
                hasSeenFeed = true;
                EndLine();
                return true;
            case Nul:
                hasNul = true;
                scan++;
                return null;
            case Quote:
                bool opens = scan == rowStart || buffer[scan - 1] == Delimiter;
                state = opens ? RowState.Quoted : RowState.Broken;
                scan++;
                return null;
            default:
                return ScanReturn();
        }
    }

    private bool? ScanReturn()
    {
        if (scan + 1 == end && !atEnd)
        {
            return false;
        }

        if (scan + 1 == end)
        {
            scan++;
            return true;
        }

        if (buffer[scan + 1] == LineFeed)
        {
            scan++;
            hasSeenFeed = true;
            EndLine();
            return true;
        }

        buffer[scan++] = Nul;
        hasReturns = true;
        hasSeenReturn = true;
        return null;
    }

    private bool? ScanQuoted()
    {
        int offset = buffer.AsSpan(scan, end - scan).IndexOfAny(Quote, LineFeed, Nul);
        if (offset < 0)
        {
            scan = end;
            state = atEnd ? RowState.Broken : RowState.Quoted;
            return atEnd;
        }

        scan += offset;
        switch (buffer[scan])
        {
            case LineFeed:
                EndLine();
                return null;
            case Nul:
                hasNul = true;
                scan++;
                return null;
            default:
                return ScanClosing();
        }
    }

    /// <summary>Decides by what follows a quote inside quotes whether it is doubled, closes or breaks.</summary>
    private bool? ScanClosing()
    {
        ReadOnlySpan<byte> following = buffer.AsSpan(scan + 1, end - scan - 1);
        bool isUndecided = following.IsEmpty || (following.Length == 1 && following[0] == CarriageReturn);
        if (isUndecided && !atEnd)
        {
            return false;
        }

        if (!following.IsEmpty && following[0] == Quote)
        {
            scan += 2;
            return null;
        }

        bool closes = following.IsEmpty
            || following[0] == Delimiter
            || following[0] == LineFeed
            || following is [CarriageReturn] or [CarriageReturn, LineFeed, ..];

        // A NUL after the closing quote is text there like any other; its fault outweighs the quoting.
        state = closes ? RowState.Plain : RowState.Broken;
        scan++;
        return null;
    }

    private bool? ScanBroken()
    {
        ReadOnlySpan<byte> rest = buffer.AsSpan(scan, end - scan);
        int offset = rest.IndexOf(LineFeed);
        hasNul |= (offset < 0 ? rest : rest[..offset]).Contains(Nul);
        if (offset < 0)
        {
            scan = end;
            return atEnd;
        }

        scan += offset;
        EndLine();
        return true;
    }

    private void EndLine()
    {
        scan++;
        line++;
    }

    /// <summary>Reads on behind the unfinished row, which moves to the front of the buffer.</summary>
    private void Fill()
    {
        if (hasNul || state == RowState.Broken)
        {
            // Of a broken row only the byte before the scan still matters: it may be a delimiter.
            int keep = Math.Max(rowStart, scan - 1);
            cutLength += keep - rowStart;
            rowStart = keep;
        }

        int length = end - rowStart;
        if (rowStart > Headroom)
        {
            buffer.AsSpan(rowStart, length).CopyTo(buffer.AsSpan(Headroom));
            scan -= rowStart - Headroom;
            end = Headroom + length;
            rowStart = Headroom;
        }

        if (buffer.Length - end < 8)
        {
            Array.Resize(ref buffer, checked(buffer.Length * 2));
        }

        int read = source.Read(buffer.AsSpan(end));
        atEnd = read == 0;
        end += read;
    }
}
