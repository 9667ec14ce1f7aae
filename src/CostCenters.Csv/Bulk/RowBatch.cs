using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Csv.Bulk;

/// <summary>Some rows that follow each other, of as many cells as the header has, and where the cells stand.</summary>
internal readonly ref struct RowBatch
{
    /// <summary>The most rows of a batch: its columns stay in the first cache.</summary>
    public const int Most = 1_024;

    private readonly ref byte origin;
    private readonly ReadOnlySpan<byte> allText;
    private readonly ref int before;
    private readonly int cellsPerRow;
    private readonly bool trims;

    /// <summary>Creates a batch.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">Where the byte before the first row stands in it, and then, where the separators stand, one
    /// behind each cell.</param>
    /// <param name="cellsPerRow">The cells of the header.</param>
    /// <param name="trims">Whether white space around cells is no part of them.</param>
    public RowBatch(byte[] text, ReadOnlySpan<int> before, int cellsPerRow, bool trims)
    {
        this.trims = trims;
        // Safe: where each separator stands was found in this text; there are as many as cells, and one more in front.
        (Count, int rest) = Math.DivRem(before.Length - 1, cellsPerRow);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(before));
        allText = text;
        origin = ref MemoryMarshal.GetArrayDataReference(text);
        this.before = ref MemoryMarshal.GetReference(before);
        this.cellsPerRow = cellsPerRow;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The whole text, with what else its array holds.</summary>
    public ReadOnlySpan<byte> AllText => allText;

    /// <summary>The begin of the text.</summary>
    public ref byte Origin => ref origin;

    /// <summary>Where a row starts in the text; with the number of all rows, where the last of them ends.</summary>
    // Safe: a row is 0 to Count, and that many ends of rows stand there.
    public int StartOf(int row) => Unsafe.Add(ref before, row * cellsPerRow) + 1;

    /// <summary>The bytes of a cell.</summary>
    // Safe: start and length are those of a cell of the batch.
    public ReadOnlySpan<byte> Text(int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length);

    /// <summary>The cells of a column.</summary>
    // Safe: a column is one of the header.
    public ColumnCells Column(int column) =>
        new(ref origin, ref Unsafe.Add(ref before, column), cellsPerRow, column == cellsPerRow - 1, trims);
}
