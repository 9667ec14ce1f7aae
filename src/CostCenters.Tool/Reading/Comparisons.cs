using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Views;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Reading;

/// <summary>Chooses what is compared, and in which periods.</summary>
internal static class Comparisons
{
    /// <summary>The comparison that the options ask for.</summary>
    public static ChosenComparison Choose(ReportOptions options, BookCubes book)
    {
        FiscalCalendar calendar = book.Space.Calendar;
        RequirePeriod("--from", options.From, calendar);
        RequirePeriod("--through", options.Through, calendar);
        BudgetCube? version = VersionOf(book, options);
        Cube budget = version?.Cube ?? Cube.Empty(book.Space);
        BudgetCube? other = options is { AgainstVersion: string name, Version: not null } ? Find(book, name) : null;
        FiscalPeriodRange range = RangeOf(options, budget, book.Actual, comparesVersions: other is not null);
        CenterTree tree = book.Space.Centers.TreeAsOf(calendar.DatesOf(range.Through).Last);
        (string what, Comparison comparison) = Compare(options, book, version, other, range);
        var title = new ScreenTitle(
            book.Name, version?.Name, what, range, calendar, book.Space.Currency.Code, book.Actual.Periods?.Through);
        var chosen = new ChosenComparison(
            comparison,
            tree,
            null,
            book.Name,
            version?.Name,
            book.Actual.Periods is FiscalPeriodRange posted ? calendar.DatesOf(posted.Through).Last : null,
            title,
            new Comparison(budget, book.Actual, range),
            [.. ReportNotes.Of(comparison, other?.Cube ?? budget, book, options)]);
        return options.Center is string top ? Below(chosen, CenterOf(book, "--center", top)) : chosen;
    }

    /// <summary>A center by its code.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static CenterCode CenterOf(BookCubes book, string option, string code) =>
        code.Length > 0 && book.Space.Centers.TryGet(new CenterCode(code), out Center? center)
            ? center.Code
            : throw new UsageException($"{option}: the book has no center '{code}'.");

    private static (string What, Comparison Comparison) Compare(
        ReportOptions options, BookCubes book, BudgetCube? version, BudgetCube? other, FiscalPeriodRange range)
    {
        Cube actual = book.Actual;
        Cube budget = version?.Cube ?? Cube.Empty(book.Space);
        string plan = version is null ? "no budget" : $"budget '{version.Name}'";
        return options.Against switch
        {
            ReportOptions.LastYear => (
                "last year's actuals against actuals",
                new Comparison(actual, YearBefore(range, book.Space.Calendar), actual, range)
                    .Named("last year", "actual")),
            ReportOptions.LastYearWeeks => (
                "last year's actuals of comparable weeks against actuals",
                new Comparison(ComparableWeeksOf(book), actual, range).Named("last year's weeks", "actual")),
            _ when other is not null => (
                $"budget '{other.Name}' against {plan}",
                new Comparison(other.Cube, budget, range).Named(other.Name, version!.Name)),
            _ => ($"{plan} against actuals", new Comparison(budget, actual, range)),
        };
    }

    /// <summary>The same comparison of a center and those below it alone.</summary>
    public static ChosenComparison Below(ChosenComparison chosen, CenterCode top) =>
        chosen with
        {
            Comparison = chosen.Comparison.Below(chosen.Tree, top),
            BudgetAgainstActuals = chosen.BudgetAgainstActuals.Below(chosen.Tree, top),
            Top = top,
            Title = chosen.Title.With($"center {top} and below alone"),
        };

    /// <summary>The version of --version, or of --against when it stands alone, or the only one of the book.</summary>
    private static BudgetCube? VersionOf(BookCubes book, ReportOptions options)
    {
        if ((options.Version ?? options.AgainstVersion) is string name)
        {
            return Find(book, name);
        }

        if (book.Budgets.Length > 1 && options.Against is null)
        {
            throw new UsageException($"The book has the versions {NamesOf(book)}; name one with --version.");
        }

        return book.Budgets.Length == 1 ? book.Budgets[0] : null;
    }

    private static BudgetCube Find(BookCubes book, string name) =>
        book.Budgets.FirstOrDefault(budget => budget.Name == name)
        ?? throw new UsageException(
            $"The book has no budget version '{name}' with an accepted row; it has "
                + (book.Budgets.IsEmpty ? "none." : $"{NamesOf(book)}."));

    private static string NamesOf(BookCubes book) => string.Join(", ", book.Budgets.Select(budget => budget.Name));

    /// <summary>Where postings end does not matter to a comparison of two budget versions.</summary>
    private static FiscalPeriodRange RangeOf(ReportOptions options, Cube budget, Cube actual, bool comparesVersions)
    {
        ReportEnd end = options.FullYear || comparesVersions ? ReportEnd.LastBudget : ReportEnd.LastPosting;
        if (options.Year is int year)
        {
            return YearOf(year, end, actual);
        }

        FiscalPeriod? from = options is { YearToDate: true, Through: FiscalPeriod last }
            ? FirstOf(last)
            : options.From;
        if (ReportRange.Choose(budget, actual, end, from, options.Through) is FiscalPeriodRange range)
        {
            return options.YearToDate ? new FiscalPeriodRange(FirstOf(range.Through), range.Through) : range;
        }

        throw (budget.Periods ?? actual.Periods) is FiscalPeriodRange used
            ? new UsageException(options.From is FiscalPeriod first
                ? $"--from {first} is after the last period to report, {used.Through}; name --through, too."
                : $"--through {options.Through} is before the first period to report, {used.From}; name --from, too.")
            : new RunException(
                "There is neither a budget nor a posting to take the range from; name --from and --through.");

        static FiscalPeriod FirstOf(FiscalPeriod period) => new(period.Year, 1);
    }

    /// <summary>A year, as far as there are postings in it or, without any, whole.</summary>
    private static FiscalPeriodRange YearOf(int year, ReportEnd end, Cube actual)
    {
        FiscalCalendar calendar = actual.Space.Calendar;
        if (!calendar.IsWholeYearSupported(year))
        {
            throw new UsageException($"--year {year} is no year of the book's fiscal calendar.");
        }

        var first = new FiscalPeriod(year, 1);
        var last = new FiscalPeriod(year, calendar.PeriodCount + calendar.AdjustmentPeriodCount);
        return actual.Periods?.Through is FiscalPeriod posted && end == ReportEnd.LastPosting
            && posted >= first && posted < last
                ? new FiscalPeriodRange(first, posted)
                : new FiscalPeriodRange(first, last);
    }

    private static void RequirePeriod(string option, FiscalPeriod? period, FiscalCalendar calendar)
    {
        if (period is FiscalPeriod p && !(calendar.IsWholeYearSupported(p.Year) && calendar.Contains(p)))
        {
            throw new UsageException($"{option} {p} is no period of the book's fiscal calendar.");
        }
    }

    private static FiscalPeriodRange YearBefore(FiscalPeriodRange range, FiscalCalendar calendar)
    {
        var from = new FiscalPeriod(range.From.Year - 1, range.From.Number);
        RequirePeriod("--against last-year:", from, calendar);
        return new FiscalPeriodRange(from, new FiscalPeriod(range.Through.Year - 1, range.Through.Number));
    }

    private static Cube ComparableWeeksOf(BookCubes book) =>
        book.ComparableWeeks ?? throw new UsageException(
            $"--against {ReportOptions.LastYearWeeks} needs a calendar of weeks; this book's years are made of months. "
                + $"Use --against {ReportOptions.LastYear}.");
}
