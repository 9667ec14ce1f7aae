using System.Collections.Immutable;
using CostCenters.Control.Spending;

namespace CostCenters.Control.Rules;

/// <summary>What happens when a rule is broken, by stage, and who may override it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RuleResponse
{
    /// <summary>Creates a response.</summary>
    /// <param name="onRequest">For a request.</param>
    /// <param name="onOrder">For an order.</param>
    /// <param name="onActual">For an invoice.</param>
    /// <param name="overridableBy">The roles that may let pass what is blocked; none for nobody.</param>
    /// <exception cref="ArgumentNullException"><paramref name="overridableBy"/> is null.</exception>
    /// <exception cref="ArgumentException">A role is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A verdict is none.</exception>
    public RuleResponse(
        AvailabilityVerdict onRequest,
        AvailabilityVerdict onOrder,
        AvailabilityVerdict onActual,
        IEnumerable<string> overridableBy)
    {
        ArgumentNullException.ThrowIfNull(overridableBy);
        OnRequest = Require(onRequest, nameof(onRequest));
        OnOrder = Require(onOrder, nameof(onOrder));
        OnActual = Require(onActual, nameof(onActual));
        OverridableBy = [.. overridableBy.Distinct().Order(StringComparer.Ordinal)];
        if (OverridableBy.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A role needs a name.", nameof(overridableBy));
        }
    }

    /// <summary>For a request.</summary>
    public AvailabilityVerdict OnRequest { get; }

    /// <summary>For an order.</summary>
    public AvailabilityVerdict OnOrder { get; }

    /// <summary>For an invoice.</summary>
    public AvailabilityVerdict OnActual { get; }

    /// <summary>The roles that may let pass what is blocked, by name (ordinal).</summary>
    public ImmutableArray<string> OverridableBy { get; }

    internal AvailabilityVerdict At(SpendingStage stage) =>
        stage switch
        {
            SpendingStage.Request => OnRequest,
            SpendingStage.Order => OnOrder,
            _ => OnActual,
        };

    internal bool SaysTheSameAs(RuleResponse other) =>
        (OnRequest, OnOrder, OnActual) == (other.OnRequest, other.OnOrder, other.OnActual)
        && OverridableBy.SequenceEqual(other.OverridableBy);

    private static AvailabilityVerdict Require(AvailabilityVerdict verdict, string parameter) =>
        Enum.IsDefined(verdict) ? verdict : throw new ArgumentOutOfRangeException(parameter, verdict, "No verdict.");
}
