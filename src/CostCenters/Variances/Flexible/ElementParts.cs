using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.Flexible;

/// <summary>The parts of the variance of one element: activity, and price and quantity or both together.</summary>
internal sealed class ElementParts(
    Currency currency,
    CostElement element,
    IReadOnlyList<ElementPeriod> periods,
    ElementFlex? flex,
    JointVariance joint,
    VarianceBasis basis)
{
    private readonly Fraction sign =
        basis == VarianceBasis.Profit && element.Nature == ElementNature.Cost ? -Fraction.One : Fraction.One;

    private readonly Fraction budget = Fraction.Sum(periods.Select(period => period.Budget));
    private readonly Fraction actual = Fraction.Sum(periods.Select(period => period.Actual));

    private Fraction Allowance => flex?.Budget ?? budget;

    public VarianceNode Node(string key, string name) =>
        VarianceNode.Whole(
            key,
            name,
            sign * (actual - budget),
            Formula("actual - budget"),
            [Amount("budget", budget), Amount("actual", actual)],
            [.. flex is null ? [] : new[] { Activity(flex) }, .. Rest()]);

    private VarianceNode Activity(ElementFlex flexed) =>
        VarianceNode.Leaf(
            ElementVariances.ActivityKey,
            "activity",
            basis,
            sign * (flexed.Budget - budget),
            Formula("flexible budget - budget"),
            [
                Amount("budget", budget),
                Amount("flexible budget", flexed.Budget),
                new VarianceInput("planned activity", flexed.Planned, InputUnit.Of(flexed.Unit)),
                new VarianceInput("actual activity", flexed.Actual, InputUnit.Of(flexed.Unit)),
            ]);

    private IEnumerable<VarianceNode> Rest()
    {
        Fraction? allowed = flex is null ? Sum(period => period.BudgetQuantity) : flex.Quantity;
        Fraction? used = Sum(period => period.ActualQuantity);
        if (allowed is { IsZero: false } quantity && used is Fraction consumed && (!consumed.IsZero || actual.IsZero))
        {
            Fraction standard = Allowance / quantity;

            // Nothing used at no cost has no price of its own, so all of the difference is quantity.
            return Split(quantity, standard, consumed, consumed.IsZero ? standard : actual / consumed);
        }

        return
        [
            Leaf(
                ElementVariances.FlexibleBudgetKey,
                flex is null ? "budget variance" : "flexible budget variance",
                actual - Allowance,
                flex is null ? "actual - budget" : "actual - flexible budget",
                Amount(flex is null ? "budget" : "flexible budget", Allowance),
                Amount("actual", actual)),
        ];
    }

    private Fraction? Sum(Func<ElementPeriod, Fraction?> quantityOf) =>
        periods.Aggregate((Fraction?)Fraction.Zero, (sum, period) => sum + quantityOf(period));

    private IEnumerable<VarianceNode> Split(Fraction allowed, Fraction standard, Fraction used, Fraction paid)
    {
        var split = new JointSplit(allowed, standard, used, paid, actual, joint);
        bool priceAtActual = split.IsPriceAtActual;
        bool quantityAtActual = split.IsQuantityAtActual;
        VarianceInput standardPrice = Price("budget price", standard);
        VarianceInput actualPrice = Price("actual price", paid);
        VarianceInput allowedQuantity = Quantity("allowed quantity", allowed);
        VarianceInput actualQuantity = Quantity("actual quantity", used);
        yield return Leaf(
            ElementVariances.PriceKey,
            "price",
            split.Price,
            $"(actual price - budget price) × {(priceAtActual ? "actual" : "allowed")} quantity",
            actualPrice,
            standardPrice,
            priceAtActual ? actualQuantity : allowedQuantity);
        yield return Leaf(
            ElementVariances.QuantityKey,
            "quantity",
            split.Quantity(allowed, used),
            $"(actual quantity - allowed quantity) × {(quantityAtActual ? "actual" : "budget")} price",
            actualQuantity,
            allowedQuantity,
            quantityAtActual ? actualPrice : standardPrice);
        if (split.HasJoint)
        {
            yield return Leaf(
                ElementVariances.JointKey,
                "joint",
                split.Joint,
                "(actual price - budget price) × (actual quantity - allowed quantity)",
                actualPrice,
                standardPrice,
                actualQuantity,
                allowedQuantity);
        }
    }

    private VarianceNode Leaf(
        string key, string name, Fraction amount, string formula, params IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(
            key,
            name,
            basis,
            sign * amount,
            Formula(formula),
            inputs,
            periods.SelectMany(period => period.Cells));

    private string Formula(string formula) => sign.Sign < 0 ? $"-({formula})" : formula;

    private VarianceInput Amount(string name, Fraction value) => new(name, value, InputUnit.Of(currency));

    private VarianceInput Quantity(string name, Fraction value) => new(name, value, InputUnit.Of(element.Unit!));

    private VarianceInput Price(string name, Fraction value) =>
        new(name, value, InputUnit.Of(currency).Per(element.Unit!));
}
