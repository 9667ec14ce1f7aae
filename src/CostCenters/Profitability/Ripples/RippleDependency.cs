namespace CostCenters.Profitability.Ripples;

/// <summary>A declared assumption: what becomes of one figure when another one changes, and after how long.</summary>
/// <remarks>Change of the target = elasticity × change of the source so many periods ago, both in parts of their
/// figures. Immutable.</remarks>
public sealed record RippleDependency
{
    /// <summary>Declares a dependency.</summary>
    /// <param name="source">The figure that moves first.</param>
    /// <param name="target">The figure that follows; service follows capacity by itself.</param>
    /// <param name="elasticity">How strongly it follows.</param>
    /// <param name="lagPeriods">After how many periods, not negative.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Source and target are one figure, or the target is a service.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lagPeriods"/> is negative.</exception>
    public RippleDependency(RippleFigure source, RippleFigure target, Elasticity elasticity, int lagPeriods)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(elasticity);
        ArgumentOutOfRangeException.ThrowIfNegative(lagPeriods);
        if (source == target || target.Kind == RippleFigureKind.Service)
        {
            throw new ArgumentException($"The {target} cannot be made to follow the {source}.", nameof(target));
        }

        Source = source;
        Target = target;
        Elasticity = elasticity;
        LagPeriods = lagPeriods;
    }

    /// <summary>The figure that moves first.</summary>
    public RippleFigure Source { get; }

    /// <summary>The figure that follows.</summary>
    public RippleFigure Target { get; }

    /// <summary>How strongly it follows.</summary>
    public Elasticity Elasticity { get; }

    /// <summary>After how many periods.</summary>
    public int LagPeriods { get; }

    /// <summary>Text such as <c>response time of Support → revenue of Bikes, after 2 periods</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Source} → {Target}, after {LagPeriods} periods");
}
