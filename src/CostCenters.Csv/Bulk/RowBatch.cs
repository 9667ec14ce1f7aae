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

    /// <summary>Finds a cell without its quotes; false when there are quotes in the cell, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(int row, int column, out int start, out int end)
    {
        unchecked
        {
            ref int separator = ref Unsafe.Add(ref separators, (row * cellsPerRow) + column);
            end = separator;
            start = column == 0 ? Unsafe.Add(ref starts, row) : Unsafe.Add(ref separator, -1) + 1;
            if (column == cellsPerRow - 1 && Unsafe.Add(ref origin, end - 1) == '\r')
            {
                end--;
            }

            return Unsafe.Add(ref origin, start) != '"' || TryUnquote(ref start, ref end);
        }
    }

    /// <summary>Some bytes of the text.</summary>
    public ReadOnlySpan<byte> Text(int start, int end) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), end - start);

    private bool TryUnquote(ref int start, ref int end)
    {
        start++;
        end--;
        return !Text(start, end).Contains((byte)'"');
    }
}
