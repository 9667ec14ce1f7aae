using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets;

public class PhasingTests
{
    private static readonly FiscalYear Year2026 =
        FiscalCalendar.Months(1, YearNaming.End).WithAdjustmentPeriods(3).GetYear(2026);

    [Theory]
    [InlineData(120_000_00)]
    [InlineData(-120_000_00)]
    public void Spread_EvenAndDivisible_GivesEveryPeriodTheSame(long total) =>
        Assert.Equal(
            Enumerable.Repeat(total / 12, 12), Phasing.Even(RemainderRule.LargestRemainder).Spread(total, Year2026));

    [Theory]
    [InlineData(50_00, 4_17, 4_16, 8)] // 12 × 4.16 = 49.92, so eight periods take one cent more.
    [InlineData(-100_00, -8_34, -8_33, 4)]
    [InlineData(5, 1, 0, 5)]
    public void Spread_EvenAndNotDivisible_GivesTheEarlierPeriodsOneMore(long total, long more, long less, int count) =>
        Assert.Equal<long>(
            [.. Enumerable.Repeat(more, count), .. Enumerable.Repeat(less, 12 - count)],
            Phasing.Even(RemainderRule.LargestRemainder).Spread(total, Year2026));

    [Fact]
    public void Spread_EvenToTheLast_GivesDecemberTheDifference() =>
        Assert.Equal<long>(
            [.. Enumerable.Repeat(83_33L, 11), 83_37],
            Phasing.Even(RemainderRule.LastReceiver).Spread(1_000_00, Year2026));

    [Fact]
    public void Spread_ByDays_GivesFebruaryLess() =>
        Assert.Equal<long>(
            [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
            Phasing.ByDays(RemainderRule.LargestRemainder).Spread(365, Year2026));

    [Fact] // November through February: 101 cents by four, the first takes one more; adjustment periods get nothing.
    public void Spread_OverPeriodsOfTwoYears_SumsToTheAmount()
    {
        FiscalCalendar calendar = FiscalCalendar.Months(1, YearNaming.End).WithAdjustmentPeriods(3);
        var winter = new FiscalPeriodRange(new(2026, 11), new(2027, 2));

        Assert.Equal(
            [(new(2026, 11), 26L), (new(2026, 12), 25L), (new(2027, 1), 25L), (new(2027, 2), 25L)],
            Phasing.Even(RemainderRule.LargestRemainder).Spread(101, calendar, winter).AsEnumerable());
        Assert.Equal(
            [50, 0, 0, 50],
            Phasing.ByWeights([1, 0, 0, 1], RemainderRule.LargestRemainder).Spread(100, calendar, winter)
                .Select(each => each.Share));
        Assert.Throws<ArgumentException>("range", () =>
            Phasing.Even(RemainderRule.LastReceiver).Spread(
                1, calendar, new FiscalPeriodRange(new(2026, 13), new(2026, 14))));
        Assert.Throws<ArgumentException>("range", () => Phasing.Given([1, 2]).Spread(3, calendar, winter));
    }

    [Fact] // 17 days of March, 30 of April and 14 of May.
    public void Spread_OverDaysWithinPeriods_CountsThoseDays()
    {
        FiscalCalendar calendar = FiscalCalendar.Months(1, YearNaming.End);
        var days = new DateRange(new(2026, 3, 15), new(2026, 5, 14));

        Assert.Equal(
            [(new(2026, 3), 17_00L), (new(2026, 4), 30_00L), (new(2026, 5), 14_00L)],
            Phasing.ByDays(RemainderRule.LargestRemainder).Spread(61_00, calendar, days).AsEnumerable());
        Assert.Equal(
            [20, 20, 20],
            Phasing.Even(RemainderRule.LargestRemainder).Spread(60, calendar, days).Select(each => each.Share));
        Assert.Throws<ArgumentException>("days", () => Phasing.Given([1]).Spread(1, calendar, days));
    }

    [Fact]
    public void Spread_ByDaysOverWeeks_FollowsTheWeeks() =>
        Assert.Equal<long>(
            [400, 400, 500],
            Phasing.ByDays(RemainderRule.LargestRemainder)
                .Spread(1300, FiscalYear.FromWeeks(2026, new LocalDate(2026, 1, 4), [4, 4, 5])));

    [Fact]
    public void Spread_ByWeights_FollowsTheProfile() =>
        Assert.Equal<long>(
            [60, 60, 60, 60, 60, 60, 200, 200, 60, 60, 60, 60],
            Phasing.ByWeights([6m, 6m, 6m, 6m, 6m, 6m, 20m, 20m, 6m, 6m, 6m, 6m], RemainderRule.LargestRemainder)
                .Spread(1000, Year2026));

    [Fact] // 1,234.50 over twelve months in full euros: 102.875 each, and 0.50 that make no euro.
    public void Spread_InSteps_KeepsTheTotalAndGivesFullEuros()
    {
        const long Total = 1_234_50;
        long[] others = [.. Enumerable.Repeat(103_00L, 11)];

        Assert.Equal<long>([.. others, 101_50], Phasing.Even(RemainderRule.LastReceiver).Spread(Total, 100, Year2026));
        Assert.Equal<long>(
            [.. others[..10], 102_50, 102_00],
            Phasing.Even(RemainderRule.LargestRemainder).Spread(Total, 100, Year2026));
        Assert.Equal(
            Total, Phasing.ByDays(RemainderRule.LargestRemainder).Spread(Total, 100, Year2026).Sum());
        Assert.Equal(
            "step",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => Phasing.Even(RemainderRule.LastReceiver).Spread(Total, 0, Year2026)).ParamName);
    }

    [Fact]
    public void Spread_GivenAmountsThatSum_AreKept()
    {
        var quarter = FiscalYear.FromWeeks(2026, new LocalDate(2026, 1, 4), [4, 4, 5]);

        Assert.Equal<long>([10_000, 15_000, 5_000], Phasing.Given([10_000, 15_000, 5_000]).Spread(30_000, quarter));
    }

    [Fact]
    public void Spread_GivenAmountsThatDoNotSum_AreRefusedWithBothFigures()
    {
        var phasing = Phasing.Given([.. Enumerable.Repeat(2_000L, 12)]);

        var error = Assert.Throws<ArgumentException>(() => phasing.Spread(12_000, Year2026));

        Assert.Contains("24000", error.Message, StringComparison.Ordinal);
        Assert.Contains("12000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spread_GivenAmountsBeyond64BitsInAll_AreRefused() =>
        Assert.Throws<ArgumentException>(
            () => Phasing.Given([.. Enumerable.Repeat(long.MaxValue, 12)]).Spread(-12, Year2026));

    [Fact]
    public void Spread_NotOneForEachPeriod_IsRefused()
    {
        var weights = Phasing.ByWeights([1m, 2m], RemainderRule.LastReceiver);

        Assert.Throws<ArgumentException>(() => weights.Spread(3, Year2026));
        Assert.Throws<ArgumentException>(() => Phasing.Given([1, 2]).Spread(3, Year2026));
    }

    [Fact]
    public void ByWeights_WeightsThatCannotShare_AreRefusedAtOnce()
    {
        Assert.Throws<ArgumentException>(() => Phasing.ByWeights([1m, -1m], RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentException>(() => Phasing.ByWeights([0m], RemainderRule.LargestRemainder));
    }

    [Fact]
    public void Factories_NoSuchRule_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Phasing.Even((RemainderRule)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Phasing.ByDays((RemainderRule)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Phasing.ByWeights([1m], (RemainderRule)2));
    }

    [Fact]
    public void ByWeights_ListChangedAfterwards_KeepsItsOwnCopy()
    {
        var year = FiscalYear.FromWeeks(2026, new LocalDate(2026, 1, 4), [4, 4]);
        decimal[] weights = [1m, 1m];
        var phasing = Phasing.ByWeights(weights, RemainderRule.LargestRemainder);

        weights[0] = 0m;

        Assert.Equal<long>([5, 5], phasing.Spread(10, year));
    }

    [Theory] // Issue 11, point 14: percentages make 100, weights make any sum.
    [InlineData("99.9")]
    [InlineData("101.63")]
    [InlineData("100.00000001")]
    public void ByPercent_OtherThanAHundred_IsRefusedWithTheSum(string sum)
    {
        decimal rest = decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture) - 80m;
        decimal[] percents = [40m, 40m, rest];

        var error = Assert.Throws<ArgumentException>(
            () => Phasing.ByPercent(percents, RemainderRule.LargestRemainder));
        Assert.Contains($"make {sum}, not 100", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => Apportionment.SplitByPercent(1_000, percents, RemainderRule.LargestRemainder));
        Assert.Equal(1_000, Apportionment.Split(1_000, percents, RemainderRule.LargestRemainder).Sum());
    }

    [Fact]
    public void Factories_Nothing_Throw()
    {
        Assert.Throws<ArgumentNullException>(
            "weights", () => Phasing.ByWeights(null!, RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentNullException>("amounts", () => Phasing.Given(null!));
    }

    [Fact]
    public void Spread_NoYearOrNoStep_Throws()
    {
        var phasing = Phasing.Given([.. Enumerable.Repeat(1L, 12)]);

        Assert.Throws<ArgumentNullException>("year", () => phasing.Spread(12, null!));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => phasing.Spread(12, step: 0, Year2026));
    }

    [Fact] // What stands in a log must say how the year was spread.
    public void ToString_EachPhasing_NamesItsRule()
    {
        Assert.Equal("even, LastReceiver", Phasing.Even(RemainderRule.LastReceiver).ToString());
        Assert.Equal("by days, LargestRemainder", Phasing.ByDays(RemainderRule.LargestRemainder).ToString());
        Assert.Equal(
            "by 2 weights, LargestRemainder", Phasing.ByWeights([1m, 2m], RemainderRule.LargestRemainder).ToString());
        Assert.Equal("as given in 1 amounts", Phasing.Given([7]).ToString());
    }

    [Fact]
    public void SplitByPercent_AHundred_EqualsTheSplitByWeights()
    {
        decimal[] percents = [12.5m, 0m, 37.5m, 50.00m];

        Assert.Equal(
            new long[] { 125, 0, 375, 501 }, Apportionment.SplitByPercent(1_001, percents, RemainderRule.LastReceiver));
        Assert.Equal<long>(
            Apportionment.Split(-999, percents, RemainderRule.LargestRemainder),
            Apportionment.SplitByPercent(-999, percents, RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentException>(
            () => Apportionment.SplitByPercent(1, [150m, -50m], RemainderRule.LargestRemainder));
    }
}
