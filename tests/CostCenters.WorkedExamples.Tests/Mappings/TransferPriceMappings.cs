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
    public static object Table(Given inputs)
    {
        Money variable = MoneyOf(inputs.Number("variable_cost"));
        Money fix = MoneyOf(inputs.OptionalNumber("fixed_cost") ?? 0m);
        var prices = new Dictionary<string, TransferPrice>
        {
            ["variable"] = TransferPrice.VariableCost(variable),
            ["full"] = TransferPrice.FullCost(variable, fix),
        };
        if (inputs.OptionalNumber("market_price") is decimal market)
        {
            prices["market"] = TransferPrice.Market(MoneyOf(market));
        }

        if (inputs.OptionalNumber("negotiated_price") is decimal agreed)
        {
            prices["negotiated"] = TransferPrice.Negotiated(MoneyOf(agreed));
        }

        if (inputs.OptionalNumber("markup_pct") is decimal percent)
        {
            decimal markup = Figures.FractionOf(percent);
            prices["variable_plus"] = TransferPrice.VariableCostPlus(variable, markup);
            prices["full_plus"] = TransferPrice.FullCostPlus(variable, fix, markup);
        }

        return prices.ToDictionary(price => price.Key, price => (object?)GainsAt(price.Value, inputs));
    }

    [Calc("min_transfer_price")]
    public static object MinimumPrice(Given inputs) => inputs.Part("cases").Parts.ToDictionary(
        one => one.Name, one => (object?)ExactFigures.Exact(RangeOf(one.Value).Minimum));

    private static TransferRange RangeOf(Given one)
    {
        decimal saving = one.OptionalNumber("variable_saving") ?? 0m;
        decimal lost = one.OptionalNumber("lost_cm_per_unit") ?? 0m;
        decimal? maximum = one.OptionalNumber("outside_price");
        return one.OptionalNumber("capacity") is decimal capacity
            ? TransferRange.AtCapacity(
                one.Number("variable_cost"), saving, one.Number("units_transferred"), capacity,
                one.Number("outside_units"), lost, maximum)
            : TransferRange.Create(
                one.Number("variable_cost"), saving, one.OptionalNumber("units_transferred") ?? 1m,
                one.OptionalNumber("lost_units") ?? 0m, lost, maximum);
    }

    /// <summary>The seller makes the units at variable cost; the buyer would spend the price outside on them.</summary>
    private static Dictionary<string, object?> GainsAt(TransferPrice price, Given inputs)
    {
        decimal units = inputs.OptionalNumber("units") ?? 1m;
        TransferStatement made = StatementAt(
            TransferPrice.VariableCost(MoneyOf(inputs.Number("variable_cost"))), units);
        TransferStatement sold = StatementAt(price, units);
        var gains = new Dictionary<string, object?>
        {
            ["price"] = ExactFigures.Exact(price.Buyer),
            ["seller_gain"] = ExactFigures.Exact(sold[Seller].Profit - made[Seller].Profit),
        };
        if (inputs.OptionalNumber("outside_price") is decimal outside)
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
