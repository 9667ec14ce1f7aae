using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>A budgeted and an actual amount in a posting currency.</summary>
internal readonly record struct PostedPair
{
    public PostedPair(Fraction budget, Fraction actual)
    {
        Budget = budget;
        Actual = actual;
    }

    public Fraction Budget { get; }

    public Fraction Actual { get; }

    public Fraction TotalAt(RatePair rates) =>
        (Actual * Fraction.Of(rates.Actual.Value)) - (Budget * Fraction.Of(rates.Budget.Value));

    public Fraction RateEffect(RatePair rates, RateEffectBase rateEffect) =>
        (rateEffect == RateEffectBase.ActualAmount ? Actual : Budget) * rates.Difference;
}
