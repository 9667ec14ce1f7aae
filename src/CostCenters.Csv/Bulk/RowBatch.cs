using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Csv.Bulk;

/// <summary>Some rows of as many cells as the header has, and where the cells stand.</summary>
internal readonly ref struct RowBatch
{
    /// <summary>The most rows of a batch: its columns stay in the first cache.</summary>
    public const int Most = 1_024;

    private readonly ref byte origin;
    private readonly ref int starts;
    private readonly ref int separators;
    private readonly int cellsPerRow;

    /// <summary>Creates a batch.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Where each row starts in it.</param>
    /// <param name="separators">Where the separators stand, one behind each cell.</param>
    /// <param name="cellsPerRow">The cells of the header.</param>
    public RowBatch(byte[] text, ReadOnlySpan<int> starts, ReadOnlySpan<int> separators, int cellsPerRow)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(separators.Length, starts.Length * cellsPerRow);
        origin = ref MemoryMarshal.GetArrayDataReference(text);
        this.starts = ref MemoryMarshal.GetReference(starts);
        this.separators = ref MemoryMarshal.GetReference(separators);
        this.cellsPerRow = cellsPerRow;
        Count = starts.Length;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The begin of the text.</summary>
    public ref byte Origin => ref origin;

    /// <summary>Where a row starts in the text.</summary>
    public int StartOf(int row) => Unsafe.Add(ref starts, row);

    /// <summary>The bytes of a cell.</summary>
    public ReadOnlySpan<byte> Text(CellSpan cell) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, cell.Start), cell.Length);

    /// <summary>Finds a cell without its quotes; its length is below 0 when there are quotes in it, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CellSpan Find(int row, int column)
    {
        unchecked
        {
            ref int separator = ref Unsafe.Add(ref separators, (row * cellsPerRow) + column);
            int end = separator;
            int start = column == 0 ? Unsafe.Add(ref starts, row) : Unsafe.Add(ref separator, -1) + 1;
            if (column == cellsPerRow - 1 && Unsafe.Add(ref origin, end - 1) == '\r')
            {
                end--;
            }

            return Unsafe.Add(ref origin, start) != '"'
                ? new CellSpan(start, end - start)
                : Unquote(ref origin, start + 1, end - start - 2);
        }
    }

    // Nothing but values goes in and out, so that callers can keep theirs in registers.
    private static CellSpan Unquote(ref byte origin, int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length).Contains((byte)'"')
            ? new CellSpan(start, -1)
            : new CellSpan(start, length);
}

/// <summary>Where a cell stands in some text.</summary>
internal readonly record struct CellSpan(int Start, int Length);
