using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>Leads from budgeted profit to actual profit by variances.</summary>
/// <remarks>
/// <para>Law: budgeted profit + variances = actual profit, exactly.</para>
/// <para>All variances are in the profit basis, favorable positive. Immutable.</para>
/// </remarks>
public sealed class OperatingStatement
{
    /// <summary>The kind of the keys of inputs, see <see cref="VarianceKey.Of"/>.</summary>
    public const string InputKind = "input";

    /// <summary>The key of the profit variance node.</summary>
    public const string ProfitVarianceKey = "profit-variance";

    /// <summary>The key of the sales node.</summary>
    public const string SalesKey = "sales";

    private OperatingStatement(Fraction budgetedProfit, VarianceNode variances)
    {
        BudgetedProfit = budgetedProfit;
        Variances = variances;
    }

    /// <summary>Where the statement starts: budgeted profit, or contribution.</summary>
    public Fraction BudgetedProfit { get; }

    /// <summary>The tree <c>profit variance</c>: actual - budgeted profit.</summary>
    public VarianceNode Variances { get; }

    /// <summary>Where the statement ends: budgeted profit + variances.</summary>
    public Fraction ActualProfit => BudgetedProfit + Variances.Amount;

    /// <summary>A statement from variances that are known already.</summary>
    /// <param name="budgetedProfit">Budgeted profit, or contribution.</param>
    /// <param name="variances">At least one tree; those in the cost basis are turned into the profit basis. Where two
    /// have one key, the later ones are numbered, as in <c>sales#2</c>; <see cref="VarianceNode.WithKey"/> gives them
    /// better ones.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variances"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no tree, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budgetedProfit"/> is beyond its range.</exception>
    public static OperatingStatement Create(decimal budgetedProfit, IEnumerable<VarianceNode> variances)
    {
        ArgumentNullException.ThrowIfNull(variances);
        ImmutableArray<VarianceNode> parts = [.. variances];
        if (parts.IsEmpty || parts.Contains(null!))
        {
            throw new ArgumentException("At least one tree was expected, and none that is null.", nameof(variances));
        }

        return new OperatingStatement(
            InputRange.Amount(budgetedProfit),
            VarianceNode.Sum(
                ProfitVarianceKey,
                "profit variance",
                "sum of the variances",
                VarianceKey.Number([.. parts.Select(part => part.InProfit())])));
    }

    /// <summary>A statement from standard, budget and actual figures.</summary>
    /// <param name="operations">The figures of a product and period.</param>
    /// <param name="method">Marginal values sales volume at contribution, and fixed overhead has no volume variance;
    /// absorption values it at profit, with a volume variance.</param>
    /// <remarks>
    /// <para>Budgeted profit = budgeted units x profit per unit, or x contribution - budgeted fixed overhead. Actual
    /// profit = revenue - actual costs + (units made - units sold) x what a unit carries into inventory at standard.
    /// </para>
    /// <para>The nodes: <c>sales price</c>, <c>sales volume</c>, <c>material price</c>, <c>material quantity</c>,
    /// <c>labor rate</c>, <c>labor idle time</c>, <c>labor efficiency</c>, <c>variable overhead spending</c>,
    /// <c>variable overhead efficiency</c>, <c>fixed overhead spending</c> and, under absorption, <c>fixed overhead
    /// volume</c> (with <c>fixed overhead capacity</c> and <c>fixed overhead efficiency</c> by labor hours). Costs are
    /// against the standard for the units made, sales volume against units sold.</para>
    /// <para>Source: operating statements of the ACCA and Kaplan texts on marginal and absorption costing.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="operations"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not a method.</exception>
    public static OperatingStatement Create(ProductOperations operations, CostingMethod method)
    {
        ArgumentNullException.ThrowIfNull(operations);
        if (method is not (CostingMethod.Marginal or CostingMethod.Absorption))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "Not a costing method.");
        }

        Fraction budgeted = operations.BudgetedProfit(method);
        Fraction actual = operations.ActualProfit(method);
        VarianceNode variances = VarianceNode.Whole(
            ProfitVarianceKey,
            "profit variance",
            actual - budgeted,
            "actual profit - budgeted profit",
            [
                new("budgeted profit", budgeted, operations.Money),
                new("actual profit", actual, operations.Money),
            ],
            [
                StatementVariances.OfSales(operations, method),
                .. StatementVariances.OfInputs(operations),
                StatementVariances.OfFixedOverhead(operations, method),
            ]);
        return new OperatingStatement(budgeted, variances);
    }
}
