using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Variances.Layers;

/// <summary>What an analysis reads from layers: the figures of some centers on both sides of a comparison.</summary>
/// <remarks>
/// <para>Every analysis has two entries with one result: by figures, and by such a scope with the elements and
/// activities that the figures are found in. By layers, each leaf names the cells of the actuals that its inputs add
/// up.</para>
/// <para>The standard of an input is what its budget allows for the actual output: budget × actual / planned output,
/// period by period, and its price is budget / budgeted quantity. Where no output is given, the budget already is for
/// the actual output. Adjustment periods have no output, and their budget stays as it is. Nothing is rounded.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class VarianceScope
{
    /// <summary>Names what is compared.</summary>
    /// <param name="comparison">The layers and their periods.</param>
    /// <param name="centers">The centers whose own amounts count.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no center.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public VarianceScope(Comparison comparison, IEnumerable<CenterCode> centers)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(centers);
        Comparison = comparison;
        Centers = [.. centers.Distinct().Select(code => comparison.Space.Centers[code].Code)];
        if (Centers.IsEmpty)
        {
            throw new ArgumentException("At least one center was expected.", nameof(centers));
        }
    }

    /// <summary>The layers and their periods.</summary>
    public Comparison Comparison { get; }

    /// <summary>The centers whose own amounts count, each once.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    internal Currency Currency => Comparison.Space.Currency;

    /// <summary>The scope itself, which is not null.</summary>
    internal static VarianceScope Require(VarianceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope;
    }

    /// <summary>The activity of the periods of the comparison; null for none.</summary>
    internal ActivityByPeriod? PeriodsOf(ActivityFigures? activity) =>
        activity is null ? null : new ActivityByPeriod(Comparison, activity);

    /// <summary>The same centers, compared with another budget.</summary>
    internal VarianceScope Against(Cube budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return new VarianceScope(
            new Comparison(
                budget,
                new(Comparison.BudgetPeriods[0], Comparison.BudgetPeriods[^1]),
                Comparison.Actual,
                new(Comparison.Periods[0], Comparison.Periods[^1])),
            Centers);
    }
}
