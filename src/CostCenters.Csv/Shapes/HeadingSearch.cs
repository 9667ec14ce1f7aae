using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>Where a header has one of the headings of a source, and what stands at their places.</summary>
internal readonly record struct HeadingSearch(
    ImmutableArray<int> Positions, IReadOnlyDictionary<string, string>? Places)
{
    public static HeadingSearch Find(NamedSource source, IEnumerable<(string Heading, int Position)> header)
    {
        ImmutableArray<int>.Builder positions = ImmutableArray.CreateBuilder<int>();
        IReadOnlyDictionary<string, string>? places = null;
        foreach ((string heading, int position) in header)
        {
            foreach (HeadingPattern pattern in source.Patterns)
            {
                if (pattern.Match(heading) is IReadOnlyDictionary<string, string> found)
                {
                    positions.Add(position);
                    places ??= found;
                    break;
                }
            }
        }

        return new(positions.ToImmutable(), places);
    }
}
