using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard;

/// <summary>Elements and hours of a scope, as analyses take them.</summary>
internal static class ScopeFigures
{
    /// <summary>An element that takes part.</summary>
    public static ScopedElement Element(this VarianceScope scope, ElementCode code, ActivityFigures? output) =>
        new(scope, scope.Comparison.Space.Elements[code], scope.PeriodsOf(output));

    /// <summary>Elements that take part, each once and at least one.</summary>
    public static ScopedElements Elements(
        this VarianceScope scope, IEnumerable<ElementCode> codes, ActivityFigures? output)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return new ScopedElements([.. codes.Distinct().Select(code => scope.Element(code, output))]);
    }

    /// <summary>The hours of the scope, allowed and worked.</summary>
    public static ScopedHours Hours(this VarianceScope scope, ActivityFigures hours, ActivityFigures? output) =>
        new(scope, hours, output);
}
