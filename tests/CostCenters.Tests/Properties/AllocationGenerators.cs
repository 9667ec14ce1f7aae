using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>Centers with counts of cents, of which the first ones send by weights.</summary>
/// <param name="Cents">The own cost of each center.</param>
/// <param name="Weights">For each sender its receivers with their weights; one at least is no sender and weighs more
/// than 0.</param>
/// <param name="Seed">For shuffling.</param>
public sealed record AllocationCase(long[] Cents, Dictionary<int, decimal>[] Weights, int Seed)
{
    public int Senders => Weights.Length;

    public AllocationNetwork Network => Build(index => $"C{index:000}", Weights, shuffle: false);

    /// <summary>The same with other names, senders and drivers in another order.</summary>
    public AllocationNetwork Renamed => Build(index => $"{(index * 7919) + Seed}", Weights, shuffle: true);

    /// <summary>The same without what senders use of each other and of themselves.</summary>
    public AllocationNetwork WithoutServices => Build(
        index => $"C{index:000}", [.. Weights.Select(lines => Only(lines, receiver => receiver >= Senders))], false);

    /// <summary>The same where senders serve those alone that stand after them: there is no circle.</summary>
    public AllocationNetwork WithoutCircles => Build(
        index => $"C{index:000}",
        [.. Weights.Select((lines, sender) => Only(lines, receiver => receiver > sender))],
        false);

    public override string ToString() =>
        $"[{string.Join(", ", Cents)}] by " + string.Join("; ", Weights.Select((lines, sender) =>
            $"{sender}: " + string.Join(", ", lines.Select(line => $"{line.Key}={line.Value}"))));

    private static Dictionary<int, decimal> Only(Dictionary<int, decimal> lines, Func<int, bool> keeps) =>
        lines.Where(line => keeps(line.Key)).ToDictionary(line => line.Key, line => line.Value);

    private AllocationNetwork Build(Func<int, string> name, Dictionary<int, decimal>[] weights, bool shuffle)
    {
        var random = new Random(Seed);
        AllocationSender[] senders =
        [
            .. weights.Select((lines, sender) => new AllocationSender(
                new CenterCode(name(sender)),
                DriverBasis.Weights,
                Shuffled(lines.Select(line => new AllocationDriver(new CenterCode(name(line.Key)), line.Value))))),
        ];
        return AllocationNetwork.Create(
            Currency.Eur,
            new DecimalScale(2),
            Cents.Select((cents, index) => new CenterCost(new CenterCode(name(index)), cents / 100m)),
            Shuffled(senders),
            new DriverRules(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse));

        IEnumerable<T> Shuffled<T>(IEnumerable<T> items) =>
            shuffle ? items.OrderBy(_ => random.Next()).ToList() : items;
    }
}

public static class AllocationGenerators
{
    private static readonly Gen<long> Cents = Gen.OneOf(
        Gen.Elements(0L, 1L, -1L, 100L, 99_999_999_999L),
        Gen.Choose(-99_999, 999_999).Select(cents => (long)cents));

    private static readonly Gen<decimal> Weights = Gen.OneOf(
        Gen.Elements(0m, 1m, 1m, 0.000_01m, 1_000_000m), Gen.Choose(0, 900).Select(weight => weight / 8m));

    public static Arbitrary<AllocationCase> AllocationCases() => Arb.From(
        from senders in Gen.Frequency((99, Gen.Choose(1, 6)), (1, Gen.Choose(7, 150)))
        from others in Gen.Frequency((99, Gen.Choose(1, 5)), (1, Gen.Choose(6, 50)))
        from cents in Cents.ArrayOf(senders + others)
        from lines in Lines(senders, others).ArrayOf(senders)
        from seed in Gen.Choose(0, int.MaxValue / 4)
        select new AllocationCase(cents, lines, seed));

    /// <summary>A large network is a sparse one: some services and some others for each sender.</summary>
    private static Gen<Dictionary<int, decimal>> Lines(int senders, int others) =>
        from served in Gen.Choose(0, senders - 1).Zip(Weights).ArrayOf(senders > 6 ? 2 : senders)
        from last in Gen.Choose(senders, senders + others - 1)
        from certain in Gen.Choose(1, 900)
        from more in Gen.Choose(senders, senders + others - 1).Zip(Weights).ArrayOf(Math.Min(others, 4))
        select served.Concat(more).Append((last, certain / 8m))
            .GroupBy(line => line.Item1).ToDictionary(line => line.Key, line => line.Last().Item2);
}
