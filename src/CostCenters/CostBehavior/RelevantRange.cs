using System.Globalization;
using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>The activities, both ends inclusive, in which a cost behaves as its function says.</summary>
/// <remarks><c>default(RelevantRange)</c> is the activity 0 alone.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct RelevantRange
{
    /// <summary>Creates a range.</summary>
    /// <param name="from">The lowest activity.</param>
    /// <param name="through">The highest activity.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is negative, beyond 10^9 or has more than 8 decimals, or
    /// <paramref name="through"/> is below <paramref name="from"/>.</exception>
    [JsonConstructor]
    public RelevantRange(decimal from, decimal through)
    {
        _ = InputRange.NotNegative(from);
        _ = InputRange.NotNegative(through);
        ArgumentOutOfRangeException.ThrowIfLessThan(through, from);
        From = from;
        Through = through;
    }

    /// <summary>The lowest activity.</summary>
    public decimal From { get; }

    /// <summary>The highest activity.</summary>
    public decimal Through { get; }

    /// <summary>Whether an activity lies in the range.</summary>
    /// <param name="activity">Any activity.</param>
    public bool Contains(decimal activity) => activity >= From && activity <= Through;

    /// <summary>Invariant text such as <c>1000 through 5000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From} through {Through}");
}
