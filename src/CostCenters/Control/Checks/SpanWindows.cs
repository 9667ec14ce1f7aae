using CostCenters.Calendars;
using CostCenters.Control.Rules;

namespace CostCenters.Control.Checks;

/// <summary>The windows of a span: consecutive numbers, and the periods of each.</summary>
/// <remarks>An amount of a period adds to one window or several that follow each other; it is judged in the first ones
/// of these.</remarks>
internal sealed class SpanWindows(FiscalCalendar calendar, RuleSpan span)
{
    private readonly int slots = calendar.PeriodCount + calendar.AdjustmentPeriodCount;

    /// <summary>Where the calendar has no quarters, rules over them are refused.</summary>
    private readonly int quarter = calendar.PeriodsPerQuarter ?? calendar.PeriodCount;

    /// <summary>The windows that an amount of a period adds to.</summary>
    public (int First, int Count) Of(int period)
    {
        int year = period / slots;
        int number = Math.Min(period % slots, calendar.PeriodCount - 1);
        return span.Kind switch
        {
            RuleSpanKind.Period => (period, 1),
            RuleSpanKind.Quarter => ((year * 4) + (number / quarter), 1),
            RuleSpanKind.YearToDate => (period, slots - (period % slots)),
            RuleSpanKind.FullYear => (year, 1),
            _ => Rolling((year * calendar.PeriodCount) + number),
        };
    }

    /// <summary>In how many of its windows an amount is judged.</summary>
    public int JudgedOf(int count) => span.Kind == RuleSpanKind.Rolling ? 1 : count;

    /// <summary>Of the windows with one number only that with the least left is told.</summary>
    public int GroupOf(int window) => span.Kind == RuleSpanKind.YearToDate ? window / slots : window;

    /// <summary>The periods of a window.</summary>
    public FiscalPeriodRange PeriodsOf(int window) =>
        span.Kind switch
        {
            RuleSpanKind.Period => Range(window, window),
            RuleSpanKind.Quarter => Range(
                (window / 4 * slots) + (window % 4 * quarter),
                window % 4 == 3
                    ? ((window / 4) + 1) * slots - 1
                    : (window / 4 * slots) + (((window % 4) + 1) * quarter) - 1),
            RuleSpanKind.YearToDate => Range(window / slots * slots, window),
            RuleSpanKind.FullYear => Range(window * slots, ((window + 1) * slots) - 1),
            _ => Range(Regular(Math.Max(window - span.PeriodCount + 1, 0)), Last(window)),
        };

    /// <summary>The window that ends with a period, or holds it.</summary>
    public int WindowOf(FiscalPeriod period) => Of(calendar.OrdinalOf(period)).First;

    /// <summary>The windows that end with a period or a later one, as far as the calendar goes.</summary>
    private (int First, int Count) Rolling(int number)
    {
        int end = calendar.OrdinalCount / slots * calendar.PeriodCount;
        return (number, Math.Min(span.PeriodCount, end - number));
    }

    private int Regular(int number) => (number / calendar.PeriodCount * slots) + (number % calendar.PeriodCount);

    /// <summary>The adjustment periods belong to the last regular period of their year.</summary>
    private int Last(int number) =>
        number % calendar.PeriodCount == calendar.PeriodCount - 1
            ? (((number / calendar.PeriodCount) + 1) * slots) - 1
            : Regular(number);

    private FiscalPeriodRange Range(int first, int last) => new(calendar.PeriodAt(first), calendar.PeriodAt(last));
}
