using System.Text.Json.Serialization;
using CostCenters.Calendars;

namespace CostCenters.Allocations;

/// <summary>The fiscal periods in which a rule, a driver or a price counts; <c>default</c> is always.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct PeriodValidity
{
    /// <summary>Creates a validity.</summary>
    /// <param name="from">The first period, or null for no beginning.</param>
    /// <param name="through">The last period, which belongs to it, or null for no end.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> comes after <paramref name="through"/>.</exception>
    [JsonConstructor]
    public PeriodValidity(FiscalPeriod? from, FiscalPeriod? through)
    {
        if (from is FiscalPeriod first && through is FiscalPeriod last && first > last)
        {
            throw new ArgumentException($"A validity runs forward, but {first} comes after {last}.", nameof(from));
        }

        From = from;
        Through = through;
    }

    /// <summary>The first period, or null.</summary>
    public FiscalPeriod? From { get; }

    /// <summary>The last period, or null.</summary>
    public FiscalPeriod? Through { get; }

    /// <summary>One period alone.</summary>
    /// <param name="period">The period.</param>
    public static PeriodValidity In(FiscalPeriod period) => new(period, period);

    /// <summary>Whether a period belongs to it.</summary>
    /// <param name="period">The period.</param>
    public bool Contains(FiscalPeriod period) =>
        (From is not FiscalPeriod from || from <= period) && (Through is not FiscalPeriod through || period <= through);

    /// <summary>Whether both have a period in common.</summary>
    /// <param name="other">The other one.</param>
    public bool Overlaps(PeriodValidity other) =>
        (From is not FiscalPeriod from || other.Through is not FiscalPeriod end || from <= end)
        && (other.From is not FiscalPeriod start || Through is not FiscalPeriod through || start <= through);

    /// <summary>Text such as <c>2026-P01..2026-P06</c>, with an open end left out.</summary>
    public override string ToString() => $"{From}..{Through}";

    /// <summary>Neighbors by their first periods of which the later begins before the earlier ends; none where none of
    /// all overlap.</summary>
    internal static IEnumerable<(T Earlier, T Later)> Overlaps<T>(
        IEnumerable<T> items, Func<T, PeriodValidity> validityOf)
    {
        T[] sorted = [.. items.OrderBy(item => validityOf(item).From ?? default)];
        return sorted.Zip(sorted.Skip(1)).Where(pair => validityOf(pair.First).Overlaps(validityOf(pair.Second)));
    }
}
