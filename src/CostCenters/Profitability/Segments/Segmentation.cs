using System.Collections.Frozen;
using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>How a company is divided into segments, and these into further ones.</summary>
/// <remarks>What belongs to a segment and to a part of it belongs to the part. What two segments claim of which neither
/// is a part of the other is refused when it is met. Immutable.</remarks>
public sealed class Segmentation
{
    private readonly FrozenDictionary<string, int> byName;
    private readonly ILookup<CenterCode, int> byCenter;
    private readonly ILookup<ElementCode, int> byElement;
    private readonly ImmutableArray<ImmutableHashSet<ElementCode>> elements;

    private Segmentation(ImmutableArray<Segment> segments, (int Number, int Parent, int Depth)[] drawn)
    {
        Segments = [.. drawn.Select(node => segments[node.Number])];
        Parents = [.. drawn.Select(node => node.Parent)];
        Depths = [.. drawn.Select(node => node.Depth)];
        var numbered = Segments.Select((segment, index) => (Segment: segment, Index: index)).ToList();
        byName = numbered.ToFrozenDictionary(item => item.Segment.Name, item => item.Index, StringComparer.Ordinal);
        elements = [.. Segments.Select(segment => segment.Elements.ToImmutableHashSet())];
        byCenter = numbered.SelectMany(item => item.Segment.Centers.Select(center => (center, item.Index)))
            .ToLookup(pair => pair.center, pair => pair.Index);
        byElement = numbered.Where(item => item.Segment.Centers.IsEmpty)
            .SelectMany(item => item.Segment.Elements.Select(element => (element, item.Index)))
            .ToLookup(pair => pair.element, pair => pair.Index);
    }

    /// <summary>The segments, each before its parts, siblings as given.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>By segment the place of its parent, or -1.</summary>
    internal ImmutableArray<int> Parents { get; }

    /// <summary>By segment how deep it stands; 0 for a part of the company.</summary>
    internal ImmutableArray<int> Depths { get; }

    /// <summary>Creates a division of the company.</summary>
    /// <param name="segments">The segments, siblings in the order of the report; parents may come later.</param>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is null.</exception>
    /// <exception cref="ArgumentException">A segment is null, stands twice (as in two parents), has a parent that there
    /// is not, or is a part of itself.</exception>
    public static Segmentation Create(IEnumerable<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ImmutableArray<Segment> given = [.. segments];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int number = 0; number < given.Length; number++)
        {
            Segment segment = given[number] ?? throw new ArgumentException("A segment is null.", nameof(segments));
            if (!numbers.TryAdd(segment.Name, number))
            {
                throw new ArgumentException(
                    $"Segment '{segment.Name}' stands in {Place(given[numbers[segment.Name]])} and in "
                    + $"{Place(segment)}; a segment has one parent.",
                    nameof(segments));
            }
        }

        int[] parents = [.. given.Select(segment => segment.Parent is not string parent ? -1
            : numbers.TryGetValue(parent, out int number) ? number
            : throw new ArgumentException(
                $"Segment '{segment.Name}' has the parent '{parent}', which is no segment.", nameof(segments)))];
        (int Number, int Parent, int Depth)[] drawn = Preorder.Draw(parents, Enumerable.Range(0, given.Length));
        if (drawn.Length < given.Length)
        {
            Segment lost = given[Enumerable.Range(0, given.Length).Except(drawn.Select(node => node.Number)).First()];
            throw new ArgumentException($"Segment '{lost.Name}' is a part of itself.", nameof(segments));
        }

        return new Segmentation(given, drawn);
    }

    /// <summary>The place of a segment, or -1.</summary>
    internal int IndexOf(string name) => byName.TryGetValue(name, out int place) ? place : -1;

    /// <summary>The place of the innermost segment that a cell belongs to; -1 for what is common.</summary>
    /// <exception cref="ArgumentException">Two segments claim it, and neither is a part of the other.</exception>
    internal int PlaceOf(CenterCode center, ElementCode element)
    {
        int found = -1;
        foreach (int place in byCenter[center].Where(place =>
            elements[place].IsEmpty || elements[place].Contains(element)).Concat(byElement[element]))
        {
            found = found < 0 || IsWithin(place, found) ? place
                : IsWithin(found, place) ? found
                : throw new ArgumentException(
                    $"Segments '{Segments[found].Name}' and '{Segments[place].Name}' both claim element '{element}' of "
                    + $"center '{center}'.");
        }

        return found;
    }

    private bool IsWithin(int place, int whole)
    {
        while (place > whole)
        {
            place = Parents[place];
        }

        return place == whole;
    }

    private static string Place(Segment segment) => segment.Parent is string parent ? $"'{parent}'" : "the company";
}
