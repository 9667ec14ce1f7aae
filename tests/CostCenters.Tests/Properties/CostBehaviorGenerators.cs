using CostCenters.CostBehavior;
using CostCenters.Forecasts;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Flexible;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>The figures of one line of a flexible budget, kept so that plan and actual can change places.</summary>
public sealed record FlexedLine(
    ElementNature Nature, decimal Fixed, decimal Rate, decimal Planned, decimal Actual, decimal ActualAmount);

/// <summary>Lines of a flexible budget.</summary>
public sealed record FlexibleCase(FlexedLine[] Lines)
{
    public FlexibleBudget Budget => new(Currency.Eur, Lines.Select((line, index) => FlexibleBudgetLine.Flexed(
        $"{index}",
        line.Nature,
        CostFunction.Mixed(line.Fixed, line.Rate),
        new ActivityChange(line.Planned, line.Actual, "hours"),
        line.ActualAmount)));

    public FlexibleBudget Costs => (this with
    {
        Lines = [.. Lines.Select(line => line with { Nature = ElementNature.Cost })],
    }).Budget;

    public override string ToString() => string.Join("; ", Lines.AsEnumerable());
}

/// <summary>Observations with at least two activities.</summary>
public sealed record ObservationCase(CostObservation[] Observations)
{
    public override string ToString() => string.Join("; ", Observations);
}

/// <summary>A product that sells above its variable cost, with a target that some volume earns.</summary>
public sealed record BreakEvenCase(CostVolumeProfit Product, decimal Target);

public static class CostBehaviorGenerators
{
    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Elements(0m, 0.01m, -0.01m, 1_000_000_000_000_000m, -1_000_000_000_000_000m, 0.000_000_01m),
        Gen.Choose(-9_999_999, 9_999_999).Select(cents => cents / 100m));

    private static readonly Gen<decimal> Figures = Gen.OneOf(
        Gen.Elements(0m, 1m, 1_000_000_000m, 0.000_000_01m, 999_999_999.999_999_99m),
        Gen.Choose(0, 9_999_999).Select(cents => cents / 1_000m));

    private static readonly Gen<decimal> Rates =
        from figure in Figures
        from negative in Gen.Elements(false, false, true)
        select negative ? -figure : figure;

    public static Arbitrary<FlexibleCase> FlexibleCases() => Arb.From(
        Few(
            from nature in Gen.Elements(ElementNature.Cost, ElementNature.Revenue)
            from fixedAmount in Amounts
            from rate in Rates
            from planned in Figures
            from actual in Figures
            from amount in Amounts
            select new FlexedLine(nature, fixedAmount, rate, planned, actual, amount))
        .Select(lines => new FlexibleCase([.. lines])));

    public static Arbitrary<ObservationCase> ObservationCases() => Arb.From(
        from seen in Few(
            from activity in Figures
            from cost in Amounts
            select new CostObservation(activity, cost))
        where seen.Select(point => point.Activity).Distinct().Count() > 1
        select new ObservationCase([.. seen]));

    public static Arbitrary<BreakEvenCase> BreakEvenCases() => Arb.From(
        from variable in Gen.Choose(0, 99_999).Select(cents => cents / 100m)
        from more in Gen.Choose(1, 99_999).Select(cents => cents / 100m)
        from fixedCost in Amounts.Select(Math.Abs)
        from target in Amounts
        where fixedCost + target >= 0m
        select new BreakEvenCase(new CostVolumeProfit(variable + more, variable, fixedCost), target));

    public static Arbitrary<EarnedValue> EarnedValues() => Arb.From(
        from budget in Amounts.Select(Math.Abs)
        from earned in Gen.Choose(0, 100)
        from planned in Gen.Choose(0, 100)
        from spent in Amounts.Select(Math.Abs)
        from scheduled in Gen.Elements(true, false)
        select EarnedValue.OfProgress(budget, earned / 100m, spent, scheduled ? planned / 100m : null));

    // What goes wrong with ten lines goes wrong with three.
    private static Gen<List<T>> Few<T>(Gen<T> item) => Gen.Choose(1, 9).SelectMany(count => item.ListOf(count));
}
