using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>Splits a difference in home currency into what rates did and what the business did.</summary>
/// <remarks>
/// <para>Total = actual amount x actual rate - budget amount x budget rate, in home currency: the root
/// <c>variance in home currency</c> with the children <c>rate effect</c> and <c>operating effect</c>.</para>
/// <para>The basis says what amounts are parts of: a dearer posting currency helps a profit and harms a cost. No
/// rounding.</para>
/// <para>Source: volume/price/exchange variance of AJB Systems; International Finance and Accounting Handbook, exhibit
/// 25.13.</para>
/// </remarks>
public static partial class CurrencyVariances
{
    /// <summary>The key of the whole: actual - budget in home currency.</summary>
    public const string VarianceInHomeCurrencyKey = "variance-in-home-currency";

    /// <summary>The key of what rates did.</summary>
    public const string RateEffectKey = "rate-effect";

    /// <summary>The key of what the business did.</summary>
    public const string OperatingEffectKey = "operating-effect";

    /// <summary>The key of the part of the operating effect that prices made.</summary>
    public const string PriceKey = "price";

    /// <summary>The key of the part of the operating effect that quantities made.</summary>
    public const string VolumeKey = "volume";

    private const string Root = "variance in home currency";
    private const string Rate = "rate effect";
    private const string Operating = "operating effect";
    private const string RootFormula = "actual amount x actual rate - budget amount x budget rate";

    /// <summary>Splits the difference of two amounts in posting currency.</summary>
    /// <param name="basis">Whether the amounts are costs or parts of profit.</param>
    /// <param name="budget">The budgeted amount in posting currency.</param>
    /// <param name="actual">The actual amount in posting currency.</param>
    /// <param name="rates">Budget rate and actual rate to the home currency.</param>
    /// <param name="rateEffect">Which amount carries the rate effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond 10^15 or has more than 8 decimals, or an
    /// enumeration value is unknown.</exception>
    public static VarianceNode AnalyzeAmounts(
        VarianceBasis basis, decimal budget, decimal actual, RatePair rates, RateEffectBase rateEffect)
    {
        ArgumentNullException.ThrowIfNull(rates);
        RequireBasis(basis);
        var amounts = new PostedPair(InputRange.Amount(budget), InputRange.Amount(actual));
        VarianceInput[] inputs = InputsOf(amounts, rates);
        return VarianceNode.Whole(
            VarianceInHomeCurrencyKey,
            Root,
            amounts.TotalAt(rates),
            RootFormula,
            inputs,
            [
                VarianceNode.Leaf(
                    RateEffectKey,
                    Rate,
                    basis,
                    amounts.RateEffect(rates, rateEffect),
                    RateFormula(rateEffect),
                    inputs),
                VarianceNode.Leaf(
                    OperatingEffectKey,
                    Operating,
                    basis,
                    (amounts.Actual - amounts.Budget) * rates.OperatingRate(rateEffect),
                    $"(actual amount - budget amount) x {RateName(rateEffect)}",
                    inputs),
            ]);
    }

    /// <summary>Splits the difference of two products of units and price in posting currency; the operating effect
    /// splits into <c>price</c> and <c>volume</c>.</summary>
    /// <param name="basis">Whether the amounts are costs or parts of profit.</param>
    /// <param name="figures">Units and prices, budgeted and actual.</param>
    /// <param name="rates">Budget rate and actual rate to the home currency.</param>
    /// <param name="rateEffect">Which amount carries the rate effect.</param>
    /// <remarks>Price = actual units x (actual price - budget price) and volume = (actual units - budget units) x
    /// budget price, both at the rate of the operating effect.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An enumeration value is unknown.</exception>
    public static VarianceNode AnalyzePriceAndVolume(
        VarianceBasis basis, PriceVolume figures, RatePair rates, RateEffectBase rateEffect)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(rates);
        RequireBasis(basis);
        Fraction budgetUnits = Fraction.Of(figures.BudgetUnits);
        Fraction budgetPrice = Fraction.Of(figures.BudgetPrice);
        Fraction actualUnits = Fraction.Of(figures.ActualUnits);
        Fraction actualPrice = Fraction.Of(figures.ActualPrice);
        var amounts = new PostedPair(budgetUnits * budgetPrice, actualUnits * actualPrice);
        Fraction rate = rates.OperatingRate(rateEffect);
        string rateName = RateName(rateEffect);
        InputUnit unit = InputUnit.Of(figures.Unit);
        InputUnit price = InputUnit.Of(rates.Budget.From).Per(unit);
        VarianceInput[] inputs =
        [
            new("budget units", budgetUnits, unit),
            new("budget price", budgetPrice, price),
            new("actual units", actualUnits, unit),
            new("actual price", actualPrice, price),
            .. rates.Inputs,
        ];
        VarianceNode operating = VarianceNode.Sum(
            OperatingEffectKey,
            Operating,
            $"(actual amount - budget amount) x {rateName}",
            [
                VarianceNode.Leaf(
                    PriceKey,
                    Price,
                    basis,
                    actualUnits * (actualPrice - budgetPrice) * rate,
                    $"actual units x (actual price - budget price) x {rateName}",
                    inputs),
                VarianceNode.Leaf(
                    VolumeKey,
                    Volume,
                    basis,
                    (actualUnits - budgetUnits) * budgetPrice * rate,
                    $"(actual units - budget units) x budget price x {rateName}",
                    inputs),
            ]);
        VarianceNode effect = VarianceNode.Leaf(
            RateEffectKey,
            Rate,
            basis,
            amounts.RateEffect(rates, rateEffect),
            RateFormula(rateEffect),
            InputsOf(amounts, rates));
        return VarianceNode.Whole(
            VarianceInHomeCurrencyKey,
            Root,
            amounts.TotalAt(rates),
            RootFormula,
            InputsOf(amounts, rates),
            [effect, operating]);
    }

    /// <summary>Adds the rate effect to operating effects that are known already in home currency at the budget rate.
    /// </summary>
    /// <param name="operating">The operating effects, at the budget rate.</param>
    /// <param name="actual">The actual amount in home currency, at the actual rate.</param>
    /// <param name="rates">Budget rate and actual rate to the home currency.</param>
    /// <remarks>Rate effect = actual - actual x budget rate ÷ actual rate, thus on the actual amount.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actual"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    public static VarianceNode AnalyzeConverted(VarianceNode operating, decimal actual, RatePair rates)
    {
        ArgumentNullException.ThrowIfNull(operating);
        ArgumentNullException.ThrowIfNull(rates);
        Fraction converted = InputRange.Amount(actual);
        Fraction atBudgetRate = converted * Fraction.Of(rates.Budget.Value) / Fraction.Of(rates.Actual.Value);
        VarianceNode effect = VarianceNode.Leaf(
            RateEffectKey,
            Rate,
            operating.Basis,
            converted - atBudgetRate,
            "actual - actual at budget rate",
            [
                new("actual", converted, InputUnit.Of(rates.Budget.To)),
                new("actual at budget rate", atBudgetRate, InputUnit.Of(rates.Budget.To)),
                .. rates.Inputs,
            ]);
        VarianceNode named = VarianceNode.Whole(
            OperatingEffectKey, Operating, operating.Amount, "effects at the budget rate", [], [operating]);
        return VarianceNode.Sum(VarianceInHomeCurrencyKey, Root, "rate effect + operating effect", [effect, named]);
    }

    private static VarianceInput[] InputsOf(PostedPair amounts, RatePair rates) =>
    [
        new("budget amount", amounts.Budget, InputUnit.Of(rates.Budget.From)),
        new("actual amount", amounts.Actual, InputUnit.Of(rates.Budget.From)),
        .. rates.Inputs,
    ];

    private static string RateName(RateEffectBase rateEffect) =>
        rateEffect == RateEffectBase.ActualAmount ? "budget rate" : "actual rate";

    private static string RateFormula(RateEffectBase rateEffect) =>
        rateEffect == RateEffectBase.ActualAmount
            ? "actual amount x (actual rate - budget rate)"
            : "budget amount x (actual rate - budget rate)";

    private static void RequireBasis(VarianceBasis basis)
    {
        if (basis is not (VarianceBasis.Cost or VarianceBasis.Profit))
        {
            throw new ArgumentOutOfRangeException(nameof(basis), basis, "Not a basis of variances.");
        }
    }
}
