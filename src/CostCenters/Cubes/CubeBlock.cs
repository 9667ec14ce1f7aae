namespace CostCenters.Cubes;

/// <summary>The cells of one period, numbered center x elements + element. Immutable.</summary>
/// <param name="amounts">The amounts.</param>
/// <param name="quantities">The quantities, of cells among those with an amount; null where no cell has one.</param>
internal sealed class CubeBlock(CellColumn amounts, CellColumn? quantities)
{
    /// <summary>The amounts.</summary>
    public CellColumn Amounts => amounts;

    /// <summary>The quantities, or null where no cell has one.</summary>
    public CellColumn? Quantities => quantities;

    public bool TryGet(long cell, out long amount, out long? quantity)
    {
        quantity = quantities is not null && quantities.TryGet(cell, out long sum) ? sum : null;
        return amounts.TryGet(cell, out amount);
    }
}
