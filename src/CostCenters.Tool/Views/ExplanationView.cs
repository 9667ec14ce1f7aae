using CostCenters.Csv;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using CostCenters.Tool.Reading;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>Where the difference of a center comes from, for people alone.</summary>
internal sealed class ExplanationView(ChosenComparison chosen, CenterCode center, BookCubes book)
    : View(chosen.Title)
{
    private readonly DisplayTable table = ExplanationTable.Of(chosen.Comparison, chosen.Tree, center, book);

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding) =>
        throw new UsageException("An explanation is printed as a table.");

    protected override ReportTable WithNames(ReportTable table) => table;

    protected override long CellCount() => (long)table.Rows.Count * table.Columns.Count;

    protected override IEnumerable<ScreenLine> Draw(ViewLook look) =>
        Screen.Of(Title.Leading("Where the difference comes from: "), table, look);
}
