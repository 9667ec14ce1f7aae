using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets;

/// <summary>Worked cases of other systems that spread a budget over days, by their ids.</summary>
public class PeerDailyTests
{
    // odoo: -364 between the first and the last day of 1983, which are 364 days apart: a day's share with each day.
    [Theory]
    [InlineData(1, 2, -1)]
    [InlineData(1, 3, -2)]
    [InlineData(1, 11, -10)]
    [InlineData(2, 20, -50)]
    [InlineData(12, 31, -364)]
    public void A10_TheoreticalAmount_GrowsByTheDay(int month, int day, int expected) => Assert.Equal(
        Fraction.Of(expected),
        DailyBudget.Sum(
            [Of("1983-01-01", "1983-12-30", -364m)],
            new DateRange(new(1983, 1, 1), new LocalDate(1983, month, day).PlusDays(-1))));

    // Nothing has passed on the first day: nothing is asked for, which is not a budget of 0.
    [Fact]
    public void A10_TheoreticalAmount_OfNoDay_IsNone() => Assert.Null(DailyBudget.Sum(
        [Of("1983-01-01", "1983-12-30", -364m)], Days("1982-12-31", "1982-12-31")));

    [Theory] // The same, all of it paid on one day.
    [InlineData("1983-09-08", null)]
    [InlineData("1983-09-09", -364)]
    [InlineData("1983-12-31", -364)]
    public void A10_PaidOnOneDay_IsThereFromThatDayOn(string through, int? expected) => Assert.Equal(
        expected is int amount ? Fraction.Of(amount) : (Fraction?)null,
        DailyBudget.Sum([Of("1983-09-09", "1983-09-09", -364m)], Days("1983-01-01", through)));

    // mis_builder_budget: 10 for January and 20 for February 2017; three weeks of February are 21/28 of 20. A figure
    // that is one more than it is 11 and 16.
    [Fact]
    public void A12_ThreeWeeksOfFebruary_AreThreeQuartersOfIt()
    {
        DatedAmount[] budget = [Of("2017-01-01", "2017-01-31", 10m), Of("2017-02-01", "2017-02-28", 20m)];

        Fraction january = DailyBudget.Sum(budget, Days("2017-01-01", "2017-01-31"))!.Value;
        Fraction weeks = DailyBudget.Sum(budget, Days("2017-02-01", "2017-02-21"))!.Value;
        Assert.Equal((Fraction.Of(10m), Fraction.Of(15m)), (january, weeks));
        Assert.Equal((Fraction.Of(11m), Fraction.Of(16m)), (january + Fraction.One, weeks + Fraction.One));
    }

    [Fact] // The same from a budget of the library: 10 and 20 of two months.
    public void A12_FromABudgetVersion_IsTheSame()
    {
        BudgetVersion version = Company.Budget()
            .Add(BudgetLine.ForPeriod(Company.North, Company.Freight, new FiscalPeriod(2026, 1), 31m))
            .Add(BudgetLine.ForPeriod(Company.North, Company.Freight, new FiscalPeriod(2026, 2), 20m))
            .Freeze();
        var amounts = DailyBudget.Create(version.Cube, Company.North, Company.Freight);
        DateRange january = Company.Calendar.DatesOf(new FiscalPeriod(2026, 1));

        Assert.Equal(2, amounts.Length);
        Assert.Equal(
            Fraction.Of(31m * 7m) / Fraction.Of(january.Days),
            DailyBudget.Sum(amounts, new DateRange(january.First, january.First.PlusDays(6))));
    }

    // The same, stocks: 10 through 10 May, 20 for the next ten days, 30 for five more.
    [Theory]
    [InlineData("2017-05-01", "2017-05-10", 10)]
    [InlineData("2017-05-01", "2017-05-05", 10)]
    [InlineData("2017-05-01", "2017-05-20", 15)]
    [InlineData("2017-05-06", "2017-05-15", 15)]
    [InlineData("2017-01-01", "2017-05-31", 18)] // (100 + 200 + 150) / 25: days without an amount do not count.
    public void A14_Stock_IsAveragedOverItsDays(string first, string last, int expected) => Assert.Equal(
        Fraction.Of(expected),
        DailyBudget.Average(
            [
                Of("2017-05-01", "2017-05-10", 10m),
                Of("2017-05-11", "2017-05-20", 20m),
                Of("2017-05-21", "2017-05-25", 30m),
            ],
            Days(first, last)));

    [Fact]
    public void A14_StockOutsideItsDays_IsNone() =>
        Assert.Null(DailyBudget.Average([Of("2017-05-01", "2017-05-10", 10m)], Days("2017-05-11", "2017-05-31")));

    // Fava: weekly 100 CNY since January and weekly 10 EUR since June of the same account stand side by side: from 1 to
    // 8 June, the end exclusive, 100 and 10. A budget is in one currency, so each is a budget of its own.
    [Fact]
    public void A16_WeeklyGoalsOfTwoCurrencies_StandSideBySide()
    {
        DateRange week = Days("2016-06-01", "2016-06-07");

        Assert.Equal(Fraction.Of(100m), DailyBudget.Sum(Every(7, "2016-01-01", 52, 100m), week));
        Assert.Equal(Fraction.Of(10m), DailyBudget.Sum(Every(7, "2016-06-01", 30, 10m), week));
    }

    // hledger: daily a = 10, weekly b = 100 and c = 1,000; 1 of each on 1 and 3 January 2018. Theirs puts the goal of a
    // week on its first day (1,110, then 10 and 10); a day has a seventh of it here.
    [Fact]
    public void A17_DailyAndWeeklyGoals_AreUsedAsAWhole()
    {
        (int Days, decimal Goal)[] goals = [(1, 10m), (7, 100m), (7, 1_000m)];
        DateRange week = Days("2018-01-01", "2018-01-07");
        decimal[] ofWeek = [.. goals.Select(goal => Sum(goal, week))];
        decimal[] whole = [Sum(goals[0], Days("2018-01-01", "2018-01-03")), 100m, 1_000m]; // Weekly goals of the week.

        Assert.Equal([30m, 100m, 1_000m, 1_130m], [.. whole, whole.Sum()]);
        Assert.Equal([7m, 2m, 0m, 1m], [.. whole.Select(goal => Percent(2m, goal)), Percent(6m, whole.Sum())]);
        Assert.Equal([70m, 100m, 1_000m, 1_170m], [.. ofWeek, ofWeek.Sum()]);
        Assert.Equal((3m, 1m), (Percent(2m, ofWeek[0]), Percent(6m, ofWeek.Sum())));
        Assert.Equal(
            Fraction.Of(100m) / Fraction.Of(7m),
            DailyBudget.Sum(Every(7, "2018-01-01", 1, 100m), Days("2018-01-02", "2018-01-02")));

        static decimal Sum((int Days, decimal Goal) goal, DateRange days) => DailyBudget.Sum(
            Every(goal.Days, "2018-01-01", 7 / goal.Days, goal.Goal), days)!.Value.RoundTo(2, MidpointRounding.ToEven);
    }

    [Theory] // hledger: a daily goal of 1 from 2 to 4 January, the end exclusive.
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A18_GoalOfTwoDays_IsABudgetOnTheseAlone(int day, bool isBudgeted) => Assert.Equal(
        isBudgeted ? Fraction.One : (Fraction?)null,
        DailyBudget.Sum(Every(1, "2018-01-02", 2, 1m), OfJanuary(day)));

    [Fact] // The same: goals of 1 on two days and of 10 on two more, 1 spent on each.
    public void A18_GoalsOfTwoRanges_AreUsedEachByItself()
    {
        DatedAmount[] goals = [.. Every(1, "2018-01-01", 2, 1m), .. Every(1, "2018-01-03", 2, 10m)];

        Assert.Equal(
            [100m, 100m, 10m, 10m],
            Enumerable.Range(1, 4).Select(day => Percent(
                1m, DailyBudget.Sum(goals, OfJanuary(day))!.Value.RoundTo(0, MidpointRounding.ToEven))));
    }

    private static decimal Percent(decimal actual, decimal budget) =>
        (Fraction.Of(actual * 100m) / Fraction.Of(budget)).RoundTo(0, MidpointRounding.AwayFromZero);

    private static DateRange OfJanuary(int day) => new(new(2018, 1, day), new(2018, 1, day));

    /// <summary>The same amount for each of so many intervals of some days.</summary>
    private static DatedAmount[] Every(int days, string first, int count, decimal amount) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            LocalDate start = Day(first).PlusDays(days * i);
            return new DatedAmount(new DateRange(start, start.PlusDays(days - 1)), amount);
        }),
    ];

    private static DatedAmount Of(string first, string last, decimal amount) => new(Days(first, last), amount);

    private static DateRange Days(string first, string last) => new(Day(first), Day(last));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
