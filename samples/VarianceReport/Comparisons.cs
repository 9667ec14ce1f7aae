using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Chooses what is compared, and in which periods.</summary>
internal static class Comparisons
{
    /// <summary>The comparison that the options ask for.</summary>
    public static ChosenComparison Choose(Options options, BookCubes book)
    {
        FiscalCalendar calendar = book.Space.Calendar;
        RequirePeriod("--from", options.From, calendar);
        RequirePeriod("--through", options.Through, calendar);
        Cube actual = book.Actual;
        BudgetCube? version = VersionOf(book, options);
        Cube budget = version?.Cube ?? Cube.Empty(book.Space);
        BudgetCube? other = options is { AgainstVersion: string name, Version: not null } ? Find(book, name) : null;
        FiscalPeriodRange range = RangeOf(options, budget, actual, comparesVersions: other is not null);
        var budgetAgainstActuals = new Comparison(budget, actual, range);
        string plan = version is null ? "no budget" : $"budget '{version.Name}'";
        (string what, Comparison comparison) = options.Against switch
        {
            Options.LastYear => (
                "last year's actuals against actuals",
                new Comparison(actual, YearBefore(range, calendar), actual, range)
                    .Named("last year", "actual")),
            Options.LastYearWeeks => (
                "last year's actuals of comparable weeks against actuals",
                new Comparison(ComparableWeeksOf(book), actual, range).Named("last year's weeks", "actual")),
            _ when other is not null => (
                $"budget '{other.Name}' against {plan}",
                new Comparison(other.Cube, budget, range).Named(other.Name, version!.Name)),
            _ => ($"{plan} against actuals", budgetAgainstActuals),
        };
        string periods = range.From == range.Through ? $"{range.From}" : $"{range.From} through {range.Through}";
        return new ChosenComparison(
            comparison,
            $"{book.Name}: {what}, {periods}, {book.Space.Currency}",
            budgetAgainstActuals,
            [.. ReportNotes.Of(comparison, other?.Cube ?? budget, book, options)]);
    }

    /// <summary>The version of --version, or of --against when it stands alone, or the only one of the book.</summary>
    private static BudgetCube? VersionOf(BookCubes book, Options options)
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
    private static FiscalPeriodRange RangeOf(Options options, Cube budget, Cube actual, bool comparesVersions)
    {
        ReportEnd end = options.FullYear || comparesVersions ? ReportEnd.LastBudget : ReportEnd.LastPosting;
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
            $"--against {Options.LastYearWeeks} needs a calendar of weeks; this book's years are made of months. "
                + $"Use --against {Options.LastYear}.");
}
