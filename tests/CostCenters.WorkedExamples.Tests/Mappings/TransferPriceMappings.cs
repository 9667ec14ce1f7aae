using System.Text.Json;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Structure;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>Transfer prices of all bases, and the lowest one that a seller can take.</summary>
public static class TransferPriceMappings
{
    private static readonly CenterCode Seller = new("seller");
    private static readonly CenterCode Buyer = new("buyer");

    /// <summary>Each price with what a unit gains the seller over its variable cost, and the buyer over the price
    /// outside.</summary>
    [Calc("transfer_price_table")]
    public static object Table(JsonElement inputs)
    {
        inputs.RequireKnown(
            "variable_cost", "fixed_cost", "market_price", "outside_price", "markup_pct", "negotiated_price", "units");
        Money variable = MoneyOf(inputs.Number("variable_cost"));
        Money fix = MoneyOf(inputs.NumberOrNull("fixed_cost") ?? 0m);
        var prices = new Dictionary<string, TransferPrice>
        {
            ["variable"] = TransferPrice.VariableCost(variable),
            ["full"] = TransferPrice.FullCost(variable, fix),
        };
        if (inputs.NumberOrNull("market_price") is decimal market)
        {
            prices["market"] = TransferPrice.Market(MoneyOf(market));
        }

        if (inputs.NumberOrNull("negotiated_price") is decimal agreed)
        {
            prices["negotiated"] = TransferPrice.Negotiated(MoneyOf(agreed));
        }

        if (inputs.NumberOrNull("markup_pct") is decimal percent)
        {
            decimal markup = Figures.FractionOf(percent);
            prices["variable_plus"] = TransferPrice.VariableCostPlus(variable, markup);
            prices["full_plus"] = TransferPrice.FullCostPlus(variable, fix, markup);
        }

        return prices.ToDictionary(price => price.Key, price => (object?)GainsAt(price.Value, inputs));
    }

    [Calc("min_transfer_price")]
    public static object MinimumPrice(JsonElement inputs)
    {
        inputs.RequireKnown("cases");
        return inputs.GetProperty("cases").EnumerateObject().ToDictionary(
            one => one.Name, one => (object?)ExactFigures.Exact(RangeOf(one.Value).Minimum));
    }

    private static TransferRange RangeOf(JsonElement one)
    {
        one.RequireKnown(
            "variable_cost", "variable_saving", "lost_cm_per_unit", "lost_units", "units_transferred", "capacity",
            "outside_units", "outside_price");
        decimal saving = one.NumberOrNull("variable_saving") ?? 0m;
        decimal lost = one.NumberOrNull("lost_cm_per_unit") ?? 0m;
        decimal? maximum = one.NumberOrNull("outside_price");
        return one.NumberOrNull("capacity") is decimal capacity
            ? TransferRange.AtCapacity(
                one.Number("variable_cost"), saving, one.Number("units_transferred"), capacity,
                one.Number("outside_units"), lost, maximum)
            : TransferRange.Of(
                one.Number("variable_cost"), saving, one.NumberOrNull("units_transferred") ?? 1m,
                one.NumberOrNull("lost_units") ?? 0m, lost, maximum);
    }

    /// <summary>The seller makes the units at variable cost; the buyer would spend the price outside on them.</summary>
    private static Dictionary<string, object?> GainsAt(TransferPrice price, JsonElement inputs)
    {
        decimal units = inputs.NumberOrNull("units") ?? 1m;
        TransferStatement made = StatementAt(
            TransferPrice.VariableCost(MoneyOf(inputs.Number("variable_cost"))), units);
        TransferStatement sold = StatementAt(price, units);
        var gains = new Dictionary<string, object?>
        {
            ["price"] = ExactFigures.Exact(price.Buyer),
            ["seller_gain"] = ExactFigures.Exact(sold[Seller].Profit - made[Seller].Profit),
        };
        if (inputs.NumberOrNull("outside_price") is decimal outside)
        {
            TransferStatement bought = StatementAt(TransferPrice.Market(MoneyOf(outside)), units);
            gains["buyer_gain"] = ExactFigures.Exact(sold[Buyer].Profit - bought[Buyer].Profit);
        }

        return gains;
    }

    private static TransferStatement StatementAt(TransferPrice price, decimal units)
    {
        var nothing = new SegmentMargins(0m, 0m, 0m, 0m, 0m);
        return TransferStatement.Create(
            Currency.Usd,
            [new TransferParty(Seller, nothing), new TransferParty(Buyer, nothing)],
            [new Transfer(Seller, Buyer, units, price)]);
    }

    private static Money MoneyOf(decimal amount) => new(amount, Currency.Usd);
}
