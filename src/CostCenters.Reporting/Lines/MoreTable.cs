using System.Collections.Immutable;
using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Reporting.Lines;

/// <summary>A table beside that of the report: the same rows with other figures.</summary>
internal sealed class MoreTable
{
    /// <summary>Decimals of a share in a sheet, as many as a spreadsheet program is sure to have.</summary>
    public const int ShareDigits = 12;

    private MoreTable(
        string id,
        string sheetName,
        string title,
        string why,
        ReportLines lines,
        IReadOnlyList<MoreColumn> columns)
    {
        Id = id;
        SheetName = sheetName;
        Title = title;
        Why = why;
        Lines = lines;
        Columns = columns;
    }

    /// <summary>Its name within a page.</summary>
    public string Id { get; }

    /// <summary>What its sheet is called.</summary>
    public string SheetName { get; }

    /// <summary>What stands above it.</summary>
    public string Title { get; }

    /// <summary>How to read it, a sentence.</summary>
    public string Why { get; }

    public ReportLines Lines { get; }

    public IReadOnlyList<MoreColumn> Columns { get; }

    /// <summary>The tables of a document that it has rows for, in order.</summary>
    public static IEnumerable<MoreTable> Of(ReportFacts facts)
    {
        ReportDocument document = facts.Document;
        if (!document.Outlook.IsEmpty)
        {
            yield return OutlookOf(facts);
        }

        if (!document.Commitments.IsEmpty)
        {
            yield return CommitmentsOf(facts);
        }

        if (!document.Pivot.IsEmpty)
        {
            yield return PivotOf(facts);
        }
    }

    private static MoreTable OutlookOf(ReportFacts facts)
    {
        ImmutableArray<OutlinedRow<OutlookRow>> rows = facts.Document.Outlook;
        return new MoreTable(
            "year",
            "Year",
            "The year",
            "Remaining = year budget − actual; used = actual / |year budget|. The forecast is what the whole year is "
                + "expected to come to.",
            LinesOf(facts, rows.Select(row => (row.Row.Row, row.IsOwn))),
            [
                new(facts.SubjectName, MoreKind.Amount, row => rows[row].Row.Row.Variance.Actual),
                new("Year budget", MoreKind.Amount, row => rows[row].Row.YearBudget),
                new("Remaining", MoreKind.Amount, row => rows[row].Row.Remaining)
                {
                    Formula = (row, letters, digits) =>
                        Invariant($"ROUND({letters(1)}{row}-{letters(0)}{row},{digits})"),
                },
                new("Forecast", MoreKind.Amount, row => rows[row].Row.Forecast),
                new("Used %", MoreKind.Share, row => ShareOf(
                    rows[row].Row.Row.Variance.Actual, rows[row].Row.YearBudget))
                {
                    Percent = row => rows[row].Row.UsedPercent(facts.Format.PercentDigits, facts.Format.Rounding),
                    Formula = (row, letters, _) =>
                        Invariant($"ROUND({letters(0)}{row}/ABS({letters(1)}{row}),{ShareDigits})"),
                },
            ]);
    }

    private static MoreTable CommitmentsOf(ReportFacts facts)
    {
        ImmutableArray<OutlinedRow<CommittedRow>> rows = facts.Document.Commitments;
        return new MoreTable(
            "orders",
            "Open orders",
            "Open orders",
            "Available = budget − actual − committed, of costs.",
            LinesOf(facts, rows.Select(row => (row.Row.Row, row.IsOwn))),
            [
                new(facts.ReferenceName, MoreKind.Amount, row => rows[row].Row.Row.Variance.Budget),
                new(facts.SubjectName, MoreKind.Amount, row => rows[row].Row.Row.Variance.Actual),
                new("Committed", MoreKind.Amount, row => rows[row].Row.Committed),
                new("Available", MoreKind.Amount, row => rows[row].Row.Available)
                {
                    Formula = (row, letters, digits) => Invariant(
                        $"ROUND({letters(0)}{row}-{letters(1)}{row}-{letters(2)}{row},{digits})"),
                },
            ]);
    }

    private static MoreTable PivotOf(ReportFacts facts)
    {
        ImmutableArray<OutlinedRow<PivotRow>> rows = facts.Document.Pivot;
        PivotFigure figure = facts.Document.PivotFigure;
        ImmutableArray<FiscalPeriod> periods = facts.Comparison.Periods;
        MoreKind kind = figure == PivotFigure.Difference ? MoreKind.Difference : MoreKind.Amount;
        string name = figure switch
        {
            PivotFigure.Budget => facts.ReferenceName,
            PivotFigure.Actual => facts.SubjectName,
            _ => facts.Delta,
        };
        decimal? FigureOf(Variance? cell) => figure switch
        {
            PivotFigure.Budget => cell?.Budget,
            PivotFigure.Actual => cell?.Actual,
            _ => cell?.Difference,
        };
        return new MoreTable(
            "pivot",
            "Pivot",
            $"{name} by period",
            "Each period by itself, and all periods together.",
            LinesOf(facts, rows.Select(row => (row.Row.Row, row.IsOwn))),
            [
                .. periods.Select((period, place) =>
                    new MoreColumn(period.ToString(), kind, row => FigureOf(rows[row].Row.Periods[place]))
                    {
                        ShortName = "P" + period.Number.ToString("D2", CultureInfo.InvariantCulture),
                        Year = period.Year,
                    }),
                new("Total", kind, row => FigureOf(rows[row].Row.Total))
                {
                    Formula = (row, letters, digits) => Invariant(
                        $"ROUND(SUM({letters(0)}{row}:{letters(periods.Length - 1)}{row}),{digits})"),
                },
            ]);
    }

    private static ReportLines LinesOf(ReportFacts facts, IEnumerable<(VarianceRow Row, bool IsOwn)> rows) =>
        ReportLines.OfLines(
            facts.Document.Report,
            rows.Select(row => (row.Row.Center, (VarianceRow?)row.Row, row.IsOwn)),
            facts.Cancellation);

    /// <summary>A share of a budget, of 1; null where there is none.</summary>
    private static decimal? ShareOf(decimal part, decimal? whole) =>
        whole is null or 0m
            ? null
            : decimal.Round(part / decimal.Abs(whole.Value), ShareDigits, MidpointRounding.AwayFromZero);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
