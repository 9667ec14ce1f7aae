using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>The bridge (waterfall) from budget to actual, one step for each center, element or period.</summary>
/// <remarks>
/// <para>By center a step is the center's own amounts, so that steps never overlap. In a bridge of the margin costs
/// count against revenues.</para>
/// <para>Law: budget + the steps = actual, exactly, and the last running amount is the actual.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class Bridge
{
    private Bridge(
        DecimalScale scale, Measure measure, decimal budget, ImmutableArray<BridgeStep> steps, GrossVariance gross)
    {
        Scale = scale;
        Measure = measure;
        Budget = budget;
        Steps = steps;
        Gross = gross;
    }

    /// <summary>What the amounts count.</summary>
    public Measure Measure { get; }

    internal DecimalScale Scale { get; }

    /// <summary>Where the bridge begins; an absent budget counts as 0.</summary>
    public decimal Budget { get; }

    /// <summary>The steps, in report order: one for each group that has a budget or an actual.</summary>
    public ImmutableArray<BridgeStep> Steps { get; }

    /// <summary>Where the bridge ends.</summary>
    public decimal Actual => Steps.IsEmpty ? Budget : Steps[^1].Running;

    /// <summary>What is favorable and what is unfavorable among the steps.</summary>
    public GrossVariance Gross { get; }

    /// <summary>Builds the bridge of a comparison.</summary>
    /// <param name="report">A report of the comparison; its dimensions do not matter.</param>
    /// <param name="dimension">One dimension: what a step is.</param>
    /// <param name="measure">What the amounts count.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentException">Not exactly one dimension is named.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Bridge Create(
        VarianceReport report,
        ReportDimensions dimension,
        Measure measure,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (dimension is not (ReportDimensions.Center or ReportDimensions.Element or ReportDimensions.Period))
        {
            throw new ArgumentException("Name exactly one dimension.", nameof(dimension));
        }

        var groups = VarianceReport
            .Create(report.Comparison, report.Tree.Flattened(), dimension, cancellation: cancellation).Rows
            .WithCancellation(cancellation)
            .Where(row => row.Variance.Measure != Measure.Margin)
            .Where(row => measure == Measure.Margin || row.Variance.Measure == measure)
            .GroupBy(row => (row.Center?.Center, row.Element, row.Period))
            .ToList();
        decimal budget = groups.SelectMany(group => group)
            .Sum(row => Signed(row.Variance, row.Variance.Budget ?? 0m, measure));
        decimal running = budget;
        var steps = ImmutableArray.CreateBuilder<BridgeStep>(groups.Count);
        foreach (var group in groups)
        {
            decimal amount = group.Sum(row => Signed(row.Variance, row.Variance.Difference, measure));
            running += amount;
            steps.Add(new BridgeStep(group.Key.Center, group.Key.Element, group.Key.Period, amount, running));
        }

        var gross = GrossVariance.Of(steps.Select(step => new Variance(null, step.Amount, measure)));
        return new Bridge(report.Comparison.Space.Scale, measure, budget, steps.MoveToImmutable(), gross);
    }

    private static decimal Signed(Variance variance, decimal amount, Measure measure) =>
        measure == Measure.Margin && variance.Measure == Measure.Cost ? -amount : amount;
}
