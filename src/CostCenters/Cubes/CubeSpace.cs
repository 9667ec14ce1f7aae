using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Cubes;

/// <summary>
/// The axes and units that cubes share: centers x elements x fiscal periods, one currency, one scale of amounts.
/// </summary>
/// <remarks>
/// <para>Cubes over the same space can be compared, merged and rolled up. Centers and elements are numbered as their
/// hierarchy and chart number them; both number by appending, so a space made from extended master data holds the
/// cells of the old one at the same places.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class CubeSpace
{
    /// <summary>The most centers of a space: 2^22.</summary>
    public const int MaxCenters = 1 << 22;

    /// <summary>The most elements of a space: 2^20.</summary>
    public const int MaxElements = 1 << 20;

    private readonly Lineage lineage;

    /// <summary>Creates a space.</summary>
    /// <param name="centers">The centers.</param>
    /// <param name="elements">The cost and revenue elements.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="scale">The decimals of all amounts; finer amounts are refused. A book uses its currency's
    /// minor digits.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCenters"/> centers or
    /// <see cref="MaxElements"/> elements.</exception>
    public CubeSpace(
        CenterHierarchy centers,
        ElementChart elements,
        FiscalCalendar calendar,
        Currency currency,
        DecimalScale scale)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(currency);
        if (centers.Centers.Length > MaxCenters || elements.Elements.Length > MaxElements)
        {
            throw new ArgumentException("A space has at most 2^22 centers and 2^20 elements.", nameof(centers));
        }

        Centers = centers;
        Elements = elements;
        Calendar = calendar;
        Currency = currency;
        Scale = scale;
        lineage = new Lineage(null, 0);
        CellsPerPeriod = (long)centers.Centers.Length * elements.Elements.Length;
    }

    private CubeSpace(CubeSpace earlier, CenterHierarchy centers, ElementChart elements)
        : this(centers, elements, earlier.Calendar, earlier.Currency, earlier.Scale) =>
        lineage = new Lineage(earlier.lineage, earlier.lineage.Generation + 1);

    /// <summary>The centers.</summary>
    public CenterHierarchy Centers { get; }

    /// <summary>The cost and revenue elements.</summary>
    public ElementChart Elements { get; }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The decimals of all amounts.</summary>
    public DecimalScale Scale { get; }

    internal int ElementCount => Elements.Elements.Length;

    internal long CellsPerPeriod { get; }

    /// <summary>This space with more centers, elements or validities; every number given once stays.</summary>
    /// <param name="centers">All centers of this space in the same places, and perhaps more; see
    /// <see cref="CenterHierarchy.ToBuilder"/>.</param>
    /// <param name="elements">All elements of this space in the same places, and perhaps more; see
    /// <see cref="ElementChart.ToBuilder"/>.</param>
    /// <returns>A space that <see cref="Extends"/> this one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A center or element of this space is missing or has another number, or an
    /// element has another nature or another unit.</exception>
    public CubeSpace Extend(CenterHierarchy centers, ElementChart elements)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(elements);
        foreach (Center center in Centers.Centers)
        {
            if (center.Index >= centers.Centers.Length || centers.Centers[center.Index].Code != center.Code)
            {
                throw new ArgumentException(
                    $"Center '{center}' had number {center.Index}; build the new centers from the old ones.",
                    nameof(centers));
            }
        }

        for (int number = 0; number < Elements.Elements.Length; number++)
        {
            CostElement element = Elements.Elements[number];
            if (number >= elements.Elements.Length || elements.Elements[number].Code != element.Code)
            {
                throw new ArgumentException(
                    $"Element '{element.Code}' had number {number}; build the new elements from the old ones.",
                    nameof(elements));
            }

            CostElement now = elements.Elements[number];
            if (now.Nature != element.Nature || (element.Unit is not null && now.Unit != element.Unit))
            {
                throw new ArgumentException(
                    $"Element '{element.Code}' has figures of another nature or unit; give the new one its own code.",
                    nameof(elements));
            }
        }

        return new CubeSpace(this, centers, elements);
    }

    /// <summary>Whether this space is another one, or was made from it by extending it once or several times.</summary>
    /// <param name="earlier">The space that may have come first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is null.</exception>
    public bool Extends(CubeSpace earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        Lineage? ancestor = lineage;
        while (ancestor is not null && ancestor.Generation > earlier.lineage.Generation)
        {
            ancestor = ancestor.Previous;
        }

        return ReferenceEquals(ancestor, earlier.lineage);
    }

    internal static void RequireSame(CubeSpace expected, CubeSpace actual, string parameter)
    {
        if (!ReferenceEquals(expected, actual))
        {
            throw new ArgumentException("Both cubes must share one cube space.", parameter);
        }
    }

    internal CellAddress AddressOf(long cell, int period) =>
        new(
            Centers.Centers[(int)(cell / ElementCount)].Code,
            Elements.Elements[(int)(cell % ElementCount)].Code,
            Calendar.PeriodAt(period));

    /// <summary>Where a space comes from; the spaces themselves are not kept alive by it.</summary>
    private sealed class Lineage(Lineage? previous, int generation)
    {
        public Lineage? Previous => previous;

        public int Generation => generation;
    }
}
