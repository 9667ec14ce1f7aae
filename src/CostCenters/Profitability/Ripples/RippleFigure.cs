using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>A figure that a change reaches: capacity, service, a measure, revenue or cost of a center.</summary>
/// <remarks>Equal when all its parts are equal. Immutable.</remarks>
public sealed record RippleFigure
{
    private RippleFigure(RippleFigureKind kind, CenterCode center)
    {
        _ = center.Value;
        Kind = kind;
        Center = center;
    }

    /// <summary>What is counted.</summary>
    public RippleFigureKind Kind { get; }

    /// <summary>The center; of a service the one that gets it.</summary>
    public CenterCode Center { get; }

    /// <summary>The center that provides a service; null for all else.</summary>
    public CenterCode? Provider { get; private init; }

    /// <summary>The key figure of a measure; null for all else.</summary>
    public KeyFigureCode? KeyFigure { get; private init; }

    /// <summary>The element of revenue or cost; null for all of them.</summary>
    public ElementCode? Element { get; private init; }

    /// <summary>What a center can put out.</summary>
    /// <param name="center">The center.</param>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static RippleFigure Capacity(CenterCode center) => new(RippleFigureKind.Capacity, center);

    /// <summary>What a center gets of the output of another one, in parts of what it asks for.</summary>
    /// <param name="provider">The center that serves, of which a <see cref="ServiceLimit"/> is declared.</param>
    /// <param name="receiver">The center that is served.</param>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static RippleFigure Service(CenterCode provider, CenterCode receiver)
    {
        _ = provider.Value;
        return new RippleFigure(RippleFigureKind.Service, receiver) { Provider = provider };
    }

    /// <summary>A service measure of a center, such as its time to respond.</summary>
    /// <param name="center">The center.</param>
    /// <param name="keyFigure">The key figure.</param>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static RippleFigure Measure(CenterCode center, KeyFigureCode keyFigure)
    {
        _ = keyFigure.Value;
        return new RippleFigure(RippleFigureKind.Measure, center) { KeyFigure = keyFigure };
    }

    /// <summary>Revenue of a center.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element, or null for all revenue.</param>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static RippleFigure Revenue(CenterCode center, ElementCode? element = null)
    {
        _ = element?.Value;
        return new RippleFigure(RippleFigureKind.Revenue, center) { Element = element };
    }

    /// <summary>Cost of a center.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element, or null for all cost.</param>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static RippleFigure Cost(CenterCode center, ElementCode? element = null)
    {
        _ = element?.Value;
        return new RippleFigure(RippleFigureKind.Cost, center) { Element = element };
    }

    /// <summary>Text such as <c>revenue of Bikes</c> or <c>service of Support for Bikes</c>.</summary>
    public override string ToString() => Kind switch
    {
        RippleFigureKind.Capacity => $"capacity of {Center}",
        RippleFigureKind.Service => $"service of {Provider} for {Center}",
        RippleFigureKind.Measure => $"{KeyFigure} of {Center}",
        RippleFigureKind.Revenue => Element is null ? $"revenue of {Center}" : $"{Element} of {Center}",
        _ => Element is null ? $"cost of {Center}" : $"{Element} of {Center}",
    };
}
