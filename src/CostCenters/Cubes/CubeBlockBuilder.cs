using CostCenters.Cubes.Columns;

namespace CostCenters.Cubes;

/// <summary>Collects the cells of one period.</summary>
/// <param name="forAmounts">What the amounts of all periods have in common.</param>
/// <param name="forQuantities">What their quantities have in common.</param>
internal sealed class CubeBlockBuilder(ColumnMemory forAmounts, ColumnMemory forQuantities)
{
    private readonly CellSums amounts = new(forAmounts);
    private CellSums? quantities;

    public void Add(long cell, long amount) => amounts.Add(cell, amount);

    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> cellAmounts) => amounts.Add(cells, cellAmounts);

    public void AddQuantity(long cell, long quantity) =>
        (quantities ??= new CellSums(forQuantities)).Add(cell, quantity);

    public void AddQuantities(ReadOnlySpan<long> cells, ReadOnlySpan<long> cellQuantities)
    {
        if (!cells.IsEmpty)
        {
            (quantities ??= new CellSums(forQuantities)).Add(cells, cellQuantities);
        }
    }

    /// <summary>Adds all cells of a block.</summary>
    public void Add(CubeBlock block)
    {
        block.Amounts.AddTo(amounts);
        block.Quantities?.AddTo(quantities ??= new CellSums(forQuantities));
    }

    /// <summary>The cube of the blocks of all periods; once it is built, they must not be used any more.</summary>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Cube Build(
        CubeSpace space, CubeBlockBuilder?[] blocks, int threads, CancellationToken cancellation)
    {
        var built = new CubeBlock?[blocks.Length];
        Parts.Do(blocks.Length, threads, period =>
        {
            cancellation.ThrowIfCancellationRequested();
            built[period] = blocks[period]?.Finish(space, period);
        });
        return new Cube(space, built);
    }

    private CubeBlock Finish(CubeSpace space, int period) =>
        new(
            Finish(amounts, space, period, "amounts"),
            quantities is null ? null : Finish(quantities, space, period, "quantities"));

    private static CellColumn Finish(CellSums sums, CubeSpace space, int period, string what)
    {
        CellColumn column = sums.Finish(out long? overflown);
        if (overflown is not long cell)
        {
            return column;
        }

        CellAddress address = space.AddressOf(
            (int)(cell / space.ElementCount), (int)(cell % space.ElementCount), period);
        throw new AmountOverflowException(
            $"{what} of center '{address.Center}', element '{address.Element}', period {address.Period}");
    }
}
