using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Tables;

/// <summary>Turns the rows of a postings table into postings, and tells every fault of the others.</summary>
internal sealed class PostingRowReader
{
    public static readonly RowSchema Schema =
        RowSchema.Parse("date,center,element,amount,quantity?,document?,text?");

    private const int Date = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int Amount = 3;
    private const int Quantity = 4;
    private const int Document = 5;
    private const int Text = 6;

    private readonly TableReader table;
    private readonly CubeSpace space;
    private readonly CodeTables codes;
    private readonly AmountSigns signs;
    private readonly CenterPeriodSet closed;
    private readonly LocalDate? withdrawn;
    private readonly string withdrawal = "";

    public PostingRowReader(TableReader table, CubeSpace space, ImportProfile profile, CenterPeriodSet closed)
        : this(table, space, profile, closed, new CodeTables(space.Centers, space.Elements))
    {
    }

    public PostingRowReader(
        TableReader table, CubeSpace space, ImportProfile profile, CenterPeriodSet closed, CodeTables codes)
    {
        this.table = table;
        this.space = space;
        this.closed = closed;
        signs = profile.AmountSigns;
        if (space.Currency.WithdrawnOn is LocalDate day)
        {
            withdrawn = day;
            withdrawal = $"The currency {space.Currency} was withdrawn on {LocalDatePattern.Iso.Format(day)}";
        }

        this.codes = codes;
    }

    public IEnumerable<Posting> ReadAll()
    {
        while (table.Read())
        {
            Posting? posting = ReadRow(table.Cells!);
            if (table.Log.EndRow())
            {
                yield return posting!;
            }
        }
    }

    /// <summary>Posts the accepted rows; null when there is none or the file was stopped.</summary>
    public CommandResult? PostTo(Ledger ledger, DocumentId id, CommandStamp stamp)
    {
        using IEnumerator<Posting> postings = ReadAll().GetEnumerator();
        CommandResult? result = null;
        if (postings.MoveNext())
        {
            try
            {
                result = ledger.Post(id, space.Currency, Rest(postings), stamp);
            }
            catch (StoppedException)
            {
                // The ledger took nothing, and the log tells why.
            }
        }

        // A ledger that refuses may leave rows unread, which count all the same.
        while (postings.MoveNext())
        {
        }

        return result;
    }

    /// <summary>A file that is stopped on its way must not be posted up to there: a throw tells the ledger.</summary>
    private IEnumerable<Posting> Rest(IEnumerator<Posting> postings)
    {
        do
        {
            yield return postings.Current;
        }
        while (postings.MoveNext());
        if (table.Log.IsStopped)
        {
            throw new StoppedException();
        }
    }

    private Posting? ReadRow(CellReader cells)
    {
        bool hasDate = cells.TryGetDate(Date, out LocalDate date);
        if (hasDate && date >= withdrawn)
        {
            table.Log.NoteOfRow(
                ImportIssueCode.CurrencyWithdrawn,
                Schema.Columns[Date],
                withdrawal,
                "Post in the currency of the day, or correct the dates.");
        }

        Center? center = codes.ReadCenter(cells, CenterColumn);
        if (hasDate && center is not null)
        {
            TellClosed(cells, center, date);
        }

        _ = codes.TryReadElement(cells, ElementColumn, out CostElement? element, out _);
        bool hasAmount = cells.TryGetAmount(Amount, space.Scale.Digits, out long amount);
        bool hasQuantity = cells.TryGetOptionalQuantity(Quantity, out long? quantity);
        return hasDate && center is not null && element is not null && hasAmount && hasQuantity
            ? new Posting(
                date,
                center.Code,
                element.Code,
                space.Scale.ToDecimal(AmountTurn.Apply(signs, element.Nature, amount)),
                quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null,
                cells.GetOptionalCode(Document),
                cells.GetText(Text))
            : null;
    }

    private void TellClosed(CellReader cells, Center center, LocalDate date)
    {
        CenterValidity? validity = center.At(date);
        if (validity is null)
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the date of the row. Correct the date or the center, or its validity.");
        }
        else if (validity.Status == CenterStatus.Blocked)
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterBlocked,
                "The center is blocked on the date of the row. Open it, or post to another.");
        }
        else if (closed.Count > 0 && closed.Contains(center.Code, space.Calendar.PeriodOf(date)))
        {
            FiscalPeriod period = space.Calendar.PeriodOf(date);
            cells.Tell(
                CenterColumn,
                ImportIssueCode.PeriodClosed,
                $"Period {period} is closed for the center. Reopen it, or post in an open period.");
        }
    }

    private sealed class StoppedException : Exception;
}
