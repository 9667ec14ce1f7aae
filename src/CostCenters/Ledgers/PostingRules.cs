using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

/// <summary>The rules of a posting, by numbers and days.</summary>
/// <remarks>
/// <para>The ledger, a reader of rows and an import of columns all ask these, so that they accept the same. Centers and
/// elements are numbered as in the space, days as in <see cref="FiscalCalendar.DayNumber"/>.</para>
/// <para>Immutable; safe for all threads.</para>
/// </remarks>
public sealed class PostingRules
{
    /// <summary>The largest magnitude of an amount, in whole units of the currency: 10^15.</summary>
    public const long MaxAmount = 1_000_000_000_000_000;

    /// <summary>The largest magnitude of a quantity, in whole units: 10^12.</summary>
    public const long MaxQuantity = 1_000_000_000_000;

    private readonly ValidDays validCenters;
    private readonly ValidDays openCenters;
    private readonly ValidDays elements;

    /// <summary>The rules in a space.</summary>
    /// <param name="space">Centers, elements, calendar and scale.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    public PostingRules(CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        validCenters = ValidDays.OfCenters(space.Centers);
        openCenters = ValidDays.OfOpenCenters(space.Centers);
        elements = ValidDays.OfElements(space.Elements);
    }

    /// <summary>Centers, elements, calendar and scale.</summary>
    public CubeSpace Space { get; }

    /// <summary>Whether center and element take a posting on a day, closed periods aside.</summary>
    /// <param name="center">The number of the center.</param>
    /// <param name="element">The number of the element.</param>
    /// <param name="day">The number of the day.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Takes(int center, int element, int day) =>
        openCenters.Contains(center, day) && elements.Contains(element, day);

    /// <summary>Whether every center and every element takes postings from a day through another; false, too, when that
    /// cannot be told at once.</summary>
    /// <param name="firstDay">The number of the first day.</param>
    /// <param name="lastDay">The number of the last day.</param>
    public bool AllTake(int firstDay, int lastDay) =>
        openCenters.AllContain(firstDay, lastDay) && elements.AllContain(firstDay, lastDay);

    /// <summary>What keeps a center from taking a posting on a day: that it is not valid, or that it is blocked.
    /// </summary>
    /// <param name="center">The number of the center.</param>
    /// <param name="day">The number of the day.</param>
    /// <returns>Null when it takes the posting.</returns>
    public CommandFaultKind? CenterFault(int center, int day) =>
        openCenters.Contains(center, day) ? null
        : validCenters.Contains(center, day) ? CommandFaultKind.CenterBlocked
        : CommandFaultKind.CenterNotValid;

    /// <summary>What keeps an element from taking a posting on a day: that it is not valid.</summary>
    /// <param name="element">The number of the element.</param>
    /// <param name="day">The number of the day.</param>
    /// <returns>Null when it takes the posting.</returns>
    public CommandFaultKind? ElementFault(int element, int day) =>
        elements.Contains(element, day) ? null : CommandFaultKind.ElementNotValid;

    /// <summary>Whether the period of a posting is closed for its center.</summary>
    /// <param name="closed">The closed periods.</param>
    /// <param name="center">The number of the center.</param>
    /// <param name="day">The number of the day.</param>
    /// <param name="adjustmentPeriod">Which adjustment period of the year of the day, or 0 for the period of the day.
    /// </param>
    /// <param name="period">The period, where it is closed.</param>
    public bool IsClosed(
        CenterPeriodSet closed, int center, int day, int adjustmentPeriod, out FiscalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(closed);
        period = default;
        if (closed.Count == 0)
        {
            return false;
        }

        FiscalPeriod byDate = Space.Calendar.PeriodAt(Space.Calendar.OrdinalOfDay(day));
        period = adjustmentPeriod == 0
            ? byDate
            : new FiscalPeriod(byDate.Year, Space.Calendar.PeriodCount + adjustmentPeriod);
        return closed.Contains(Space.Centers.Centers[center].Code, period);
    }

    /// <summary>Whether a count of an amount or quantity is within its bound.</summary>
    /// <remarks>The one count whose opposite does not fit 64 bits is not: it could never be reversed.</remarks>
    /// <param name="count">The count.</param>
    /// <param name="scale">What it counts.</param>
    /// <param name="most"><see cref="MaxAmount"/> or <see cref="MaxQuantity"/>.</param>
    public static bool IsInRange(long count, DecimalScale scale, long most) =>
        count != long.MinValue && Int128.Abs(count) <= (Int128)most * scale.UnitsPerWhole;
}
