using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Reporting.Lines;

/// <summary>What every part of a page needs: the document, its rows, how figures and names are written.</summary>
internal sealed class ReportFacts
{
    public ReportFacts(ReportDocument document, FigureFormat format, CancellationToken cancellation)
    {
        Document = document;
        Cancellation = cancellation;
        Format = format;
        Comparison = document.Report.Comparison;
        Figures = new Figures(format, Comparison.Space.Scale);
        Lines = document.Outline is { } outline
            ? ReportLines.OfLines(
                document.Report,
                outline.Lines.Select(line => (line.Center, line.Row, line.Kind == OutlineLineKind.Own)),
                cancellation)
            : ReportLines.Of(document.Report, document.Rows, cancellation);
        Totals = ReportTotals.Of(document, Lines, cancellation);
        Unit = Figures.UnitOf(Comparison.Space.Currency);
    }

    public ReportDocument Document { get; }

    public FigureFormat Format { get; }

    public CancellationToken Cancellation { get; }

    public Comparison Comparison { get; }

    public Figures Figures { get; }

    public ReportLines Lines { get; }

    public IReadOnlyList<Variance> Totals { get; }

    /// <summary>What rows that are not shown come to.</summary>
    public IReadOnlyList<Variance> Others => Document.Outline?.Others ?? [];

    /// <summary>Whether what is shown has costs and revenues.</summary>
    public bool HasMeasures => Lines.Rows.Select(row => row.Variance).Concat(Others)
        .Concat(Document.Outline is null ? [] : Totals)
        .Select(variance => variance.Measure).Distinct().Skip(1).Any();

    /// <summary>What amounts are counted in.</summary>
    public string Unit { get; }

    public LocalDate AsOf => Document.Report.Tree.AsOf;

    /// <summary>What the report compares with, as a heading.</summary>
    public string ReferenceName => Heading(Comparison.BudgetName);

    /// <summary>What is compared with it, as a heading.</summary>
    public string SubjectName => Heading(Comparison.ActualName);

    /// <summary>The absolute difference as IBCS-style charts name it, such as <c>ΔBU</c>.</summary>
    public string Delta => "Δ" + CodeOf(Document.Reference);

    /// <summary>A date as the culture writes it; the invariant one would put the month first.</summary>
    public string DateOf(LocalDate date) =>
        Format.Culture.Name.Length == 0 ? LocalDatePattern.Iso.Format(date) : date.ToString("d", Format.Culture);

    public string PeriodsText()
    {
        FiscalPeriod from = Comparison.Periods[0];
        FiscalPeriod through = Comparison.Periods[^1];
        return from == through ? $"{from}" : $"{from} – {through}";
    }

    /// <summary>The first and the last day of what is compared.</summary>
    public (LocalDate From, LocalDate Through) Days()
    {
        FiscalCalendar calendar = Comparison.Space.Calendar;
        return (calendar.DatesOf(Comparison.Periods[0]).First, calendar.DatesOf(Comparison.Periods[^1]).Last);
    }

    public string DaysText() => $"{DateOf(Days().From)} – {DateOf(Days().Through)}";

    /// <summary>What every sheet says below its title.</summary>
    public string Summary()
    {
        string?[] all =
        [
            $"{SubjectName} against {Comparison.BudgetName}",
            PeriodsText(),
            DaysText(),
            Document.Title.Version is string version ? $"version {version}" : null,
            Document.Title.ActualsThrough is LocalDate last ? $"actuals through {DateOf(last)}" : null,
            $"in {Unit}",
        ];
        return string.Join("; ", all.Where(part => part is not null));
    }

    public string NameOf(Center center) => $"{center.Code} {center.PlacedAt(AsOf).Name}";

    public static string NameOf(CostElement element) => $"{element.Code} {element.Name}";

    public static string NameOf(Measure measure) => Heading(WordOf(measure));

    public static string WordOf(Measure measure) =>
        measure switch
        {
            Measure.Cost => "cost",
            Measure.Revenue => "revenue",
            _ => "margin",
        };

    public static string Heading(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    /// <summary>A name that fits a chart; the whole of it stands in the table.</summary>
    public static string Short(string name, int length)
    {
        int end = length - 1;
        return name.Length <= length ? name
            : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>How IBCS-style charts name a scenario.</summary>
    public static string CodeOf(Scenario scenario) =>
        scenario switch
        {
            Scenario.Budget => "BU",
            Scenario.PreviousYear => "PY",
            Scenario.Forecast => "FC",
            _ => "AC",
        };
}
