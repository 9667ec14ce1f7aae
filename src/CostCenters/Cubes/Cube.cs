using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Cubes;

/// <summary>
/// Own amounts of one kind (a plan version, the actuals, ...) by center, element and fiscal period.
/// </summary>
/// <remarks>
/// <para>Amounts are in the currency of the space with natural signs. Own amounts alone: a roll-up is a view through a
/// <see cref="Structure.CenterTree"/>. A cell that holds 0 differs from a cell that holds nothing.</para>
/// <para>Law: a cube holds exactly what was added to it, whatever the order; a cell whose sum outgrows 64 bits is
/// refused when the cube is built.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class Cube
{
    private readonly CubeBlock?[] blocks;

    internal Cube(CubeSpace space, CubeBlock?[] blocks)
    {
        Space = space;
        this.blocks = blocks;
    }

    /// <summary>The axes and units.</summary>
    public CubeSpace Space { get; }

    /// <summary>How many cells hold something.</summary>
    public long CellCount => blocks.Sum(block => (long)(block?.Amounts.Count ?? 0));

    /// <summary>The first and last period in which a cell holds something, or null for an empty cube.</summary>
    public FiscalPeriodRange? Periods
    {
        get
        {
            int first = Array.FindIndex(blocks, IsUsed);
            return first < 0
                ? null
                : new FiscalPeriodRange(
                    Space.Calendar.PeriodAt(first), Space.Calendar.PeriodAt(Array.FindLastIndex(blocks, IsUsed)));

            static bool IsUsed(CubeBlock? block) => block is not null;
        }
    }

    /// <summary>An empty cube.</summary>
    /// <param name="space">The axes and units.</param>
    public static Cube Empty(CubeSpace space) => new CubeBuilder(space).Build();

    /// <summary>One cube with the contents of several: the sum of their cells.</summary>
    /// <param name="space">The space of the sum.</param>
    /// <param name="cubes">Parts over that space or over such as it extends, in any order.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="CubeSpaceMismatchException">The space does not extend that of a cube.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Cube Merge(CubeSpace space, IEnumerable<Cube> cubes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cubes);
        var builder = new CubeBuilder(space);
        foreach (Cube cube in cubes.WithCancellation(cancellation))
        {
            builder.Add(cube, cancellation);
        }

        return builder.Build(cancellation);
    }

    /// <summary>This cube in a space that extends its own: the same figures, of which nothing is copied.</summary>
    /// <remarks>What came later holds nothing.</remarks>
    /// <param name="space">The same space, or one that extends it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">It does not extend the space of this cube.</exception>
    public Cube In(CubeSpace space)
    {
        CubeSpace.RequireExtension(space, Space, nameof(space));
        return ReferenceEquals(space, Space) ? this : new Cube(space, blocks);
    }

    /// <summary>Looks up one cell.</summary>
    /// <param name="address">Center, element and period of the space.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>Whether the cell holds something.</returns>
    /// <exception cref="KeyNotFoundException">The space has no such center or element.</exception>
    public bool TryGet(CellAddress address, out CubeCell cell)
    {
        int center = Space.Centers.IndexOf(address.Center);
        int element = Space.Elements.IndexOf(address.Element);
        int period = Space.Calendar.OrdinalOf(address.Period);
        cell = default;
        if (Block(period) is not CubeBlock block
            || !block.TryGet(center, element, out long amount, out long? quantity))
        {
            return false;
        }

        cell = CellAt(address, amount, quantity);
        return true;
    }

    /// <summary>All cells that hold something, in order of period, center number and element number.</summary>
    public IEnumerable<CubeCell> Cells() => Counts().Select(cell =>
    {
        _ = blocks[cell.Period]!.TryGet(cell.Center, cell.Element, out long amount, out long? quantity);
        return CellAt(Space.AddressOf(cell.Center, cell.Element, cell.Period), amount, quantity);
    });

    /// <summary>The amounts of all cells by numbers, in the same order.</summary>
    internal IEnumerable<CellChange> Counts()
    {
        int[] elements = new int[Space.ElementCount];
        long[] amounts = new long[Space.ElementCount];
        for (int period = 0; period < blocks.Length; period++)
        {
            if (blocks[period] is not CubeBlock block)
            {
                continue;
            }

            for (int center = 0; center < Space.CenterCount; center++)
            {
                int count = block.Amounts.ReadRow(center, elements, amounts);
                for (int i = 0; i < count; i++)
                {
                    yield return new CellChange(center, elements[i], period, amounts[i]);
                }
            }
        }
    }

    /// <summary>The cells of a period by its ordinal, or null when none holds something.</summary>
    internal CubeBlock? Block(int period) => period < blocks.Length ? blocks[period] : null;

    internal int BlockCount => blocks.Length;

    private CubeCell CellAt(CellAddress address, long amount, long? quantity) =>
        new(
            address,
            Space.Scale.ToDecimal(amount),
            quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null);
}
