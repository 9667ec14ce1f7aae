using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>
/// What of a variance came from a standard that the market or a change of method overtook (planning), and what from how
/// the work was done against the standard as it should have been (operational).
/// </summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding. The joint term is in the price.</para>
/// <para>Source: course notes for ACCA Performance Management, planning and operational variances; ACCA accepts both
/// approaches.</para>
/// </remarks>
public static class PlanningVariances
{
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
    public static VarianceNode Of(
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
            "planning price",
            (newPrice - oldPrice) * (split ? actual.Quantity : revised.Quantity),
            $"(revised price - original price) × {(split ? "actual" : "revised")} quantity",
            [
                units.Price("revised price", newPrice),
                units.Price("original price", oldPrice),
                split ? Count("actual", actual) : Count("revised", revised),
            ]);
        VarianceNode planningQuantity = Leaf(
            "planning quantity",
            (revised.Quantity - original.Quantity) * oldPrice,
            "(revised quantity - original quantity) × original price",
            [Count("revised", revised), Count("original", original), units.Price("original price", oldPrice)]);
        VarianceNode price = Leaf(
            "operational price",
            actual.Cost - (actual.Quantity * newPrice),
            "actual cost - actual quantity × revised price",
            [
                units.Amount("actual cost", actual.Cost),
                Count("actual", actual),
                units.Price("revised price", newPrice),
            ]);
        Fraction usePrice = split ? oldPrice : newPrice;
        string usePriceName = split ? "original price" : "revised price";
        VarianceNode quantity = Leaf(
            "operational quantity",
            (actual.Quantity - revised.Quantity) * usePrice,
            $"(actual quantity - revised quantity) × {usePriceName}",
            [Count("actual", actual), Count("revised", revised), units.Price(usePriceName, usePrice)]);
        return VarianceNode.Whole(
            "input cost",
            actual.Cost - (original.Quantity * oldPrice),
            "actual cost - original quantity × original price",
            [
                units.Amount("actual cost", actual.Cost),
                Count("original", original),
                units.Price("original price", oldPrice),
            ],
            split
                ? [Sum("price", planningPrice, price), Sum("quantity", planningQuantity, quantity)]
                : [Sum("planning", planningPrice, planningQuantity), Sum("operational", price, quantity)]);

        VarianceInput Count(string word, PricedQuantity value) => units.Count($"{word} quantity", value.Quantity);
    }

    private static VarianceNode Sum(string name, VarianceNode first, VarianceNode second) =>
        VarianceNode.Sum(name, $"{first.Name} + {second.Name}", [first, second]);

    private static VarianceNode Leaf(
        string name, Fraction amount, string formula, IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(name, VarianceBasis.Cost, amount, formula, inputs);
}
