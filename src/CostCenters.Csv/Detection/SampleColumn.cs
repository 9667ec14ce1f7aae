using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>A column of the sample: heading, cells, and how a profile names it.</summary>
internal sealed class SampleColumn
{
    private readonly bool isNamed;

    public SampleColumn(int position, string heading, bool isNamed, IReadOnlyCollection<string> cells)
    {
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
    public ColumnSource Source => isNamed ? ColumnSource.Named(Heading) : ColumnSource.At(Position + 1);

    /// <summary>How evidence names it.</summary>
    public string Name => SourceNames.Of(Source);

    /// <summary>Whether a heading can be a name in a profile: it stands once, and has no braces.</summary>
    public static bool CanName(string heading, IEnumerable<string> all) =>
        heading.Length > 0
        && heading.AsSpan().IndexOfAny('{', '}') < 0
        && all.Count(each => HeadingText.Fold(each) == HeadingText.Fold(heading)) == 1;
}
