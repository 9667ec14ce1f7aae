using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>The parts of an operating statement, in the profit basis.</summary>
internal static class StatementVariances
{
    private const VarianceBasis Basis = VarianceBasis.Profit;

    public static VarianceNode OfSales(ProductOperations operations, CostingMethod method)
    {
        bool absorbs = method == CostingMethod.Absorption;
        Fraction margin = absorbs ? operations.ProfitPerUnit : operations.ContributionPerUnit;
        string marginName = absorbs ? "standard profit per unit" : "standard contribution per unit";
        return VarianceNode.Sum("sales", "sales price + sales volume",
        [
            VarianceNode.Leaf(
                "sales price",
                Basis,
                operations.Revenue - (operations.Sold * operations.Price),
                "revenue - units sold x standard price",
                [
                    new("revenue", operations.Revenue, operations.Currency.Code),
                    new("units sold", operations.Sold, "unit"),
                    new("standard price", operations.Price, operations.Per("unit")),
                ]),
            VarianceNode.Leaf(
                "sales volume",
                Basis,
                (operations.Sold - operations.Budgeted) * margin,
                $"(units sold - budgeted units) x {marginName}",
                [
                    new("units sold", operations.Sold, "unit"),
                    new("budgeted units", operations.Budgeted, "unit"),
                    new(marginName, margin, operations.Per("unit")),
                ]),
        ]);
    }

    public static IEnumerable<VarianceNode> OfInputs(ProductOperations operations) =>
        from kind in (InputKind[])[InputKind.Material, InputKind.Labor, InputKind.VariableOverhead]
        let uses = operations.Inputs.Where(use => use.Standard.Kind == kind).ToList()
        where uses.Count > 0
        select OfKind(kind, uses, operations);

    public static VarianceNode OfFixedOverhead(ProductOperations operations, CostingMethod method)
    {
        FixedOverhead overhead = operations.FixedOverhead;
        VarianceNode spending = VarianceNode.Leaf(
            "fixed overhead spending",
            Basis,
            overhead.Budget - overhead.Actual,
            "budgeted - actual fixed overhead",
            [
                new("budgeted fixed overhead", overhead.Budget, operations.Currency.Code),
                new("actual fixed overhead", overhead.Actual, operations.Currency.Code),
            ]);
        return method == CostingMethod.Absorption
            ? VarianceNode.Sum("fixed overhead", "spending + volume", [spending, OfVolume(operations)])
            : VarianceNode.Sum("fixed overhead", "spending", [spending]);
    }

    public static VarianceNode OfVolume(ProductOperations operations)
    {
        FixedOverhead overhead = operations.FixedOverhead;
        Fraction standardBase = operations.Made * operations.BasePerUnit;
        Fraction volume = (standardBase * overhead.Rate) - overhead.Budget;
        string unit = overhead.Base == AbsorptionBase.UnitsMade ? "unit" : "hour";
        VarianceInput[] inputs =
        [
            new("standard base of the units made", standardBase, unit),
            new("budgeted base", overhead.BudgetedBase, unit),
            new("absorption rate", overhead.Rate, operations.Per(unit)),
        ];
        const string Name = "fixed overhead volume";
        const string Formula = "(standard base of the units made - budgeted base) x absorption rate";
        if (overhead.Base == AbsorptionBase.UnitsMade)
        {
            return VarianceNode.Leaf(Name, Basis, volume, Formula, inputs);
        }

        Fraction hours = Fraction.Sum(operations.Labor.Select(labor => Fraction.Of(labor.Quantity)));
        inputs = [.. inputs, new("actual hours", hours, unit)];
        return VarianceNode.Whole(Name, volume, Formula, inputs,
        [
            VarianceNode.Leaf(
                "fixed overhead capacity",
                Basis,
                (hours - overhead.BudgetedBase) * overhead.Rate,
                "(actual hours - budgeted base) x absorption rate",
                inputs),
            VarianceNode.Leaf(
                "fixed overhead efficiency",
                Basis,
                (standardBase - hours) * overhead.Rate,
                "(standard base of the units made - actual hours) x absorption rate",
                inputs),
        ]);
    }

    private static VarianceNode OfKind(InputKind kind, List<InputUse> uses, ProductOperations operations)
    {
        (string name, string price, string quantity) = kind switch
        {
            InputKind.Material => ("material", "material price", "material quantity"),
            InputKind.Labor => ("labor", "labor rate", "labor efficiency"),
            _ => ("variable overhead", "variable overhead spending", "variable overhead efficiency"),
        };
        var parts = new List<VarianceNode>
        {
            ByUse(price, "quantity paid x standard price - actual cost", use =>
                (Paid(use) * Fraction.Of(use.Standard.Price)) - Fraction.Of(use.Cost)),
        };
        if (uses.Exists(use => use.QuantityPaid is not null))
        {
            parts.Add(ByUse("labor idle time", "(quantity used - quantity paid) x standard price", use =>
                (Fraction.Of(use.Quantity) - Paid(use)) * Fraction.Of(use.Standard.Price)));
        }

        parts.Add(ByUse(quantity, "(standard quantity of the units made - quantity used) x standard price", use =>
            (Allowed(use) - Fraction.Of(use.Quantity)) * Fraction.Of(use.Standard.Price)));
        return VarianceNode.Sum(name, "standard cost of the units made - actual cost", parts);

        Fraction Allowed(InputUse use) => operations.Made * use.Standard.QuantityPerUnit;

        VarianceNode ByUse(string part, string formula, Func<InputUse, Fraction> amount) =>
            VarianceNode.Sum(part, formula, uses.Select(use => VarianceNode.Leaf(
                use.Standard.Name,
                Basis,
                amount(use),
                formula,
                [
                    new("standard quantity of the units made", Allowed(use), use.Standard.Unit),
                    new("quantity used", Fraction.Of(use.Quantity), use.Standard.Unit),
                    new("quantity paid", Paid(use), use.Standard.Unit),
                    new("standard price", Fraction.Of(use.Standard.Price), operations.Per(use.Standard.Unit)),
                    new("actual cost", Fraction.Of(use.Cost), operations.Currency.Code),
                ])));
    }

    private static Fraction Paid(InputUse use) => Fraction.Of(use.QuantityPaid ?? use.Quantity);
}
