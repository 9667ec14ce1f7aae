namespace CostCenters.Cubes;

/// <summary>Collects the cells of one period.</summary>
internal sealed class CubeBlockBuilder(long cellCount)
{
    private readonly CellSums amounts = new(cellCount);
    private CellSums? quantities;

    public void Add(long cell, long amount) => amounts.Add(cell, amount);

    public void AddQuantity(long cell, long quantity) =>
        (quantities ??= new CellSums(cellCount)).Add(cell, quantity);

    /// <summary>Adds everything up.</summary>
    /// <returns>The first cell whose amount outgrows 64 bits and the first whose quantity does, or null.</returns>
    public (long? Amount, long? Quantity) Finish() => (amounts.Finish(), quantities?.Finish());

    /// <summary>The block, once finished; this builder must not be used afterwards.</summary>
    public CubeBlock Build()
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
