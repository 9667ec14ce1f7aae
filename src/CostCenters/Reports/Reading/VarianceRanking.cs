using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>
/// The leaves of a comparison by the size of their difference: each center's own cost or revenue, broken down further
/// where that is asked for, so that nothing is counted twice.
/// </summary>
/// <remarks>
/// <para>Order: |difference|, the largest first; ties in report order.</para>
/// <para><see cref="RankedVariance.CumulativeShare"/> is the Pareto line: of the sum of all |difference|, how much this
/// leaf and the larger ones make.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class VarianceRanking
{
    private VarianceRanking(ImmutableArray<RankedVariance> leaves, GrossVariance gross)
    {
        Leaves = leaves;
        Gross = gross;
    }

    /// <summary>All leaves, the largest difference first.</summary>
    public ImmutableArray<RankedVariance> Leaves { get; }

    /// <summary>What is favorable and what is unfavorable among the leaves, before one hides the other.</summary>
    public GrossVariance Gross { get; }

    /// <summary>Ranks the leaves of a report.</summary>
    /// <param name="report">The report; its dimensions say what a leaf is.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static VarianceRanking Create(VarianceReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        VarianceRow[] rows =
        [
            .. VarianceReport
                .Create(
                    report.Comparison, report.Tree.Flattened(), report.Dimensions, cancellation: cancellation)
                .Rows.WithCancellation(cancellation)
                .Where(row => row.Variance.Measure != Measure.Margin),
        ];
        (decimal Size, int Place)[] order =
            [.. rows.Select((row, place) => (Math.Abs(row.Variance.Difference), place))];
        CancelableItems.Sort(
            order,
            (left, right) => left.Size == right.Size
                ? left.Place.CompareTo(right.Place)
                : right.Size.CompareTo(left.Size),
            cancellation);
        GrossVariance gross = GrossVariance.Of(rows.Select(row => row.Variance));
        var total = Fraction.Of(gross.Favorable) - Fraction.Of(gross.Unfavorable);
        Fraction running = Fraction.Zero;
        var leaves = ImmutableArray.CreateBuilder<RankedVariance>(rows.Length);
        foreach (VarianceRow row in order.Select(each => rows[each.Place]).WithCancellation(cancellation))
        {
            running += Fraction.Of(Math.Abs(row.Variance.Difference));
            leaves.Add(new RankedVariance(row, total.IsZero ? null : running / total));
        }

        return new VarianceRanking(leaves.MoveToImmutable(), gross);
    }

    /// <summary>The largest leaves that together make at least a share of the sum of all |difference|.</summary>
    /// <param name="percent">The share in percent, 0 to 100, such as 80.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of bounds.</exception>
    public ImmutableArray<RankedVariance> Pareto(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        Fraction share = Fraction.Of(percent) / Fraction.Of(100m);
        int count = 0;
        Fraction reached = Fraction.Zero;
        while (count < Leaves.Length && reached < share && Leaves[count].CumulativeShare is Fraction cumulative)
        {
            reached = cumulative;
            count++;
        }

        return Leaves[..count];
    }
}
