using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>What a figure is without any change, period by period.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RippleBase
{
    /// <summary>Creates the values of a figure.</summary>
    /// <param name="figure">The figure: revenue, cost or a measure.</param>
    /// <param name="values">A value for each period of the model, in order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The figure is capacity or service, which a limit tells.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is beyond 10^15 or has more than 8 decimals.</exception>
    public RippleBase(RippleFigure figure, IEnumerable<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(values);
        if (figure.Kind is RippleFigureKind.Capacity or RippleFigureKind.Service)
        {
            throw new ArgumentException($"The {figure} is told by a limit.", nameof(figure));
        }

        Figure = figure;
        Values = [.. values.Select(value => InputRange.Amount(value, nameof(values)))];
    }

    /// <summary>The figure.</summary>
    public RippleFigure Figure { get; }

    /// <summary>A value for each period.</summary>
    public ImmutableArray<Fraction> Values { get; }
}
