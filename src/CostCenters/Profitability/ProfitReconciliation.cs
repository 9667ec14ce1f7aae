using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>The same operations under marginal and under absorption costing, reconciled through inventory.</summary>
/// <remarks>
/// <para>Law: absorption - marginal actual profit = (units made - units sold) x fixed overhead per unit, exactly.
/// </para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class ProfitReconciliation
{
    /// <summary>The key of the absorption - marginal node.</summary>
    public const string AbsorptionMarginalKey = "absorption-marginal";

    /// <summary>The key of the fixed overhead in sales volume node.</summary>
    public const string FixedOverheadInSalesVolumeKey = "fixed-overhead-in-sales-volume";

    /// <summary>Reconciles the two statements of a product and period.</summary>
    /// <param name="operations">The figures.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operations"/> is null.</exception>
    public ProfitReconciliation(ProductOperations operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Marginal = OperatingStatement.Create(operations, CostingMethod.Marginal);
        Absorption = OperatingStatement.Create(operations, CostingMethod.Absorption);
        InventoryUnits = operations.Made - operations.Sold;
        InventoryEffect = InventoryUnits * operations.FixedCostPerUnit;
        InputUnit unit = InputUnit.Of("unit");
        Difference = VarianceNode.Whole(
            AbsorptionMarginalKey,
            "absorption - marginal",
            Absorption.Variances.Amount - Marginal.Variances.Amount,
            "profit variance under absorption costing - profit variance under marginal costing",
            [
                new("fixed overhead per unit", operations.FixedCostPerUnit, operations.Per(unit)),
                new("change of inventory", InventoryUnits, unit),
            ],
            [
                VarianceNode.Leaf(
                    FixedOverheadInSalesVolumeKey,
                    "fixed overhead in sales volume",
                    VarianceBasis.Profit,
                    (operations.Budgeted - operations.Sold) * operations.FixedCostPerUnit,
                    "(budgeted units - units sold) x fixed overhead per unit",
                    [
                        new("budgeted units", operations.Budgeted, unit),
                        new("units sold", operations.Sold, unit),
                        new("fixed overhead per unit", operations.FixedCostPerUnit, operations.Per(unit)),
                    ]),
                StatementVariances.OfVolume(operations),
            ]);
    }

    /// <summary>The statement under marginal costing.</summary>
    public OperatingStatement Marginal { get; }

    /// <summary>The statement under absorption costing.</summary>
    public OperatingStatement Absorption { get; }

    /// <summary>Units made - units sold.</summary>
    public Fraction InventoryUnits { get; }

    /// <summary>Fixed overhead that the change of inventory carries: absorption - marginal actual profit.</summary>
    public Fraction InventoryEffect { get; }

    /// <summary>The tree <c>absorption - marginal</c> of the two profit variances: the fixed overhead in the sales
    /// volume variance, and the fixed overhead volume variance, which only absorption costing has.</summary>
    public VarianceNode Difference { get; }
}
