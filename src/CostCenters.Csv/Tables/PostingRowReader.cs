using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
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
    private readonly PostingRules rules;
    private readonly CodeTables codes;
    private readonly AmountSigns signs;
    private readonly CenterPeriodSet closed;
    private readonly int dayOfWithdrawal = int.MaxValue;
    private readonly string withdrawal = "";

    public PostingRowReader(
        TableReader table, PostingRules rules, ImportProfile profile, CenterPeriodSet closed, CodeTables? codes = null)
    {
        this.table = table;
        this.rules = rules;
        this.closed = closed;
        signs = profile.AmountSigns;
        if (rules.Space.Currency.WithdrawnOn is LocalDate day)
        {
            dayOfWithdrawal = FiscalCalendar.DayNumber(day);
            withdrawal = $"The currency {rules.Space.Currency} was withdrawn on {LocalDatePattern.Iso.Format(day)}";
        }

        this.codes = codes ?? new CodeTables(rules.Space.Centers, rules.Space.Elements);
    }

    /// <summary>The good rows; one that is told to be faulty before the next is asked for is rejected after all.
    /// </summary>
    public IEnumerable<CountedPosting> ReadAll()
    {
        while (table.Read())
        {
            if (TryReadRow(table.Cells!, out CountedPosting posting))
            {
                yield return posting;
            }

            table.Log.EndRow();
        }
    }

    /// <summary>Posts the rows that the ledger takes; null when there is none, the file was stopped or the id is taken.
    /// </summary>
    public PostedDocument? PostTo(Ledger ledger, DocumentId id, CommandStamp stamp)
    {
        using IEnumerator<CountedPosting> rows = ReadAll().GetEnumerator();
        try
        {
            CommandResult? result = ledger.PostCounts(id, WholeFile(rows), stamp, Refuse);
            switch (result?.Outcome)
            {
                case CommandOutcome.Accepted:
                    return new PostedDocument(id, result.Position, wasKnown: false);
                case CommandOutcome.AcceptedBefore:
                    table.Log.Note(
                        ImportIssueCode.DocumentKnown,
                        line: null,
                        column: null,
                        $"The ledger has document '{id}' with these rows already; it is not posted again.");
                    return new PostedDocument(id, result.Position, wasKnown: true);
                case CommandOutcome.Refused:
                    table.Log.StopWhole(
                        ImportIssueCode.DocumentIdTaken,
                        $"The ledger has document '{id}' with other rows. Reverse it first, or import under another id "
                            + "only what is not in it: a corrected file as a whole would book its rows twice.");
                    return null;
                default:
                    return null;
            }
        }
        catch (StoppedException)
        {
            // The ledger took nothing, and the log tells why.
            return null;
        }
    }

    /// <summary>A file that is stopped on its way must not be posted up to there: a throw tells the ledger.</summary>
    private IEnumerable<CountedPosting> WholeFile(IEnumerator<CountedPosting> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }

        if (table.Log.IsStopped)
        {
            throw new StoppedException();
        }
    }

    /// <summary>Tells what the ledger says of the current row.</summary>
    private void Refuse(IReadOnlyList<CommandFault> faults)
    {
        foreach (CommandFault fault in faults)
        {
            (string code, int column) = fault.Kind switch
            {
                CommandFaultKind.PeriodClosed => (ImportIssueCode.PeriodClosed, CenterColumn),
                CommandFaultKind.CenterBlocked => (ImportIssueCode.CenterBlocked, CenterColumn),
                CommandFaultKind.CenterNotValid => (ImportIssueCode.CenterNotValid, CenterColumn),
                CommandFaultKind.UnknownCenter => (ImportIssueCode.UnknownCenter, CenterColumn),
                CommandFaultKind.UnknownElement => (ImportIssueCode.UnknownElement, ElementColumn),
                CommandFaultKind.ElementNotValid => (ImportIssueCode.ElementNotValid, ElementColumn),
                CommandFaultKind.DateOutOfRange => (ImportIssueCode.BadDate, Date),
                _ => (ImportIssueCode.OutOfRange, Amount),
            };
            table.Cells!.Tell(column, code, fault.Message);
        }
    }

    private bool TryReadRow(CellReader cells, out CountedPosting posting)
    {
        posting = default;
        bool hasDate = cells.TryGetDate(Date, out LocalDate date);
        int day = hasDate ? FiscalCalendar.DayNumber(date) : 0;
        if (day >= dayOfWithdrawal)
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
            TellCenter(cells, center, day);
        }

        bool hasElement = codes.TryReadElement(cells, ElementColumn, out CostElement? element, out int number);
        if (hasDate && hasElement && rules.ElementFault(number, day) is not null)
        {
            cells.Tell(
                ElementColumn,
                ImportIssueCode.ElementNotValid,
                "The element is not valid on the date of the row. Correct the date or the element, or its validity.");
        }

        bool hasAmount = cells.TryGetAmount(Amount, rules.Space.Scale.Digits, out long amount);
        bool hasQuantity = cells.TryGetOptionalQuantity(Quantity, out long? quantity);
        if (!hasDate || center is null || !hasElement || !hasAmount || !hasQuantity || cells.RejectsRow())
        {
            return false;
        }

        posting = new CountedPosting(
            center.Index,
            number,
            day,
            AmountTurn.Apply(signs, element!.Nature, amount),
            quantity,
            cells.GetOptionalCode(Document),
            cells.GetText(Text));
        return true;
    }

    private void TellCenter(CellReader cells, Center center, int day)
    {
        switch (rules.CenterFault(center.Index, day))
        {
            case CommandFaultKind.CenterBlocked:
                cells.Tell(
                    CenterColumn,
                    ImportIssueCode.CenterBlocked,
                    "The center is blocked on the date of the row. Open it, or post to another.");
                break;
            case not null:
                cells.Tell(
                    CenterColumn,
                    ImportIssueCode.CenterNotValid,
                    "The center is not valid on the date of the row. Correct the date or the center, or its validity.");
                break;
            default:
                break;
        }

        if (rules.IsClosed(closed, center.Index, day, adjustmentPeriod: 0, out FiscalPeriod period))
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.PeriodClosed,
                $"Period {period} is closed for the center. Reopen it, or post in an open period.");
        }
    }

    private sealed class StoppedException : Exception;
}
