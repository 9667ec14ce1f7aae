using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Currencies;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class CurrencyMappings
{
    [Calc("fx_price_volume")]
    public static object PriceAndVolume(Given inputs)
    {
        var figures = new PriceVolume(
            "unit",
            inputs.Number("budget_units"),
            inputs.Number("budget_price"),
            inputs.Number("actual_units"),
            inputs.Number("actual_price"));
        RatePair rates = Rates(inputs.Number("budget_rate"), inputs.Number("actual_rate"));
        VarianceNode onActual = Of(RateEffectBase.ActualAmount);
        return new Dictionary<string, object?>
        {
            ["total"] = ExactFigures.Flagged(onActual),
            ["rate_effect_on_actual_amount"] = Parts(onActual),
            ["rate_effect_on_budget_amount"] = Parts(Of(RateEffectBase.ReferenceAmount)),
        };

        VarianceNode Of(RateEffectBase rateEffect) =>
            CurrencyVariances.AnalyzePriceAndVolume(VarianceBasis.Profit, figures, rates, rateEffect);

        static Dictionary<string, object?> Parts(VarianceNode tree) => new()
        {
            ["exchange"] = ExactFigures.Flagged(tree["rate-effect"]),
            ["price"] = ExactFigures.Flagged(tree["price"]),
            ["volume"] = ExactFigures.Flagged(tree["volume"]),
        };
    }

    [Calc("fx_two_way")]
    public static object TwoWay(Given inputs)
    {
        RatePair rates = Rates(inputs.Number("budget_rate"), inputs.Number("actual_rate"));
        VarianceNode onActual = Of(RateEffectBase.ActualAmount);
        VarianceNode onBudget = Of(RateEffectBase.ReferenceAmount);
        return new Dictionary<string, object?>
        {
            ["total"] = ExactFigures.Flagged(onActual),
            ["operating_at_budget_rate"] = ExactFigures.Flagged(onActual["operating-effect"]),
            ["operating_at_actual_rate"] = ExactFigures.Flagged(onBudget["operating-effect"]),
            ["rate_effect_on_actual_amount"] = ExactFigures.Flagged(onActual["rate-effect"]),
            ["rate_effect_on_budget_amount"] = ExactFigures.Flagged(onBudget["rate-effect"]),
        };

        VarianceNode Of(RateEffectBase rateEffect) => CurrencyVariances.AnalyzeAmounts(
            VarianceBasis.Profit, inputs.Number("budget_fc"), inputs.Number("actual_fc"), rates, rateEffect);
    }

    [Calc("fx_handbook")]
    public static object Handbook(Given inputs)
    {
        decimal actual = inputs.Number("actual_income_at_actual_rate");
        decimal ratio = inputs.Number("rate_ratio_actual_to_plan");
        VarianceNode local = VarianceNode.Sum(
            "local-factors",
            "local factors",
            "sum of the local factors at plan rates",
            inputs.Part("local_factors").Parts.Select(factor => VarianceNode.Leaf(
                VarianceKey.Of("factor", factor.Name),
                factor.Name,
                VarianceBasis.Profit,
                Fraction.Of(factor.Value.Number()),
                "",
                [])));
        RatePair rates = Rates(1m, ratio);
        VarianceNode tree = CurrencyVariances.AnalyzeConverted(local, actual, rates);
        decimal currency = ExactFigures.Exact(tree.Part("rate-effect").Amount);
        decimal total = ExactFigures.Exact(tree.Amount);
        return new Dictionary<string, object?>
        {
            ["local_factors_total"] = ExactFigures.Exact(tree["operating-effect"].Amount),
            ["actual_income_at_plan_rate"] = actual - currency,
            ["currency_variance"] = currency,
            ["currency_change_pct_of_actual"] = ExactFigures.Percent(new RatePair(rates.Actual, rates.Budget).Change),
            ["plan_income"] = actual - total,
            ["total_change"] = total,
        };
    }

    private static RatePair Rates(decimal budget, decimal actual) => new(
        new ExchangeRate(Currency.Usd, Currency.Eur, budget), new ExchangeRate(Currency.Usd, Currency.Eur, actual));
}
