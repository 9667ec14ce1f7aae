using CostCenters.Cubes.Columns;

namespace CostCenters.Cubes;

/// <summary>Adds amounts up into one <see cref="Cube"/> from several threads at once.</summary>
/// <remarks>
/// The cells of a period belong to one thread at a time, so nothing is merged in the end. Sums wrap and the wraps are
/// counted, so the same amounts give the same cube in whatever order the threads come.
/// </remarks>
internal sealed class SharedCubeBuilder
{
    private readonly CubeBlockBuilder?[] blocks;
    private readonly ColumnMemory forAmounts;
    private readonly ColumnMemory forQuantities;

    /// <summary>Starts an empty cube.</summary>
    /// <param name="space">The axes and units.</param>
    /// <param name="mapsAhead">Whether its memory is mapped by one more thread before it is used.</param>
    public SharedCubeBuilder(CubeSpace space, bool mapsAhead)
    {
        Space = space;
        forAmounts = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead);
        forQuantities = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead) { IsWide = true };
        blocks = new CubeBlockBuilder?[space.Calendar.OrdinalCount];
    }

    public CubeSpace Space { get; }

    /// <summary>Adds amounts and quantities to cells of one period.</summary>
    /// <param name="period">The ordinal of the period.</param>
    /// <param name="cells">The numbers of the cells, center x elements + element.</param>
    /// <param name="amounts">An amount for each cell.</param>
    /// <param name="quantityCells">The numbers of cells among them that come with a quantity.</param>
    /// <param name="quantities">A quantity for each of those.</param>
    public void Add(
        int period,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        ReadOnlySpan<long> quantityCells,
        ReadOnlySpan<long> quantities)
    {
        CubeBlockBuilder block = blocks[period] ?? Open(period);
        lock (block)
        {
            block.Add(cells, amounts);
            block.AddQuantities(quantityCells, quantities);
        }
    }

    /// <summary>The finished cube; this builder must not be used afterwards.</summary>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    public Cube Build() => CubeBlockBuilder.Build(Space, blocks);

    private CubeBlockBuilder Open(int period)
    {
        var opened = new CubeBlockBuilder(forAmounts, forQuantities);
        return Interlocked.CompareExchange(ref blocks[period], opened, null) ?? opened;
    }
}
