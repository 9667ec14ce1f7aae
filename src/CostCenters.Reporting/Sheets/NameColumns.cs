using CostCenters.Reporting.Lines;
using CostCenters.Reports;

namespace CostCenters.Reporting.Sheets;

/// <summary>The columns of a sheet that say what a row is about: center, element, period and measure.</summary>
internal sealed class NameColumns(ReportLines lines)
{
    /// <summary>How many there are.</summary>
    public int Count => (lines.ByCenter ? 2 : 0) + (lines.ByElement ? 2 : 0) + (lines.ByPeriod ? 1 : 0) + 1;

    /// <summary>How many stay where they are when the sheet moves sideways.</summary>
    public int Frozen => lines.ByCenter ? 2 : 0;

    public IEnumerable<SheetColumn> Columns =>
    [
        .. lines.ByCenter ? [SheetColumn.Text("Center", 13), SheetColumn.Text("Name", 36)] : Array.Empty<SheetColumn>(),
        .. lines.ByElement
            ? [SheetColumn.Text("Element", 12), SheetColumn.Text("Element name", 30)]
            : Array.Empty<SheetColumn>(),
        .. lines.ByPeriod ? [SheetColumn.Text("Period", 11)] : Array.Empty<SheetColumn>(),
        SheetColumn.Text("Measure", 10),
    ];

    /// <summary>Begins a row with the cells of these columns.</summary>
    public void Begin(SheetWriter sheet, LineGroup group, VarianceRow row)
    {
        sheet.Begin(group.Depth);
        if (lines.ByCenter)
        {
            sheet.Text(group.Code);
            string name = group.IsOwn ? $"(own) {group.Name}" : group.Name;
            sheet.Text(name, CellStyles.TextOf(name, group.Depth));
        }

        if (row.Element is { } element)
        {
            sheet.Text(element.Code.Value);
            sheet.Text(element.Name);
        }

        if (row.Period is { } period)
        {
            sheet.Text(period.ToString());
        }

        sheet.Text(ReportFacts.WordOf(row.Variance.Measure), CellStyles.Plain);
    }
}
