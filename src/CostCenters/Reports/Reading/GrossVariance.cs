using System.Text.Json.Serialization;

namespace CostCenters.Reports.Reading;

/// <summary>Favorable and unfavorable apart, and what is left when one is set against the other.</summary>
/// <remarks>All as effect on profit: favorable positive, unfavorable negative; exact. Net = favorable + unfavorable.
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct GrossVariance
{
    [JsonConstructor]
    private GrossVariance(decimal favorable, decimal unfavorable)
    {
        Favorable = favorable;
        Unfavorable = unfavorable;
    }

    /// <summary>The sum of all favorable effects; 0 or more.</summary>
    public decimal Favorable { get; }

    /// <summary>The sum of all unfavorable effects; 0 or less.</summary>
    public decimal Unfavorable { get; }

    /// <summary>Favorable + unfavorable.</summary>
    public decimal Net => Favorable + Unfavorable;

    /// <summary>Adds up variances that do not overlap.</summary>
    /// <param name="variances">The variances.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variances"/> is null.</exception>
    public static GrossVariance Of(IEnumerable<Variance> variances)
    {
        ArgumentNullException.ThrowIfNull(variances);
        (decimal favorable, decimal unfavorable) = (0m, 0m);
        foreach (Variance variance in variances)
        {
            favorable += Math.Max(variance.ProfitEffect, 0m);
            unfavorable += Math.Min(variance.ProfitEffect, 0m);
        }

        return new GrossVariance(favorable, unfavorable);
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(GrossVariance), (nameof(Favorable), Favorable), (nameof(Unfavorable), Unfavorable), (nameof(Net), Net));
}
