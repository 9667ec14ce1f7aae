using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>Income of consecutive periods under marginal and under absorption costing at actual cost.</summary>
/// <remarks>
/// <para>A unit made carries fixed overhead ÷ units made of its period into inventory, unrounded. Fixed overhead of a
/// period that makes nothing is cost of that period under both methods.</para>
/// <para>Source: OpenStax, Managerial Accounting, variable and absorption costing.</para>
/// </remarks>
public static class CostingComparison
{
    /// <summary>The incomes, in the order of the periods.</summary>
    /// <param name="unit">What a unit earns and costs.</param>
    /// <param name="openingUnits">Units in inventory before the first period.</param>
    /// <param name="openingFixedPerUnit">Fixed overhead that each of them carries; 0 when there are none.</param>
    /// <param name="periods">The periods, the first one first.</param>
    /// <param name="flow">Which units leave inventory first.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A period is null, or sells more units than there are.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or beyond its range, or
    /// <paramref name="flow"/> is not a flow.</exception>
    public static ImmutableArray<PeriodIncome> Create(
        UnitEconomics unit,
        decimal openingUnits,
        decimal openingFixedPerUnit,
        IEnumerable<ProductionPeriod> periods,
        InventoryFlow flow)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(periods);
        if (flow is not (InventoryFlow.FirstInFirstOut or InventoryFlow.WeightedAverage))
        {
            throw new ArgumentOutOfRangeException(nameof(flow), flow, "Not a flow of inventory.");
        }

        var inventory = new FixedCostInventory(flow);
        Fraction opening = InputRange.NotNegative(openingUnits);
        inventory.Receive(opening, opening * InputRange.NotNegative(openingFixedPerUnit));
        var incomes = ImmutableArray.CreateBuilder<PeriodIncome>();
        foreach (ProductionPeriod period in periods)
        {
            if (period is null)
            {
                throw new ArgumentException("No period may be null.", nameof(periods));
            }

            Fraction before = inventory.FixedCost;
            Fraction made = Fraction.Of(period.UnitsMade);
            Fraction sold = Fraction.Of(period.UnitsSold);
            Fraction fixedOverhead = Fraction.Of(period.FixedOverhead);
            if (sold > inventory.Units + made)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Period {incomes.Count + 1} sells {sold} units, but has {inventory.Units + made}."),
                    nameof(periods));
            }

            if (made.Sign > 0)
            {
                inventory.Receive(made, fixedOverhead);
            }

            inventory.Issue(sold);
            incomes.Add(new PeriodIncome(
                made.Sign > 0 ? fixedOverhead / made : null,
                inventory.Units,
                (sold * unit.Contribution) - fixedOverhead - Fraction.Of(period.FixedSelling),
                before,
                inventory.FixedCost));
        }

        return incomes.ToImmutable();
    }
}
