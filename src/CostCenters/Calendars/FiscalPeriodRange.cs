namespace CostCenters.Calendars;

/// <summary>The periods from one through another, both inclusive.</summary>
/// <remarks>
/// <c>default(FiscalPeriodRange)</c> is not a range: reading its bounds throws, and it contains no period.
/// </remarks>
public readonly record struct FiscalPeriodRange
{
    private readonly FiscalPeriod from;
    private readonly FiscalPeriod through;

    /// <summary>Names a range of periods.</summary>
    /// <param name="from">The first period.</param>
    /// <param name="through">The last period, which belongs to the range.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="from"/> comes after <paramref name="through"/>, or is <c>default</c>.
    /// </exception>
    public FiscalPeriodRange(FiscalPeriod from, FiscalPeriod through)
    {
        if (!from.IsValue || from > through)
        {
            throw new ArgumentException($"A range runs forward, but {from} comes after {through}.", nameof(from));
        }

        this.from = from;
        this.through = through;
    }

    /// <summary>The first period.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriodRange)</c>.</exception>
    public FiscalPeriod From => from.IsValue ? from : throw NotAValue();

    /// <summary>The last period, which belongs to the range.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriodRange)</c>.</exception>
    public FiscalPeriod Through => through.IsValue ? through : throw NotAValue();

    /// <summary>Tells whether a period lies within the range.</summary>
    /// <param name="period">The period to look for.</param>
    public bool Contains(FiscalPeriod period) => period.IsValue && from <= period && period <= through;

    /// <summary>Text such as <c>2026-P01..2026-P03</c>; never throws.</summary>
    public override string ToString() => from.IsValue ? $"{from}..{through}" : "(no periods)";

    private static InvalidOperationException NotAValue() => new("default(FiscalPeriodRange) is not a range.");
}
