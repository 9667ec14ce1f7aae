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
    public ReadOnlySpan<byte> Text(int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length);

    /// <summary>The cells of a column.</summary>
    public ColumnCells Column(int column) =>
        new(
            ref origin,
            ref column == 0 ? ref starts : ref Unsafe.Add(ref separators, column - 1),
            ref Unsafe.Add(ref separators, column),
            cellsPerRow,
            column);
}
