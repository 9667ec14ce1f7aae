using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Cubes;

/// <summary>
/// The axes and units that cubes share: centers x elements x fiscal periods, one currency, one scale of amounts.
/// </summary>
/// <remarks>
/// <para>Cubes over one space can be compared, merged and rolled up, and so can cubes over spaces of which one extends
/// the other: what comes out is over the later one. Centers and elements are numbered as their hierarchy and chart
/// number them; both number by appending, so what was built over a space stays right in each that extends it.</para>
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

    internal int CenterCount => Centers.Centers.Length;

    internal int ElementCount => Elements.Elements.Length;

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

    /// <summary>The one of two spaces that extends the other.</summary>
    /// <exception cref="CubeSpaceMismatchException">Neither does.</exception>
    internal static CubeSpace LaterOf(CubeSpace left, CubeSpace right, string parameter)
    {
        ArgumentNullException.ThrowIfNull(left, parameter);
        ArgumentNullException.ThrowIfNull(right, parameter);
        return left.Extends(right) ? left
            : right.Extends(left) ? right
            : throw new CubeSpaceMismatchException(left, right, parameter);
    }

    /// <exception cref="CubeSpaceMismatchException">A space does not extend one that should come before it.</exception>
    internal static void RequireExtension(CubeSpace space, CubeSpace earlier, string parameter)
    {
        ArgumentNullException.ThrowIfNull(space, parameter);
        if (!space.Extends(earlier))
        {
            throw new CubeSpaceMismatchException(space, earlier, parameter);
        }
    }

    /// <summary>Whether both spaces were made from one by extending it.</summary>
    internal bool HasOriginOf(CubeSpace other) => ReferenceEquals(lineage.Origin, other.lineage.Origin);

    /// <summary>Whether centers, elements and periods of both spaces have the same numbers, as far as both have them.
    /// </summary>
    internal bool NumbersLike(CubeSpace other)
    {
        return Calendar.Equals(other.Calendar)
            && (ReferenceEquals(Centers, other.Centers)
                || Agree(Centers.Centers, other.Centers.Centers, (own, their) => own.Code == their.Code))
            && (ReferenceEquals(Elements, other.Elements)
                || Agree(Elements.Elements, other.Elements.Elements, (own, their) =>
                    own.Code == their.Code && own.Nature == their.Nature
                    && (own.Unit is null || their.Unit is null || own.Unit == their.Unit)));

        static bool Agree<T>(IEnumerable<T> own, IEnumerable<T> their, Func<T, T, bool> agree) =>
            own.Zip(their).All(pair => agree(pair.First, pair.Second));
    }

    internal CellAddress AddressOf(int center, int element, int period) =>
        new(Centers.Centers[center].Code, Elements.Elements[element].Code, Calendar.PeriodAt(period));

    /// <summary>Where a space comes from; the spaces themselves are not kept alive by it.</summary>
    private sealed class Lineage(Lineage? previous, int generation)
    {
        public Lineage? Previous => previous;

        public int Generation => generation;

        public Lineage Origin
        {
            get
            {
                Lineage origin = this;
                while (origin.Previous is not null)
                {
                    origin = origin.Previous;
                }

                return origin;
            }
        }
    }
}
