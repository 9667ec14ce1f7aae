using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>
/// A responsibility center (cost, revenue, profit or investment center): one code through time, with a name, a kind
/// and a parent for each of its validities.
/// </summary>
/// <remarks>Made by <see cref="CenterHierarchy.Builder"/>. Immutable.</remarks>
public sealed class Center
{
    internal Center(CenterCode code, int index, ImmutableArray<CenterValidity> validities)
    {
        Code = code;
        Index = index;
        Validities = validities;
    }

    /// <summary>The code.</summary>
    public CenterCode Code { get; }

    /// <summary>The number of the center in its hierarchy: 0 for the first that was added.</summary>
    public int Index { get; }

    /// <summary>What the center was, in order of time; the validities share no day but may leave gaps.</summary>
    public ImmutableArray<CenterValidity> Validities { get; }

    /// <summary>What the center is on a day, or null when it is not valid then.</summary>
    /// <param name="date">Any day.</param>
    public CenterValidity? At(LocalDate date)
    {
        CenterValidity placed = PlacedAt(date);
        return placed.Contains(date) ? placed : null;
    }

    /// <summary>
    /// Where a report as of a day puts the center: by its validity on that day, else by the nearest earlier one, else
    /// by its first.
    /// </summary>
    /// <param name="date">Any day.</param>
    public CenterValidity PlacedAt(LocalDate date)
    {
        CenterValidity placed = Validities[0];
        foreach (CenterValidity validity in Validities)
        {
            if (validity.From <= date)
            {
                placed = validity;
            }
        }

        return placed;
    }

    /// <summary>Whether the center is valid and open on at least one day of a span.</summary>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="through">Last day, inclusive.</param>
    public bool TakesPostingsBetween(LocalDate from, LocalDate through)
    {
        foreach (CenterValidity validity in Validities)
        {
            if (validity.Status == CenterStatus.Open && validity.From <= through && validity.Through >= from)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code.ToString();
}
