using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>What the mappings of standard-cost variances share.</summary>
internal static class StandardFigures
{
    // The sources name no units that matter.
    public static VarianceUnits Units { get; } = new(Currency.Usd, "unit");

    public static decimal NumberOf(Fraction value) => ExactFigures.Exact(value);

    public static object Flag(VarianceNode node) => Flag(node.ProfitEffect);

    public static object Flag(Fraction profitEffect) => Figures.Flagged(NumberOf(profitEffect));

    public static decimal InputOf(VarianceNode node, string name) =>
        NumberOf(node.Inputs.Single(input => input.Name == name).Value);

    /// <summary>A part by key, next below the node.</summary>
    public static VarianceNode Part(this VarianceNode node, string key) =>
        node.Children.Single(part => part.Key == key);

    public static Dictionary<string, object?> FlagByItem(VarianceNode node) =>
        node.Children.ToDictionary(item => item.Name, item => (object?)Flag(item));

    /// <summary>An actual quantity, whichever of its price and its cost is given; null when neither is.</summary>
    public static PricedQuantity? Actual(this Given inputs, decimal quantity) =>
        Priced(quantity, inputs.OptionalNumber("actual_price"), inputs.OptionalNumber("actual_cost"));

    /// <summary>Of two, the cost counts, and the price has to agree with it.</summary>
    public static PricedQuantity? Priced(decimal quantity, decimal? price, decimal? cost)
    {
        if (cost is not decimal amount)
        {
            return price is decimal each ? PricedQuantity.AtPrice(quantity, each) : null;
        }

        PricedQuantity bought = PricedQuantity.ForCost(quantity, amount);
        if (price is decimal stated && bought.Price is Fraction exact)
        {
            Figures.RequireAgreement("The price", stated, NumberOf(exact));
        }

        return bought;
    }

    /// <summary>A product of two inputs, such as units of an hour each; a mapping does not multiply by itself.
    /// </summary>
    public static decimal Times(decimal quantity, decimal each) =>
        NumberOf(PricedQuantity.AtPrice(quantity, each).Cost);
}
