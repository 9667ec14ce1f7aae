using CostCenters.Monetary;

namespace CostCenters.Variances.Flexible;

/// <summary>The planned and the actual amount of an activity, such as units sold or machine hours.</summary>
public sealed record ActivityChange
{
    /// <summary>Creates the two figures.</summary>
    /// <param name="planned">The activity of the static budget, not negative.</param>
    /// <param name="actual">The activity that there was, not negative.</param>
    /// <param name="unit">What it is counted in, such as <c>hours</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An activity is negative or beyond its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="unit"/> is null or blank.</exception>
    public ActivityChange(decimal planned, decimal actual, string unit)
    {
        _ = InputRange.NotNegative(planned);
        _ = InputRange.NotNegative(actual);
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        Planned = planned;
        Actual = actual;
        Unit = unit;
    }

    /// <summary>The activity of the static budget.</summary>
    public decimal Planned { get; }

    /// <summary>The activity that there was.</summary>
    public decimal Actual { get; }

    /// <summary>What it is counted in.</summary>
    public string Unit { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ActivityChange), (nameof(Planned), Planned), (nameof(Actual), Actual), (nameof(Unit), Unit));
}
