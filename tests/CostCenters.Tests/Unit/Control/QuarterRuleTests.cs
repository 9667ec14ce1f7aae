using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using NodaTime;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Rules over quarters ask the calendar what a quarter is.</summary>
public class QuarterRuleTests
{
    [Theory] // 52 a year by weeks: 13 a quarter, be it one period, two, or three of 4, 5 and 4 weeks.
    [InlineData(new[] { 13, 13, 13, 13 }, 2, 2)]
    [InlineData(new[] { 6, 7, 6, 7, 6, 7, 6, 7 }, 3, 4)]
    [InlineData(new[] { 4, 5, 4, 4, 4, 5, 4, 4, 5, 4, 4, 5 }, 4, 6)]
    public void Quarter_OfAnyWeeks_HasTheBudgetOfThirteen(int[] weeks, int from, int through)
    {
        Book book = With(weeks);

        Assert.Equal(CommandOutcome.Accepted, SetQuarters(book).Outcome);
        RuleFigures figures = book.Snapshot().Control.FiguresOf("r", new FiscalPeriod(2026, through));
        Assert.Equal(13m, figures.Budget);
        Assert.Equal(
            new FiscalPeriodRange(new FiscalPeriod(2026, from), new FiscalPeriod(2026, through)), figures.Periods);
    }

    [Theory]
    [InlineData(new[] { 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5 })]
    [InlineData(new[] { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 })]
    [InlineData(new[] { 26, 26 })]
    public void Quarter_WherePeriodsMakeNone_IsRefused(int[] weeks)
    {
        CommandResult refused = SetQuarters(With(weeks));

        Assert.Equal(CommandFaultKind.DateOutOfRange, Assert.Single(refused.Faults).Kind);
    }

    private static CommandResult SetQuarters(Book book) => book.Control.SetRules(
        new AvailabilityRules([Stop("r", Everything, RuleSpan.Quarter)], Respond(AvailabilityVerdict.Pass)), Stamp);

    private static Book With(int[] weeks)
    {
        var calendar = FiscalCalendar.Weeks(
            WeekPattern.Of(weeks),
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            YearNaming.Start,
            week53Period: null);
        var space = new CubeSpace(
            Space.Centers, Space.Elements, calendar, Currency.Eur, new DecimalScale(2));
        var book = new Book("weeks", space);
        var byWeeks = Phasing.ByWeights([.. weeks.Select(count => (decimal)count)], RemainderRule.LargestRemainder);
        book.Budgets.Add(
            new BudgetVersion.Builder(space, "b", 1, byWeeks)
                .Add(BudgetLine.ForYear(TeamOne, Paper, 2026, 52m)).Freeze(),
            Stamp).GetOrThrow();
        return book;
    }
}
