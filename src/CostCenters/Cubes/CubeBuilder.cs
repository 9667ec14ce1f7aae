using CostCenters.Cubes.Columns;
using CostCenters.Monetary;

namespace CostCenters.Cubes;

/// <summary>Adds amounts up into a <see cref="Cube"/>.</summary>
/// <remarks>
/// The same amounts give the same cube in any order. Not safe for use by several threads; parts built by several
/// threads are joined by <see cref="Cube.Merge"/>.
/// </remarks>
public sealed class CubeBuilder
{
    private readonly CubeBlockBuilder?[] blocks;
    private readonly ColumnMemory forAmounts;
    private readonly ColumnMemory forQuantities;
    private bool isBuilt;

    /// <summary>Starts an empty cube.</summary>
    /// <param name="space">The axes and units.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    public CubeBuilder(CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        forAmounts = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead: false);
        forQuantities = new ColumnMemory(space.CenterCount, space.ElementCount, mapsAhead: false) { IsWide = true };
        blocks = new CubeBlockBuilder?[space.Calendar.OrdinalCount];
    }

    /// <summary>The axes and units.</summary>
    public CubeSpace Space { get; }

    /// <summary>Adds an amount to a cell.</summary>
    /// <param name="address">Center, element and period of the space.</param>
    /// <param name="amount">In the currency of the space, with natural sign.</param>
    /// <param name="quantity">In the element's unit, or null when none was given.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="KeyNotFoundException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is finer than the scale of the space or outgrows
    /// 64 bits, or the calendar has no such period.</exception>
    /// <exception cref="InvalidOperationException">The cube is built.</exception>
    public CubeBuilder Add(CellAddress address, decimal amount, decimal? quantity = null)
    {
        AddCounts(
            Space.Centers.IndexOf(address.Center),
            Space.Elements.IndexOf(address.Element),
            Space.Calendar.OrdinalOf(address.Period),
            Space.Scale.ToCount(amount),
            quantity is decimal q ? DecimalScale.Quantity.ToCount(q) : null);
        return this;
    }

    /// <summary>Adds an amount to a cell by numbers: the way for importers and query results.</summary>
    /// <param name="center">The number of the center in its hierarchy.</param>
    /// <param name="element">The number of the element in its chart.</param>
    /// <param name="period">The ordinal of the period in the calendar.</param>
    /// <param name="amount">Counts at the scale of the space.</param>
    /// <param name="quantity">Counts at <see cref="DecimalScale.Quantity"/>, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not of this space.</exception>
    /// <exception cref="InvalidOperationException">The cube is built.</exception>
    public void AddCounts(int center, int element, int period, long amount, long? quantity = null)
    {
        RequireNotBuilt();
        ArgumentOutOfRangeException.ThrowIfNegative(center);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(center, Space.CenterCount);
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, Space.ElementCount);
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, blocks.Length);

        long cell = ((long)center * Space.ElementCount) + element;
        CubeBlockBuilder block = BlockOf(period);
        block.Add(cell, amount);
        if (quantity is long count)
        {
            block.AddQuantity(cell, count);
        }
    }

    /// <summary>Adds all cells of a cube.</summary>
    /// <param name="cube">A cube over the same space, or over one that it extends.</param>
    /// <param name="cancellation">Ends the work; the cube is added in part then, so start another builder.</param>
    /// <exception cref="CubeSpaceMismatchException">The space of this builder does not extend the cube's.</exception>
    /// <exception cref="InvalidOperationException">The cube of this builder is built.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void Add(Cube cube, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cube);
        RequireNotBuilt();
        CubeSpace.RequireExtension(Space, cube.Space, nameof(cube));
        for (int period = 0; period < cube.BlockCount; period++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cube.Block(period) is CubeBlock block)
            {
                BlockOf(period).Add(block);
            }
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
        return CubeBlockBuilder.Build(Space, blocks, threads: 1, cancellation);
    }

    private CubeBlockBuilder BlockOf(int period) =>
        blocks[period] ??= new CubeBlockBuilder(forAmounts, forQuantities);

    /// <summary>The cube holds the blocks of its builder, which must not change any more.</summary>
    private void RequireNotBuilt()
    {
        if (isBuilt)
        {
            throw new InvalidOperationException("The cube is built; start another builder.");
        }
    }
}
