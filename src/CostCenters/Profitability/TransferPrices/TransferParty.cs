using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>A center with its figures from outside, before anything is charged inside.</summary>
/// <remarks>Immutable.</remarks>
public sealed record TransferParty
{
    /// <summary>Creates a party.</summary>
    /// <param name="center">The center.</param>
    /// <param name="own">Its figures.</param>
    /// <exception cref="ArgumentNullException"><paramref name="own"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="center"/> is <c>default</c>.</exception>
    public TransferParty(CenterCode center, SegmentMargins own)
    {
        ArgumentNullException.ThrowIfNull(own);
        _ = center.Value;
        Center = center;
        Own = own;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>Its figures from outside.</summary>
    public SegmentMargins Own { get; }
}
