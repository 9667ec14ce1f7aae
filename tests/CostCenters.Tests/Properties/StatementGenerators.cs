using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Currencies;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>Amounts and rates, budgeted and actual, in a posting currency.</summary>
public sealed record PostedCase(PriceVolume Figures, decimal Budget, decimal Actual, RatePair Rates)
{
    public PostedCase Swapped => new(
        new PriceVolume(
            Figures.Unit, Figures.ActualUnits, Figures.ActualPrice, Figures.BudgetUnits, Figures.BudgetPrice),
        Actual,
        Budget,
        new RatePair(Rates.Actual, Rates.Budget));

    public VarianceNode Amounts(VarianceBasis basis, RateEffectBase rateEffect) =>
        CurrencyVariances.AnalyzeAmounts(basis, Budget, Actual, Rates, rateEffect);

    public VarianceNode PriceAndVolume(RateEffectBase rateEffect) =>
        CurrencyVariances.AnalyzePriceAndVolume(VarianceBasis.Profit, Figures, Rates, rateEffect);
}

/// <summary>Inputs and output of a cost center.</summary>
public sealed record CenterCase(CenterInput[] Inputs, ActivityOutput Output, VarianceCategories Categories);

/// <summary>A cost and the activity types that share it.</summary>
public sealed record ReceiverCase(decimal Cost, SplitReceiver[] Receivers);

/// <summary>Consecutive periods that never sell more than there is.</summary>
public sealed record SeriesCase(UnitEconomics Unit, decimal Opening, decimal Carried, ProductionPeriod[] Periods);

public static class StatementGenerators
{
    private static readonly Gen<decimal> Quantities = Gen.OneOf(
        Gen.Elements(0m, 1m, 0.000_000_01m, 1_000_000_000m, 999_999_999.999_999_99m),
        Gen.Choose(0, 9_999).Select(quantity => quantity / 8m),
        Gen.Choose(1, int.MaxValue).Select(quantity => quantity / 100_000_000m));

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Elements(0m, 0.01m, -0.01m, 1_000_000_000_000_000m, -1_000_000_000_000_000m, 0.000_000_01m),
        Gen.Choose(-9_999_999, 9_999_999).Select(cents => cents / 100m));

    private static readonly Gen<decimal> Positives = Quantities.Where(quantity => quantity > 0m);

    private static readonly Gen<decimal> Figures = Gen.OneOf(Quantities, Quantities.Select(quantity => -quantity));

    private static readonly Gen<decimal?> Perhaps =
        Gen.OneOf(Gen.Constant<decimal?>(null), Quantities.Select(quantity => (decimal?)quantity));

    public static Arbitrary<PostedCase> Posted() => Arb.From(
        from units in Figures.Two()
        from prices in Figures.Two()
        from amounts in Amounts.Two()
        from rates in Positives.Two()
        select new PostedCase(
            new PriceVolume("kg", units.Item1, prices.Item1, units.Item2, prices.Item2),
            amounts.Item1,
            amounts.Item2,
            new RatePair(
                new ExchangeRate(Currency.Usd, Currency.Eur, rates.Item1),
                new ExchangeRate(Currency.Usd, Currency.Eur, rates.Item2))));

    public static Arbitrary<CenterCase> Centers() => Arb.From(
        from inputs in Input.NonEmptyListOf().Resize(10)
        from activity in Positives
        from costs in Amounts.Two()
        from done in Quantities.Three()
        from prices in Perhaps.Three()
        from categories in Gen.Choose(0, (int)VarianceCategories.All)
        select new CenterCase(
            [.. inputs],
            new ActivityOutput(
                "h",
                new ActivityPlan(activity, costs.Item1, Math.Abs(costs.Item2)),
                done.Item1,
                done.Item2,
                prices.Item1,
                done.Item3,
                prices.Item2,
                prices.Item3 ?? (costs.Item1 + Math.Abs(costs.Item2) < 0m ? 0m : null)),
            (VarianceCategories)categories));

    public static Arbitrary<ReceiverCase> Receivers() => Arb.From(
        from cost in Amounts
        from receivers in Receiver.NonEmptyListOf().Resize(10)
        where receivers.Any(receiver => receiver.TargetCost > 0m)
            && receivers.Any(receiver => receiver.ActualActivity > 0m && receiver.EquivalenceNumber > 0m)
        select new ReceiverCase(cost, [.. receivers]));

    public static Arbitrary<ProductOperations> Operations() => Arb.From(
        from units in Quantities.Three()
        from price in Quantities
        from revenue in Amounts
        from uses in Use.ListOf().Resize(6)
        from absorptionBase in Gen.Elements(AbsorptionBase.UnitsMade, AbsorptionBase.LaborHours)
        from budget in Amounts
        from actual in Amounts
        from rate in Quantities
        from spread in Positives
        from byRate in Gen.Elements(true, false)
        let needed = absorptionBase == AbsorptionBase.LaborHours
            && uses.All(use => use.Standard.Kind != InputKind.Labor)
                ? AbsorptionBase.UnitsMade
                : absorptionBase
        select new ProductOperations(
            Currency.Eur,
            price,
            units.Item1,
            units.Item2,
            units.Item3,
            revenue,
            uses,
            byRate
                ? FixedOverhead.OfRate(needed, rate, spread, actual)
                : FixedOverhead.OfBudget(needed, budget, spread, actual)));

    public static Arbitrary<SeriesCase> Series() => Arb.From(
        from unit in Quantities.Three()
        from opening in Quantities
        from carried in Quantities
        from made in Gen.Choose(0, 1_000).ListOf().Resize(8)
        from shares in Gen.Choose(0, 8).ListOf(made.Count)
        from costs in Amounts.ListOf(made.Count)
        select new SeriesCase(
            new UnitEconomics(unit.Item1, unit.Item2, unit.Item3),
            opening,
            carried,
            [.. made.Select((count, i) => new ProductionPeriod(count, count * shares[i] / 8m, costs[i], 7m))]));

    private static Gen<CenterInput> Input => Gen.OneOf(
        from figures in Quantities.Three()
        from target in Perhaps
        select CenterInput.Priced("priced", "l", figures.Item1, target, figures.Item2, figures.Item3),
        from quantity in Positives
        from used in Quantities
        from costs in Amounts.Two()
        select CenterInput.Costed("costed", "l", quantity, costs.Item1, used, costs.Item2),
        from costs in Amounts.Two()
        from side in Gen.Choose(0, 2)
        select CenterInput.Valued(
            "valued", side == 0 ? null : costs.Item1, side == 1 ? null : costs.Item2));

    private static Gen<SplitReceiver> Receiver =>
        from target in Quantities
        from activity in Quantities
        from number in Quantities
        select new SplitReceiver("activity", target, activity, number);

    private static Gen<InputUse> Use =>
        from kind in Gen.Elements(InputKind.Material, InputKind.Labor, InputKind.VariableOverhead)
        from standard in Quantities.Two()
        from perUnits in Positives
        from used in Gen.Choose(0, 100_000).Select(quantity => quantity / 8m)
        from idle in Gen.Choose(0, 100)
        from cost in Amounts
        select new InputUse(
            new StandardInput(kind, "input", "unit", standard.Item1, perUnits, standard.Item2),
            used,
            kind == InputKind.Labor && idle % 2 == 1 ? used + idle : null,
            cost);
}
