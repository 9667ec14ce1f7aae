using System.Numerics;
using System.Runtime.InteropServices;
using CostCenters.Cubes.Columns;

namespace CostCenters.Cubes;

/// <summary>Adds counts up into one <see cref="Cube"/> from several threads at once: the way for large imports.
/// </summary>
/// <remarks>
/// <para>The cells of a period belong to one thread at a time, so nothing is merged in the end. Sums wrap and the wraps
/// are counted, so the same amounts give the same cube in whatever order the threads come.</para>
/// <para>Safe for use by several threads, but for <see cref="Build"/>, which comes when all of them are done.</para>
/// </remarks>
public sealed class ParallelCubeBuilder
{
    private readonly CubeBlockBuilder?[] blocks;
    private readonly ColumnMemory forAmounts;
    private readonly ColumnMemory forQuantities;
    private readonly int threads;
    private bool isBuilt;

    /// <summary>Starts an empty cube.</summary>
    /// <param name="space">The axes and units.</param>
    /// <param name="threads">How many threads will add; with more than one, memory is got ready by one more before it
    /// is used. The cube is the same for any number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public ParallelCubeBuilder(CubeSpace space, int threads)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Space = space;
        this.threads = threads;
        bool mapsAhead = threads > 1;
        forAmounts = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead);
        forQuantities = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead) { IsWide = true };
        blocks = new CubeBlockBuilder?[space.Calendar.OrdinalCount];
    }

    /// <summary>The axes and units.</summary>
    public CubeSpace Space { get; }

    /// <summary>Adds amounts and quantities to cells of one period.</summary>
    /// <param name="period">The ordinal of the period.</param>
    /// <param name="cells">The numbers of the cells: number of the center x count of elements + number of the element.
    /// </param>
    /// <param name="amounts">An amount for each cell, in counts at the scale of the space.</param>
    /// <param name="quantityCells">The numbers of cells among them that come with a quantity.</param>
    /// <param name="quantities">A quantity for each of those, in counts at
    /// <see cref="Monetary.DecimalScale.Quantity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The space has no such period or cell; nothing is added.
    /// </exception>
    /// <exception cref="ArgumentException">There is not one number for each cell; nothing is added.</exception>
    /// <exception cref="InvalidOperationException">The cube is built.</exception>
    public void Add(
        int period,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        ReadOnlySpan<long> quantityCells,
        ReadOnlySpan<long> quantities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, blocks.Length);
        Require(cells, amounts, nameof(amounts));
        Require(quantityCells, quantities, nameof(quantities));
        RequireNotBuilt();
        CubeBlockBuilder block = blocks[period] ?? Open(period);
        lock (block)
        {
            block.Add(cells, amounts);
            block.AddQuantities(quantityCells, quantities);
        }
    }

    /// <summary>The finished cube; this builder takes nothing afterwards.</summary>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="InvalidOperationException">The cube is built, or its building was cancelled.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Cube Build(CancellationToken cancellation = default)
    {
        RequireNotBuilt();
        isBuilt = true;
        return CubeBlockBuilder.Build(Space, blocks, threads, cancellation);
    }

    private CubeBlockBuilder Open(int period)
    {
        var opened = new CubeBlockBuilder(forAmounts, forQuantities);
        return Interlocked.CompareExchange(ref blocks[period], opened, null) ?? opened;
    }

    /// <summary>The columns of sums trust the numbers of cells, so these are checked here, many at once.</summary>
    private void Require(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers, string parameter)
    {
        if (cells.Length != numbers.Length)
        {
            throw new ArgumentException(
                $"There are {cells.Length} cells and {numbers.Length} numbers for them.", parameter);
        }

        long last = ((long)Space.CenterCount * Space.ElementCount) - 1;
        long outside = 0;
        // Safe: whole vectors alone; what is left over comes below.
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(cells);
        Vector<long> outsides = default;
        var lasts = new Vector<long>(last);
        foreach (Vector<long> vector in vectors)
        {
            outsides |= vector | (lasts - vector);
        }

        foreach (long cell in cells[(vectors.Length * Vector<long>.Count)..])
        {
            outside |= cell | unchecked(last - cell);
        }

        if (outside < 0 || Vector.LessThanAny(outsides, Vector<long>.Zero))
        {
            throw new ArgumentOutOfRangeException(
                nameof(cells), $"A cell is not one of the {last + 1} that the space has in a period.");
        }
    }

    /// <summary>The cube holds the blocks of its builder, which must not change any more.</summary>
    private void RequireNotBuilt()
    {
        if (isBuilt)
        {
            throw new InvalidOperationException("The cube is built; start another builder.");
        }
    }
}
