using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Chooses what is compared, and in which periods.</summary>
internal static class Comparisons
{
    private const string LastYear = "last-year";

    /// <summary>
    /// The comparison that the options ask for, what a reader calls it, and the budget against the actuals of the same
    /// periods, in which findings are looked for whatever is compared.
    /// </summary>
    public static (Comparison Comparison, string Title, Comparison BudgetAgainstActuals) Choose(
        Options options, BookCubes book)
    {
        FiscalCalendar calendar = book.Space.Calendar;
        Cube actual = book.Actual;
        BudgetCube? version = VersionOf(book, options);
        Cube budget = version?.Cube ?? Cube.Empty(book.Space);
        FiscalPeriodRange range = RangeOf(options, calendar, budget, actual);
        string periods = range.From == range.Through ? $"{range.From}" : $"{range.From} through {range.Through}";
        var budgetAgainstActuals = new Comparison(budget, actual, range);
        return options.Against switch
        {
            LastYear => (
                new Comparison(actual, YearBefore(range, calendar), actual, range),
                $"{book.Name}: last year's actuals against actuals, {periods}, {book.Space.Currency}",
                budgetAgainstActuals),
            string other when options.Version is not null => (
                new Comparison(Find(book, other).Cube, budget, range),
                $"{book.Name}: budget '{other}' against budget '{version!.Name}', {periods}, {book.Space.Currency}",
                budgetAgainstActuals),
            _ => (
                budgetAgainstActuals,
                $"{book.Name}: {(version is null ? "no budget" : $"budget '{version.Name}'")} against actuals, "
                    + $"{periods}, {book.Space.Currency}",
                budgetAgainstActuals),
        };
    }

    /// <summary>The version of --version, or of --against when it stands alone, or the only one of the book.</summary>
    private static BudgetCube? VersionOf(BookCubes book, Options options)
    {
        string? name = options.Version ?? (options.Against is null or LastYear ? null : options.Against);
        if (name is not null)
        {
            return Find(book, name);
        }

        if (book.Budgets.Length > 1 && options.Against is null)
        {
            string names = string.Join(", ", book.Budgets.Select(budget => budget.Name));
            throw new UsageException($"The book has the versions {names}; name one with --version.");
        }

        return book.Budgets.Length == 1 ? book.Budgets[0] : null;
    }

    private static BudgetCube Find(BookCubes book, string name) =>
        book.Budgets.FirstOrDefault(budget => budget.Name == name)
        ?? throw new UsageException($"The book has no budget version '{name}' with an accepted row.");

    private static FiscalPeriodRange RangeOf(Options options, FiscalCalendar calendar, Cube budget, Cube actual)
    {
        RequirePeriod("--from", options.From, calendar);
        RequirePeriod("--through", options.Through, calendar);
        FiscalPeriodRange? used = budget.Periods ?? actual.Periods;
        FiscalPeriod through = options.Through ?? used?.Through ?? throw NoRange();
        FiscalPeriod from = options.YearToDate
            ? new FiscalPeriod(through.Year, 1)
            : options.From ?? used?.From ?? throw NoRange();
        return from <= through
            ? new FiscalPeriodRange(from, through)
            : throw new UsageException($"The range from {from} through {through} is reversed.");

        static RunException NoRange() =>
            new("There is neither a budget nor a posting to take the range from; name --from and --through.");
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
}
