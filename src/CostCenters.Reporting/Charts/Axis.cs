namespace CostCenters.Reporting.Charts;

/// <summary>Where amounts stand on a line of whole units; it always holds 0.</summary>
internal readonly struct Axis
{
    private readonly decimal least;
    private readonly decimal span;
    private readonly int length;

    /// <summary>An axis from the least to the most.</summary>
    /// <param name="least">The smallest amount; 0 where it is above.</param>
    /// <param name="most">The largest amount; 0 where it is below.</param>
    /// <param name="length">How many units it is long.</param>
    /// <param name="holdsZero">Whether 0 belongs on it wherever the amounts lie.</param>
    public Axis(decimal least, decimal most, int length, bool holdsZero = true)
    {
        this.least = holdsZero ? Math.Min(0m, least) : least;
        span = (holdsZero ? Math.Max(0m, most) : most) - this.least;
        this.length = length;
    }

    public int Zero => At(0m);

    /// <summary>The unit of an amount; what lies beyond an end stands there.</summary>
    public int At(decimal amount)
    {
        if (span <= 0m)
        {
            return 0;
        }

        decimal share = Math.Clamp((amount - least) / span, 0m, 1m);
        return (int)decimal.Round(share * length, 0, MidpointRounding.AwayFromZero);
    }

    /// <summary>How many units there are between two amounts, at least one where they differ.</summary>
    public int Length(decimal from, decimal through) =>
        from == through ? 0 : Math.Max(1, Math.Abs(At(through) - At(from)));
}
