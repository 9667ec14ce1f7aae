using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Proposals;
using CostCenters.Csv.Shapes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tests.Unit.Proposals;

public sealed class BookProposalTests : IDisposable
{
    private const string Text = "Datum;Kst;Kst-Name;Bereich;Konto;Konto-Name;Betrag\n"
        + "15.01.2026;1101;Werk;11;4000;Erl\u00F6se;-500,00\n"
        + "31.01.2026;1102;Lager;11;6000;Miete;1.234,50\n"
        + "28.02.2026;1102;Lager Nord;11;6000;Miete;100,00\n"
        + "30.02.2026;1199;Fehler;11;9999;Fehler;1,00\n";

    private static readonly ImportProfile Profile = ImportProfile.ForCulture("de-DE")
        .WithColumn("date", "Datum").WithColumn("center", "Kst").WithColumn("element", "Konto")
        .WithColumn("amount", "Betrag").WithAmountSigns(AmountSigns.DebitPositive);

    private static readonly MasterDataRules Plain = new(
        "Muster GmbH", Currency.Eur, FiscalCalendar.Months(1, YearNaming.Start), CenterKind.Cost);

    private static readonly MasterDataRules Rules = Plain
        .WithNature(ElementNature.Revenue, "4")
        .WithNature(ElementNature.Cost, "6")
        .WithCenterNames(ColumnSource.Named("Kst-Name"))
        .WithElementNames(ColumnSource.Named("Konto-Name"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costcenters-");

    private string Export => Path.Combine(folder.FullName, "export.csv");

    private string BookPath => Path.Combine(folder.FullName, "book");

    public BookProposalTests() => File.WriteAllText(Export, Text);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Write_ProposalFromAnExport_IsABookWithTheSamePostings()
    {
        BookProposal proposal = BookProposal.FromPostings(Export, Profile, Rules.WithCenterPrefixes(2));

        Assert.Empty(proposal.Problems);
        Assert.Equal(
            "Center 1102 has the names Lager, Lager Nord; Lager Nord is its last.", Assert.Single(proposal.Findings));
        Assert.Equal(834.50m, proposal.Amounts.Sum);
        proposal.Write(BookPath);

        ImportResult<Book> read = BookFolder.Read(BookPath, TestBook.Stamp);
        Assert.Equal(new ImportCounts(3 + 5, 1), read.Counts);
        Posting[] postings = [.. read.Value!.Ledger.Snapshot().Postings()];
        Assert.Equal([500.00m, 1234.50m, 100.00m], postings.Select(posting => posting.Amount));
        Assert.Equal(Text, File.ReadAllText(Path.Combine(BookPath, "postings.csv")));
        Assert.Equal(
            "code,name,kind,parent,valid_from,valid_to\n11,11,cost,,,\n1101,Werk,cost,11,,\n1102,Lager "
                + "Nord,cost,11,,\n",
            File.ReadAllText(Path.Combine(BookPath, "centers.csv")));
        Assert.Equal(
            "code,name,nature,behavior,parent\n4000,Erl\u00F6se,revenue,,\n6000,Miete,cost,,\n",
            File.ReadAllText(Path.Combine(BookPath, "elements.csv")));
    }

    [Fact]
    public void FromPostings_ElementOfNoRule_IsAProblemAndNotWritten()
    {
        BookProposal proposal = BookProposal.FromPostings(
            Export, Profile, Plain.WithNature(ElementNature.Revenue, "4"));

        Assert.False(proposal.IsComplete);
        Assert.Contains("Whether 6000 are costs or revenues is not told", Assert.Single(proposal.Problems),
            StringComparison.Ordinal);
        Assert.Null(proposal.Elements);
        Assert.Throws<InvalidOperationException>(() => proposal.Write(BookPath));
        Assert.False(Directory.Exists(BookPath));
    }

    [Theory]
    [InlineData(UseValidity.Always, "", "")]
    [InlineData(UseValidity.FromFirstUse, "2026-01-31", "")]
    [InlineData(UseValidity.FirstThroughLastUse, "2026-01-31", "2026-02-28")]
    public void FromPostings_Validity_IsThatOfUse(UseValidity validity, string from, string through)
    {
        CenterValidity center = BookProposal.FromPostings(Export, Profile, Rules.WithValidity(validity))
            .Centers![new CenterCode("1102")].Validities.Single();

        Assert.Equal(
            (from, through),
            (center.From == CenterValidity.Beginning ? "" : center.From.ToString("uuuu-MM-dd", null),
                center.Through == CenterValidity.End ? "" : center.Through.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void FromPostings_ParentsByColumn_MakeGroups()
    {
        CenterHierarchy centers = BookProposal.FromPostings(
            Export, Profile, Rules.WithCenterParents(ColumnSource.Named("Bereich"))).Centers!;

        Assert.Equal("11 1101 1102", string.Join(' ', centers.Centers.Select(center => center.Code)));
        Assert.Equal("11", centers[new CenterCode("1101")].Validities.Single().Parent?.Value);
    }

    [Fact]
    public void FromPostings_PrefixesOfTwoLevels_NestTheGroups()
    {
        CenterHierarchy centers = BookProposal.FromPostings(Export, Profile, Rules.WithCenterPrefixes(1, 2)).Centers!;

        Assert.Equal("1 11 1101 1102", string.Join(' ', centers.Centers.Select(center => center.Code)));
        Assert.Equal("1", centers[new CenterCode("11")].Validities.Single().Parent?.Value);
    }

    [Fact]
    public void FromPostings_ElementParentsByColumn_MakeGroupsOfATellableNature()
    {
        ElementChart elements = BookProposal.FromPostings(
            Export,
            Profile,
            Rules.WithElementParents(ColumnSource.Named("Konto").Part("0", 1))).Elements!;

        Assert.Equal("4 4000 6 6000", string.Join(' ', elements.Elements.Select(element => element.Code)));
        Assert.Equal(ElementNature.Revenue, elements[new ElementCode("4")].Nature);
        Assert.Equal("6", elements[new ElementCode("6000")].Parent?.Value);
    }

    [Fact]
    public void FromPostings_CoarserScale_RejectsWhatIsFiner() =>
        Assert.Equal(0, BookProposal.FromPostings(
            Export, Profile, Rules.WithScale(new DecimalScale(0))).Counts.Accepted);

    [Fact]
    public void Write_FileThatChangedMeanwhile_IsRefused()
    {
        BookProposal proposal = BookProposal.FromPostings(Export, Profile, Rules);
        File.AppendAllText(Export, "01.03.2026;1101;Werk;11;6000;Miete;1,00\n");

        Assert.Throws<IOException>(() => proposal.Write(BookPath));
    }

    [Fact]
    public void FromPostings_FileThatIsStopped_IsAProblem() =>
        Assert.Contains(
            "missing-column",
            BookProposal.FromPostings(Export, ImportProfile.ForCulture("de-DE"), Rules).Problems[0],
            StringComparison.Ordinal);
}
