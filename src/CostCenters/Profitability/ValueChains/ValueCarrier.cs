using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.UnitCosts;

namespace CostCenters.Profitability.ValueChains;

/// <summary>Who carries cost in the end: a profit center with its revenue, or a product or market of its own.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ValueCarrier
{
    private ValueCarrier(string name, ImmutableArray<CenterCode> centers, Fraction revenue)
    {
        Name = name;
        Centers = centers;
        Revenue = revenue;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The centers with which the cost stays.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>The revenue, in the currency of the caller.</summary>
    public Fraction Revenue { get; }

    /// <summary>A carrier with a given revenue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="centers">The centers with which the cost stays; they are no senders.</param>
    /// <param name="revenue">The revenue.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or blank, or has a NUL or half of a
    /// surrogate pair.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="centers"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revenue"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    public static ValueCarrier Of(string name, IEnumerable<CenterCode> centers, decimal revenue) =>
        Of(name, centers, InputRange.Amount(revenue));

    /// <summary>A carrier with the revenue that its centers have in a layer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="centers">The centers with which the cost stays; they are no senders.</param>
    /// <param name="amounts">The layer; its primary elements of revenue count.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or blank, or has a NUL or half of a
    /// surrogate pair.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException">A code or <paramref name="periods"/> is <c>default</c>.</exception>
    /// <exception cref="KeyNotFoundException">The layer has no such center.</exception>
    public static ValueCarrier FromCube(
        string name, IEnumerable<CenterCode> centers, Cube amounts, FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(amounts);
        CenterCode[] all = [.. centers];
        var scope = new CostScope(all, amounts.Space.Elements.Elements
            .Where(element => element.Nature == ElementNature.Revenue && element.Category == ElementCategory.Primary)
            .Select(element => element.Code));
        return Of(name, all, -(scope.Read(amounts, periods).Value ?? Fraction.Zero));
    }

    private static ValueCarrier Of(string name, IEnumerable<CenterCode> centers, Fraction revenue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(centers);
        return new ValueCarrier(WholeText.Require(name), [.. centers.Distinct()], revenue);
    }
}
