using CostCenters.Cubes;
using NodaTime;

namespace CostCenters.Allocations.Chains;

/// <summary>What a chain was computed from and when: the moment of its inputs.</summary>
/// <remarks>The same position gives the same figures for ever. Equal when all parts are equal.</remarks>
public sealed record AllocationSource
{
    /// <summary>Names a source.</summary>
    /// <param name="layer">The layer that the cost was read from.</param>
    /// <param name="position">The position of the journal at which cost and drivers were read, 0 or more.</param>
    /// <param name="at">When the chain was computed; given by the caller, since the library has no clock.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is below 0.</exception>
    public AllocationSource(LayerKey layer, long position, Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        Layer = layer;
        Position = position;
        At = at;
    }

    /// <summary>The layer that the cost was read from.</summary>
    public LayerKey Layer { get; }

    /// <summary>The position of the journal.</summary>
    public long Position { get; }

    /// <summary>When the chain was computed.</summary>
    public Instant At { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(AllocationSource),
        (nameof(Layer), Layer),
        (nameof(Position), Position),
        (nameof(At), At));
}
