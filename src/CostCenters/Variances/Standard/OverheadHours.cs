using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>The hours (or units of another base) that overhead is measured by.</summary>
public sealed record OverheadHours
{
    internal OverheadHours(Fraction standard, Fraction? actual)
    {
        Standard = standard;
        Actual = actual;
    }

    /// <summary>Hours allowed for the actual output.</summary>
    public Fraction Standard { get; }

    /// <summary>Hours worked; null when unknown, which some sets of variances can do without.</summary>
    public Fraction? Actual { get; }

    /// <summary>Hours allowed and hours worked.</summary>
    /// <param name="standardHours">Hours allowed for the actual output, not negative.</param>
    /// <param name="actualHours">Hours worked, not negative, or null when unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static OverheadHours Of(decimal standardHours, decimal? actualHours) =>
        new(InputRange.NotNegative(standardHours), Worked(actualHours));

    /// <summary>Hours allowed = output × hours per unit.</summary>
    /// <param name="output">Units made, not negative.</param>
    /// <param name="hoursPerUnit">Hours allowed for one unit, not negative.</param>
    /// <param name="actualHours">Hours worked, not negative, or null when unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static OverheadHours ForOutput(decimal output, decimal hoursPerUnit, decimal? actualHours) =>
        new(InputRange.NotNegative(output) * InputRange.NotNegative(hoursPerUnit), Worked(actualHours));

    internal Fraction RequireActual(string name) =>
        Actual ?? throw new ArgumentException("These variances need the actual hours.", name);

    private static Fraction? Worked(decimal? actualHours) =>
        actualHours is decimal hours ? InputRange.NotNegative(hours, nameof(actualHours)) : null;
}
