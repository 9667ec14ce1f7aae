using CostCenters.Calendars;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Proposals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tool.Importing;

/// <summary>What an import of a foreign file is told.</summary>
internal sealed record ImportOptions
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Whether the file has budgets, else postings.</summary>
    public bool IsBudget { get; init; }

    /// <summary>Answers to doubts, by their keys.</summary>
    public IReadOnlyList<(string Key, string Value)> Choices { get; init; } = [];

    /// <summary>Columns of the table, each with a heading or a place of the file.</summary>
    public IReadOnlyList<(string Key, string Value)> Columns { get; init; } = [];

    /// <summary>Columns of the table, each with the text of all rows.</summary>
    public IReadOnlyList<(string Key, string Value)> Constants { get; init; } = [];

    /// <summary>The year of columns of months, or null.</summary>
    public string? Year { get; init; }

    /// <summary>A book whose codes tell the columns apart, or null.</summary>
    public string? Known { get; init; }

    /// <summary>How many bytes are looked at.</summary>
    public int Bytes { get; init; } = CsvProfileDetector.UsualBytes;

    /// <summary>How many rows the preview shows.</summary>
    public int Rows { get; init; } = 10;

    /// <summary>Whether nobody is asked, on a terminal either.</summary>
    public bool AsksNothing { get; init; }

    /// <summary>Where the profile is written to, or null.</summary>
    public string? Profile { get; init; }

    /// <summary>Where the report is written to; null for standard output.</summary>
    public string? Out { get; init; }

    /// <summary>Where all faults are written to, or null.</summary>
    public string? Rejected { get; init; }

    /// <summary>The folder of the book that is written, or null.</summary>
    public string? Book { get; init; }

    /// <summary>The book that new centers and elements are added to, or null.</summary>
    public string? AddTo { get; init; }

    /// <summary>The name of the book; null for that of the file.</summary>
    public string? Name { get; init; }

    public Currency Currency { get; init; } = Currency.Eur;

    public FiscalCalendar Calendar { get; init; } = FiscalCalendar.Months(1, YearNaming.End);

    /// <summary>What new centers are.</summary>
    public CenterKind Kind { get; init; } = CenterKind.Cost;

    /// <summary>The begins of the codes of cost elements.</summary>
    public IReadOnlyList<string> Costs { get; init; } = [];

    /// <summary>The begins of the codes of revenue elements.</summary>
    public IReadOnlyList<string> Revenues { get; init; } = [];

    public string? CenterNames { get; init; }

    public string? ElementNames { get; init; }

    public string? CenterParents { get; init; }

    public IReadOnlyList<int> CenterPrefixes { get; init; } = [];

    public IReadOnlyList<int> ElementPrefixes { get; init; } = [];

    public UseValidity Validity { get; init; } = UseValidity.Always;
}
