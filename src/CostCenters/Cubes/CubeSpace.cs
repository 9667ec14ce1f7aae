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
    /// <summary>Creates a space.</summary>
    /// <param name="centers">The centers.</param>
    /// <param name="elements">The cost and revenue elements.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="scale">The decimals of all amounts; finer amounts are refused. A book uses its currency's
    /// minor digits.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
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
        Centers = centers;
        Elements = elements;
        Calendar = calendar;
        Currency = currency;
        Scale = scale;
        CellsPerPeriod = (long)centers.Centers.Length * elements.Elements.Length;
    }

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
}
