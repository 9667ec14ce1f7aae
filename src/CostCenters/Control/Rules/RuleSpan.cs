namespace CostCenters.Control.Rules;

/// <summary>Over which periods a rule adds budget and use up.</summary>
/// <remarks>
/// <para>Year to date: an amount counts from its period on, and must fit in each later one of its year, too, so that
/// what is dated back takes nobody else's money. Rolling: an amount is judged in the periods that end with its own.
/// </para>
/// <para>Immutable; <c>default</c> is <see cref="Period"/>.</para>
/// </remarks>
public readonly record struct RuleSpan
{
    private RuleSpan(RuleSpanKind kind, int periodCount)
    {
        Kind = kind;
        PeriodCount = periodCount;
    }

    /// <summary>Each period by itself.</summary>
    public static RuleSpan Period => default;

    /// <summary>Each quarter; not for years of thirteen periods.</summary>
    public static RuleSpan Quarter => new(RuleSpanKind.Quarter, 0);

    /// <summary>From the first period of the year through each period.</summary>
    public static RuleSpan YearToDate => new(RuleSpanKind.YearToDate, 0);

    /// <summary>The whole fiscal year.</summary>
    public static RuleSpan FullYear => new(RuleSpanKind.FullYear, 0);

    /// <summary>What kind of span it is.</summary>
    public RuleSpanKind Kind { get; }

    /// <summary>How many periods roll, or 0 for another kind.</summary>
    public int PeriodCount { get; }

    /// <summary>So many regular periods that end with each period.</summary>
    /// <param name="periodCount">From 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodCount"/> is out of bounds.</exception>
    public static RuleSpan Rolling(int periodCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periodCount, 100);
        return new RuleSpan(RuleSpanKind.Rolling, periodCount);
    }

    /// <summary>Text such as <c>FullYear</c> or <c>Rolling 12</c>.</summary>
    public override string ToString() =>
        PeriodCount == 0 ? Kind.ToString() : FormattableString.Invariant($"{Kind} {PeriodCount}");
}
