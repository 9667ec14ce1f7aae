using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Reporting.Documents;

/// <summary>A report with all that belongs to it, from which a page and a sheet are written.</summary>
/// <remarks>
/// <para>What is left out is left out of the page: a document without bridges has none. The order of the parts is
/// always the same: title, totals, bridges, table, the year, open orders, the pivot, periods, explanations, findings,
/// rejected rows, parameters.</para>
/// <para>Immutable; <c>With...</c> gives a changed copy.</para>
/// </remarks>
public sealed class ReportDocument
{
    /// <summary>Creates a document of a report alone.</summary>
    /// <param name="title">What a reader has to know.</param>
    /// <param name="report">The report.</param>
    /// <param name="reference">What the report compares with, in charts.</param>
    /// <param name="subject">What is compared with it, in charts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A scenario is none of its values.</exception>
    public ReportDocument(
        ReportTitle title,
        VarianceReport report,
        Scenario reference = Scenario.Budget,
        Scenario subject = Scenario.Actual)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(report);
        Title = title;
        Report = report;
        Reference = Require(reference, nameof(reference));
        Subject = Require(subject, nameof(subject));
    }

    private ReportDocument(ReportDocument other)
        : this(other.Title, other.Report, other.Reference, other.Subject)
    {
        Rows = other.Rows;
        Outline = other.Outline;
        Outlook = other.Outlook;
        Commitments = other.Commitments;
        Pivot = other.Pivot;
        PivotFigure = other.PivotFigure;
        Periods = other.Periods;
        Bridges = other.Bridges;
        Explanations = other.Explanations;
        Findings = other.Findings;
        RejectedRows = other.RejectedRows;
        Parameters = other.Parameters;
        Notes = other.Notes;
    }

    /// <summary>What a reader has to know.</summary>
    public ReportTitle Title { get; }

    /// <summary>The report.</summary>
    public VarianceReport Report { get; }

    /// <summary>What the report compares with: the budget, the year before.</summary>
    public Scenario Reference { get; }

    /// <summary>What is compared with it: the actuals, a forecast.</summary>
    public Scenario Subject { get; }

    /// <summary>The rows that are shown, or null for all rows of the report.</summary>
    public ImmutableArray<VarianceRow>? Rows { get; private init; }

    /// <summary>The rows with the headings above them and what they leave out, or null.</summary>
    public ReportOutline? Outline { get; private init; }

    /// <summary>What the whole year holds, or empty.</summary>
    public ImmutableArray<OutlinedRow<OutlookRow>> Outlook { get; private init; } = [];

    /// <summary>What is ordered and what is still available, or empty.</summary>
    public ImmutableArray<OutlinedRow<CommittedRow>> Commitments { get; private init; } = [];

    /// <summary>One figure with the periods side by side, or empty.</summary>
    public ImmutableArray<OutlinedRow<PivotRow>> Pivot { get; private init; } = [];

    /// <summary>Which figure <see cref="Pivot"/> shows.</summary>
    public PivotFigure PivotFigure { get; private init; }

    /// <summary>The report by period, or null.</summary>
    public VarianceReport? Periods { get; private init; }

    /// <summary>The bridges, in order.</summary>
    public ImmutableArray<Bridge> Bridges { get; private init; } = [];

    /// <summary>The trees that explain a difference, in order.</summary>
    public ImmutableArray<VarianceNode> Explanations { get; private init; } = [];

    /// <summary>The findings, in order.</summary>
    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>The faults of rejected rows, in order.</summary>
    public ImmutableArray<RejectedRow> RejectedRows { get; private init; } = [];

    /// <summary>How the report was asked for, by name, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parameters { get; private init; } = [];

    /// <summary>Notes that belong below the title, a sentence each.</summary>
    public ImmutableArray<string> Notes { get; private init; } = [];

    /// <summary>The document with some rows of the report alone, such as the material ones or those of a subtree.
    /// </summary>
    /// <param name="rows">Rows of <see cref="Report"/>, in its order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentException">A row is of a report by other dimensions.</exception>
    public ReportDocument WithRows(IEnumerable<VarianceRow> rows)
    {
        ImmutableArray<VarianceRow> shown = [.. Require(rows)];
        bool byCenter = Report.Dimensions.HasFlag(ReportDimensions.Center);
        bool byPeriod = Report.Dimensions.HasFlag(ReportDimensions.Period);
        return shown.All(row => row.Center is not null == byCenter && row.Period is not null == byPeriod)
            ? new ReportDocument(this) { Rows = shown, Outline = null }
            : throw new ArgumentException($"Rows by {Report.Dimensions} were expected.", nameof(rows));
    }

    /// <summary>The document with the material rows of the report alone, the centers above them as headings, and the
    /// rest in rows of its own; its totals stay those of the report.</summary>
    /// <param name="outline">An outline of <see cref="Report"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="outline"/> is null.</exception>
    /// <exception cref="ArgumentException">A row is of a report by other dimensions.</exception>
    public ReportDocument WithOutline(ReportOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return new ReportDocument(WithRows(outline.Lines.Where(line => line.Row is not null)
            .Select(line => line.Row!.Value)))
        {
            Outline = outline,
        };
    }

    /// <summary>The document with a table of the budget of the year, what remains of it, the forecast and the per cent
    /// used.</summary>
    /// <param name="rows">Rows of a year to date, by the dimensions of <see cref="Report"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public ReportDocument WithOutlook(IEnumerable<OutlinedRow<OutlookRow>> rows) =>
        new(this) { Outlook = [.. Require(rows)] };

    /// <summary>The document with a table of what is ordered and what is still available.</summary>
    /// <param name="rows">Rows by the dimensions of <see cref="Report"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public ReportDocument WithCommitments(IEnumerable<OutlinedRow<CommittedRow>> rows) =>
        new(this) { Commitments = [.. Require(rows)] };

    /// <summary>The document with a table of the periods side by side and their total.</summary>
    /// <param name="rows">Rows of a pivot of <see cref="Report"/>.</param>
    /// <param name="figure">What the columns hold.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figure"/> is none of its values.</exception>
    public ReportDocument WithPivot(IEnumerable<OutlinedRow<PivotRow>> rows, PivotFigure figure) =>
        Enum.IsDefined(figure)
            ? new ReportDocument(this) { Pivot = [.. Require(rows)], PivotFigure = figure }
            : throw new ArgumentOutOfRangeException(nameof(figure), figure, "One of the figures was expected.");

    /// <summary>The document with columns by period.</summary>
    /// <param name="report">A report of the same centers, by period and perhaps by center; it may be of other periods,
    /// such as the whole year.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentException">The report is not by period, or by element, or of other centers.</exception>
    public ReportDocument WithPeriods(VarianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!ReferenceEquals(report.Tree.Hierarchy, Report.Tree.Hierarchy))
        {
            throw new ArgumentException("A report of the same centers was expected.", nameof(report));
        }

        return report.Dimensions is ReportDimensions.Period or (ReportDimensions.Period | ReportDimensions.Center)
            ? new ReportDocument(this) { Periods = report }
            : throw new ArgumentException(
                $"A report by period, or by center and period, was expected, not by {report.Dimensions}.",
                nameof(report));
    }

    /// <summary>The document with one more bridge.</summary>
    /// <param name="bridge">The bridge.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bridge"/> is null.</exception>
    public ReportDocument WithBridge(Bridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        return new ReportDocument(this) { Bridges = Bridges.Add(bridge) };
    }

    /// <summary>The document with one more tree that explains a difference.</summary>
    /// <param name="tree">The tree.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public ReportDocument WithExplanation(VarianceNode tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new ReportDocument(this) { Explanations = Explanations.Add(tree) };
    }

    /// <summary>The document with findings in place of those that it has.</summary>
    /// <param name="findings">All findings of the comparison.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is null.</exception>
    public ReportDocument WithFindings(IEnumerable<Finding> findings) =>
        new(this) { Findings = [.. Require(findings)] };

    /// <summary>The document with rejected rows in place of those that it has.</summary>
    /// <param name="rows">All faults of the import.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public ReportDocument WithRejectedRows(IEnumerable<RejectedRow> rows) =>
        new(this) { RejectedRows = [.. Require(rows)] };

    /// <summary>The document with one more parameter.</summary>
    /// <param name="name">Its name, such as <c>--from</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ReportDocument WithParameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        return new ReportDocument(this) { Parameters = Parameters.Add(new(name, value)) };
    }

    /// <summary>The document with one more note.</summary>
    /// <param name="note">A sentence.</param>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public ReportDocument WithNote(string note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        return new ReportDocument(this) { Notes = Notes.Add(note) };
    }

    private static IEnumerable<T> Require<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }

    private static Scenario Require(Scenario scenario, string parameter) =>
        Enum.IsDefined(scenario)
            ? scenario
            : throw new ArgumentOutOfRangeException(parameter, scenario, "One of the scenarios was expected.");
}
