using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>The parts that every input with a price and a quantity splits into, under one treatment of the joint term.
/// </summary>
internal sealed class PriceQuantitySplit
{
    private static readonly VarianceInput[] NoInputs = [];

    private readonly PriceQuantityTerms terms;
    private readonly PricedQuantity standard;
    private readonly PricedQuantity actual;
    private readonly Fraction standardPrice;
    private readonly Fraction? actualPrice;
    private readonly JointSplit split;
    private readonly VarianceUnits units;

    public PriceQuantitySplit(
        PriceQuantityTerms terms,
        PricedQuantity standard,
        PricedQuantity actual,
        JointVariance joint,
        VarianceUnits units,
        string actualName = "actual")
    {
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(joint, nameof(joint));
        this.terms = terms;
        this.standard = standard;
        this.actual = actual;
        this.units = units;
        standardPrice = standard.RequirePrice(nameof(standard));
        actualPrice = joint == JointVariance.InPrice ? actual.Price : actual.RequirePrice(actualName);
        split = new JointSplit(
            standard.Quantity, standardPrice, actual.Quantity, actualPrice, actual.Cost - actual.Rest, joint);
    }

    /// <summary>The whole with its parts.</summary>
    public VarianceNode Whole(Fraction actualCost, params IEnumerable<VarianceNode> quantityParts) =>
        VarianceNode.Whole(
            terms.Key,
            terms.Whole,
            actualCost - standard.Cost,
            "actual cost - standard cost",
            [units.Amount("actual cost", actualCost), units.Amount("standard cost", standard.Cost)],
            [Price(), .. quantityParts, .. Rests()]);

    /// <summary>The variance of price or rate.</summary>
    public VarianceNode Price()
    {
        if (!split.IsPriceAtActual)
        {
            return Leaf(
                terms.PriceKey,
                terms.PricePart,
                split.Price,
                $"(actual {terms.Price} - standard {terms.Price}) × standard {terms.Quantity}",
                [ActualPrice, StandardPrice, StandardQuantity]);
        }

        return Leaf(
            terms.PriceKey,
            terms.PricePart,
            split.Price,
            actualPrice is null
                ? $"actual cost - actual {terms.Quantity} × standard {terms.Price}"
                : $"(actual {terms.Price} - standard {terms.Price}) × actual {terms.Quantity}",
            actualPrice is null
                ? [units.Amount("actual cost", actual.Cost - actual.Rest), ActualQuantity, StandardPrice]
                : [ActualPrice, StandardPrice, ActualQuantity]);
    }

    /// <summary>A variance of quantity or hours, from one quantity to another.</summary>
    public VarianceNode Quantity(
        string key, string name, string fromWords, Fraction from, string toWords, Fraction to)
    {
        bool atActual = split.IsQuantityAtActual;
        return Leaf(
            key,
            name,
            split.Quantity(from, to),
            $"({toWords} - {fromWords}) × {(atActual ? "actual" : "standard")} {terms.Price}",
            [units.Count(toWords, to), units.Count(fromWords, from), atActual ? ActualPrice : StandardPrice]);
    }

    private VarianceInput StandardPrice => units.Price($"standard {terms.Price}", standardPrice);

    private VarianceInput ActualPrice => units.Price($"actual {terms.Price}", actualPrice!.Value);

    private VarianceInput StandardQuantity => units.Count($"standard {terms.Quantity}", standard.Quantity);

    private VarianceInput ActualQuantity => units.Count($"actual {terms.Quantity}", actual.Quantity);

    private IEnumerable<VarianceNode> Rests()
    {
        if (split.HasJoint)
        {
            yield return Leaf(
                $"{terms.Key}-joint",
                $"{terms.Whole} joint",
                split.Joint,
                $"(actual {terms.Price} - standard {terms.Price}) × "
                    + $"(actual {terms.Quantity} - standard {terms.Quantity})",
                [ActualPrice, StandardPrice, ActualQuantity, StandardQuantity]);
        }

        Fraction rounding = actual.Rest - standard.Rest;
        if (!rounding.IsZero)
        {
            yield return Leaf(
                $"{terms.Key}-rounding",
                $"{terms.Whole} rounding",
                rounding,
                $"(actual cost - actual {terms.Quantity} × actual {terms.Price}) - "
                    + $"(standard cost - standard {terms.Quantity} × standard {terms.Price})",
                [
                    units.Amount("actual cost", actual.Cost),
                    ActualQuantity,
                    .. actual.Price is Fraction price ? [units.Price($"actual {terms.Price}", price)] : NoInputs,
                    units.Amount("standard cost", standard.Cost),
                    StandardQuantity,
                    StandardPrice,
                ]);
        }
    }

    private static VarianceNode Leaf(
        string key, string name, Fraction amount, string formula, IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(key, name, VarianceBasis.Cost, amount, formula, inputs);
}
