using System.Text.Json.Serialization;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>How far an actual lies from its budget.</summary>
/// <remarks>
/// <para><see cref="Difference"/> = actual - budget, always in that order, unrounded; an absent budget counts as 0
/// there, and stays absent in <see cref="Budget"/> and <see cref="Percent"/>.</para>
/// <para>A cost above budget is unfavorable, a revenue or margin above budget favorable: good or bad comes from the
/// <see cref="Measure"/>, never from the sign. Swapping budget and actual negates the difference and flips the
/// outcome.</para>
/// <para>Source: Horngren, Datar and Rajan, Cost Accounting, static-budget variance.</para>
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct Variance
{
    /// <summary>The most decimals of <see cref="Percent"/>; as many as reports of whole numbers keep.</summary>
    public const int MaxPercentDigits = 6;

    private const decimal MaxMagnitude = 1_000_000_000_000_000_000_000_000_000m;

    /// <summary>Creates a variance.</summary>
    /// <param name="budget">The budget with natural sign, or null when there is none.</param>
    /// <param name="actual">The actual with natural sign; 0 when nothing was posted.</param>
    /// <param name="measure">What the amounts count.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond 10^27, or the two have more digits between them
    /// than a decimal holds, so that their difference would lose some; figures of 64-bit counts never do.</exception>
    [JsonConstructor]
    public Variance(decimal? budget, decimal actual, Measure measure)
    {
        RequireExact(budget ?? 0m, actual);
        Budget = budget;
        Actual = actual;
        Measure = measure;
    }

    /// <summary>The budget, or null when there is none. Absent differs from 0.</summary>
    public decimal? Budget { get; }

    /// <summary>The actual.</summary>
    public decimal Actual { get; }

    /// <summary>What the amounts count.</summary>
    public Measure Measure { get; }

    /// <summary>Actual - budget; an absent budget counts as 0.</summary>
    public decimal Difference => Actual - (Budget ?? 0m);

    /// <summary>What the difference does to profit: favorable positive.</summary>
    public decimal ProfitEffect => Measure == Measure.Cost ? -Difference : Difference;

    /// <summary>Favorable, unfavorable, or neutral when there is no difference.</summary>
    public Outcome Outcome => OutcomeOf(Math.Sign(Difference), Measure);

    /// <summary>Difference / |budget| in percent, rounded once by a named rule, at any magnitude.</summary>
    /// <param name="digits">Decimals to keep, 0 to <see cref="MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes; there is no default.</param>
    /// <returns>Null when the budget is absent or 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">The percentage is beyond a decimal, which sums of 64 bits never are.
    /// </exception>
    public decimal? Percent(int digits, MidpointRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxPercentDigits);
        if (Budget is null or 0m)
        {
            return null;
        }

        // A decimal quotient is rounded itself, to 28 digits, and rounding it once more can go the wrong way.
        Fraction exact = Fraction.Of(Difference) * Fraction.Of(100m) / Fraction.Of(Budget.Value).Abs();
        return Trimmed(exact.RoundTo(digits, rounding));
    }

    /// <summary>The number without zeros at the end of its decimals.</summary>
    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;

    private static void RequireExact(decimal budget, decimal actual)
    {
        if (decimal.Abs(budget) > MaxMagnitude || decimal.Abs(actual) > MaxMagnitude)
        {
            decimal beyond = decimal.Abs(budget) > MaxMagnitude ? budget : actual;
            throw new ArgumentOutOfRangeException(
                beyond == budget ? nameof(budget) : nameof(actual), beyond, "At most 10^27 in magnitude was expected.");
        }

        // A difference that needs more digits than a decimal holds comes back with fewer decimals than it has.
        if ((actual - budget).Scale < Math.Max(actual.Scale, budget.Scale))
        {
            throw new ArgumentOutOfRangeException(
                nameof(actual), actual, FormattableString.Invariant($"The difference to {budget} would lose digits."));
        }
    }

    /// <summary>What the sign of a difference means.</summary>
    internal static Outcome OutcomeOf(int sign, Measure measure) =>
        (measure == Measure.Cost ? -sign : sign) switch
        {
            > 0 => Outcome.Favorable,
            < 0 => Outcome.Unfavorable,
            _ => Outcome.Neutral,
        };

    internal static Measure MeasureOf(ElementNature nature) =>
        nature == ElementNature.Cost ? Measure.Cost : Measure.Revenue;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Variance),
        (nameof(Budget), Budget),
        (nameof(Actual), Actual),
        (nameof(Measure), Measure),
        (nameof(Difference), Difference),
        (nameof(ProfitEffect), ProfitEffect),
        (nameof(Outcome), Outcome));
}
