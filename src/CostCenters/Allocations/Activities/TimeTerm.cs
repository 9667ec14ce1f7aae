using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>The time that a variant or an item adds to an activity: 6.5 minutes for special packaging.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record TimeTerm
{
    /// <summary>Creates a term.</summary>
    /// <param name="name">The variant or item.</param>
    /// <param name="time">What each adds, in units of the pool's driver.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, beyond 10^9 or has more than
    /// 8 decimals.</exception>
    public TimeTerm(string name, decimal time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _ = InputRange.NotNegative(time);
        Name = name;
        Time = time;
    }

    /// <summary>The variant or item.</summary>
    public string Name { get; }

    /// <summary>What each adds.</summary>
    public decimal Time { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(TimeTerm),
        (nameof(Name), Name),
        (nameof(Time), Time));
}
