using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Forecasts;

/// <summary>A forecast by the shape of another year, and of what there was no shape.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ShapedForecast
{
    internal ShapedForecast(
        Cube cube,
        ImmutableArray<(CenterCode Center, ElementCode Element)> withoutShape,
        ImmutableArray<(CenterCode Center, ElementCode Element)> tooLarge)
    {
        Cube = cube;
        WithoutShape = withoutShape;
        TooLarge = tooLarge;
    }

    /// <summary>The forecast.</summary>
    public Cube Cube { get; }

    /// <summary>The centers and elements of which the other year has nothing to date, or a sum of 0, and those that it
    /// has and the actuals to date have not.</summary>
    public ImmutableArray<(CenterCode Center, ElementCode Element)> WithoutShape { get; }

    /// <summary>The centers and elements whose figures to come outgrow 64 bits, as where the other year has next to
    /// nothing to date: the forecast holds their actuals to date alone.</summary>
    public ImmutableArray<(CenterCode Center, ElementCode Element)> TooLarge { get; }
}
