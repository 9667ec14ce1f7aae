using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>What the figures of a standard-cost variance count in: a currency, and the unit of the
/// quantities.</summary>
/// <remarks>One analysis has one currency and one unit, so that none can be mixed within it.</remarks>
public sealed record VarianceUnits
{
    /// <summary>Creates units.</summary>
    /// <param name="currency">The currency of prices, rates and costs.</param>
    /// <param name="quantity">The unit of the quantities, such as <c>kg</c>, <c>hour</c> or <c>unit</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is null or blank.</exception>
    public VarianceUnits(Currency currency, string quantity)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentException.ThrowIfNullOrWhiteSpace(quantity);
        Currency = currency;
        Quantity = quantity;
    }

    /// <summary>The currency of prices, rates and costs.</summary>
    public Currency Currency { get; }

    /// <summary>The unit of the quantities.</summary>
    public string Quantity { get; }

    internal VarianceInput Amount(string name, Fraction value) => new(name, value, InputUnit.Of(Currency));

    internal VarianceInput Price(string name, Fraction value) =>
        new(name, value, InputUnit.Of(Currency).Per(Quantity));

    internal VarianceInput Count(string name, Fraction value) => new(name, value, InputUnit.Of(Quantity));
}
