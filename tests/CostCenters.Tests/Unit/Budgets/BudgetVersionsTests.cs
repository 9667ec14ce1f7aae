using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Journals;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets;

public class BudgetVersionsTests
{
    // Twelve euros make a euro a month by any rule; five millionths of a unit go to other months by the other rule.
    [Theory]
    [InlineData(RemainderRule.LargestRemainder, CommandOutcome.AcceptedBefore)]
    [InlineData(RemainderRule.LastReceiver, CommandOutcome.Refused)]
    public void Add_SameLinesWithQuantitiesInOtherMonths_IsAnotherVersion(
        RemainderRule again, CommandOutcome expected)
    {
        var book = new Book("", Company.Space);
        book.Budgets.Add(Version(RemainderRule.LargestRemainder), Company.Stamp).GetOrThrow();

        Assert.Equal(expected, book.Budgets.Add(Version(again), Company.Stamp).Outcome);

        static BudgetVersion Version(RemainderRule rule) => Of(
            rule,
            BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 12m),
            BudgetLine.ForYear(Company.North, Company.Freight, 2026, 12m, 0.000005m));
    }

    [Fact]
    public void Add_SameLinesWithAmountsInOtherMonths_IsRefused()
    {
        var book = new Book("", Company.Space);
        BudgetLine[] lines =
        [
            BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 12m),
            BudgetLine.ForYear(Company.North, Company.Freight, 2026, 0.05m),
        ];
        book.Budgets.Add(Of(RemainderRule.LargestRemainder, lines), Company.Stamp).GetOrThrow();

        CommandResult result = book.Budgets.Add(Of(RemainderRule.LastReceiver, lines), Company.Stamp);

        Assert.Equal(CommandFaultKind.BudgetVersionTaken, Assert.Single(result.Faults).Kind);
        Assert.Single(book.Budgets.Snapshot());
    }

    [Fact]
    public void Add_OtherLinesWithTheSameShares_IsRefused()
    {
        var book = new Book("", Company.Space);
        book.Budgets.Add(
            Of(RemainderRule.LargestRemainder, BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 12m)),
            Company.Stamp).GetOrThrow();

        CommandResult result = book.Budgets.Add(
            Of(RemainderRule.LargestRemainder, BudgetLine.ForYear(Company.North, Company.Sales, 2026, 12m)),
            Company.Stamp);

        Assert.Equal(CommandFaultKind.BudgetVersionTaken, Assert.Single(result.Faults).Kind);
    }

    [Fact]
    public void Add_CenterThatHasEndedMeanwhile_IsRefusedByName()
    {
        var book = new Book("", Company.Space);
        BudgetVersion version = Of(
            RemainderRule.LargestRemainder,
            BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(9), 1m),
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(9), 1m));
        book.Extend(
            book.Space.Centers.ToBuilder().End(Company.North, Company.Day(6)).Build(),
            book.Space.Elements,
            Company.Stamp).GetOrThrow();

        CommandFault fault = Assert.Single(book.Budgets.Add(version, Company.Stamp).Faults);

        Assert.Equal((CommandFaultKind.CenterNotValid, 1), (fault.Kind, fault.Line));
        Assert.Contains("'1100'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_Nothing_Throws()
    {
        var book = new Book("", Company.Space);

        Assert.Throws<ArgumentNullException>("version", () => book.Budgets.Add(null!, Company.Stamp));
        Assert.Throws<ArgumentNullException>(
            "stamp", () => book.Budgets.Add(Of(RemainderRule.LargestRemainder), null!));
        Assert.Throws<ArgumentNullException>("journal", () => new BudgetVersions(null!));
    }

    [Fact]
    public void Journal_YearLineWithoutQuantity_ReadsBackAsItWas()
    {
        var book = new Book("", Company.Space);
        book.Budgets.Add(
            Of(RemainderRule.LastReceiver, BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 0.05m)),
            Company.Stamp).GetOrThrow();

        BudgetVersion read = Assert.Single(Read(book).Budgets.Snapshot());

        Assert.Equal([.. Enumerable.Repeat(0m, 11), 0.05m], read.Cube.Cells().Select(cell => cell.Amount));
        Assert.All(read.Cube.Cells(), cell => Assert.Null(cell.Quantity));
    }

    [Fact]
    public void Entry_OtherStampOrOtherRevision_IsAnother()
    {
        var later = new CommandStamp("anna", Instant.FromUtc(2026, 4, 2, 8, 30));
        BudgetEntry entry = EntryOf(1, Company.Stamp);

        Assert.Equal(EntryOf(1, Company.Stamp), entry);
        Assert.NotEqual(EntryOf(1, later), entry);
        Assert.NotEqual(EntryOf(2, Company.Stamp), entry);

        static BudgetEntry EntryOf(int revision, CommandStamp stamp)
        {
            var book = new Book("", Company.Space);
            book.Budgets.Add(
                new BudgetVersion.Builder(
                    Company.Space, "adopted", revision, Phasing.Even(RemainderRule.LargestRemainder))
                    .Add(BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 12m))
                    .Freeze(),
                stamp).GetOrThrow();
            return Assert.IsType<BudgetEntry>(Assert.Single(book.Snapshot().Journal.Entries()));
        }
    }

    private static BudgetVersion Of(RemainderRule rule, params BudgetLine[] lines) => lines.Aggregate(
        new BudgetVersion.Builder(Company.Space, "adopted", 1, Phasing.Even(rule)),
        (builder, line) => builder.Add(line)).Freeze();

    private static Book Read(Book book)
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        stream.Position = 0;
        return Book.Read(stream);
    }
}
