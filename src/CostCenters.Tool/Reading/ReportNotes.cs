using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Views;

namespace CostCenters.Tool.Reading;

/// <summary>What a reader of the figures has to know and does not see in them.</summary>
internal static class ReportNotes
{
    /// <summary>The notes on a comparison, a line each.</summary>
    public static IEnumerable<string> Of(Comparison comparison, Cube budget, BookCubes book, ReportOptions options)
    {
        FiscalPeriod through = comparison.Periods[^1];
        bool isChosen = options is { Through: null, FullYear: false };
        if (isChosen && LaterBudget.After(budget, through) is LaterBudget later)
        {
            yield return Later(later, through, book);
        }

        if (book.Actual.Periods?.Through is FiscalPeriod last && last < through)
        {
            yield return $"the last posting is in {last}, the report goes through {through}.";
        }

        if (Unequal(comparison, options) is string unequal)
        {
            yield return unequal;
        }
    }

    private static string Later(LaterBudget later, FiscalPeriod through, BookCubes book)
    {
        var numbers = new NumberText(book.Space.Scale.Digits);
        string?[] amounts =
        [
            later.Cost is decimal cost ? $"cost {numbers.Amount(cost)}" : null,
            later.Revenue is decimal revenue ? $"revenue {numbers.Amount(revenue)}" : null,
        ];
        (FiscalPeriod first, FiscalPeriod last) = (later.Periods.From, later.Periods.Through);
        string periods = first == last ? $"{first}" : $"{first} through {last}";
        return $"the report ends with {through}; the budget of {periods} is left out: "
            + $"{string.Join(", ", amounts.Where(amount => amount is not null))} (--full-year).";
    }

    /// <summary>The first two periods whose days do not compare, and how many there are.</summary>
    private static string? Unequal(Comparison comparison, ReportOptions options)
    {
        PeriodPair[] unequal = [.. PeriodPair.Of(comparison).Where(pair => !pair.IsComparable)];
        if (unequal.Length == 0)
        {
            return null;
        }

        PeriodPair pair = unequal[0];
        string more = unequal.Length == 1
            ? ""
            : $", and so on in {unequal.Length} of {comparison.Periods.Length} periods";
        string hint = options.Against == ReportOptions.LastYear && comparison.Space.Calendar.WeekPattern is not null
            ? $" --against {ReportOptions.LastYearWeeks} compares the same weeks."
            : "";
        return $"other days are compared: {pair.Period} ({Days(pair.Days)}) with "
            + $"{pair.BudgetPeriod} ({Days(pair.BudgetDays)}){more}.{hint}";

        static string Days(DateRange days) => $"{days.Days} days, {days}";
    }
}
