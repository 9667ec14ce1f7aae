using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Proposals;
using CostCenters.Csv.Shapes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tests.Unit.Proposals;

/// <summary>New centers and elements of an export, added to a book that is there.</summary>
public sealed class BookAdditionTests : IDisposable
{
    private const string Centers = "code,name,kind,parent\nROOT,All,cost,\nA,Alpha,cost,ROOT\n";
    private const string Elements = "code,name,nature\nrent,Rent,cost\n";

    private const string Text = "date,center,element,amount,name,above\n"
        + "2026-01-31,A,rent,1.00,Alpha new,ROOT\n"
        + "2026-02-28,B1,rent,2.00,\"Beta, \"\"one\"\"\",B\n"
        + "2026-03-31,A,6000,4.00,Alpha new,ROOT\n";

    private static readonly MasterDataRules Rules = new MasterDataRules(
            "any", Currency.Eur, FiscalCalendar.Months(1, YearNaming.End), CenterKind.Profit)
        .WithNature(ElementNature.Cost, "6")
        .WithCenterNames(ColumnSource.Named("name"))
        .WithCenterParents(ColumnSource.Named("above"));

    private readonly TestBook book = new TestBook().With("centers.csv", Centers).With("elements.csv", Elements)
        .With("budget.csv", "version,center,element,period,amount\n")
        .With("postings.csv", "date,center,element,amount\n");

    private string Export => book.PathOf("export.txt");

    public BookAdditionTests() => File.WriteAllText(Export, Text);

    public void Dispose() => book.Dispose();

    [Fact]
    public void AddTo_NewCentersAndElements_StandBelowWhatWasThere()
    {
        BookProposal proposal = Propose(Rules);

        Assert.Empty(proposal.Problems);
        Assert.Equal("B B1", string.Join(' ', proposal.NewCenters.Select(center => center.Code)));
        Assert.Equal("6000", Assert.Single(proposal.NewElements).Code.Value);
        Assert.Equal(
            "Center A is called Alpha in the book and Alpha new in the file; it stays as it is.",
            Assert.Single(proposal.Findings));
        proposal.AddTo(book.Folder);

        Assert.Equal(
            Centers + "B,B,profit,\nB1,\"Beta, \"\"one\"\"\",profit,B\n", File.ReadAllText(book.PathOf("centers.csv")));
        Assert.Equal(Elements + "6000,6000,cost\n", File.ReadAllText(book.PathOf("elements.csv")));
        Assert.Equal(4, Read().Space.Centers.Centers.Length);
        Assert.Empty(Propose(Rules).NewCenters);
    }

    [Fact]
    public void AddTo_FilesOfAnotherDialect_KeepsItAndColumnsThatNothingReads()
    {
        string centers = "Nummer;Name;Art;\u00DCber;Notiz\r\nROOT;Alles;cost;;x\r\nA;\u00C4;cost;ROOT;\r\n";
        File.WriteAllBytes(book.PathOf("centers.csv"), System.Text.Encoding.Latin1.GetBytes(centers.TrimEnd()));
        book.With("book.json", TestBook.Description.Replace(
            "{ \"name\"", "{ \"dialect\": { \"centers.csv\": \"c.json\" }, \"name\"", StringComparison.Ordinal));
        book.With("c.json", """
            { "delimiter": ";", "encoding": "windows-1252",
              "columns": { "code": "Nummer", "name": "Name", "kind": "Art", "parent": "\u00DCber" } }
            """);

        Propose(Rules).AddTo(book.Folder);

        Assert.Equal(
            centers.TrimEnd() + "\nB;B;profit;;\nB1;\"Beta, \"\"one\"\"\";profit;B;\n",
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(book.PathOf("centers.csv"))));
        Assert.Equal("\u00C4", Read().Space.Centers[new CenterCode("A")].Validities[0].Name);
    }

    [Fact]
    public void AddTo_FileWithoutTheColumn_IsRefusedAndNothingChanges()
    {
        book.With("centers.csv", "code,name,kind\nROOT,All,cost\nA,Alpha,cost\n");
        BookProposal proposal = Propose(Rules);

        IOException error = Assert.Throws<IOException>(() => proposal.AddTo(book.Folder));

        Assert.Contains("no column parent for 'B'", error.Message, StringComparison.Ordinal);
        Assert.Equal(Elements, File.ReadAllText(book.PathOf("elements.csv")));
    }

    [Fact]
    public void AddTo_BookThatHasChangedMeanwhile_IsRefused()
    {
        BookProposal proposal = Propose(Rules);
        book.With("centers.csv", Centers + "C,C,cost,ROOT\n");

        IOException error = Assert.Throws<IOException>(() => proposal.AddTo(book.Folder));

        Assert.Contains("Make the proposal again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddTo_DatesThatTheDialectCannotSay_AreRefused()
    {
        book.With("book.json", TestBook.Description.Replace(
            "{ \"name\"", "{ \"dialect\": { \"centers.csv\": \"c.json\" }, \"name\"", StringComparison.Ordinal));
        book.With("c.json", """{ "dates": ["dd.MM.yyyy"] }""");
        book.With("centers.csv", Centers.Replace("parent\n", "parent,valid_from\n", StringComparison.Ordinal)
            .Replace("cost,\n", "cost,,\n", StringComparison.Ordinal)
            .Replace("ROOT\n", "ROOT,\n", StringComparison.Ordinal));

        IOException error = Assert.Throws<IOException>(
            () => Propose(Rules.WithValidity(UseValidity.FromFirstUse)).AddTo(book.Folder));

        Assert.Contains("cannot say the new rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPostings_ElementsThatAreThere_NeedNoNature()
    {
        BookProposal proposal = Propose(new MasterDataRules(
            "any", Currency.Eur, FiscalCalendar.Months(1, YearNaming.End), CenterKind.Cost));

        Assert.Equal("6000", Assert.Single(proposal.ElementsWithoutNature));
        Assert.Throws<InvalidOperationException>(() => proposal.AddTo(book.Folder));
    }

    [Fact]
    public void FromPostings_CenterThatHasEnded_IsFoundAndStays()
    {
        book.With("centers.csv", Centers.Replace("parent\n", "parent,valid_to\n", StringComparison.Ordinal)
            .Replace("cost,\n", "cost,,\n", StringComparison.Ordinal)
            .Replace("ROOT\n", "ROOT,2026-02-28\n", StringComparison.Ordinal));

        Assert.Contains(
            "Center A is not valid on each day from 2026-01-31 through 2026-03-31; it stays as it is, and its postings "
                + "outside are rejected.",
            Propose(Rules).Findings);
    }

    [Fact]
    public void Write_Additions_AndAddTo_ABookOfItsOwn_AreRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Propose(Rules).Write(book.PathOf("other")));
        Assert.Throws<InvalidOperationException>(() => BookProposal.FromPostings(
            Export, ImportProfile.Contract, Rules.WithNature(ElementNature.Cost, "r")).AddTo(book.Folder));
        Assert.Throws<ArgumentException>(() => Propose(new MasterDataRules(
            "any", Currency.FromIso("USD"), FiscalCalendar.Months(1, YearNaming.End), CenterKind.Cost)));
    }

    private BookProposal Propose(MasterDataRules rules) =>
        BookProposal.FromPostings(Export, ImportProfile.Contract, rules, Read().Space);

    private Book Read() => BookFolder.Read(book.Folder, TestBook.Stamp).Value!;
}
