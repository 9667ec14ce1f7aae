using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Detection;

/// <summary>Reads postings, with the rules of a book where there is one.</summary>
internal sealed class PostingPreview(TableReader table, ImportProfile profile, DecimalScale scale, CubeSpace? book)
    : TablePreview(PostingRowReader.Schema, scale)
{
    private const int DateColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int AmountColumn = 3;
    private const int QuantityColumn = 4;

    private readonly PostingRowReader? reader = book is null
        ? null
        : new PostingRowReader(table, new PostingRules(book), profile, CenterPeriodSet.Empty);

    private LocalDate date;

    public override bool TryRead(CellReader cells)
    {
        if (reader is null)
        {
            return TryReadAlone(cells);
        }

        bool isRead = reader.TryReadRow(cells, out CountedPosting posting);
        (Amount, Quantity) = (posting.Amount, posting.Quantity);
        date = FiscalCalendar.FirstDate.PlusDays(posting.Day);
        return isRead;
    }

    protected override void Fill(string[] cells) => cells[DateColumn] = LocalDatePattern.Iso.Format(date);

    /// <summary>Reads a row without master data.</summary>
    private bool TryReadAlone(CellReader cells)
    {
        bool isRead = cells.TryGetDate(DateColumn, out date);
        isRead &= cells.TryGetCode(CenterColumn, out _);
        isRead &= cells.TryGetCode(ElementColumn, out _);
        isRead &= cells.TryGetAmount(AmountColumn, Scale.Digits, out long amount);
        isRead &= cells.TryGetOptionalQuantity(QuantityColumn, out long? quantity);
        (Amount, Quantity) = (amount, quantity);
        return isRead && !cells.RejectsRow();
    }
}
