using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>
/// What of a variance came from a standard that the market or a change of method overtook (planning), and what from how
/// the work was done against the standard as it should have been (operational).
/// </summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding. The joint term is in the price.</para>
/// <para>Source: course notes for ACCA Performance Management, planning and operational variances; ACCA accepts both
/// approaches.</para>
/// </remarks>
public static partial class PlanningVariances
{
    /// <summary>The key of the input cost node.</summary>
    public const string InputCostKey = "input-cost";

    /// <summary>The key of the planning price node.</summary>
    public const string PlanningPriceKey = "planning-price";

    /// <summary>The key of the planning quantity node.</summary>
    public const string PlanningQuantityKey = "planning-quantity";

    /// <summary>The key of the operational price node.</summary>
    public const string OperationalPriceKey = "operational-price";

    /// <summary>The key of the operational quantity node.</summary>
    public const string OperationalQuantityKey = "operational-quantity";

    /// <summary>The key of the price node.</summary>
    public const string PriceKey = "price";

    /// <summary>The key of the quantity node.</summary>
    public const string QuantityKey = "quantity";

    /// <summary>The key of the planning node.</summary>
    public const string PlanningKey = "planning";

    /// <summary>The key of the operational node.</summary>
    public const string OperationalKey = "operational";

    /// <summary>Splits the variance of one input, material or labor.</summary>
    /// <remarks>
    /// <para><c>TraditionalSplit</c>: <c>input cost</c> = <c>price</c> (<c>planning price</c> + <c>operational
    /// price</c>) + <c>quantity</c> (<c>planning quantity</c> + <c>operational quantity</c>).</para>
    /// <para><c>RevisedStandards</c>: <c>input cost</c> = <c>planning</c> (<c>planning price</c> + <c>planning
    /// quantity</c>) + <c>operational</c> (<c>operational price</c> + <c>operational quantity</c>).</para>
    /// </remarks>
    /// <param name="original">The quantity allowed for the actual output by the standard as it was set.</param>
    /// <param name="revised">The quantity allowed for the actual output by the standard as it should have been.</param>
    /// <param name="actual">What was used.</param>
    /// <param name="approach">Which of the two accepted ways.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="original"/> or <paramref name="revised"/> has no price.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="approach"/> is none.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode Analyze(
        PricedQuantity original,
        PricedQuantity revised,
        PricedQuantity actual,
        PlanningApproach approach,
        VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(approach, nameof(approach));
        Fraction oldPrice = original.RequirePrice(nameof(original));
        Fraction newPrice = revised.RequirePrice(nameof(revised));
        bool split = approach == PlanningApproach.TraditionalSplit;
        VarianceNode planningPrice = Leaf(
            PlanningPriceKey,
            "planning price",
            (newPrice - oldPrice) * (split ? actual.Quantity : revised.Quantity),
            $"(revised price - original price) × {(split ? "actual" : "revised")} quantity",
            [
                units.Price("revised price", newPrice),
                units.Price("original price", oldPrice),
                split ? Count("actual", actual) : Count("revised", revised),
            ]);
        VarianceNode planningQuantity = PlanningQuantity(original, revised, oldPrice, units);
        VarianceNode price = OperationalPrice(actual, newPrice, units);
        (Fraction usePrice, string usePriceName) =
            split ? (oldPrice, "original price") : (newPrice, "revised price");
        VarianceNode quantity = Leaf(
            OperationalQuantityKey,
            "operational quantity",
            (actual.Quantity - revised.Quantity) * usePrice,
            $"(actual quantity - revised quantity) × {usePriceName}",
            [Count("actual", actual), Count("revised", revised), units.Price(usePriceName, usePrice)]);
        return VarianceNode.Whole(
            InputCostKey,
            "input cost",
            actual.Cost - (original.Quantity * oldPrice),
            "actual cost - original quantity × original price",
            [
                units.Amount("actual cost", actual.Cost),
                Count("original", original),
                units.Price("original price", oldPrice),
            ],
            split
                ? [
                    Sum(PriceKey, "price", planningPrice, price),
                    Sum(QuantityKey, "quantity", planningQuantity, quantity),
                ]
                : [
                    Sum(PlanningKey, "planning", planningPrice, planningQuantity),
                    Sum(OperationalKey, "operational", price, quantity),
                ]);

        VarianceInput Count(string word, PricedQuantity value) => CountOf(units, word, value);
    }

    private static VarianceNode PlanningQuantity(
        PricedQuantity original, PricedQuantity revised, Fraction oldPrice, VarianceUnits units) =>
        Leaf(
            PlanningQuantityKey,
            "planning quantity",
            (revised.Quantity - original.Quantity) * oldPrice,
            "(revised quantity - original quantity) × original price",
            [
                CountOf(units, "revised", revised),
                CountOf(units, "original", original),
                units.Price("original price", oldPrice),
            ]);

    private static VarianceNode OperationalPrice(PricedQuantity actual, Fraction newPrice, VarianceUnits units) =>
        Leaf(
            OperationalPriceKey,
            "operational price",
            actual.Cost - (actual.Quantity * newPrice),
            "actual cost - actual quantity × revised price",
            [
                units.Amount("actual cost", actual.Cost),
                CountOf(units, "actual", actual),
                units.Price("revised price", newPrice),
            ]);

    private static VarianceInput CountOf(VarianceUnits units, string word, PricedQuantity value) =>
        units.Count($"{word} quantity", value.Quantity);

    private static VarianceNode Sum(string key, string name, VarianceNode first, VarianceNode second) =>
        VarianceNode.Sum(key, name, $"{first.Name} + {second.Name}", [first, second]);

    private static VarianceNode Leaf(
        string key, string name, Fraction amount, string formula, IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(key, name, VarianceBasis.Cost, amount, formula, inputs);
}
