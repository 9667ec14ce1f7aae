using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.PriceAndQuantity;
using CostCenters.Variances.Standard.Sales;

namespace CostCenters.Profitability;

/// <summary>The parts of an operating statement: the standard-cost variances, in the profit basis.</summary>
internal static class StatementVariances
{
    public static VarianceNode OfSales(ProductOperations operations, CostingMethod method)
    {
        bool absorbs = method == CostingMethod.Absorption;
        var units = new VarianceUnits(operations.Currency, "unit");
        return VarianceNode.Sum(OperatingStatement.SalesKey, "sales", "sales price + sales volume",
        [
            SalesVariances.Price(
                operations.Price, PricedQuantity.Costing(operations.Sold, operations.Revenue), units),
            SalesVariances.Volume(
                operations.Budgeted,
                operations.Sold,
                absorbs ? operations.ProfitPerUnit : operations.ContributionPerUnit,
                absorbs ? SalesValuation.Profit : SalesValuation.Contribution,
                units),
        ]);
    }

    public static IEnumerable<VarianceNode> OfInputs(ProductOperations operations) =>
        from kind in (InputKind[])[InputKind.Material, InputKind.Labor, InputKind.VariableOverhead]
        let uses = operations.Inputs.Where(use => use.Standard.Kind == kind).ToList()
        where uses.Count > 0
        select OfKind(uses, operations);

    public static VarianceNode OfFixedOverhead(ProductOperations operations, CostingMethod method)
    {
        FixedOverheadBudget budget = BudgetOf(operations);
        Fraction actual = operations.FixedOverhead.Actual;
        VarianceNode tree = method == CostingMethod.Absorption
            ? FixedOverheadVariances.Split(
                budget, HoursOf(operations), actual, SplitOf(operations), UnitsOf(operations))
            : VarianceNode.Sum(
                FixedOverheadVariances.FixedOverheadKey,
                "fixed overhead",
                "spending",
                [FixedOverheadVariances.Spending(budget, actual, UnitsOf(operations))]);
        return tree.InProfit();
    }

    public static VarianceNode OfVolume(ProductOperations operations) =>
        FixedOverheadVariances.AnalyzeVolume(
            BudgetOf(operations), HoursOf(operations), SplitOf(operations), UnitsOf(operations)).InProfit();

    private static bool IsByHours(ProductOperations operations) =>
        operations.FixedOverhead.Base == AbsorptionBase.LaborHours;

    private static FixedVolumeSplit SplitOf(ProductOperations operations) =>
        IsByHours(operations) ? FixedVolumeSplit.CapacityAndEfficiency : FixedVolumeSplit.None;

    private static VarianceUnits UnitsOf(ProductOperations operations) =>
        new(operations.Currency, IsByHours(operations) ? "hour" : "unit");

    private static FixedOverheadBudget BudgetOf(ProductOperations operations) =>
        new(operations.FixedOverhead.Budget, operations.FixedOverhead.Rate);

    private static OverheadHours HoursOf(ProductOperations operations) => new(
        operations.Made * operations.BasePerUnit,
        IsByHours(operations)
            ? Fraction.Sum(operations.Labor.Select(labor => Fraction.Of(labor.Quantity)))
            : null);

    /// <summary>The inputs of a kind: the parts that each of them splits into, with a leaf for every input.</summary>
    private static VarianceNode OfKind(List<InputUse> uses, ProductOperations operations)
    {
        VarianceNode[] trees = [.. uses.Select(use => OfUse(use, operations))];
        bool hasIdle = uses.Exists(use => use.QuantityPaid is not null);
        return VarianceNode.Sum(
            trees[0].Key,
            trees[0].Name,
            trees[0].Formula,
            trees[0].Children
                .Select((part, index) => (part, index))
                .Where(place => hasIdle || place.part.Key != LaborVariances.LaborIdleTimeKey)
                .Select(place => VarianceNode.Sum(
                    place.part.Key,
                    place.part.Name,
                    "sum of the inputs",
                    VarianceKey.Number([.. trees.Zip(uses, (tree, use) =>
                        tree.Children[place.index]
                            .WithKey(VarianceKey.Of(OperatingStatement.InputKind, use.Standard.Name))
                            .WithName(use.Standard.Name))]))));
    }

    private static VarianceNode OfUse(InputUse use, ProductOperations operations)
    {
        var units = new VarianceUnits(operations.Currency, use.Standard.Unit);
        PricedQuantity standard = PricedQuantity.At(
            operations.Made * use.Standard.QuantityPerUnit, Fraction.Of(use.Standard.Price));
        PricedQuantity paid = PricedQuantity.Costing(
            Fraction.Of(use.QuantityPaid ?? use.Quantity), Fraction.Of(use.Cost));
        VarianceNode tree = use.Standard.Kind switch
        {
            InputKind.Material => MaterialVariances.AnalyzeAtUse(standard, paid, JointVariance.InPrice, units),
            InputKind.Labor => LaborVariances.Split(
                standard, paid, Fraction.Of(use.Quantity), 0m, JointVariance.InPrice, units),
            _ => VariableOverheadVariances.Analyze(standard, paid, units),
        };
        return tree.InProfit();
    }
}
