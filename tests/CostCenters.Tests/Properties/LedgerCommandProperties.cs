using CostCenters.Calendars;
using CostCenters.Books;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck.Xunit;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>Gives the same commands to a ledger and to a naive model, and compares them after each.</summary>
[Laws(Arbitrary = [typeof(Generators)])]
public class LedgerCommandProperties
{
    private static readonly CommandStamp Stamp = new("anna", NodaConstants.UnixEpoch);

    [Property]
    public void Commands_OneAfterAnother_DoWhatTheModelDoes(CommandCase c)
    {
        var ledger = new Ledger(c.Org.Space);
        var model = new NaiveLedger(c.Org);
        var snapshots = new List<(LedgerSnapshot Taken, NaiveState Expected)>();
        foreach (var command in c.Commands)
        {
            switch (command)
            {
                case SnapshotCommand:
                    snapshots.Add((ledger.Snapshot(), model.States[^1]));
                    break;
                case AsOfCommand asOf:
                    var then = model.States[asOf.Moment % model.States.Count];
                    RequireSame(c.Org, then, ledger.AsOf(new JournalPosition(then.Moment)));
                    break;
                default:
                    RequireSame(GiveToModel(model, c.Org, command), GiveToLedger(ledger, c.Org, command));
                    break;
            }

            RequireSame(c.Org, model.States[^1], ledger.Snapshot());
        }

        foreach (var (taken, expected) in snapshots)
        {
            RequireSame(c.Org, expected, taken);
        }
    }

    [Property]
    public void Journal_WrittenAndRead_IsTheSameLedgerAndTheSameBytes(CommandCase c)
    {
        var ledger = new Ledger(c.Org.Space);
        var model = new NaiveLedger(c.Org);
        foreach (var command in c.Commands.Where(command => command is not (SnapshotCommand or AsOfCommand)))
        {
            GiveToModel(model, c.Org, command);
            GiveToLedger(ledger, c.Org, command);
        }

        byte[] journal = Written(ledger);
        var read = Book.Read(new MemoryStream(journal)).Ledger;

        Assert.Equal(journal, Written(read));
        Assert.Equal(ledger.Snapshot().Entries(), read.Snapshot().Entries());
        foreach (var state in model.States)
        {
            RequireSame(c.Org, state, read.AsOf(new JournalPosition(state.Moment)));
        }

        // What the ledger refuses or has taken before, the one that was read does, too.
        foreach (var command in c.Commands.Where(command => command is not (SnapshotCommand or AsOfCommand)))
        {
            RequireSame(GiveToModel(model, c.Org, command), GiveToLedger(read, c.Org, command));
        }
    }

    [Property]
    public void Reverse_EveryDocument_LeavesZeroInEveryCell(CommandCase c)
    {
        var ledger = new Ledger(c.Org.Space);
        foreach (var command in c.Commands.OfType<PostCommand>())
        {
            GiveToLedger(ledger, c.Org, command);
        }

        var documents = ledger.Snapshot().Entries().OfType<DocumentEntry>().ToList();
        foreach (var document in documents)
        {
            ledger.Reverse(document.Id, new($"reversal of {document.Id}"), null, Stamp).GetOrThrow();
        }

        Assert.All(
            ledger.Snapshot().ToCube().Cells(), cell => Assert.Equal((0m, 0m), (cell.Amount, cell.Quantity ?? 0m)));
        Assert.Equal(2 * documents.Sum(document => document.PostingCount), ledger.Snapshot().PostingCount);
    }

    private static NaiveResult GiveToModel(NaiveLedger model, Organization org, Command command) => command switch
    {
        PostCommand post => model.Post($"d{post.Id}", post.InDollars, PostingsOf(org, post)),
        ReverseCommand reverse => model.Reverse($"d{reverse.Id}", $"d{reverse.ReversalId}", DateOf(reverse)),
        PeriodCommand period => model.SetClosed(PeriodOf(org, period), CentersOf(org, period), period.Closes),
        _ => throw new ArgumentException("Not a command that changes a ledger.", nameof(command)),
    };

    private static CommandResult GiveToLedger(Ledger ledger, Organization org, Command command) => command switch
    {
        PostCommand post => ledger.Post(
            new Document(
                new($"d{post.Id}"), post.InDollars ? Currency.Usd : Currency.Eur, PostingsOf(org, post)),
            Stamp),
        ReverseCommand reverse => ledger.Reverse(
            new($"d{reverse.Id}"), new($"d{reverse.ReversalId}"), DateOf(reverse), Stamp),
        PeriodCommand { Closes: true } close => ledger.Close(PeriodOf(org, close), CentersOf(org, close), Stamp),
        PeriodCommand open => ledger.Reopen(PeriodOf(org, open), CentersOf(org, open), Stamp),
        _ => throw new ArgumentException("Not a command that changes a ledger.", nameof(command)),
    };

    private static void RequireSame(NaiveResult expected, CommandResult actual)
    {
        Assert.Equal((expected.Outcome, expected.Moment), (actual.Outcome, (int)actual.Position.Number));
        Assert.Equal(
            expected.Faults.OrderBy(fault => fault), actual.Faults.Select(f => (f.Line ?? -1, f.Kind)).Order());
        Assert.Equal(
            actual.Faults.Select(fault => fault.Line ?? -1).Order(), actual.Faults.Select(fault => fault.Line ?? -1));
    }

    private static void RequireSame(Organization org, NaiveState expected, LedgerSnapshot actual)
    {
        Assert.Equal(expected.Moment, actual.Position.Number);
        Assert.Equal(expected.Postings.Count, actual.PostingCount);
        Assert.Equal(expected.Postings, actual.Postings());
        Assert.Equal(expected.Trail, actual.Entries().Select(Trail));
        Assert.Equal(expected.Closed.Count, actual.ClosedPeriods.Count);
        Assert.All(
            expected.Closed, pair => Assert.True(actual.ClosedPeriods.Contains(new(pair.Center), pair.Period)));
        var byCell = expected.Postings
            .GroupBy(posting => CellOf(org, posting))
            .ToDictionary(cell => cell.Key, cell => (
                cell.Sum(posting => posting.Amount),
                cell.All(posting => posting.Quantity is null) ? null : cell.Sum(posting => posting.Quantity)));
        Assert.Equal(
            byCell, actual.ToCube().Cells().ToDictionary(cell => cell.Address, cell => (cell.Amount, cell.Quantity)));
        Assert.Equal(
            PartsOf(org, expected),
            actual.FindPartialQuantities().Select(
                part => (part.Cell, part.Quantity, part.AmountWithQuantity, part.AmountWithoutQuantity)));
        foreach (var cell in byCell.Keys)
        {
            Assert.Equal(
                expected.Postings.Where(posting => CellOf(org, posting) == cell), actual.PostingsOf(cell));
        }
    }

    /// <summary>Where a price is wrong: amounts without a quantity beside amounts with one.</summary>
    private static IEnumerable<(CellAddress, decimal, decimal, decimal)> PartsOf(Organization org, NaiveState state) =>
        from posting in state.Postings
        group posting by CellOf(org, posting) into cell
        where cell.Any(posting => posting.Quantity is not null)
            && cell.Where(posting => posting.Quantity is null).Sum(posting => posting.Amount) != 0m
        orderby cell.Key.Center, cell.Key.Element, cell.Key.Period
        select (
            cell.Key,
            cell.Sum(posting => posting.Quantity ?? 0m),
            cell.Where(posting => posting.Quantity is not null).Sum(posting => posting.Amount),
            cell.Where(posting => posting.Quantity is null).Sum(posting => posting.Amount));

    private static CellAddress CellOf(Organization org, Posting posting) =>
        new(posting.Center, posting.Element, NaiveLedger.PeriodOf(org, posting));

    private static string Trail(JournalEntry entry) => entry switch
    {
        DocumentEntry document =>
            $"post {document.Id} {document.Reverses} {document.FirstPosting} {document.PostingCount}",
        PeriodEntry period =>
            $"{(period.Closes ? "close" : "open")} {period.Period} {string.Join(',', period.Centers)}",
        _ => throw new ArgumentException("Not a known entry.", nameof(entry)),
    };

    private static IReadOnlyList<Posting> PostingsOf(Organization org, PostCommand command) =>
        [.. command.Postings.Select((spec, line) => PostingOf(org, spec, line))];

    private static Posting PostingOf(Organization org, PostingSpec spec, int line)
    {
        var fact = spec.Fact;
        int adjustment = fact.Adjustment % (org.Space.Calendar.AdjustmentPeriodCount + 1);
        decimal amount = org.Space.Scale.ToDecimal(fact.Count);
        decimal? quantity = fact.Quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null;
        return new Posting(
            spec.Flaw == Flaw.BeforeTheCalendar ? new LocalDate(1899, 12, 31) : Organization.Day(fact.Day),
            spec.Flaw == Flaw.UnknownCenter ? new("?") : org.Centers[fact.Center % org.Centers.Length].CenterCode,
            spec.Flaw == Flaw.UnknownElement ? new("?") : Organization.ElementCode(fact.Element % org.Elements.Length),
            spec.Flaw switch
            {
                Flaw.TooFine => amount % 1_000_000m + 0.00001m,
                Flaw.TooLarge => 1_000_000_000_000_001m,
                _ => amount,
            },
            spec.Flaw == Flaw.FineQuantity ? 0.0000001m : quantity,
            fact.Count % 3 == 0 ? $"ref {line}" : null,
            fact.Count % 2 == 0 ? $"text {fact.Count}" : null,
            spec.Flaw == Flaw.NoSuchAdjustment
                ? org.Space.Calendar.AdjustmentPeriodCount + 1
                : adjustment == 0 ? null : adjustment);
    }

    private static LocalDate? DateOf(ReverseCommand command) =>
        command.Day is int day ? Organization.Day(day) : null;

    private static FiscalPeriod PeriodOf(Organization org, PeriodCommand command) =>
        org.Space.Calendar.PeriodOf(Organization.Day(command.Day));

    private static IReadOnlyList<CenterCode> CentersOf(Organization org, PeriodCommand command) =>
        [.. command.Centers.Select(center =>
            center < 0 ? new CenterCode("?") : org.Centers[center % org.Centers.Length].CenterCode)];

    private static byte[] Written(Ledger ledger)
    {
        using var stream = new MemoryStream();
        ledger.Journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }
}
