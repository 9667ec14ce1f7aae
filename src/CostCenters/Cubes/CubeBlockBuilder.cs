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
    public static Cube Build(CubeSpace space, CubeBlockBuilder?[] blocks, CancellationToken cancellation)
    {
        CellColumn?[] amounts = Finish(space, blocks, block => block.amounts, "amounts", cancellation);
        CellColumn?[] quantities = Finish(space, blocks, block => block.quantities, "quantities", cancellation);
        return new Cube(space, [.. amounts.Zip(quantities, (own, q) => own is null ? null : new CubeBlock(own, q))]);
    }

    private static CellColumn?[] Finish(
        CubeSpace space,
        CubeBlockBuilder?[] blocks,
        Func<CubeBlockBuilder, CellSums?> sums,
        string what,
        CancellationToken cancellation)
    {
        var columns = new CellColumn?[blocks.Length];
        for (int period = 0; period < blocks.Length; period++)
        {
            cancellation.ThrowIfCancellationRequested();
            long? overflown = null;
            columns[period] = blocks[period] is { } block ? sums(block)?.Finish(out overflown) : null;
            if (overflown is long cell)
            {
                CellAddress address = space.AddressOf(
                    (int)(cell / space.ElementCount), (int)(cell % space.ElementCount), period);
                throw new AmountOverflowException(
                    $"{what} of center '{address.Center}', element '{address.Element}', period {address.Period}");
            }
        }

        return columns;
    }
}
