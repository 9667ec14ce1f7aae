using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>All centers with their validities, numbered in the order in which they were added.</summary>
/// <remarks>
/// <para>The tree can be drawn as of any day, as it was or as it is. A hierarchy never holds a cycle on any day.</para>
/// <para>Immutable. <see cref="ToBuilder"/> extends it: numbers given once stay.</para>
/// </remarks>
public sealed partial class CenterHierarchy
{
    private readonly FrozenDictionary<CenterCode, int> indexes;

    private CenterHierarchy(ImmutableArray<Center> centers)
    {
        Centers = centers;
        indexes = centers.ToFrozenDictionary(center => center.Code, center => center.Index);
    }

    /// <summary>All centers; a center's place in this list is its number.</summary>
    public ImmutableArray<Center> Centers { get; }

    /// <summary>The center of a code.</summary>
    /// <exception cref="KeyNotFoundException">No center has that code.</exception>
    public Center this[CenterCode code] => Centers[IndexOf(code)];

    /// <summary>Looks up a center.</summary>
    /// <param name="code">Its code, compared exactly.</param>
    /// <param name="center">The center, or null when no center has that code.</param>
    public bool TryGet(CenterCode code, [NotNullWhen(true)] out Center? center)
    {
        bool known = indexes.TryGetValue(code, out int index);
        center = known ? Centers[index] : null;
        return known;
    }

    /// <summary>The number of a center.</summary>
    /// <exception cref="KeyNotFoundException">No center has that code.</exception>
    public int IndexOf(CenterCode code) =>
        indexes.TryGetValue(code, out int index)
            ? index
            : throw new KeyNotFoundException($"No center has the code '{code}'.");

    /// <summary>The tree as it stands on a day.</summary>
    /// <param name="date">The day; a center that is not valid then stands where
    /// <see cref="Center.PlacedAt"/> puts it.</param>
    public CenterTree TreeAsOf(LocalDate date) => new(this, date);

    /// <summary>A builder that holds these centers already, to add more centers or validities.</summary>
    public Builder ToBuilder()
    {
        var builder = new Builder();
        foreach (Center center in Centers)
        {
            foreach (CenterValidity validity in center.Validities)
            {
                builder.Add(center.Code, validity);
            }
        }

        return builder;
    }
}
