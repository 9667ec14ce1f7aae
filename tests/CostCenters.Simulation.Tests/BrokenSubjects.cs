using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using NodaTime;

namespace CostCenters.Simulation.Tests;

internal sealed class LosesTheLastRow : Subject
{
    public override ImportAnswer Import(
        Stream file, DocumentId id, CommandStamp stamp, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        byte[] whole = copy.ToArray();
        int end = whole.AsSpan().TrimEnd("\r\n"u8).LastIndexOf((byte)'\n');
        ImportAnswer read = base.Import(new MemoryStream(whole[..(end + 1)]), id, stamp, cancellation);

        // It says that it had read the row.
        return read with { Accepted = read.Accepted + 1 };
    }
}

internal sealed class CountsNoRejectedRows : Subject
{
    public override ImportAnswer Import(
        Stream file, DocumentId id, CommandStamp stamp, CancellationToken cancellation) =>
        base.Import(file, id, stamp, cancellation) with { Rejected = 0 };
}

internal sealed class DoublesAnAmount : Subject
{
    public override Answer Post(Document document, CommandStamp stamp)
    {
        Posting first = document.Postings[0];
        var doubled = new Posting(
            first.Date,
            first.Center,
            first.Element,
            2m * first.Amount,
            first.Quantity,
            first.Reference,
            first.Text,
            first.AdjustmentPeriod);
        return base.Post(
            new Document(document.Id, document.Currency, [doubled, .. document.Postings.Skip(1)]), stamp);
    }
}

internal sealed class PostsWhatIsGoodOfARefusedDocument : Subject
{
    public override Answer Post(Document document, CommandStamp stamp)
    {
        Answer answer = base.Post(document, stamp);
        if (answer.Outcome == CommandOutcome.Refused && document.Postings.Length > 1)
        {
            base.Post(new Document(document.Id, document.Currency, [document.Postings[0]]), stamp);
        }

        return answer;
    }
}

internal sealed class PostsADocumentTwice : Subject
{
    public override Answer Post(Document document, CommandStamp stamp)
    {
        Answer answer = base.Post(document, stamp);
        if (answer.Outcome == CommandOutcome.AcceptedBefore)
        {
            base.Post(new Document(new($"{document.Id} again"), document.Currency, document.Postings), stamp);
        }

        return answer;
    }
}

internal sealed class TakesNothingBack : Subject
{
    public override Answer Reverse(DocumentId id, DocumentId reversalId, LocalDate? date, CommandStamp stamp)
    {
        using var trial = new MemoryStream();
        Book.Journal.Snapshot().WriteTo(trial);
        trial.Position = 0;
        Answer right = Answer.Of(Book.Read(trial).Ledger.Reverse(id, reversalId, date, stamp));
        if (right.Outcome == CommandOutcome.Accepted)
        {
            CenterCode center = Book.Space.Centers.Centers[0].Code;
            base.Post(
                new Document(
                    reversalId, Currency.Eur, [new(new(2026, 1, 1), center, Book.Space.Elements.Elements[0].Code, 0m)]),
                stamp);
        }

        return right;
    }
}

internal sealed class ClosesTheFirstCenterAlone : Subject
{
    public override Answer SetClosed(
        FiscalPeriod period, IReadOnlyList<CenterCode> centers, bool closes, CommandStamp stamp) =>
        base.SetClosed(period, [centers[0]], closes, stamp);
}

internal sealed class DropsABudgetLine : Subject
{
    public override Answer AddBudget(
        string name, int revision, IReadOnlyList<BudgetLine> lines, CommandStamp stamp) =>
        base.AddBudget(name, revision, [.. lines.Skip(lines.Count > 1 ? 1 : 0)], stamp);
}

internal sealed class ServesAStaleSnapshot : Subject
{
    private BookSnapshot? last;

    public override BookSnapshot Snapshot()
    {
        BookSnapshot stale = last ?? base.Snapshot();
        last = base.Snapshot();
        return stale;
    }
}

internal sealed class AnswersAsOfNow : Subject
{
    public override BookSnapshot AsOf(long position) => Snapshot();
}

internal sealed class KeepsAnEarlierKeyFigure : Subject
{
    public override Answer Withdraw(long position, CommandStamp stamp) =>
        new(CommandOutcome.Refused, Book.Journal.Position.Number, " UnknownRecord");
}

internal sealed class ReadsAbsentUnitsAsZero : Subject
{
    public override (UnitCost UnitCost, string Gaps) UnitCost(
        UnitCostCaseSource source, Cube actuals, KeyFigureTable figures, FiscalPeriodRange periods)
    {
        (UnitCost unitCost, string gaps) = base.UnitCost(source, actuals, figures, periods);
        return (
            new UnitCost(unitCost.Cost, Figure.Of(unitCost.Quantity.Value ?? Fraction.Zero)),
            gaps);
    }
}

internal sealed class TellsNoGap : Subject
{
    public override (UnitCost UnitCost, string Gaps) UnitCost(
        UnitCostCaseSource source, Cube actuals, KeyFigureTable figures, FiscalPeriodRange periods) =>
        (base.UnitCost(source, actuals, figures, periods).UnitCost, "");
}

internal sealed class CountsAbsentHeadsAsZero : Subject
{
    public override Figure KeyFigure(
        KeyFigureTable figures, KeyFigureCode code, CenterTree tree, CenterCode node, FiscalPeriodRange periods) =>
        Figure.Of(base.KeyFigure(figures, code, tree, node, periods).Value ?? Fraction.Zero);
}

internal sealed class RollsNothingUp : Subject
{
    public override VarianceReport Report(
        Comparison comparison, CenterTree tree, ReportDimensions dimensions, CancellationToken cancellation) =>
        base.Report(comparison, tree.Flattened(), dimensions, cancellation);
}

internal sealed class IgnoresCancellation : Subject
{
    public override VarianceReport Report(
        Comparison comparison, CenterTree tree, ReportDimensions dimensions, CancellationToken cancellation) =>
        base.Report(comparison, tree, dimensions, CancellationToken.None);
}

internal sealed class ReadsOnAfterCancellation : Subject
{
    public override ImportResult<IReadOnlyList<KeyFigureValue>> ReadKeyFigures(
        Stream file, CubeSpace space, CancellationToken cancellation) =>
        base.ReadKeyFigures(file, space, CancellationToken.None);
}

internal sealed class LeavesLastYearStale : Subject
{
    public override StandingReport Stand(
        Comparison comparison, CenterTree tree, ReportDimensions dimensions, LedgerFeed feed) =>
        base.Stand(comparison, tree, dimensions, LedgerFeed.Actual);
}

internal sealed class MissesAChange : Subject
{
    public override void Follow(StandingReport report, IReadOnlyList<CellChange> changes) =>
        base.Follow(report, [.. changes.Skip(1)]);
}

internal sealed class TakesAnUnwrittenCommand : Subject
{
    public override Answer Post(Document document, CommandStamp stamp)
    {
        try
        {
            return base.Post(document, stamp);
        }
        catch (IOException)
        {
            return new Answer(CommandOutcome.Accepted, Book.Journal.Position.Number + 1, "");
        }
    }
}

internal sealed class CutsOffOneEntryTooMuch : Subject
{
    public override long Open(Stream disk)
    {
        disk.SetLength(disk.Length - 1);
        return base.Open(disk) + 1;
    }
}

internal sealed class TrustsEveryJournal : Subject
{
    public override bool IsIntact(byte[] journal, JournalHash head) => true;
}
