using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>
/// Where published methods put the remainder, and what becomes of it: the methods differ by units, and our totals do
/// not.
/// </summary>
public class RemainderTests
{
    private static readonly FiscalYear Year = FiscalCalendar.Months(1, YearNaming.End).GetYear(2026);
    private static readonly decimal[] DoubleJanuary = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    private static readonly decimal[] WeeksOf445 = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];

    [Fact] // T15-02: thirteen parts of 1,000 are 76.92 each, so all shares but the first lose most when cut.
    public void Spread_InforProfile_RulesDifferByAUnitAndNotInTotal()
    {
        var published = Phasing.ByWeights(DoubleJanuary, RemainderRule.LastReceiver).Spread(1000, Year);
        var ours = Phasing.ByWeights(DoubleJanuary, RemainderRule.LargestRemainder).Spread(1000, Year);

        Assert.Equal<long>([154, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77, 76], published);
        Assert.Equal<long>([153, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77], ours);
        Assert.Equal((1000, 1000), (published.Sum(), ours.Sum()));
    }

    [Theory] // T15-03 and T15-07: the last month takes four units more than the others, or four months one each.
    [InlineData(100_00, 8_33, 8_37)]
    [InlineData(1_000_00, 83_33, 83_37)]
    public void Spread_EvenShares_RulesDifferByAUnitAndNotInTotal(long total, long share, long last)
    {
        var published = Phasing.Even(RemainderRule.LastReceiver).Spread(total, Year);
        var ours = Phasing.Even(RemainderRule.LargestRemainder).Spread(total, Year);

        Assert.Equal<long>([.. Enumerable.Repeat(share, 11), last], published);
        Assert.Equal<long>([.. Enumerable.Repeat(share + 1, 4), .. Enumerable.Repeat(share, 8)], ours);
        Assert.Equal((total, total), (published.Sum(), ours.Sum()));
    }

    [Fact] // T15-08: 1/52 of a million has a loss of 0.69 in the periods of four weeks and of 0.62 in those of five.
    public void Spread_WeeksOf445_RulesDifferByAUnitAndNotInTotal()
    {
        const long Total = 1_000_000_00;
        var published = Phasing.ByWeights(WeeksOf445, RemainderRule.LastReceiver).Spread(Total, Year);
        var ours = Phasing.ByWeights(WeeksOf445, RemainderRule.LargestRemainder).Spread(Total, Year);

        Assert.Equal(
            [96_153_85, 96_153_85, 96_153_85, 96_153_81], new[] { 2, 5, 8, 11 }.Select(i => published[i]));
        Assert.Equal(
            [96_153_84, 96_153_84, 96_153_84, 96_153_84], new[] { 2, 5, 8, 11 }.Select(i => ours[i]));
        Assert.Equal((Total, Total), (published.Sum(), ours.Sum()));
    }

    [Theory] // Published methods that leave the remainder lying: each share rounded, or cut to a ratio of 0.0833.
    [InlineData(100_00, 8_33, 99_96)] // Isah, before the last period takes the difference.
    [InlineData(50_00, 4_16, 49_92)] // Tryton, twelve periods of an expense of 50.
    [InlineData(-100_00, -8_33, -99_96)] // Tryton, the same for the parent.
    public void Spread_WhereAPublishedMethodLosesCents_OursDoesNot(long total, long publishedShare, long publishedSum)
    {
        var ours = Phasing.Even(RemainderRule.LargestRemainder).Spread(total, Year);

        Assert.Equal(publishedSum, 12 * publishedShare);
        Assert.NotEqual(total, publishedSum);
        Assert.Equal(total, ours.Sum());
        Assert.All(ours, share => Assert.InRange(Math.Abs(share - publishedShare), 0, 1));
    }
}
