using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.Budgets;

/// <summary>How the budget of a year, or of another span, spreads over its regular periods.</summary>
/// <remarks>
/// <para>Amounts are counts of the smallest unit, such as cents, of any sign. The shares sum to the amount that is
/// spread, to the last unit; what else holds of each share, the <see cref="RemainderRule"/> says.</para>
/// <para>Adjustment periods get nothing. Immutable; safe for all threads.</para>
/// </remarks>
public sealed class Phasing
{
    private readonly string name;
    private readonly Func<long, long, PhasingSpan, ImmutableArray<long>> spread;

    private Phasing(string name, Func<long, long, PhasingSpan, ImmutableArray<long>> spread)
    {
        this.name = name;
        this.spread = spread;
    }

    /// <summary>The same for each period, whatever its length.</summary>
    /// <param name="rule">Which period takes what rounding leaves over.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static Phasing Even(RemainderRule rule)
    {
        Require(rule);
        return new($"even, {rule}", (total, step, span) => rule == RemainderRule.LargestRemainder && step == 1
            ? Apportionment.SplitEvenly(total, span.Days.Length)
            : Apportionment.Split(total, [.. span.Days.Select(_ => 1m)], rule, step));
    }

    /// <summary>In proportion to weights, such as the amounts of last year; only their ratio matters.</summary>
    /// <remarks>Shares that are meant as percent go to <see cref="ByPercent"/>, which refuses them unless they make
    /// 100.</remarks>
    /// <param name="weights">One weight for each regular period, none negative and not all 0.</param>
    /// <param name="rule">Which period takes what rounding leaves over.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="weights"/> is empty, has a negative weight, or only weights of 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static Phasing ByWeights(IReadOnlyList<decimal> weights, RemainderRule rule)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ImmutableArray<decimal> copy = [.. weights];

        // A trial split refuses bad weights where they are given and not where they are used.
        _ = Apportionment.Split(0, copy, rule);
        return new($"by {copy.Length} weights, {rule}", (total, step, span) =>
        {
            span.RequirePeriods(copy.Length);
            return Apportionment.Split(total, copy, rule, step);
        });
    }

    /// <summary>By percentages, such as a seasonal profile, which make 100 together.</summary>
    /// <param name="percents">One percentage for each regular period, none negative: 12.5 is 12.5 %.</param>
    /// <param name="rule">Which period takes what rounding leaves over.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="percents"/> is empty, has a negative one, or they do not make 100 exactly.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static Phasing ByPercent(IReadOnlyList<decimal> percents, RemainderRule rule)
    {
        Apportionment.RequireHundred(percents);
        return ByWeights(percents, rule);
    }

    /// <summary>In proportion to the number of days in each period.</summary>
    /// <param name="rule">Which period takes what rounding leaves over.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static Phasing ByDays(RemainderRule rule)
    {
        Require(rule);
        return new($"by days, {rule}", (total, step, span) => Apportionment.Split(
            total, [.. span.Days.Select(days => (decimal)days)], rule, step));
    }

    /// <summary>As given, period by period.</summary>
    /// <remarks>Nothing is scaled: <see cref="Spread(long, FiscalYear)"/> refuses a total that the amounts do not sum
    /// to.</remarks>
    /// <param name="amounts">The amount of each regular period in smallest units.</param>
    public static Phasing Given(IReadOnlyList<long> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ImmutableArray<long> copy = [.. amounts];
        var sum = copy.Aggregate(Int128.Zero, (left, right) => left + right);
        return new($"as given in {copy.Length} amounts", (total, _, span) =>
        {
            span.RequirePeriods(copy.Length);
            return sum == total
                ? copy
                : throw new ArgumentException(
                    FormattableString.Invariant($"The amounts sum to {sum}, but the total is {total}."),
                    nameof(total));
        });
    }

    /// <summary>Spreads the amount of a year.</summary>
    /// <param name="total">The amount of the year in smallest units.</param>
    /// <param name="year">The year to spread over.</param>
    /// <returns>One share for each of <see cref="FiscalYear.Periods"/>, in their order; a share may be 0.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one weight or amount for each period, or the given amounts do not sum to
    /// <paramref name="total"/>.
    /// </exception>
    public ImmutableArray<long> Spread(long total, FiscalYear year) => Spread(total, step: 1, year);

    /// <summary>Spreads the amount of a year in whole steps, such as full euros or hundreds of them.</summary>
    /// <remarks>
    /// The shares still sum to the amount, to the last unit: what of it makes no whole step is in the share that
    /// <see cref="Apportionment.Split(long, IReadOnlyList{decimal}, RemainderRule, long)"/> names. Amounts that are
    /// given stay as they are.
    /// </remarks>
    /// <param name="total">The amount of the year in smallest units.</param>
    /// <param name="step">The step in smallest units, at least 1: 100 for full euros of an amount in cents.</param>
    /// <param name="year">The year to spread over.</param>
    /// <returns>One share for each of <see cref="FiscalYear.Periods"/>, in their order; a share may be 0.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one weight or amount for each period, or the given amounts do not sum to
    /// <paramref name="total"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is less than 1.</exception>
    /// <exception cref="OverflowException">A share, rounded up to a step above 1, is beyond 64 bits.</exception>
    public ImmutableArray<long> Spread(long total, long step, FiscalYear year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentNullException.ThrowIfNull(year);
        return spread(total, step, PhasingSpan.Of(year, nameof(year)));
    }

    /// <summary>Spreads an amount over periods that need not begin with a year, such as those of a project from March
    /// through the next February.</summary>
    /// <param name="total">The amount in smallest units.</param>
    /// <param name="calendar">The calendar of the periods.</param>
    /// <param name="range">The periods; adjustment periods among them get nothing.</param>
    /// <returns>One share for each regular period of the range, in order; a share may be 0.</returns>
    /// <exception cref="ArgumentException">
    /// The range has no regular period, there is not one weight or amount for each, or the given amounts do not sum to
    /// <paramref name="total"/>.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="range"/> is a default value.</exception>
    public ImmutableArray<(FiscalPeriod Period, long Share)> Spread(
        long total, FiscalCalendar calendar, FiscalPeriodRange range)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Spread(total, PhasingSpan.Of(calendar, range, nameof(range)));
    }

    /// <summary>Spreads an amount over days, such as those of a contract that begins within a period.</summary>
    /// <remarks>Each period that has one of the days takes part. <see cref="ByDays"/> counts only the days of the span;
    /// for the others a period that has some of them is as good as a whole one.</remarks>
    /// <param name="total">The amount in smallest units.</param>
    /// <param name="calendar">The calendar of the periods.</param>
    /// <param name="days">The days, both inclusive.</param>
    /// <returns>One share for each period that has one of the days, in order; a share may be 0.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one weight or amount for each period, or the given amounts do not sum to
    /// <paramref name="total"/>.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks one of the days.</exception>
    public ImmutableArray<(FiscalPeriod Period, long Share)> Spread(
        long total, FiscalCalendar calendar, DateRange days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Spread(total, PhasingSpan.Of(calendar, days, nameof(days)));
    }

    /// <summary>The rule in words, for logs and debuggers.</summary>
    public override string ToString() => name;

    private ImmutableArray<(FiscalPeriod Period, long Share)> Spread(long total, PhasingSpan span) =>
        [.. span.Periods.Zip(spread(total, 1, span))];

    private static void Require(RemainderRule rule)
    {
        if (rule is not (RemainderRule.LargestRemainder or RemainderRule.LastReceiver))
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a remainder rule.");
        }
    }
}
