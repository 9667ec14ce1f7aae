using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CostCenters.Csv.Bulk;

/// <summary>Finds the delimiters and line feeds that separate cells and rows of some text, quotes respected.</summary>
/// <remarks>
/// The text begins with a row. A row that breaks the rules of quoting ends with its physical line, as for
/// <see cref="Rows.RowFramer"/>; it is told as broken, and the stretches of whole rows around it as segments.
/// </remarks>
internal sealed class SeparatorIndex(ScanWidth width)
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';
    private const int None = -1;
    private const int Spare = 65;

    private readonly ScanWidth width = width != ScanWidth.Widest ? width
        : Vector512.IsHardwareAccelerated ? ScanWidth.Bits512
        : Vector256.IsHardwareAccelerated ? ScanWidth.Bits256
        : ScanWidth.Plain;

    private int[] positions = [];
    private int count;
    private int feeds;
    private long lines;

    /// <summary>
    /// Where the separators stand in the text, one segment after the other; in front of each, where the byte before its
    /// first row stands.
    /// </summary>
    public int[] Positions => positions;

    /// <summary>The stretches of whole rows that keep the rules of quoting.</summary>
    public List<Segment> Segments { get; } = [];

    /// <summary>The rows that break them.</summary>
    public List<RowSpan> Broken { get; } = [];

    /// <summary>Where the last whole row ends; behind it stands the begin of a row, if anything.</summary>
    public int RowsEnd { get; private set; }

    /// <summary>The lines of the whole rows.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether there is a NUL or a byte beyond ASCII.</summary>
    public bool HasOddBytes { get; private set; }

    /// <summary>Indexes a text that has at least 64 more bytes behind it in its array.</summary>
    public void Build(byte[] bytes, int start, int end, byte delimiter)
    {
        if (positions.Length < end - start + Spare)
        {
            positions = new int[bytes.Length + Spare];
        }

        Segments.Clear();
        Broken.Clear();
        HasOddBytes = false;
        count = 0;
        lines = 0;
        bool isSound = true;
        RowsEnd = start;
        while (RowsEnd < end)
        {
            positions[count++] = RowsEnd - 1;
            int first = count;
            int fault = Scan(bytes, RowsEnd, end, delimiter);
            CloseSegment(bytes, first);
            isSound &= fault == None;
            int length = fault == None ? None : bytes.AsSpan(fault..end).IndexOf(LineFeed);
            if (length == None)
            {
                break;
            }

            int brokenEnd = fault + length + 1;
            Broken.Add(new RowSpan(RowsEnd, brokenEnd));
            RowsEnd = brokenEnd;
        }

        Lines = isSound
            ? lines - bytes.AsSpan(RowsEnd..end).Count(LineFeed)
            : bytes.AsSpan(start..RowsEnd).Count(LineFeed);
    }

    /// <summary>Keeps the whole rows of what was scanned last.</summary>
    private void CloseSegment(byte[] bytes, int first)
    {
        int last = count;
        while (last > first && bytes[positions[last - 1]] != LineFeed)
        {
            last--;
        }

        count = last > first ? last : first - 1;
        if (last > first)
        {
            Segments.Add(new Segment(first, last, feeds));
            RowsEnd = positions[last - 1] + 1;
        }
    }

    private int Scan(byte[] bytes, int start, int end, byte delimiter)
    {
        feeds = 0;
        return width switch
        {
            ScanWidth.Bits512 => Scan<Masks512>(bytes, start, end, delimiter),
            ScanWidth.Bits256 => Scan<Masks256>(bytes, start, end, delimiter),
            _ => Scan<PlainMasks>(bytes, start, end, delimiter),
        };
    }

    /// <summary>Notes the separators from a row's start up to the first fault of quoting, which it returns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Scan<TMasks>(byte[] bytes, int start, int end, byte delimiter)
        where TMasks : struct, IByteMasks
    {
        // Safe: 64 bytes follow the text in its array, and 64 places those that its bytes can fill.
        ref byte origin = ref MemoryMarshal.GetArrayDataReference(bytes);
        ulong inside = 0;
        ulong mayOpen = 1;
        ulong closed = 0;
        ulong oddBytes = 0;
        int fault = None;
        for (int at = start; at < end && fault == None; at += 64)
        {
            TMasks.Read(
                ref Unsafe.Add(ref origin, at),
                delimiter,
                out ulong quotes,
                out ulong delimiters,
                out ulong allFeeds,
                out ulong odd);
            ulong valid = end - at >= 64 ? ulong.MaxValue : (1UL << (end - at)) - 1;
            ulong around = (quotes | delimiters | allFeeds) & valid;
            ulong quoted = inside;
            if (((quotes & valid) | closed) != 0)
            {
                quotes &= valid;
                quoted ^= TMasks.ParityOf(quotes);
                ulong opening = quotes & quoted & ~((around << 1) | mayOpen);
                ulong closing = quotes & ~quoted;
                ulong text = ((closing << 1) | closed) & ~around & valid;
                if ((opening | text) != 0)
                {
                    fault = FirstFault(bytes, at, end, opening, text);
                    valid &= fault == None ? ulong.MaxValue : (1UL << (fault - at)) - 1;
                }

                closed = closing >> 63;
                inside = unchecked(0 - (quoted >> 63));
            }

            mayOpen = around >> 63;
            oddBytes |= odd & valid;
            lines += BitOperations.PopCount(allFeeds & valid);
            feeds += BitOperations.PopCount(allFeeds & ~quoted & valid);

            // There is room for a position for each byte, for one more, and for 64 to be overwritten.
            ulong separators = (delimiters | allFeeds) & ~quoted & valid;
            TMasks.Note(separators, at, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(positions), count));
            count += BitOperations.PopCount(separators);
        }

        HasOddBytes |= oddBytes != 0;
        return fault;
    }

    /// <summary>The first quote that may not open, or text that may not follow a closing quote.</summary>
    /// <remarks>A carriage return may follow one if a line feed follows it.</remarks>
    private static int FirstFault(byte[] bytes, int at, int end, ulong opening, ulong text)
    {
        while (text != 0)
        {
            int place = at + BitOperations.TrailingZeroCount(text);
            bool endsRow = bytes[place] == CarriageReturn && (place + 1 == end || bytes[place + 1] == LineFeed);
            if (!endsRow)
            {
                break;
            }

            text &= text - 1;
        }

        ulong faults = opening | text;
        return faults == 0 ? None : at + BitOperations.TrailingZeroCount(faults);
    }
}

/// <summary>Whole rows that follow each other.</summary>
/// <param name="First">The number of their first separator.</param>
/// <param name="End">The number behind that of their last separator.</param>
/// <param name="Rows">How many rows there are.</param>
internal readonly record struct Segment(int First, int End, int Rows);

/// <summary>Where a row stands in some text, its line end included.</summary>
internal readonly record struct RowSpan(int Start, int End);
