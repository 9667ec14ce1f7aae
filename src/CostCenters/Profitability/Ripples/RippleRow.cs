using System.Collections.Immutable;

namespace CostCenters.Profitability.Ripples;

/// <summary>What becomes of a figure, period by period.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RippleRow
{
    internal RippleRow(RippleFigure figure, ImmutableArray<RippleEffect> effects)
    {
        Figure = figure;
        Effects = effects;
    }

    /// <summary>The figure.</summary>
    public RippleFigure Figure { get; }

    /// <summary>An effect for each period of the model, in order.</summary>
    public ImmutableArray<RippleEffect> Effects { get; }
}
