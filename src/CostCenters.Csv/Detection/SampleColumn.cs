using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>A column of the sample: heading, cells, and how a profile names it.</summary>
internal sealed class SampleColumn
{
    private readonly bool isNamed;

    private readonly string? pattern;

    /// <summary>Creates a column.</summary>
    /// <param name="position">Its position, from 0.</param>
    /// <param name="heading">Its heading, or an empty text.</param>
    /// <param name="isNamed">Whether the heading can be a name in a profile.</param>
    /// <param name="pattern">What the heading follows in other files of the system, too; null for itself.</param>
    /// <param name="cells">Its cells.</param>
    public SampleColumn(
        int position, string heading, bool isNamed, string? pattern, IReadOnlyCollection<string> cells)
    {
        this.pattern = pattern;
        HasSpaces = cells.Any(cell => cell.Length != cell.Trim().Length);
        Position = position;
        Heading = heading;
        this.isNamed = isNamed;
        Cells = [.. cells.Select(cell => cell.Trim())];
    }

    public int Position { get; }

    /// <summary>The heading; empty where there is none.</summary>
    public string Heading { get; }

    /// <summary>The cells of rows of data, trimmed.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Whether white space stands around some cell.</summary>
    public bool HasSpaces { get; }

    /// <summary>The filled cells.</summary>
    public IEnumerable<string> Filled => Cells.Where(cell => cell.Length > 0);

    /// <summary>By its heading where the file has it once, else by its place.</summary>
    public ColumnSource Source => isNamed ? ColumnSource.Named(pattern ?? Heading) : ColumnSource.At(Position + 1);

    /// <summary>Whether the profile names it by a pattern.</summary>
    public bool IsPattern => isNamed && pattern is not null;

    /// <summary>How evidence names it.</summary>
    public string Name => SourceNames.Of(isNamed ? ColumnSource.Named(Heading) : Source);

    /// <summary>Whether a heading can be a name in a profile: it stands once, and has no braces.</summary>
    public static bool CanName(string heading, IEnumerable<string> all) =>
        heading.Length > 0
        && heading.AsSpan().IndexOfAny('{', '}') < 0
        && all.Count(each => HeadingText.Fold(each) == HeadingText.Fold(heading)) == 1;
}
