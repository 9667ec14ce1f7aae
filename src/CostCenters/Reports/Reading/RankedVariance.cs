using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.Reports.Reading;

/// <summary>One leaf of a <see cref="VarianceRanking"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct RankedVariance
{
    [JsonConstructor]
    internal RankedVariance(VarianceRow row, Fraction? cumulativeShare)
    {
        Row = row;
        CumulativeShare = cumulativeShare;
    }

    /// <summary>The leaf: a center's own amounts.</summary>
    public VarianceRow Row { get; }

    /// <summary>The share of this leaf and all larger ones in the sum of all |difference|, from 0 to 1; null when all
    /// differences are 0.</summary>
    public Fraction? CumulativeShare { get; }
}
