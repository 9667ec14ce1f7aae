using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>The parts of an operating statement, in the profit basis.</summary>
internal static class StatementVariances
{
    private const VarianceBasis Basis = VarianceBasis.Profit;

    private static readonly InputUnit Unit = InputUnit.Of("unit");

    public static VarianceNode OfSales(ProductOperations operations, CostingMethod method)
    {
        bool absorbs = method == CostingMethod.Absorption;
        Fraction margin = absorbs ? operations.ProfitPerUnit : operations.ContributionPerUnit;
        string marginName = absorbs ? "standard profit per unit" : "standard contribution per unit";
        return VarianceNode.Sum(OperatingStatement.SalesKey, "sales", "sales price + sales volume",
        [
            VarianceNode.Leaf(
                OperatingStatement.SalesPriceKey,
                "sales price",
                Basis,
                operations.Revenue - (operations.Sold * operations.Price),
                "revenue - units sold x standard price",
                [
                    new("revenue", operations.Revenue, operations.Money),
                    new("units sold", operations.Sold, Unit),
                    new("standard price", operations.Price, operations.Per(Unit)),
                ]),
            VarianceNode.Leaf(
                OperatingStatement.SalesVolumeKey,
                "sales volume",
                Basis,
                (operations.Sold - operations.Budgeted) * margin,
                $"(units sold - budgeted units) x {marginName}",
                [
                    new("units sold", operations.Sold, Unit),
                    new("budgeted units", operations.Budgeted, Unit),
                    new(marginName, margin, operations.Per(Unit)),
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
            OperatingStatement.FixedOverheadSpendingKey,
            "fixed overhead spending",
            Basis,
            overhead.Budget - overhead.Actual,
            "budgeted - actual fixed overhead",
            [
                new("budgeted fixed overhead", overhead.Budget, operations.Money),
                new("actual fixed overhead", overhead.Actual, operations.Money),
            ]);
        return method == CostingMethod.Absorption
            ? VarianceNode.Sum(
                OperatingStatement.FixedOverheadKey,
                "fixed overhead",
                "spending + volume",
                [spending, OfVolume(operations)])
            : VarianceNode.Sum(OperatingStatement.FixedOverheadKey, "fixed overhead", "spending", [spending]);
    }

    public static VarianceNode OfVolume(ProductOperations operations)
    {
        FixedOverhead overhead = operations.FixedOverhead;
        Fraction standardBase = operations.Made * operations.BasePerUnit;
        Fraction volume = (standardBase * overhead.Rate) - overhead.Budget;
        InputUnit unit = overhead.Base == AbsorptionBase.UnitsMade ? Unit : InputUnit.Of("hour");
        VarianceInput[] inputs =
        [
            new("standard base of the units made", standardBase, unit),
            new("budgeted base", overhead.BudgetedBase, unit),
            new("absorption rate", overhead.Rate, operations.Per(unit)),
        ];
        const string Key = OperatingStatement.FixedOverheadVolumeKey;
        const string Name = "fixed overhead volume";
        const string Formula = "(standard base of the units made - budgeted base) x absorption rate";
        if (overhead.Base == AbsorptionBase.UnitsMade)
        {
            return VarianceNode.Leaf(Key, Name, Basis, volume, Formula, inputs);
        }

        Fraction hours = Fraction.Sum(operations.Labor.Select(labor => Fraction.Of(labor.Quantity)));
        inputs = [.. inputs, new("actual hours", hours, unit)];
        return VarianceNode.Whole(Key, Name, volume, Formula, inputs,
        [
            VarianceNode.Leaf(
                OperatingStatement.FixedOverheadCapacityKey,
                "fixed overhead capacity",
                Basis,
                (hours - overhead.BudgetedBase) * overhead.Rate,
                "(actual hours - budgeted base) x absorption rate",
                inputs),
            VarianceNode.Leaf(
                OperatingStatement.FixedOverheadEfficiencyKey,
                "fixed overhead efficiency",
                Basis,
                (standardBase - hours) * overhead.Rate,
                "(standard base of the units made - actual hours) x absorption rate",
                inputs),
        ]);
    }

    private static VarianceNode OfKind(InputKind kind, List<InputUse> uses, ProductOperations operations)
    {
        (Part whole, Part price, Part quantity) = PartsOf(kind);
        var parts = new List<VarianceNode>
        {
            ByUse(price, "quantity paid x standard price - actual cost", use =>
                (Paid(use) * Fraction.Of(use.Standard.Price)) - Fraction.Of(use.Cost)),
        };
        if (uses.Exists(use => use.QuantityPaid is not null))
        {
            var idle = new Part(OperatingStatement.LaborIdleTimeKey, "labor idle time");
            parts.Add(ByUse(idle, "(quantity used - quantity paid) x standard price", use =>
                (Fraction.Of(use.Quantity) - Paid(use)) * Fraction.Of(use.Standard.Price)));
        }

        parts.Add(ByUse(quantity, "(standard quantity of the units made - quantity used) x standard price", use =>
            (Allowed(use) - Fraction.Of(use.Quantity)) * Fraction.Of(use.Standard.Price)));
        return VarianceNode.Sum(whole.Key, whole.Name, "standard cost of the units made - actual cost", parts);

        Fraction Allowed(InputUse use) => operations.Made * use.Standard.QuantityPerUnit;

        VarianceNode ByUse(Part part, string formula, Func<InputUse, Fraction> amount) => VarianceNode.Sum(
            part.Key,
            part.Name,
            formula,
            VarianceKey.Number([.. uses.Select(use => VarianceNode.Leaf(
                VarianceKey.Of(OperatingStatement.InputKind, use.Standard.Name),
                use.Standard.Name,
                Basis,
                amount(use),
                formula,
                InputsOf(use, Allowed(use), operations)))]));
    }

    private static (Part Whole, Part Price, Part Quantity) PartsOf(InputKind kind) => kind switch
    {
        InputKind.Material => (
            new Part(OperatingStatement.MaterialKey, "material"),
            new Part(OperatingStatement.MaterialPriceKey, "material price"),
            new Part(OperatingStatement.MaterialQuantityKey, "material quantity")),
        InputKind.Labor => (
            new Part(OperatingStatement.LaborKey, "labor"),
            new Part(OperatingStatement.LaborRateKey, "labor rate"),
            new Part(OperatingStatement.LaborEfficiencyKey, "labor efficiency")),
        _ => (
            new Part(OperatingStatement.VariableOverheadKey, "variable overhead"),
            new Part(OperatingStatement.VariableOverheadSpendingKey, "variable overhead spending"),
            new Part(OperatingStatement.VariableOverheadEfficiencyKey, "variable overhead efficiency")),
    };

    private static VarianceInput[] InputsOf(InputUse use, Fraction allowed, ProductOperations operations)
    {
        InputUnit unit = InputUnit.Of(use.Standard.Unit);
        return
        [
            new("standard quantity of the units made", allowed, unit),
            new("quantity used", Fraction.Of(use.Quantity), unit),
            new("quantity paid", Paid(use), unit),
            new("standard price", Fraction.Of(use.Standard.Price), operations.Per(unit)),
            new("actual cost", Fraction.Of(use.Cost), operations.Money),
        ];
    }

    private static Fraction Paid(InputUse use) => Fraction.Of(use.QuantityPaid ?? use.Quantity);

    private readonly record struct Part(string Key, string Name);
}
