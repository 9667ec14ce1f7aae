using CostCenters.Monetary;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>An amount in smallest units and the weights to split it by.</summary>
public sealed record SplitCase(long Total, decimal[] Weights)
{
    public IReadOnlyList<long> Largest => Apportionment.Split(Total, Weights, RemainderRule.LargestRemainder);

    public IReadOnlyList<long> Last => Apportionment.Split(Total, Weights, RemainderRule.LastReceiver);

    public override string ToString() =>
        FormattableString.Invariant($"{Total} over [{string.Join("; ", Weights.Select(w => $"{w:G}"))}]");
}

/// <summary>An amount and the steps that its shares are to be whole multiples of.</summary>
public sealed record StepCase(SplitCase Split, long Step)
{
    public IReadOnlyList<long> Shares(RemainderRule rule) =>
        Apportionment.Split(Split.Total, Split.Weights, rule, Step);
}

public static class ApportionmentGenerators
{
    private static readonly Gen<long> Totals = Gen.OneOf(
        Gen.Elements(0L, 1, -1, 99, -99, long.MaxValue, long.MinValue, long.MaxValue - 1),
        Gen.Choose(-99_999, 99_999).Select(total => (long)total),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((long)high << 32) | (uint)low);

    private static readonly Gen<decimal> Weights = Gen.OneOf(
        Gen.Constant(0m),
        Gen.Choose(1, 20).Select(weight => (decimal)weight),
        Gen.Choose(1, 1_000_000).Select(weight => weight / 10_000m),
        Gen.Elements(decimal.MaxValue, 0.000_000_000_000_000_000_000_000_000_1m, 1.000m, 18_446_744_073_709_551_616m),
        from low in Gen.Choose(0, int.MaxValue)
        from middle in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(1, int.MaxValue)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, isNegative: false, (byte)scale));

    public static Arbitrary<SplitCase> SplitCases() => Arb.From(
        from total in Totals
        from weights in Gen.OneOf(
            Weights.NonEmptyListOf(),
            Gen.Choose(0, 100).Select(weight => (decimal)weight).NonEmptyListOf())
        where weights.Any(weight => weight > 0m)
        select new SplitCase(total, [.. weights]),
        Shrink);

    public static Arbitrary<StepCase> StepCases() => Arb.From(
        from split in SplitCases().Generator
        from step in Gen.OneOf(
            Gen.Elements(1L, 2, 10, 100, 1_000_000), Gen.Choose(1, 99_999).Select(number => (long)number))
        where Int128.Abs(split.Total) < long.MaxValue / 4
        select new StepCase(split, step));

    private static IEnumerable<SplitCase> Shrink(SplitCase c)
    {
        if (c.Total != 0)
        {
            yield return c with { Total = c.Total / 2 };
        }

        for (int i = 0; i < c.Weights.Length; i++)
        {
            decimal[] fewer = [.. c.Weights[..i], .. c.Weights[(i + 1)..]];
            if (fewer.Any(weight => weight > 0m))
            {
                yield return c with { Weights = fewer };
            }

            if (c.Weights[i] > 1m)
            {
                yield return c with { Weights = [.. c.Weights[..i], 1m, .. c.Weights[(i + 1)..]] };
            }
        }
    }
}
