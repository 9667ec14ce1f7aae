using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.Sales;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>A standard and an actual, each a quantity at a price of any sign.</summary>
public sealed record PricedPair(PricedQuantity Standard, PricedQuantity Actual);

/// <summary>Hours and costs of overhead over one standard.</summary>
public sealed record OverheadCase(
    OverheadStandard Rates, OverheadHours Hours, decimal VariableCost, decimal FixedCost);

/// <summary>Items of a mix with their standard total, also read as products with budgeted and actual units.</summary>
public sealed record MixCase(MixItem[] Items, decimal StandardTotal, SalesItem[] Products, Market Market);

public static class StandardVarianceGenerators
{
    private static readonly Gen<decimal> Figures = Gen.OneOf(
        Gen.Elements(0m, 1m, -1m, 0.000_000_01m, -0.000_000_01m, 999_999_999.999_999_99m),
        Gen.Elements(1_000_000_000m, -1_000_000_000m),
        Gen.Choose(-99_999, 99_999).Select(cents => cents / 100m),
        Gen.Choose(-1_000_000_000, 1_000_000_000).Select(whole => (decimal)whole));

    private static readonly Gen<decimal> NotNegative = Figures.Select(Math.Abs);

    private static readonly Gen<decimal> Positive = NotNegative.Where(figure => figure > 0m);

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Figures, Gen.Elements(1_000_000_000_000_000m, -1_000_000_000_000_000m));

    public static Arbitrary<PricedPair> PricedPairs() => Arb.From(
        from standard in Priced()
        from actual in Priced()
        select new PricedPair(standard, actual));

    public static Arbitrary<OverheadCase> OverheadCases() => Arb.From(
        from budget in NotNegative
        from denominator in Positive
        from rate in NotNegative
        from standard in NotNegative
        from actual in NotNegative
        from variableCost in Amounts
        from fixedCost in Amounts
        select new OverheadCase(
            OverheadStandard.Of(rate, FixedOverheadBudget.OverHours(budget, denominator)),
            OverheadHours.Of(standard, actual),
            variableCost,
            fixedCost));

    public static Arbitrary<MixCase> MixCases() => Arb.From(
        from count in Gen.Choose(1, 6)
        from lines in Line().ListOf(count)
        where lines.Any(line => line.Weight > 0m)
        from total in NotNegative
        from budgetSize in Positive
        from actualSize in Positive
        select new MixCase(
            [.. lines.Index().Select(line => new MixItem(
                $"{line.Index}", line.Item.Weight, line.Item.Value, PricedQuantity.ForCost(
                    line.Item.Actual, line.Item.Cost)))],
            total,
            [.. lines.Index().Select(line => new SalesItem(
                $"{line.Index}", line.Item.Weight, line.Item.Actual, line.Item.Value))],
            new Market(budgetSize, actualSize)));

    private static Gen<(decimal Weight, decimal Actual, decimal Value, decimal Cost)> Line() =>
        from weight in NotNegative
        from actual in NotNegative
        from value in Figures
        from cost in Amounts
        select (weight, actual, value, cost);

    // A price other than 0 keeps every treatment and every inverse in its domain; the unit tests hold the edges.
    private static Gen<PricedQuantity> Priced() =>
        from quantity in Figures
        from price in Figures
        where price != 0m
        select PricedQuantity.AtPrice(quantity, price);
}
