using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Books;

public class BookTests
{
    [Fact]
    public void Budgets_TwoRevisionsOfOneName_AreTwoLayers()
    {
        var book = new Book("x", Company.Space);
        book.Budgets.Add(SmallBook.Budget(book, "adopted", 1, 100m), Company.Stamp).GetOrThrow();
        book.Budgets.Add(SmallBook.Budget(book, "adopted", 2, 200m), Company.Stamp).GetOrThrow();

        CubeLayers layers = book.Snapshot().ToLayers();

        Assert.Equal(
            [LayerKey.Actual, LayerKey.Budget("adopted", 1), LayerKey.Budget("adopted", 2)],
            layers.Keys.AsEnumerable());
        Assert.Equal(
            [99.99m, 199.99m],
            layers.Keys.Skip(1).Select(key => layers[key].Cells().Sum(cell => cell.Amount)));
    }

    [Fact]
    public void Budgets_TheSameVersionAgain_IsAcceptedBeforeAndOtherLinesAreRefused()
    {
        var book = new Book("x", Company.Space);
        book.Budgets.Add(SmallBook.Budget(book, "adopted", 1, 100m), Company.Stamp).GetOrThrow();

        book.Budgets.Add(SmallBook.Budget(book, "adopted", 2, 100m), Company.Stamp).GetOrThrow();

        CommandResult same = book.Budgets.Add(SmallBook.Budget(book, "adopted", 1, 100m), Company.Stamp);
        CommandResult other = book.Budgets.Add(SmallBook.Budget(book, "adopted", 1, 101m), Company.Stamp);

        Assert.Equal((CommandOutcome.AcceptedBefore, new JournalPosition(1)), (same.Outcome, same.Position));
        Assert.Equal(CommandFaultKind.BudgetVersionTaken, Assert.Single(other.Faults).Kind);
        Assert.Equal(2, book.Snapshot().Budgets.Length);
    }

    [Fact] // Accepted, it could not be read back: reading holds its lines to the validities of that position.
    public void Budgets_OverAnEarlierSpaceOfWhichAValidityHasEnded_AreRefused()
    {
        var book = new Book("x", Company.Space);
        BudgetVersion budget = SmallBook.Budget(book, "adopted", 1, 100m);
        CenterHierarchy centers = book.Space.Centers.ToBuilder()
            .End(Company.North, Company.Day(4))
            .Build();
        book.Extend(centers, book.Space.Elements, Company.Stamp).GetOrThrow();

        CommandResult result = book.Budgets.Add(budget, Company.Stamp);

        CommandFault fault = Assert.Single(result.Faults);
        Assert.Equal((CommandFaultKind.CenterNotValid, 1), (fault.Kind, fault.Line));
        Assert.Equal(1, book.Journal.Position.Number);
        Assert.Equal(
            SmallBook.Text(book.Snapshot()), SmallBook.Text(SmallBook.Read(SmallBook.Written(book)).Snapshot()));
    }

    [Fact]
    public void Extend_ABook_TakesPostingsThatItRefusedAndChangesNoEarlierFigure()
    {
        var book = new Book("x", Company.Space);
        Document document = Company.Document("d1", Company.Post(8, SmallBook.West, SmallBook.Rent, 1m));
        book.Ledger.Post(Company.Document("d0", Company.Post(3, Company.Head, Company.Sales, 5m)), Company.Stamp);
        BookSnapshot before = book.Snapshot();
        string text = SmallBook.Text(before);

        Assert.Equal(2, book.Ledger.Post(document, Company.Stamp).Faults.Length);
        SmallBook.Grow(book).GetOrThrow();
        book.Ledger.Post(document, Company.Stamp).GetOrThrow();

        Assert.Equal(text, SmallBook.Text(before));
        Assert.Equal(text, SmallBook.Text(book.AsOf(before.Position)));
        Assert.Same(Company.Space, book.AsOf(before.Position).Space);
        Assert.True(book.Space.Extends(Company.Space));
        Assert.Equal(
            1m,
            book.Snapshot().Ledger.ToCube().Cells().Single(cell => cell.Address.Center == SmallBook.West).Amount);
    }

    [Fact]
    public void Extend_WithNothingNew_IsAcceptedBefore()
    {
        var book = new Book("x", Company.Space);

        CommandResult result = book.Extend(
            Company.Space.Centers.ToBuilder().Build(), Company.Space.Elements.ToBuilder().Build(), Company.Stamp);

        Assert.Equal(CommandOutcome.AcceptedBefore, result.Outcome);
        Assert.Same(Company.Space, book.Space);
    }

    [Fact]
    public void Extend_ByWhatIsNoExtension_IsTheCallersMistake()
    {
        var book = new Book("x", Company.Space);
        CenterHierarchy other = new CenterHierarchy.Builder()
            .Add(new("other"), new CenterValidity("", CenterKind.Cost)).Build();

        Assert.Throws<ArgumentException>(() => book.Extend(other, Company.Space.Elements, Company.Stamp));
        Assert.Throws<ArgumentException>(
            () => book.Budgets.Add(SmallBook.Budget(new Book("y", OtherSpace()), "b", 1, 1m), Company.Stamp));
    }

    [Fact]
    public void KeyFigures_OfNoCenterOrPeriodOrTooFine_AreRefusedWithAllReasons()
    {
        var book = new Book("x", Company.Space);

        CommandResult result = book.KeyFigures.Record(
            [
                new(Company.Period(99), new("none"), SmallBook.Heads, 0.0000001m),
                new(Company.Period(1), Company.South, SmallBook.Heads, 1_000_000_000_000.5m),
            ],
            Company.Stamp);

        Assert.Equal(
            [
                (0, CommandFaultKind.DateOutOfRange), (0, CommandFaultKind.UnknownCenter),
                (0, CommandFaultKind.TooManyDigits), (1, CommandFaultKind.CenterNotValid),
                (1, CommandFaultKind.OutOfRange),
            ],
            result.Faults.Select(fault => (fault.Line!.Value, fault.Kind)));
        Assert.Empty(book.Snapshot().KeyFigures);
        Assert.Equal(
            CommandFaultKind.UnknownRecord,
            Assert.Single(book.KeyFigures.Withdraw(new(1), Company.Stamp).Faults).Kind);
    }

    [Fact]
    public void Ledger_OnAJournalWithEntriesOrAnotherLedger_IsRefused()
    {
        var used = new Ledger(Company.Space);
        used.Close(Company.Period(1), [Company.Head], Company.Stamp);

        Assert.Throws<InvalidOperationException>(() => new Ledger(used.Journal));
        Assert.Throws<InvalidOperationException>(() => new Ledger(new Book("x", Company.Space).Journal));
    }

    [Fact] // Every snapshot is one cut: the position is that of ledger, budgets and key figures alike.
    public async Task Snapshot_WhileCommandsRun_IsOneConsistentCut()
    {
        var book = new Book("x", Company.Space);
        Task writer = Task.Run(() =>
        {
            for (int i = 1; i <= 300; i++)
            {
                book.Ledger.Post(
                    Company.Document($"d{i}", Company.Post(1, Company.Head, Company.Sales, 1m)), Company.Stamp);
                book.Budgets.Add(SmallBook.Budget(book, "b", i, i), Company.Stamp);
                book.KeyFigures.Record([new(Company.Period(1), Company.Head, SmallBook.Heads, i)], Company.Stamp);
            }
        });

        while (!writer.IsCompleted)
        {
            BookSnapshot cut = book.Snapshot();
            long position = cut.Position.Number;
            Assert.Equal((position + 2) / 3, cut.Ledger.PostingCount);
            Assert.Equal((position + 1) / 3, cut.Budgets.Length);
            Assert.Equal(position / 3, cut.KeyFigures.Length);
        }

        await writer;
        Assert.Equal(900, book.Journal.Position.Number);
    }

    private static CubeSpace OtherSpace() => new(
        Company.Space.Centers, Company.Space.Elements, Company.Calendar, Company.Space.Currency, Company.Space.Scale);
}
