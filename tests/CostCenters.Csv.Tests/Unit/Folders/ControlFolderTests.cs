using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Ledgers;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit.Folders;

/// <summary>Roles, changes of budgets, requests, orders and rules in a book folder.</summary>
public sealed class ControlFolderTests : IDisposable
{
    private const string Roles = "role,actor,from,through\ncfo,anna,2026-01-01,2026-12-31\n";

    private const string ChangeHeader =
        "id,budget,kind,center,element,period,amount,quantity,reason,reference,revises,state\n";

    private const string Changes = ChangeHeader
        + "t,plan,transfer,A,rent,2026-P01,-10.00,,works gets help,letter 1,,\n"
        + "t,plan,transfer,B,rent,2026-P02,10.00,,works gets help,letter 1,,\n"
        + "s,plan,supplement,A,rent,2026-P01,5.00,1.5,more,,t,\n";

    private const string CommitmentHeader = "id,stage,date,center,element,amount,quantity,reference,text,takes_over,"
        + "takes_over_line,taken,over_delivery_percent,expires,foreign_amount,foreign_currency,rate\n";

    private const string Commitments = CommitmentHeader
        + "q,request,2026-01-05,A,rent,100.00,3,,,,,,,,,,\n"
        + "o,order,2026-01-06,A,rent,60.00,2.5,R1,chairs,q,0,70.00,10,2026-12-31T23:00:00Z,,,\n"
        + "o,order,2026-02-06,B,rent,7.00,,,,,,,10,2026-12-31T23:00:00Z,,,\n";

    private const string RuleHeader = "code,budget,center,below,element,span,periods,usage_percent,excess,credits,"
        + "on_request,on_order,on_actual,without_budget,overridable_by,release\n";

    private const string Rules = RuleHeader
        + "tight,plan,A,,rent,full-year,,10,,,block,block,block,block,cfo,\n"
        + ",,,,,,,,,,pass,warn,block,,,\n";

    private readonly TestBook folder = new();
    private readonly TestBook other = new();

    public void Dispose()
    {
        folder.Dispose();
        other.Dispose();
    }

    // A has 1,200 - 10 + 5; of 100 requested 70 became an order of 60. 10 % of 1,195 are spent twice over: what was
    // there before the rules is not judged.
    [Fact]
    public void Read_BookWithAllTables_ControlsIt()
    {
        Book book = WithAll(folder).Read().GetOrThrow();

        RuleFigures figures = book.Snapshot().Control.FiguresOf("tight", new(2026, 1));
        Assert.Equal((1_195m, 101m, 60m, 30m), (figures.Budget, figures.Actual, figures.Committed, figures.Requested));
        Assert.True(book.Roles.Holds("cfo", new("anna", NodaTime.Instant.FromUtc(2026, 6, 1, 0, 0))));
        Assert.Equal(AvailabilityVerdict.Warn, book.Snapshot().Control.Rules!.Outside.OnOrder);
        Assert.Equal(
            CommandFaults(Journals.CommandFaultKind.BudgetExceeded),
            book.Control.Reserve(Order("p", 1m), Stamp).Command.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void Read_EveryFaultOfEveryTable_IsTold()
    {
        ImportResult<Book> result = folder
            .With("roles.csv", Roles + "cfo,,2026-01-02,2026-01-01\n")
            .With("budget-changes.csv", Changes
                + "u,plan,return,A,rent,2026-P01,-96,,too much,,,\n"
                + "v,plan,transfer,A,rent,2026-P03,-200,,too much,,,\n"
                + "v,plan,transfer,A,rent,2026-P04,200,,too much,,,\n"
                + "w,plan,original,A,rent,2026-P05,1,,revises none,,x,\n")
            .With("commitments.csv", Commitments
                + "a,order,2026-01-06,A,rent,1.00,,,,q,0,31.00,,,,,\n"
                + "b,order,2026-01-06,A,rent,1.00,,,,z,0,1.00,,,,,\n"
                + "b,order,2026-01-06,A,rent,2.00,,,,,,,,,,,\n"
                + "c,request,2026-01-06,A,rent,1.00,,,,o,0,1.00,,,,,\n"
                + "d,order,2026-01-06,A,rent,67.00,,,,o,0,60.00,,,,,\n")
            .With("availability-rules.csv", Rules + "r,plan,X,,,full-year,,100,,,pass,pass,pass,pass,,\n")
            .Read();

        Assert.Equal(
            """
            roles.csv:3 actor missing-value
            roles.csv:3 through reversed-validity
            budget-changes.csv:5 amount more-than-budgeted
            budget-changes.csv:6 amount more-than-budgeted
            budget-changes.csv:7 id incomplete-document
            budget-changes.csv:8 revises unknown-document
            commitments.csv:5 taken more-than-open
            commitments.csv:6 takes_over unknown-document
            commitments.csv:7 id incomplete-document
            commitments.csv:8 takes_over wrong-stage
            commitments.csv:9 takes_over over-delivery
            availability-rules.csv:4 center unknown-center
            """.ReplaceLineEndings("\n"),
            string.Join('\n', result.Issues.Select(issue => $"{issue.File}:{issue.Line} {issue.Column} {issue.Code}")));
        Assert.Equal(
            [(1L, 1L), (3L, 4L), (3L, 5L), (2L, 1L)],
            result.Files.TakeLast(4).Select(file => (file.Counts.Accepted, file.Counts.Rejected)));

        // Of what is refused nothing is left behind.
        BookSnapshot book = result.Value!.Snapshot();
        Assert.Equal(["t", "s"], book.Changes.Changes.Select(status => status.Change.Id.Value));
        Assert.Equal(["q", "o"], book.Control.Commitments.Select(status => status.Document.Id.Value));
    }

    [Theory]
    [InlineData("roles.csv", "role,actor,from\n")]
    [InlineData("budget-changes.csv", "")]
    [InlineData("commitments.csv", "id,id\n")]
    [InlineData("availability-rules.csv", RuleHeader + "r,plan,,,,full-year,,100,,,pass,pass,pass,pass,,\n")]
    public void Read_TableThatCannotBeUsed_StopsTheBook(string file, string text)
    {
        ImportResult<Book> result = folder.With(file, text).Read();

        Assert.Null(result.Value);
        Assert.All(
            result.Issues, issue => Assert.Equal((file, ImportSeverity.FileStopped), (issue.File, issue.Severity)));
        Assert.Contains(
            folder.Without("centers.csv").Read().Issues,
            issue => issue.File == file || file == "availability-rules.csv");
    }

    [Fact]
    public void Read_TablesInAnotherDialect_ByTheProfileForThem()
    {
        folder.With("roles.csv", Roles.Replace(',', ';'));
        var profiles = new BookProfiles().WithControl(ImportProfile.Contract.WithDelimiter(';'));

        Assert.Single(BookFolder.Read(folder.Folder, Stamp, profiles).GetOrThrow().Snapshot().Roles);
        Assert.Equal(';', profiles.Of("roles.csv").Delimiter);
    }

    [Fact] // The order of 60 took 70 of the request over; 20 of it are invoiced. What is open stands by itself.
    public void Write_ThenRead_HoldsWhatHoldsNow()
    {
        Book book = WithAll(folder).Read().GetOrThrow();
        book.Control.Reserve(
            new SpendingDocument(
                new("i"),
                SpendingStage.Actual,
                book.Space.Currency,
                [new(new Posting(new(2026, 1, 25), new("A"), new("rent"), 20m), new TakeOver(new("o"), 0, 20m))]),
            Stamp).GetOrThrow();
        book.Control.Reserve(Order("p", 8m), new("anna", Stamp.At), new Exemption("cfo", "needed")).GetOrThrow();

        BookFolder.Write(book, other.Folder);

        Assert.Equal(Roles, File.ReadAllText(other.PathOf("roles.csv")));
        Assert.Equal(Changes, File.ReadAllText(other.PathOf("budget-changes.csv")));
        Assert.Equal(Rules, File.ReadAllText(other.PathOf("availability-rules.csv")));
        Assert.Equal(
            CommitmentHeader
                + "q,request,2026-01-05,A,rent,30.00,,,,,,,,,,,\n"
                + "o,order,2026-01-06,A,rent,40.00,,R1,chairs,,,,10,2026-12-31T23:00:00Z,,,\n"
                + "o,order,2026-02-06,B,rent,7.00,,,,,,,10,2026-12-31T23:00:00Z,,,\n"
                + "p,order,2026-01-20,A,rent,8.00,4,,,,,,,,,,\n",
            File.ReadAllText(other.PathOf("commitments.csv")));
        BookSnapshot read = other.Read().GetOrThrow().Snapshot();
        Assert.Equal(
            book.Snapshot().Changes.ToCube("plan").Cells(), read.Changes.ToCube("plan").Cells());
        RuleFigures before = book.Snapshot().Control.FiguresOf("tight", new(2026, 1));
        RuleFigures after = read.Control.FiguresOf("tight", new(2026, 1));
        Assert.Equal(
            (before.Budget, before.Committed, before.Requested, before.Available),
            (after.Budget, after.Committed, after.Requested, after.Available));
    }

    // 60 of 85.00 EUR, 100 USD at 0.85, are invoiced: 25.00 EUR are open, 29.41 USD by the frozen rate (24.9985). Of
    // the other order nothing is.
    [Fact]
    public void Write_ForeignOrders_KeepTheirRates()
    {
        Book book = folder.With("commitments.csv", CommitmentHeader
            + "f,order,2026-01-06,A,rent,85.00,,,,,,,,,100.00,USD,0.85\n"
            + "g,order,2026-01-06,A,rent,85.00,,,,,,,,,100.00,USD,0.85\n").Read().GetOrThrow();
        book.Control.Reserve(
            new SpendingDocument(
                new("i"),
                SpendingStage.Actual,
                book.Space.Currency,
                [new(new Posting(new(2026, 1, 25), new("A"), new("rent"), 60m), new TakeOver(new("f"), 0, 60m))]),
            Stamp).GetOrThrow();

        BookFolder.Write(book, other.Folder);

        Assert.Equal(
            CommitmentHeader
                + "f,order,2026-01-06,A,rent,25.00,,,,,,,,,29.41,USD,0.85\n"
                + "g,order,2026-01-06,A,rent,85.00,,,,,,,,,100.00,USD,0.85\n",
            File.ReadAllText(other.PathOf("commitments.csv")));
        Assert.Equal(2, other.Read().GetOrThrow().Snapshot().Control.Commitments.Count);
    }

    [Fact] // No tables where there is nothing to say; those that are there are emptied, not left as they were.
    public void Write_WithoutControl_LeavesNoneOfIt()
    {
        Book book = folder.Read().GetOrThrow();
        BookFolder.Write(book, folder.Folder);
        Assert.False(File.Exists(folder.PathOf("roles.csv")));

        BookFolder.Write(book, WithAll(other).Folder);

        Assert.Equal(CommitmentHeader, File.ReadAllText(other.PathOf("commitments.csv")));
        BookSnapshot read = other.Read().GetOrThrow().Snapshot();
        Assert.Empty(read.Roles);
        Assert.Empty(read.Changes.Changes);
        Assert.Empty(read.Control.Commitments);
        Assert.True(read.Control.Rules is null or { Rules.IsEmpty: true });
    }

    [Fact] // A change of a frozen change stands by itself; one that waits for its approval has no place in the files.
    public void Write_ChangesAfterAFreeze_AreThoseBeyondTheVersion()
    {
        Book book = folder.Without("budget.csv").With("budget.csv", "version,center,element,period,amount\n")
            .Read().GetOrThrow();
        Change(book, "first", null);
        book.Changes.Freeze("plan", Stamp).GetOrThrow();
        Change(book, "second", "first");

        BookFolder.Write(book, other.Folder);

        Assert.Equal(
            ChangeHeader + "second,plan,supplement,A,rent,2026-P01,5.00,,why,,,\n",
            File.ReadAllText(other.PathOf("budget-changes.csv")));

        book.Changes.SetApprovalSteps([new("cfo", 0m)], Stamp).GetOrThrow();
        book.Changes.Enter(Supplement("waiting", null), Stamp).GetOrThrow();
        book.Changes.Submit(new("waiting"), Stamp).GetOrThrow();
        Assert.Throws<ArgumentException>(() => BookFolder.Write(book, other.Folder));
        Assert.Single(other.Read().GetOrThrow().Snapshot().Changes.Changes);
    }

    [Fact] // A draft stays one, and adds nothing to its budget: 1,200 for A, 100 of them in January, and 5 more.
    public void Write_Drafts_AreReadAsDrafts()
    {
        Book book = folder.Read().GetOrThrow();
        book.Changes.Enter(Supplement("draft", null), Stamp).GetOrThrow();
        Change(book, "approved", "draft");

        BookFolder.Write(book, other.Folder);

        Assert.Equal(
            ChangeHeader
                + "approved,plan,supplement,A,rent,2026-P01,5.00,,why,,,\n"
                + "draft,plan,supplement,A,rent,2026-P01,5.00,,why,,,draft\n",
            File.ReadAllText(other.PathOf("budget-changes.csv")));
        Book read = other.Read().GetOrThrow();
        Assert.Equal(
            [("approved", BudgetChangeState.Approved), ("draft", BudgetChangeState.Draft)],
            read.Snapshot().Changes.Changes.Select(status => (status.Change.Id.Value, status.State)));
        Assert.Equal(
            book.Snapshot().Changes.ToCube("plan").Cells(), read.Snapshot().Changes.ToCube("plan").Cells());
        Assert.Equal(
            [("budget-changes.csv", "state", ImportIssueCode.BadChoice)],
            other.With("budget-changes.csv", ChangeHeader + "x,plan,supplement,A,rent,2026-P01,5.00,,why,,,done\n")
                .Read().Issues.Select(issue => (issue.File, issue.Column, issue.Code)));
    }

    [Fact]
    public void ReadCubes_TellsThatItLeavesThemAside()
    {
        ImportResult<BookCubes> result = BookFolder.ReadCubes(WithAll(folder).Folder, threads: 1);

        Assert.NotNull(result.Value);
        Assert.Equal(
            ["roles.csv", "budget-changes.csv", "commitments.csv", "availability-rules.csv"],
            result.Issues.Where(issue => issue.Code == ImportIssueCode.IgnoredFile).Select(issue => issue.File));
    }

    private static TestBook WithAll(TestBook book) => book
        .With("roles.csv", Roles)
        .With("budget-changes.csv", Changes)
        .With("commitments.csv", Commitments)
        .With("availability-rules.csv", Rules);

    private static SpendingDocument Order(string id, decimal amount) => new(
        new(id),
        SpendingStage.Order,
        Monetary.Currency.Eur,
        [new(new Posting(new(2026, 1, 20), new("A"), new("rent"), amount, 4m))]);

    private static Journals.CommandFaultKind[] CommandFaults(params Journals.CommandFaultKind[] kinds) => kinds;

    private static void Change(Book book, string id, string? revises)
    {
        book.Changes.Enter(Supplement(id, revises), Stamp).GetOrThrow();
        book.Changes.Submit(new(id), Stamp).GetOrThrow();
    }

    private static BudgetChange Supplement(string id, string? revises) => new(
        new(id),
        "plan",
        BudgetChangeKind.Supplement,
        [BudgetLine.ForPeriod(new("A"), new("rent"), new(2026, 1), 5m)],
        "why",
        revises: revises is null ? null : new(revises));
}
