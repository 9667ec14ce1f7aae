using CostCenters.Cubes.Columns;

namespace CostCenters.Cubes;

/// <summary>The cells of one period, a row for each center. Immutable.</summary>
/// <param name="amounts">The amounts.</param>
/// <param name="quantities">The quantities, of cells among those with an amount; null where no cell has one.</param>
internal sealed class CubeBlock(CellColumn amounts, CellColumn? quantities)
{
    /// <summary>The amounts.</summary>
    public CellColumn Amounts => amounts;

    /// <summary>The quantities, or null where no cell has one.</summary>
    public CellColumn? Quantities => quantities;

    public bool TryGet(int center, int element, out long amount, out long? quantity)
    {
        quantity = quantities is not null && quantities.TryGet(center, element, out long sum) ? sum : null;
        return amounts.TryGet(center, element, out amount);
    }
}
