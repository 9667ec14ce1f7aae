using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>One row of a <see cref="PeriodPivot"/>: the figures of a group by period, and their total.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PivotRow
{
    internal PivotRow(VarianceRow total, ImmutableArray<Variance?> periods)
    {
        Row = total;
        Periods = periods;
    }

    /// <summary>The row over all periods: what it is of, and the total.</summary>
    public VarianceRow Row { get; }

    /// <summary>The center, with its own amounts and its children's; null when the pivot is not by center.</summary>
    public CenterTreeNode? Center => Row.Center;

    /// <summary>The element; null when the pivot is not by element.</summary>
    public CostElement? Element => Row.Element;

    /// <summary>What the amounts count.</summary>
    public Measure Measure => Row.Variance.Measure;

    /// <summary>The figures by period, as many as <see cref="PeriodPivot.Periods"/>; null where there is neither a
    /// budget nor an actual.</summary>
    public ImmutableArray<Variance?> Periods { get; }

    /// <summary>The figures of all periods together.</summary>
    public Variance Total => Row.Variance;
}
