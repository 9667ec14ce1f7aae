using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Reports.Reading;

namespace CostCenters.Reports.Tables;

/// <summary>Columns behind those of a report, with the cells of each row.</summary>
internal sealed class MoreColumns
{
    private readonly Func<int, IEnumerable<decimal?>> cellsOf;

    private MoreColumns(ImmutableArray<ReportColumn> columns, Func<int, IEnumerable<decimal?>> cellsOf)
    {
        Columns = columns;
        this.cellsOf = cellsOf;
    }

    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>What is ordered and what is still available.</summary>
    public static MoreColumns Of(ImmutableArray<CommittedRow> rows, DecimalScale scale) =>
        new(
            [Amount("committed", scale), Amount("available", scale)],
            index => [rows[index].Committed, rows[index].Available]);

    /// <summary>What the whole year holds.</summary>
    public static MoreColumns Of(
        ImmutableArray<OutlookRow> rows, DecimalScale scale, int percentDigits, MidpointRounding rounding) =>
        new(
            [
                Amount("year_budget", scale),
                Amount("remaining", scale),
                Amount("forecast", scale),
                new("used_percent", ReportColumnKind.Percent, [], percentDigits),
            ],
            index =>
            [
                rows[index].YearBudget,
                rows[index].Remaining,
                rows[index].Forecast,
                rows[index].UsedPercent(percentDigits, rounding),
            ]);

    /// <summary>Sets the cells of a row.</summary>
    public void Fill(int index, Span<ReportCell> cells)
    {
        int place = 0;
        foreach (decimal? number in cellsOf(index))
        {
            cells[place] = number is decimal known
                ? new ReportCell(new DecimalScale(Columns[place].Digits).ToWideCount(known))
                : ReportCell.Absent;
            place++;
        }
    }

    private static ReportColumn Amount(string name, DecimalScale scale) =>
        new(name, ReportColumnKind.Amount, [], scale.Digits);
}
