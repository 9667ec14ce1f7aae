using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>The budget rate and the actual rate from one currency to another.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RatePair
{
    /// <summary>Pairs two rates.</summary>
    /// <param name="budget">The rate of the budget, or of what else is compared with.</param>
    /// <param name="actual">The rate of the actuals; between the same currencies.</param>
    /// <exception cref="ArgumentNullException">A rate is null.</exception>
    /// <exception cref="CurrencyMismatchException">The rates are not between the same currencies.</exception>
    public RatePair(ExchangeRate budget, ExchangeRate actual)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        Require(budget.From, actual.From);
        Require(budget.To, actual.To);
        Budget = budget;
        Actual = actual;
    }

    /// <summary>The budget rate.</summary>
    public ExchangeRate Budget { get; }

    /// <summary>The actual rate.</summary>
    public ExchangeRate Actual { get; }

    /// <summary>(Actual rate - budget rate) ÷ budget rate, unrounded: how much dearer the posting currency became.
    /// </summary>
    public Fraction Change => Difference / Fraction.Of(Budget.Value);

    /// <summary>Actual rate - budget rate.</summary>
    internal Fraction Difference => Fraction.Of(Actual.Value) - Fraction.Of(Budget.Value);

    /// <summary>The rate of the operating effect.</summary>
    internal Fraction OperatingRate(RateEffectBase rateEffect) => rateEffect switch
    {
        RateEffectBase.ActualAmount => Fraction.Of(Budget.Value),
        RateEffectBase.ReferenceAmount => Fraction.Of(Actual.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(rateEffect), rateEffect, "Not a base of the rate effect."),
    };

    /// <summary>Both rates as inputs of a node.</summary>
    internal VarianceInput[] Inputs =>
    [
        new("budget rate", Fraction.Of(Budget.Value), InputUnit.Of(Budget.To).Per(InputUnit.Of(Budget.From))),
        new("actual rate", Fraction.Of(Actual.Value), InputUnit.Of(Actual.To).Per(InputUnit.Of(Actual.From))),
    ];

    internal static void Require(Currency expected, Currency actual)
    {
        if (expected != actual)
        {
            throw new CurrencyMismatchException(expected, actual);
        }
    }
}
