namespace CostCenters.Cubes;

/// <summary>Collects the cells of one period.</summary>
internal sealed class CubeBlockBuilder(long cellCount)
{
    private readonly CellSums amounts = new(cellCount);
    private CellSums? quantities;

    public void Add(long cell, long amount) => amounts.Add(cell, amount);

    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> cellAmounts) => amounts.Add(cells, cellAmounts);

    public void AddQuantity(long cell, long quantity) =>
        (quantities ??= new CellSums(cellCount)).Add(cell, quantity);

    public void AddQuantities(ReadOnlySpan<long> cells, ReadOnlySpan<long> cellQuantities)
    {
        if (!cells.IsEmpty)
        {
            (quantities ??= new CellSums(cellCount)).Add(cells, cellQuantities);
        }
    }

    /// <summary>The cube of the blocks of all periods; once it is built, they must not be used any more.</summary>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    public static Cube Build(CubeSpace space, CubeBlockBuilder?[] blocks)
    {
        Refuse(space, Array.ConvertAll(blocks, block => block?.amounts.Finish()), "amounts");
        Refuse(space, Array.ConvertAll(blocks, block => block?.quantities?.Finish()), "quantities");
        return new Cube(space, Array.ConvertAll(blocks, block => block?.Build()));
    }

    private static void Refuse(CubeSpace space, long?[] overflownByPeriod, string what)
    {
        int period = Array.FindIndex(overflownByPeriod, cell => cell is not null);
        if (period >= 0)
        {
            CellAddress address = space.AddressOf(overflownByPeriod[period]!.Value, period);
            throw new AmountOverflowException(
                $"{what} of center '{address.Center}', element '{address.Element}', period {address.Period}");
        }
    }

    private CubeBlock Build()
    {
        if (amounts.Sums is null && quantities?.Sums is null)
        {
            return new SparseBlock(
                amounts.ListedCells.ToArray(), amounts.ListedSums.ToArray(), QuantitiesOfListedCells());
        }

        amounts.UseArray();
        quantities?.UseArray();
        return new DenseBlock(amounts.Sums!, amounts.Present!, quantities?.Sums, quantities?.Present);
    }

    /// <summary>A quantity comes with an amount, so the cells with a quantity are among those with an amount.</summary>
    private long?[]? QuantitiesOfListedCells()
    {
        if (quantities is null)
        {
            return null;
        }

        ReadOnlySpan<long> cells = amounts.ListedCells;
        ReadOnlySpan<long> cellsWithQuantity = quantities.ListedCells;
        long?[] aligned = new long?[cells.Length];
        for (int i = 0, next = 0; next < cellsWithQuantity.Length; i++)
        {
            if (cells[i] == cellsWithQuantity[next])
            {
                aligned[i] = quantities.ListedSums[next++];
            }
        }

        return aligned;
    }
}
