
namespace CostCenters.Csv.Shapes;

internal sealed class NamedSource : ColumnSource
{
    public NamedSource(IEnumerable<string> headings, bool isOptional = false)
    {
        ArgumentNullException.ThrowIfNull(headings);
        Patterns = [.. headings.Select(heading => HeadingPattern.Parse(heading.Trim()))];
        if (Patterns.Count == 0)
        {
            throw new ArgumentException("Name at least one heading.", nameof(headings));
        }

        IsOptional = isOptional;
    }

    public IReadOnlyList<HeadingPattern> Patterns { get; }

    /// <summary>Whether a file may lack the column.</summary>
    public bool IsOptional { get; }

    /// <summary>The heading that messages tell.</summary>
    public string FirstHeading => Patterns[0].Pattern;

    internal override bool IsPlain => !IsOptional && Patterns.All(pattern => pattern.Names.Count == 0);

    public override string ToString() =>
        string.Join(" or ", Patterns.Select(pattern => $"\"{pattern.Pattern}\""));
}
