using CostCenters.Cubes;
using CostCenters.Monetary;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(Generators)])]
public class CubeProperties
{
    [Property]
    public void Build_AnyFacts_IsTheirSumByCellOrRefused(CubeCase c)
    {
        var expected = c.Facts
            .GroupBy(fact => fact.AddressIn(c.Org))
            .ToDictionary(
                cell => cell.Key,
                cell => (
                    Amount: Sum(cell.Select(fact => fact.Count)),
                    Quantity: cell.Any(fact => fact.Quantity is not null)
                        ? Sum(cell.Select(fact => fact.Quantity ?? 0))
                        : (Int128?)null));
        bool fits = expected.Values.All(sum => Fits(sum.Amount) && Fits(sum.Quantity ?? 0));

        var cube = TryBuild(c.Org.Space, c.Org, c.Facts);

        Assert.Equal(fits, cube is not null);
        Assert.Equal(
            cube is null
                ? null
                : expected.ToDictionary(
                    pair => pair.Key,
                    pair => (
                        c.Org.Space.Scale.ToDecimal(pair.Value.Amount),
                        pair.Value.Quantity is Int128 q ? DecimalScale.Quantity.ToDecimal(q) : (decimal?)null)),
            cube?.Cells().ToDictionary(cell => cell.Address, cell => (cell.Amount, cell.Quantity)));
        Assert.Equal(cube?.CellCount, cube is null ? null : expected.Count);
    }

    [Property]
    public void Build_ShuffledFacts_IsTheSame(CubeCase c)
    {
        var shuffled = c.Facts.ToArray();
        new Random(c.Seed).Shuffle(shuffled);

        Assert.Equal(
            TryBuild(c.Org.Space, c.Org, c.Facts)?.Cells(), TryBuild(c.Org.Space, c.Org, shuffled)?.Cells());
    }

    [Property]
    public void Merge_AnyPartition_IsTheWhole(CubeCase c)
    {
        var random = new Random(c.Seed);
        var parts = c.Facts
            .GroupBy(_ => random.Next(3))
            .Select(part => TryBuild(c.Org.Space, c.Org, part))
            .ToArray();
        if (parts.Contains(null))
        {
            return; // A part alone may outgrow 64 bits, and is refused.
        }

        random.Shuffle(parts);

        Assert.Equal(TryBuild(c.Org.Space, c.Org, c.Facts)?.Cells(), TryMerge(c.Org.Space, parts!)?.Cells());
    }

    [Law(Cases = 200)] // The wide space costs time: it has 40,000 cells a period.
    public void Build_InAWideSpace_HoldsTheSameCells(CubeCase c) => Assert.Equal(
        TryBuild(c.Org.Space, c.Org, c.Facts)?.Cells(), TryBuild(c.Org.WideSpace(), c.Org, c.Facts)?.Cells());

    [Property]
    public void Build_FactsAndTheirReversals_IsZeroInEveryCell(CubeCase c)
    {
        var facts = c.Facts.Where(fact => fact.Count > long.MinValue && fact.Quantity is not long.MinValue).ToList();
        var reversals = facts.Select(fact => fact with { Count = -fact.Count, Quantity = -fact.Quantity });

        var cube = TryBuild(c.Org.Space, c.Org, facts.Concat(reversals));

        Assert.NotNull(cube);
        Assert.All(cube.Cells(), cell => Assert.Equal((0m, 0m), (cell.Amount, cell.Quantity ?? 0m)));
        Assert.Equal(facts.Select(fact => fact.AddressIn(c.Org)).Distinct().Count(), cube.CellCount);
    }

    internal static Cube? TryBuild(CubeSpace space, Organization org, IEnumerable<Fact> facts)
    {
        var builder = new CubeBuilder(space);
        foreach (var fact in facts)
        {
            var address = fact.AddressIn(org);
            builder.AddCounts(
                space.Centers.IndexOf(address.Center),
                space.Elements.IndexOf(address.Element),
                space.Calendar.OrdinalOf(address.Period),
                fact.Count,
                fact.Quantity);
        }

        try
        {
            return builder.Build();
        }
        catch (AmountOverflowException)
        {
            return null;
        }
    }

    private static Cube? TryMerge(CubeSpace space, IEnumerable<Cube> parts)
    {
        try
        {
            return Cube.Merge(space, parts);
        }
        catch (AmountOverflowException)
        {
            return null;
        }
    }

    private static Int128 Sum(IEnumerable<long> counts) =>
        counts.Aggregate(Int128.Zero, (sum, count) => sum + count);

    private static bool Fits(Int128 sum) => sum >= long.MinValue && sum <= long.MaxValue;
}
