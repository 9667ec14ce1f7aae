using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>A center in a statement with transfers.</summary>
/// <remarks>Immutable.</remarks>
public sealed record TransferRow
{
    internal TransferRow(CenterCode center, SegmentMargins own, Fraction revenue, Fraction cost)
    {
        Center = center;
        Own = own;
        Revenue = revenue;
        Cost = cost;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>Its figures from outside.</summary>
    public SegmentMargins Own { get; }

    /// <summary>What it is credited with for what it delivers.</summary>
    public Fraction Revenue { get; }

    /// <summary>What it is charged with for what it receives.</summary>
    public Fraction Cost { get; }

    /// <summary>Own profit + revenue - cost of transfers.</summary>
    public Fraction Profit => Own.Profit + Revenue - Cost;
}
