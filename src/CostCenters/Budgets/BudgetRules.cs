using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Budgets;

/// <summary>The rules of a budget line, by numbers and days.</summary>
/// <remarks>
/// <para>A line is valid where its center and its element are valid on the last day of its period, and a line for a
/// whole year where that holds of each regular period. Amounts and quantities have the bounds of postings. A version, a
/// reader of rows and an import of columns all ask this, so that they accept the same.</para>
/// <para>Immutable; safe for all threads.</para>
/// </remarks>
public sealed class BudgetRules
{
    private readonly ValidDays centers;
    private readonly ValidDays elements;
    private readonly int[] lastDays;

    /// <summary>The rules in a space.</summary>
    /// <param name="space">Centers, elements and calendar.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    public BudgetRules(CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        centers = ValidDays.OfCenters(space.Centers);
        elements = ValidDays.OfElements(space.Elements);
        FiscalCalendar calendar = space.Calendar;
        lastDays = [.. Enumerable.Range(0, calendar.OrdinalCount).Select(ordinal => Math.Clamp(
            FiscalCalendar.DayNumber(calendar.DatesOf(calendar.PeriodAt(ordinal)).Last), -1, FiscalCalendar.DayCount))];
    }

    /// <summary>Centers, elements and calendar.</summary>
    public CubeSpace Space { get; }

    /// <summary>Whether a line is valid in periods that follow each other: one, or those of a year.</summary>
    /// <param name="center">The number of the center.</param>
    /// <param name="element">The number of the element.</param>
    /// <param name="firstPeriod">The ordinal of the first period.</param>
    /// <param name="periodCount">How many periods there are.</param>
    /// <exception cref="IndexOutOfRangeException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such periods.</exception>
    public bool IsValid(int center, int element, int firstPeriod, int periodCount) =>
        IsCenterValid(center, firstPeriod, periodCount) && IsElementValid(element, firstPeriod, periodCount);

    /// <summary>Whether a center is valid on the last day of each of some periods.</summary>
    /// <param name="center">The number of the center.</param>
    /// <param name="firstPeriod">The ordinal of the first period.</param>
    /// <param name="periodCount">How many periods there are.</param>
    /// <exception cref="IndexOutOfRangeException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such periods.</exception>
    public bool IsCenterValid(int center, int firstPeriod, int periodCount) =>
        AreValid(centers, center, firstPeriod, periodCount);

    /// <summary>Whether an element is valid on the last day of each of some periods.</summary>
    /// <param name="element">The number of the element.</param>
    /// <param name="firstPeriod">The ordinal of the first period.</param>
    /// <param name="periodCount">How many periods there are.</param>
    /// <exception cref="IndexOutOfRangeException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such periods.</exception>
    public bool IsElementValid(int element, int firstPeriod, int periodCount) =>
        AreValid(elements, element, firstPeriod, periodCount);

    private bool AreValid(ValidDays days, int number, int firstPeriod, int periodCount)
    {
        foreach (int day in lastDays.AsSpan(firstPeriod, periodCount))
        {
            if (!days.Contains(number, day))
            {
                return false;
            }
        }

        return true;
    }
}
