using CostCenters.Calendars;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tool.Views;
using NodaTime;

namespace CostCenters.Tool.Reading;

/// <summary>What a report compares, and what is told beside it.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Tree">The tree of the centers on the last day.</param>
/// <param name="Top">The center that the report is limited to, or null.</param>
/// <param name="Book">The name of the book.</param>
/// <param name="Version">The budget version, or null.</param>
/// <param name="ActualsThrough">The last day of the last period that has a posting, or null.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="BudgetAgainstActuals">
/// The budget against the actuals of the same periods, in which findings are looked for whatever is compared.
/// </param>
/// <param name="Notes">What a reader of the figures has to know, a line each.</param>
internal sealed record ChosenComparison(
    Comparison Comparison,
    CenterTree Tree,
    CenterCode? Top,
    string Book,
    string? Version,
    LocalDate? ActualsThrough,
    ScreenTitle Title,
    Comparison BudgetAgainstActuals,
    IReadOnlyList<string> Notes)
{
    /// <summary>The fiscal year in which the range ends.</summary>
    public FiscalPeriodRange Year
    {
        get
        {
            int year = Comparison.Periods[^1].Year;
            FiscalCalendar calendar = Comparison.Space.Calendar;
            int last = calendar.PeriodCount + calendar.AdjustmentPeriodCount;
            return new FiscalPeriodRange(new FiscalPeriod(year, 1), new FiscalPeriod(year, last));
        }
    }
}
