using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>Reads budgets, with the rules of a book where there is one.</summary>
internal sealed class BudgetPreview(
    TableReader table, ImportProfile profile, DecimalScale scale, FiscalCalendar calendar, CubeSpace? book)
    : TablePreview(BudgetRowReader.Schema, scale)
{
    private const int VersionColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int PeriodColumn = 3;
    private const int AmountColumn = 4;
    private const int QuantityColumn = 5;

    private readonly FiscalPeriods periods = new(calendar);

    private readonly BudgetRowReader? reader =
        book is null ? null : new BudgetRowReader(table, new BudgetRules(book), profile);

    public override bool TryRead(CellReader cells)
    {
        if (reader is null)
        {
            return TryReadAlone(cells);
        }

        BudgetRow? row = reader.ReadRow(cells);
        (Amount, Quantity) = (row?.Amount ?? 0, row?.Quantity);
        return row is not null;
    }

    protected override void Fill(string[] cells)
    {
        // Codes and periods stand in the file, or in the row that a cell makes, as the contract writes them.
    }

    /// <summary>Reads a row without master data.</summary>
    private bool TryReadAlone(CellReader cells)
    {
        bool isRead = cells.TryGetCode(VersionColumn, out _);
        isRead &= cells.TryGetCode(CenterColumn, out _);
        isRead &= cells.TryGetCode(ElementColumn, out _);
        isRead &= periods.TryRead(cells, PeriodColumn, allowsYear: true, out _, out _);
        isRead &= cells.TryGetAmount(AmountColumn, Scale.Digits, out long amount);
        isRead &= cells.TryGetOptionalQuantity(QuantityColumn, out long? quantity);
        (Amount, Quantity) = (amount, quantity);
        return isRead && !cells.RejectsRow();
    }
}
