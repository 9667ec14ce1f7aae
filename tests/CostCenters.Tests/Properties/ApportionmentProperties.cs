using System.Numerics;
using CostCenters.Monetary;
using FsCheck;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(ApportionmentGenerators)])]
public class ApportionmentProperties
{
    [Property]
    public void Split_EitherRule_KeepsTheTotal(SplitCase c)
    {
        Assert.Equal(c.Total, Sum(c.Largest));
        Assert.Equal(c.Total, Sum(c.Last));
    }

    [Property]
    public void Split_LargestRemainder_StaysWithinOneUnitAndKeepsTheSign(SplitCase c)
    {
        var (weights, sum) = Exact(c.Weights);
        foreach (var (share, weight) in c.Largest.Zip(weights))
        {
            var distance = (share * sum) - (c.Total * weight);
            Assert.True(BigInteger.Abs(distance) < sum);
            Assert.True(share == 0 || Math.Sign(share) == Math.Sign(c.Total));
            Assert.False(weight.IsZero && share != 0);
        }
    }

    [Property]
    public void Split_LargestRemainder_AgreesWithGivingUnitByUnit(SplitCase c)
    {
        var (weights, sum) = Exact(c.Weights);
        var magnitude = BigInteger.Abs(c.Total);
        BigInteger[] shares = [.. weights.Select(weight => magnitude * weight / sum)];
        bool[] served = new bool[shares.Length];
        while (Sum(shares) < magnitude)
        {
            int neediest = -1;
            for (int i = 0; i < shares.Length; i++)
            {
                if (!served[i] && (neediest < 0 || Loss(i) > Loss(neediest)))
                {
                    neediest = i;
                }
            }

            served[neediest] = true;
            shares[neediest]++;
        }

        Assert.Equal(shares.Select(share => (long)(share * Math.Sign(c.Total))), c.Largest);

        BigInteger Loss(int i) => magnitude * weights[i] % sum;
    }

    [Property]
    public void Split_LastReceiver_RoundsAllButTheLastHalfAwayFromZero(SplitCase c)
    {
        var (weights, sum) = Exact(c.Weights);
        var magnitude = BigInteger.Abs(c.Total);
        foreach (var (share, weight) in c.Last.Zip(weights).SkipLast(1))
        {
            Assert.Equal(((2 * magnitude * weight) + sum) / (2 * sum) * Math.Sign(c.Total), share);
        }
    }

    [Property]
    public void Split_OfTheNegative_IsTheNegative(SplitCase c)
    {
        var mirror = c with { Total = c.Total == long.MinValue ? long.MaxValue : -c.Total };
        var source = mirror with { Total = -mirror.Total };

        Assert.Equal(source.Largest.Select(share => -share), mirror.Largest);
        Assert.Equal(source.Last.Select(share => -share), mirror.Last);
    }

    [Property]
    public void Split_ReceiversReordered_TheirSharesGoAlongUnlessTied(SplitCase c)
    {
        var (weights, sum) = Exact(c.Weights);
        var losses = weights.Select(weight => BigInteger.Abs(c.Total) * weight % sum).Where(loss => !loss.IsZero);
        if (losses.Distinct().Count() < losses.Count())
        {
            return;
        }

        var reversed = c with { Weights = [.. c.Weights.Reverse()] };
        Assert.Equal(c.Largest.Reverse(), reversed.Largest);
    }

    [Property]
    public void Split_InSteps_KeepsTheTotalAndAllButOneShareAreWholeSteps(StepCase c)
    {
        foreach (var rule in Enum.GetValues<RemainderRule>())
        {
            var shares = c.Shares(rule);

            Assert.Equal(c.Split.Total, Sum(shares));
            Assert.InRange(shares.Count(share => share % c.Step != 0), 0, 1);
        }

        Assert.All(c.Shares(RemainderRule.LastReceiver).SkipLast(1), share => Assert.Equal(0, share % c.Step));
    }

    [Property]
    public void Split_InSteps_LargestRemainder_StaysWithinOneStepAndKeepsTheSign(StepCase c)
    {
        var (weights, sum) = Exact(c.Split.Weights);
        foreach (var (share, weight) in c.Shares(RemainderRule.LargestRemainder).Zip(weights))
        {
            Assert.True(BigInteger.Abs((share * sum) - (c.Split.Total * weight)) < sum * c.Step);
            Assert.True(share == 0 || Math.Sign(share) == Math.Sign(c.Split.Total));
            Assert.False(weight.IsZero && share != 0);
        }
    }

    [Property] // Where the amount is whole steps, steps are the unit.
    public void Split_InSteps_OfWholeSteps_AgreesWithSplittingTheirCount(StepCase c)
    {
        long steps = c.Split.Total / c.Step;
        var whole = c with { Split = c.Split with { Total = steps * c.Step } };
        foreach (var rule in Enum.GetValues<RemainderRule>())
        {
            Assert.Equal(
                Apportionment.Split(steps, c.Split.Weights, rule).Select(share => share * c.Step),
                whole.Shares(rule));
        }
    }

    [Property]
    public void SplitEvenly_AnyCount_AgreesWithEqualWeights(long total, PositiveInt count)
    {
        decimal[] weights = [.. Enumerable.Repeat(0.1m, count.Get)];

        Assert.Equal<long>(
            Apportionment.Split(total, weights, RemainderRule.LargestRemainder),
            Apportionment.SplitEvenly(total, count.Get));
    }

    private static (BigInteger[] Weights, BigInteger Sum) Exact(decimal[] weights)
    {
        BigInteger[] exact = [.. weights.Select(Raised)];
        return (exact, Sum(exact));

        // A decimal has at most 28 places: its whole part and its fraction, each raised by 28 digits, are whole.
        static BigInteger Raised(decimal weight)
        {
            decimal whole = decimal.Truncate(weight);
            decimal fraction = (weight - whole) * 10_000_000_000_000_000_000_000_000_000m;
            return (new BigInteger(whole) * BigInteger.Pow(10, 28)) + new BigInteger(fraction);
        }
    }

    private static BigInteger Sum(IEnumerable<long> values) => Sum(values.Select(value => (BigInteger)value));

    private static BigInteger Sum(IEnumerable<BigInteger> values) =>
        values.Aggregate(BigInteger.Zero, (left, right) => left + right);
}
