using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class ApportionmentTests
{
    [Theory]
    [InlineData(100_03, new[] { 0.7, 0.3 }, new long[] { 70_02, 30_01 })]
    [InlineData(182_25, new[] { 25.0, 25, 25, 25 }, new long[] { 45_57, 45_56, 45_56, 45_56 })]
    [InlineData(182_25, new[] { 98.0, 2 }, new long[] { 178_61, 3_64 })] // 178.605 and 3.645: a tie, so the earlier.
    [InlineData(785_08, new[] { 33.33, 33.33, 33.34 }, new long[] { 261_67, 261_67, 261_74 })]
    [InlineData(19_95, new[] { 0.87, 7.915, 11.165 }, new long[] { 87, 7_92, 11_16 })]
    [InlineData(100_00000, new[] { 5.0, 2, 4 }, new long[] { 45_45454, 18_18182, 36_36364 })]
    [InlineData(-100_00, new[] { 1.0, 1, 1 }, new long[] { -33_34, -33_33, -33_33 })]
    [InlineData(1, new[] { 1.0, 1, 1 }, new long[] { 1, 0, 0 })]
    [InlineData(-1, new[] { 1.0, 2, 1 }, new long[] { 0, -1, 0 })]
    [InlineData(0, new[] { 1.0, 2 }, new long[] { 0, 0 })]
    [InlineData(7, new[] { 0.0, 3, 0 }, new long[] { 0, 7, 0 })]
    [InlineData(10, new[] { 0.000_000_1, 0.000_000_3 }, new long[] { 3, 7 })] // 2.5 and 7.5: a tie.
    public void Split_LargestRemainder_GivesTheUnitsLeftToTheLargestLosses(
        long total, double[] weights, long[] shares) =>
        Assert.Equal(shares, Split(total, weights, RemainderRule.LargestRemainder));

    [Theory]
    [InlineData(182_25, new[] { 98.0, 2 }, new long[] { 178_61, 3_64 })]
    [InlineData(1000, new[] { 2.0, 1, 1, 1, 1, 1, 1 }, new long[] { 250, 125, 125, 125, 125, 125, 125 })]
    [InlineData(100, new[] { 2.0, 2, 2, 1 }, new long[] { 29, 29, 29, 13 })]
    [InlineData(-5, new[] { 1.0, 1 }, new long[] { -3, -2 })]
    [InlineData(2, new[] { 1.0, 1, 1, 1 }, new long[] { 1, 1, 1, -1 })] // Four halves: the last takes the other sign.
    [InlineData(2, new[] { 1.0, 1, 1, 1, 0 }, new long[] { 1, 1, 1, 1, -2 })] // It pays even with a weight of 0.
    [InlineData(5, new[] { 1.0 }, new long[] { 5 })]
    public void Split_LastReceiver_GivesTheLastWhatTheOthersLeave(long total, double[] weights, long[] shares) =>
        Assert.Equal(shares, Split(total, weights, RemainderRule.LastReceiver));

    [Theory] // 1,234.56 in full euros: 617.28 each, and 0.56 that make no euro.
    [InlineData(RemainderRule.LastReceiver, 1234_56, new[] { 1.0, 1 }, new long[] { 617_00, 617_56 })]
    [InlineData(RemainderRule.LargestRemainder, 1234_56, new[] { 1.0, 1 }, new long[] { 617_56, 617_00 })]
    [InlineData(RemainderRule.LargestRemainder, -1234_56, new[] { 1.0, 1 }, new long[] { -617_56, -617_00 })]
    [InlineData(RemainderRule.LargestRemainder, 99, new[] { 0.0, 1, 2 }, new long[] { 0, 0, 99 })]
    [InlineData(RemainderRule.LargestRemainder, 3_50, new[] { 1.0, 1, 1, 1 }, new long[] { 1_00, 1_00, 1_00, 50 })]
    [InlineData(RemainderRule.LastReceiver, 3_50, new[] { 1.0, 1, 1, 1 }, new long[] { 1_00, 1_00, 1_00, 50 })]
    [InlineData(RemainderRule.LastReceiver, 3_50, new[] { 3.0, 3, 1, 0 }, new long[] { 2_00, 2_00, 1_00, -1_50 })]
    public void Split_InSteps_PutsWhatMakesNoStepWhereTheRuleSays(
        RemainderRule rule, long total, double[] weights, long[] shares) =>
        Assert.Equal(shares, Apportionment.Split(total, [.. weights.Select(weight => (decimal)weight)], rule, 100));

    [Fact]
    public void Split_StepOutsideItsBounds_IsRefused()
    {
        Assert.Equal("step", Assert.Throws<ArgumentOutOfRangeException>(
            () => Apportionment.Split(1, [1m], RemainderRule.LastReceiver, 0)).ParamName);
        Assert.Throws<OverflowException>(
            () => Apportionment.Split(long.MaxValue, [1m, 0m], RemainderRule.LastReceiver, 10));
        Assert.Equal<long>(
            [long.MaxValue, 0], Apportionment.Split(long.MaxValue, [1m, 0m], RemainderRule.LargestRemainder, 10));
    }

    [Theory]
    [InlineData(RemainderRule.LargestRemainder)]
    [InlineData(RemainderRule.LastReceiver)]
    public void Split_LargestAmountsAndWeights_IsExact(RemainderRule rule)
    {
        const decimal Tiny = 0.000_000_000_000_000_000_000_000_000_1m;

        Assert.Equal([long.MinValue], Split(long.MinValue, [decimal.MaxValue], rule));
        Assert.Equal([long.MaxValue], Split(long.MaxValue, [decimal.MaxValue], rule));
        Assert.Equal(
            [long.MinValue / 2, long.MinValue / 2],
            Split(long.MinValue, [decimal.MaxValue, decimal.MaxValue], rule));
        Assert.Equal(
            [long.MinValue / 2, long.MinValue / 2], Split(long.MinValue, [Tiny, Tiny], rule));
        Assert.Equal([long.MaxValue, 0], Split(long.MaxValue, [decimal.MaxValue, Tiny], rule));
    }

    [Fact]
    public void Split_RoundedSharesBeyond64BitsInAll_StillSumToTheTotal() =>
        Assert.Equal(
            [4_611_686_018_427_387_904, 4_611_686_018_427_387_904, -1],
            Split(long.MaxValue, [1m, 1m, 0m], RemainderRule.LastReceiver));

    [Theory]
    [InlineData(RemainderRule.LargestRemainder)]
    [InlineData(RemainderRule.LastReceiver)]
    public void Split_WeightsThatCannotShare_Throws(RemainderRule rule)
    {
        var negative = Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [1m, 0m, -0.5m], rule));
        var zero = Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [0m, 0.00m], rule));
        var none = Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [], rule));

        Assert.Contains("position 2 is negative: -0.5", negative.Message, StringComparison.Ordinal);
        Assert.Contains("All weights are 0", zero.Message, StringComparison.Ordinal);
        Assert.Contains("no receiver", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_NoSuchRule_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Split(1, [1m], (RemainderRule)2));

    [Theory]
    [InlineData(14, 4, new long[] { 4, 4, 3, 3 })]
    [InlineData(-14, 4, new long[] { -4, -4, -3, -3 })]
    [InlineData(2, 3, new long[] { 1, 1, 0 })]
    [InlineData(0, 2, new long[] { 0, 0 })]
    [InlineData(long.MinValue, 1, new[] { long.MinValue })]
    [InlineData(long.MaxValue, 2, new[] { 4_611_686_018_427_387_904, 4_611_686_018_427_387_903 })]
    public void SplitEvenly_AnyAmount_GivesTheEarlierOnesOneMore(long total, int count, long[] shares) =>
        Assert.Equal(shares, Apportionment.SplitEvenly(total, count));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void SplitEvenly_NoReceiver_Throws(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.SplitEvenly(1, count));

    [Theory]
    [InlineData(14, 4)]
    [InlineData(-14, 4)]
    [InlineData(2, 3)]
    [InlineData(long.MinValue, 2)]
    public void EvenSplit_EachShare_IsThatOfTheWholeSplit(long total, int count)
    {
        var split = new EvenSplit(total, count);

        Assert.Equal<long>(
            Apportionment.SplitEvenly(total, count), Enumerable.Range(0, count).Select(place => split[place]));
        Assert.Throws<ArgumentOutOfRangeException>("place", () => split[-1]);
        Assert.Throws<ArgumentOutOfRangeException>("place", () => split[count]);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => new EvenSplit(total, 0));
    }

    [Fact]
    public void SplitByPercent_AHundred_SharesByThePercentages()
    {
        Assert.Equal<long>(
            [25, 75], Apportionment.SplitByPercent(100, [25m, 75m], RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentException>(
            "percents", () => Apportionment.SplitByPercent(100, [25m, 74m], RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentNullException>(
            "percents", () => Apportionment.SplitByPercent(100, null!, RemainderRule.LargestRemainder));
    }

    [Fact]
    public void Split_Nothing_Throws()
    {
        Assert.Throws<ArgumentNullException>(
            "weights", () => Apportionment.Split(1, null!, RemainderRule.LargestRemainder));
        Assert.Throws<ArgumentOutOfRangeException>("rule", () => Apportionment.Split(1, [1m], (RemainderRule)2));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Apportionment.SplitEvenly(1, 0));
    }

    // Attributes cannot hold decimals; these literals have few digits and convert exactly.
    private static long[] Split(long total, double[] weights, RemainderRule rule) =>
        Split(total, [.. weights.Select(weight => (decimal)weight)], rule);

    private static long[] Split(long total, decimal[] weights, RemainderRule rule) =>
        [.. Apportionment.Split(total, weights, rule)];
}
