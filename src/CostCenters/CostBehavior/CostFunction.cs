using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>How an amount depends on activity: fixed, variable, mixed or step-fixed.</summary>
/// <remarks>
/// <para>Cost = fixed part + rate × activity, or the amount of the step that the activity falls into; unrounded. A
/// revenue that follows sales is a variable function too, with its price as the rate.</para>
/// <para>Where the function has a relevant range, <see cref="OutsideRange"/> says what it gives outside.</para>
/// <para>Immutable.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, cost behavior patterns.</para>
/// </remarks>
public sealed class CostFunction
{
    private readonly Fraction fixedPart;
    private readonly Fraction rate;
    private readonly ImmutableArray<CostStep> steps;
    private readonly OutsideRange outside;

    private CostFunction(
        Fraction fixedPart, Fraction rate, ImmutableArray<CostStep> steps, RelevantRange? range, OutsideRange outside)
    {
        if (!Enum.IsDefined(outside))
        {
            throw new ArgumentOutOfRangeException(nameof(outside), outside, "There is no such rule.");
        }

        this.fixedPart = fixedPart;
        this.rate = rate;
        this.steps = steps;
        Range = range;
        this.outside = outside;
    }

    /// <summary>The relevant range, or null when every activity from 0 on is in it.</summary>
    public RelevantRange? Range { get; }

    /// <summary>A cost that activity does not change.</summary>
    /// <param name="amount">The cost, any sign.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is beyond its range.</exception>
    public static CostFunction Fixed(decimal amount) => Line(InputRange.Amount(amount), Fraction.Zero);

    /// <summary>A cost in proportion to activity.</summary>
    /// <param name="rate">The cost of one unit of activity, any sign.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is beyond its range.</exception>
    public static CostFunction Variable(decimal rate) => Line(Fraction.Zero, InputRange.Figure(rate));

    /// <summary>A cost in proportion to activity, known at one activity: a line of a static budget, say.</summary>
    /// <param name="amount">The cost at that activity, any sign; the rate is their quotient, unrounded.</param>
    /// <param name="activity">The activity, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activity"/> is not above 0, or a number is beyond
    /// its range.</exception>
    public static CostFunction Proportional(decimal amount, decimal activity) =>
        Line(Fraction.Zero, InputRange.Amount(amount) / InputRange.Positive(activity));

    /// <summary>A cost with a fixed and a variable part.</summary>
    /// <param name="fixedAmount">The part that activity does not change, any sign.</param>
    /// <param name="rate">What one unit of activity adds, any sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is beyond its range.</exception>
    public static CostFunction Mixed(decimal fixedAmount, decimal rate) =>
        Line(InputRange.Amount(fixedAmount), InputRange.Figure(rate));

    /// <summary>A cost with a fixed and a variable part that is known in a relevant range.</summary>
    /// <param name="fixedAmount">The part that activity does not change, any sign.</param>
    /// <param name="rate">What one unit of activity adds, any sign.</param>
    /// <param name="range">The activities for which this holds.</param>
    /// <param name="outside">What the function gives for other activities.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is beyond its range, or <paramref name="outside"/> is no
    /// rule.</exception>
    public static CostFunction Mixed(decimal fixedAmount, decimal rate, RelevantRange range, OutsideRange outside) =>
        Line(InputRange.Amount(fixedAmount), InputRange.Figure(rate), range, outside);

    /// <summary>A cost that is fixed until a limit is passed, and then jumps.</summary>
    /// <remarks>The relevant range is from 0 through the end of the last step. An activity at the end of a step belongs
    /// to that step.</remarks>
    /// <param name="steps">At least one step, their ends ascending; two for <see cref="OutsideRange.Extrapolate"/>.
    /// </param>
    /// <param name="outside">What the function gives beyond the last step.</param>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">There are too few steps, or their ends do not ascend from above 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outside"/> is no rule.</exception>
    public static CostFunction StepFixed(IEnumerable<CostStep> steps, OutsideRange outside)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ImmutableArray<CostStep> copy = [.. steps];
        int fewest = outside == OutsideRange.Extrapolate ? 2 : 1;
        if (copy.Length < fewest)
        {
            throw new ArgumentException($"{copy.Length} steps were given, at least {fewest} expected.", nameof(steps));
        }

        for (int i = 0; i < copy.Length; i++)
        {
            if (copy[i].Through <= (i == 0 ? 0m : copy[i - 1].Through))
            {
                throw new ArgumentException($"The step at position {i} ends before it begins.", nameof(steps));
            }
        }

        return new CostFunction(
            Fraction.Zero, Fraction.Zero, copy, new RelevantRange(0m, copy[^1].Through), outside);
    }

    /// <summary>The cost of an activity, unrounded.</summary>
    /// <param name="activity">The activity, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activity"/> is negative or beyond 10^9, or it lies
    /// outside a relevant range with <see cref="OutsideRange.Refuse"/>.</exception>
    public Fraction CostAt(decimal activity) => FixedCostAt(activity) + VariableCostAt(activity);

    /// <summary>Cost / activity, unrounded: what a unit costs at that level of activity.</summary>
    /// <param name="activity">The activity, not negative.</param>
    /// <returns>Null when the activity is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="CostAt"/>.</exception>
    public Fraction? UnitCostAt(decimal activity) =>
        activity == 0m ? null : CostAt(activity) / Fraction.Of(activity);

    /// <summary>The fixed part of the cost of an activity, unrounded; for a step-fixed cost, its step.</summary>
    /// <param name="activity">The activity, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="CostAt"/>.</exception>
    public Fraction FixedCostAt(decimal activity)
    {
        Fraction effective = Effective(activity);
        return steps.IsEmpty ? fixedPart : StepAt(effective);
    }

    /// <summary>The variable part of the cost of an activity, unrounded.</summary>
    /// <param name="activity">The activity, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="CostAt"/>.</exception>
    public Fraction VariableCostAt(decimal activity) => rate * Effective(activity);

    internal static CostFunction Line(
        Fraction fixedPart,
        Fraction rate,
        RelevantRange? range = null,
        OutsideRange outside = OutsideRange.Extrapolate) =>
        new(fixedPart, rate, [], range, outside);

    /// <summary>The activity that the function is asked for in the end.</summary>
    private Fraction Effective(decimal activity)
    {
        Fraction given = InputRange.NotNegative(activity);
        if (Range is not RelevantRange range || range.Contains(activity) || outside == OutsideRange.Extrapolate)
        {
            return given;
        }

        return outside == OutsideRange.KeepNearest
            ? Fraction.Of(activity < range.From ? range.From : range.Through)
            : throw new ArgumentOutOfRangeException(
                nameof(activity), activity, $"The cost is known for activities from {range} only.");
    }

    private Fraction StepAt(Fraction activity)
    {
        foreach (CostStep step in steps)
        {
            if (activity <= Fraction.Of(step.Through))
            {
                return Fraction.Of(step.Amount);
            }
        }

        CostStep last = steps[^1];
        CostStep before = steps[^2];
        Fraction width = Fraction.Of(last.Through) - Fraction.Of(before.Through);
        Fraction more = (activity - Fraction.Of(last.Through)) / width;
        Fraction started = Fraction.Of(more.RoundTo(0, MidpointRounding.ToPositiveInfinity));
        Fraction rise = Fraction.Of(last.Amount) - Fraction.Of(before.Amount);
        return Fraction.Of(last.Amount) + (started * rise);
    }
}
