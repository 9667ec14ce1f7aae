using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.Flexible;

/// <summary>The parts of the variance of one element: activity, and price and quantity or both together.</summary>
internal sealed class ElementParts(
    Currency currency,
    CostElement element,
    ElementSums sums,
    ElementFlex flex,
    JointVariance joint,
    VarianceBasis basis)
{
    private readonly Fraction sign =
        basis == VarianceBasis.Profit && element.Nature == ElementNature.Cost ? -Fraction.One : Fraction.One;

    public VarianceNode Node(string key, string name) =>
        VarianceNode.Whole(
            key,
            name,
            sign * (sums.Actual - sums.Budget),
            Formula("actual - budget"),
            [Amount("budget", sums.Budget), Amount("actual", sums.Actual)],
            [.. flex.Planned is null ? [] : new[] { Activity() }, .. Rest()]);

    private VarianceNode Activity() =>
        Leaf(
            ElementVariances.ActivityKey,
            "activity",
            flex.Budget - sums.Budget,
            "flexible budget - budget",
            Amount("budget", sums.Budget),
            Amount("flexible budget", flex.Budget),
            new VarianceInput("planned activity", flex.Planned!.Value, InputUnit.Of(flex.Unit)),
            new VarianceInput("actual activity", flex.Actual!.Value, InputUnit.Of(flex.Unit)));

    private IEnumerable<VarianceNode> Rest()
    {
        if (flex.Quantity is not { IsZero: false } allowed || sums.ActualQuantity is not { IsZero: false } used)
        {
            return
            [
                Leaf(
                    ElementVariances.FlexibleBudgetKey,
                    flex.Planned is null ? "budget variance" : "flexible budget variance",
                    sums.Actual - flex.Budget,
                    flex.Planned is null ? "actual - budget" : "actual - flexible budget",
                    Amount("flexible budget", flex.Budget),
                    Amount("actual", sums.Actual)),
            ];
        }

        return Split(allowed, flex.Budget / allowed, used, sums.Actual / used);
    }

    private IEnumerable<VarianceNode> Split(Fraction allowed, Fraction standard, Fraction used, Fraction paid)
    {
        bool priceAtActual = joint == JointVariance.InPrice;
        bool quantityAtActual = joint == JointVariance.InQuantity;
        VarianceInput standardPrice = Price("budget price", standard);
        VarianceInput actualPrice = Price("actual price", paid);
        VarianceInput allowedQuantity = Quantity("allowed quantity", allowed);
        VarianceInput actualQuantity = Quantity("actual quantity", used);
        yield return Leaf(
            ElementVariances.PriceKey,
            "price",
            (paid - standard) * (priceAtActual ? used : allowed),
            $"(actual price - budget price) × {(priceAtActual ? "actual" : "allowed")} quantity",
            actualPrice,
            standardPrice,
            priceAtActual ? actualQuantity : allowedQuantity);
        yield return Leaf(
            ElementVariances.QuantityKey,
            "quantity",
            (used - allowed) * (quantityAtActual ? paid : standard),
            $"(actual quantity - allowed quantity) × {(quantityAtActual ? "actual" : "budget")} price",
            actualQuantity,
            allowedQuantity,
            quantityAtActual ? actualPrice : standardPrice);
        if (joint == JointVariance.Separate)
        {
            yield return Leaf(
                ElementVariances.JointKey,
                "joint",
                (paid - standard) * (used - allowed),
                "(actual price - budget price) × (actual quantity - allowed quantity)",
                actualPrice,
                standardPrice,
                actualQuantity,
                allowedQuantity);
        }
    }

    private VarianceNode Leaf(
        string key, string name, Fraction amount, string formula, params IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(key, name, basis, sign * amount, Formula(formula), inputs, sums.Cells);

    private string Formula(string formula) => sign.Sign < 0 ? $"-({formula})" : formula;

    private VarianceInput Amount(string name, Fraction value) => new(name, value, InputUnit.Of(currency));

    private VarianceInput Quantity(string name, Fraction value) => new(name, value, InputUnit.Of(element.Unit!));

    private VarianceInput Price(string name, Fraction value) =>
        new(name, value, InputUnit.Of(currency).Per(element.Unit!));
}
