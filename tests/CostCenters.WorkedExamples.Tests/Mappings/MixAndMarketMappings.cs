using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Sales;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class MixAndMarketMappings
{
    [Calc("mix_yield")]
    public static object MixYield(Given inputs)
    {
        Given[] items = [.. inputs.Part("items").Items];
        decimal? output = inputs.OptionalNumber("output_units", "actual_output");
        MixItem[] mix = [.. items.Select(item => Item(item, output))];
        decimal? standardTotal = StandardTotal(inputs, items, output);
        VarianceNode mixTree = MixYieldVariances.AnalyzeMix(mix, MixMethod.IndividualPrice, Units);
        var results = new Dictionary<string, object?>
        {
            ["actual_total_input"] = InputOf(mixTree, "actual total quantity"),
            ["weighted_average_standard_price"] = InputOf(mixTree, "average standard price"),
            ["mix_by_item"] = FlagByItem(mixTree),
            ["mix_total"] = Flag(mixTree),
        };
        if (standardTotal is decimal total)
        {
            AddYield(
                results,
                MixYieldVariances.Analyze(mix, total, MixMethod.IndividualPrice, Units),
                MixYieldVariances.Analyze(mix, total, MixMethod.WeightedAverage, Units));
        }
        else if (mix.All(item => item.ActualCost is not null))
        {
            // The price variances do not ask what the output allowed.
            decimal anyTotal = items.Sum(item => item.Number("actual_quantity"));
            AddPrice(results, MixYieldVariances.Analyze(mix, anyTotal, MixMethod.IndividualPrice, Units).Part("price"));
        }

        return results;
    }

    [Calc("yield_output_vs_input")]
    public static object Yield(Given inputs)
    {
        return new Dictionary<string, object?>
        {
            ["input_method"] = Flag(By(YieldMethod.Input)),
            ["output_method"] = Flag(By(YieldMethod.Output)),
            ["weighted_average_price_per_input"] = InputOf(By(YieldMethod.Input), "standard cost of input"),
        };

        VarianceNode By(YieldMethod method) => YieldVariances.Analyze(
            inputs.Number("actual_input"),
            inputs.Number("actual_output"),
            inputs.Number("standard_input_per_output"),
            inputs.Number("standard_cost_per_output"),
            method,
            Units);
    }

    [Calc("sales_mix")]
    public static object SalesMix(Given inputs)
    {
        Given[] products = [.. inputs.Part("items").Items];
        (string Field, SalesValuation Valuation) value = products[0] switch
        {
            var item when item.Has("budget_cm") => ("budget_cm", SalesValuation.Contribution),
            var item when item.Has("standard_contribution") => ("standard_contribution", SalesValuation.Contribution),
            var item when item.Has("standard_profit") => ("standard_profit", SalesValuation.Profit),
            _ => ("budget_price", SalesValuation.Price),
        };
        SalesItem[] items =
        [
            .. products.Select(item => new SalesItem(
                item.Text("name"),
                item.Number("budget_units"),
                item.Number("actual_units"),
                item.Number(value.Field))),
        ];
        VarianceNode volume = SalesVariances.AnalyzeVolume(items, value.Valuation, MixMethod.IndividualPrice, Units);
        VarianceNode mix = volume.Part("sales-mix");
        VarianceNode quantity = volume.Part("sales-quantity");
        var results = new Dictionary<string, object?>
        {
            ["weighted_average_budget_cm"] = NumberOf(mix.Inputs[^1].Value),
            ["mix_by_item"] = FlagByItem(mix),
            ["mix_by_item_weighted_average_method"] = FlagByItem(SalesVariances.AnalyzeVolume(
                items, value.Valuation, MixMethod.WeightedAverage, Units).Part("sales-mix")),
            ["quantity_by_item"] = FlagByItem(quantity),
            ["volume_by_item"] = SumByItem(mix, quantity),
            ["mix_total"] = Flag(mix),
            ["quantity_total"] = Flag(quantity),
            ["volume_total"] = Flag(volume),
        };
        if (inputs.IsSet("also_product_units_formula"))
        {
            results["mix_by_item_product_units_formula"] = SalesVariances.MixAtOwnUnits(items, value.Valuation, Units)
                .ToDictionary(item => item.Name, item => (object?)Flag(item));
        }

        if (inputs.Has("budget_market_size"))
        {
            VarianceNode byMarket = SalesVariances.AnalyzeVolume(
                items,
                value.Valuation,
                MixMethod.IndividualPrice,
                MarketOf(inputs),
                MarketOrder.ShareAtActualSize,
                Units);
            results["market_share"] = Flag(byMarket["market-share"]);
            results["market_size"] = Flag(byMarket["market-size"]);
        }

        return results;
    }

    [Calc("market_variances")]
    public static object MarketShareAndSize(Given inputs)
    {
        Market market = MarketOf(inputs);
        VarianceNode tree = MarketVariances.Analyze(
            market,
            UnitsOf(inputs, "budget", market.BudgetSize),
            UnitsOf(inputs, "actual", market.ActualSize),
            inputs.OptionalNumber("budget_average_cm") ?? inputs.Number("weighted_average_budget_cm"),
            MarketOrder.ShareAtActualSize,
            Units);
        return new Dictionary<string, object?>
        {
            ["budget_market_share_pct"] = ShareOf("budget share"),
            ["actual_market_share_pct"] = ShareOf("actual share"),
            ["market_share"] = Flag(tree["market-share"]),
            ["market_size"] = Flag(tree["market-size"]),
            ["sales_quantity"] = Flag(tree),
        };

        decimal? ShareOf(string name) =>
            ExactFigures.Percent(tree["market-share"].Inputs.Single(input => input.Name == name).Value);
    }

    private static Market MarketOf(Given inputs) =>
        new(inputs.Number("budget_market_size"), inputs.Number("actual_market_size"));

    // Units, or the share in the market, which are those of its size.
    private static decimal UnitsOf(Given inputs, string when, Fraction size)
    {
        decimal? ofShare = inputs.OptionalNumber($"{when}_market_share_pct") is decimal share
            ? Times(NumberOf(size), Figures.FractionOf(share))
            : null;
        if (inputs.OptionalNumber($"{when}_units") is not decimal units)
        {
            return ofShare ?? throw new NotSupportedException($"Neither {when} units nor a share is given.");
        }

        if (ofShare is decimal derived)
        {
            Figures.RequireAgreement($"The {when} units", units, derived);
        }

        return units;
    }

    private static MixItem Item(Given item, decimal? output)
    {
        string name = item.Text("name");
        decimal weight = QuantityAllowed(item, output) ?? item.Number("std_share");
        _ = item.OptionalNumber("std_share");
        decimal price = item.Number("standard_price");
        decimal quantity = item.Number("actual_quantity");
        return item.Actual(quantity) is PricedQuantity actual
            ? new MixItem(name, weight, price, actual)
            : new MixItem(name, weight, price, quantity);
    }

    private static decimal? QuantityAllowed(Given item, decimal? output) =>
        item.OptionalNumber("std_quantity_for_output")
        ?? (output is decimal made && item.OptionalNumber("std_quantity_per_unit") is decimal each
            ? Times(made, each)
            : null);

    private static decimal? StandardTotal(Given inputs, Given[] items, decimal? output)
    {
        decimal?[] allowed = [.. items.Select(item => QuantityAllowed(item, output))];
        decimal? sum = allowed.Contains(null) ? null : allowed.Sum();
        decimal? ofOutput = output is decimal made
            && inputs.OptionalNumber("standard_input_per_output") is decimal perUnit ? Times(made, perUnit) : null;
        return inputs.OptionalNumber("std_total_for_output") ?? sum ?? ofOutput;
    }

    private static void AddYield(
        Dictionary<string, object?> results, VarianceNode individual, VarianceNode weightedAverage)
    {
        VarianceNode usage = UsageOf(individual);
        VarianceNode mix = usage.Part("mix");
        VarianceNode yield = usage.Part("yield");
        results["std_total_for_output"] = InputOf(yield, "standard total quantity");
        results["mix_by_item_weighted_average_method"] = FlagByItem(UsageOf(weightedAverage).Part("mix"));
        results["yield_by_item_weighted_average_method"] = FlagByItem(UsageOf(weightedAverage).Part("yield"));
        results["yield_total"] = Flag(yield);
        results["yield_by_item"] = FlagByItem(yield);
        results["usage_total"] = Flag(usage);
        results["usage_by_item"] = SumByItem(mix, yield);
        if (individual.Children.SingleOrDefault(part => part.Name == "price") is VarianceNode price)
        {
            AddPrice(results, price);
            results["total_cost_variance"] = Flag(individual);
        }
    }

    // Without prices the usage is all there is.
    private static VarianceNode UsageOf(VarianceNode tree) =>
        tree.Key == MixYieldVariances.UsageKey ? tree : tree.Part("usage");

    private static void AddPrice(Dictionary<string, object?> results, VarianceNode price)
    {
        results["price_by_item"] = FlagByItem(price);
        results["price_total"] = Flag(price);
    }

    private static Dictionary<string, object?> SumByItem(VarianceNode first, VarianceNode second) =>
        first.Children.Zip(second.Children).ToDictionary(
            pair => pair.First.Name,
            pair => (object?)Flag(pair.First.ProfitEffect + pair.Second.ProfitEffect));
}
