using CostCenters.Csv.Imports;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class PostingsCsvTests
{
    private const string Header = "date,center,element,amount,quantity,document,text\n";

    private static readonly DocumentId Id = new("import");

    [Theory]
    [InlineData(",,,,x,,\n", "2 date missing-value; 2 center missing-value; 2 element missing-value; "
        + "2 amount missing-value; 2 quantity bad-number")]
    [InlineData("31.01.2026,X,X,\"1,000\",1,,\n", "2 date bad-date; 2 center unknown-center; "
        + "2 element unknown-element; 2 amount bad-number")]
    [InlineData("2026-02-29,A,rent,1,,,\n", "2 date bad-date")]
    [InlineData("1899-12-31,A,rent,1,,,\n2150-01-01,A,rent,1,,,\n", "2 date bad-date; 3 date bad-date")]
    [InlineData("1900-01-01,A,rent,1,,,\n2149-12-31,A,rent,1,,,\n", "")]
    [InlineData("2026-01-31,B,rent,1,,,\n", "2 center center-not-valid")]
    [InlineData("2026-02-01,B,rent,1,,,\n2026-06-30,B,rent,1,,,\n", "")]
    [InlineData("2026-07-01,B,none,1.001,1000000000001,,\n", "2 center center-not-valid; 2 element unknown-element; "
        + "2 amount too-many-digits; 2 quantity out-of-range")]
    [InlineData("2026-01-31,A,rent,1000000000000000.00,1000000000000,,\n", "")]
    [InlineData("2026-01-31,A,rent,1000000000000000.001,,,\n", "2 amount too-many-digits; 2 amount out-of-range")]
    [InlineData("2026-01-31, A,rent,1,,,\n", "2 center unknown-center")]
    [InlineData("2026-01-31,A,rent,1,,,,\n", "")]
    [InlineData("2026-01-31,A,rent,1,,,,x\n", "2 ragged-row")]
    [InlineData("2026-01-31,A,rent,1,,,\"open\nx,y\n", "2 bad-quoting")]
    public void Read_Rows_TellsEveryFaultWithItsLineAndColumn(string rows, string faults)
    {
        ImportResult<IReadOnlyList<Posting>> result = Read(Header + rows);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(faults.Length == 0, result.IsComplete);
        Assert.Equal(result.Counts.Accepted, result.Value!.Count);
    }

    [Fact]
    public void Read_ColumnsInAnotherOrder_TellsFaultsInTheOrderOfTheTable() =>
        Assert.Equal(
            "2 date bad-date; 2 center unknown-center; 2 element unknown-element; 2 amount bad-number",
            Faults(Read("amount,element,center,date\nx,x,x,x\n").Issues));

    [Fact]
    public void Read_EqualRows_AreNeitherMergedNorRefused()
    {
        const string Row = "2026-01-31,A,rent,5,,D1,same\n";

        Assert.Equal(3, Read(Header + Row + Row + Row).GetOrThrow().Count);
    }

    [Fact]
    public void Read_UnknownColumns_AreToldAndIgnored()
    {
        ImportResult<IReadOnlyList<Posting>> result = Read(
            "date,center,element,amount,colour,\n2026-01-31,A,rent,5,red,\n");

        Assert.True(result.IsComplete);
        ImportIssue note = Assert.Single(result.Issues);
        Assert.Equal(
            (ImportIssueCode.IgnoredColumn, ImportSeverity.Note, 1L, "colour"),
            (note.Code, note.Severity, note.Line, note.Column));
    }

    [Fact]
    public void Post_AcceptedRows_AreOneDocument()
    {
        var ledger = new Ledger(Space());

        ImportResult<PostedDocument> result = Post(ledger, Header + "2026-01-31,A,rent,5,,D1,a\nx,A,rent,5,,,\n");

        Assert.Equal(
            (Id, new JournalPosition(1), false), (result.Value!.Id, result.Value.Position, result.Value.WasKnown));
        Assert.Equal(new ImportCounts(1, 1), result.Counts);
        Posting posting = Assert.Single(ledger.Snapshot().Postings());
        Assert.Equal((5m, "D1", "a"), (posting.Amount, posting.Reference, posting.Text));
    }

    [Fact]
    public void Post_ClosedPeriodAndBlockedCenter_RejectTheirRows()
    {
        var blocked = new CenterHierarchy.Builder()
            .Add(new CenterCode("A"), new CenterValidity("Alpha", CenterKind.Cost))
            .Add(new CenterCode("Z"), new CenterValidity("Zeta", CenterKind.Cost, status: CenterStatus.Blocked))
            .Build();
        CubeSpace sound = Space();
        var ledger = new Ledger(new CubeSpace(blocked, sound.Elements, sound.Calendar, sound.Currency, sound.Scale));
        ledger.Close(new Calendars.FiscalPeriod(2026, 1), [new CenterCode("A")], Stamp);

        ImportResult<PostedDocument> result = Post(
            ledger, Header + "2026-01-31,A,rent,5,,,\n2026-02-01,A,rent,5,,,\n2026-02-01,Z,rent,x,,,\n");

        Assert.Equal("2 center period-closed; 4 center center-blocked; 4 amount bad-number", Faults(result.Issues));
        Assert.Equal(1, ledger.Snapshot().PostingCount);
    }

    [Fact]
    public void Post_NoAcceptedRow_LeavesTheLedgerAsItIs()
    {
        var ledger = new Ledger(Space());

        Assert.Null(Post(ledger, Header).Value);
        Assert.Null(Post(ledger, Header + "x,A,rent,5,,,\n").Value);
        Assert.Equal(default, ledger.Snapshot().Position);
    }

    // What comes before the row that stops a file is sound, but nothing of a stopped file counts.
    [Fact]
    public void Post_FileStoppedOnItsWay_PostsNothing()
    {
        var ledger = new Ledger(Space());
        string rows = string.Concat(Enumerable.Repeat("2026-01-31,A,rent,5,,,\n", 10_000));

        ImportResult<PostedDocument> result = PostingsCsv.Post(
            Input(Header + rows + "\"" + new string('x', 2_000)),
            ledger,
            Id,
            Stamp,
            ImportProfile.Contract.WithMaximumRowLength(1_000));

        Assert.Equal("10002 row-too-long", Faults(result.Issues));
        Assert.Null(result.Value);
        Assert.Equal(0, ledger.Snapshot().PostingCount);
        Assert.False(Post(ledger, Header + "2026-01-31,A,rent,5,,,\n").Value!.WasKnown);
    }

    [Fact]
    public void Post_DocumentThatTheLedgerHas_SaysSoAndPostsNothingAgain()
    {
        const string Rows = "2026-01-31,A,rent,5,,,\n2026-01-31,A,rent,6,,,\n2026-01-31,A,rent,7,,,\n";
        var ledger = new Ledger(Space());
        PostedDocument first = Post(ledger, Header + Rows).GetOrThrow();

        ImportResult<PostedDocument> result = Post(ledger, Header + Rows);

        Assert.Equal((first.Position, true), (result.GetOrThrow().Position, result.Value!.WasKnown));
        Assert.Equal(new ImportCounts(3, 0), result.Counts);
        ImportIssue note = Assert.Single(result.Issues);
        Assert.Equal((ImportIssueCode.DocumentKnown, ImportSeverity.Note), (note.Code, note.Severity));
        Assert.Equal(3, ledger.Snapshot().PostingCount);
    }

    [Fact] // A file that is imported again after the end of the month.
    public void Post_DocumentThatTheLedgerHasInAPeriodThatIsClosedByNow_IsStillKnown()
    {
        const string Rows = "2026-01-31,A,rent,5,,,\nx,A,rent,6,,,\n2026-01-31,A,rent,7,2,,\n";
        var ledger = new Ledger(Space());
        PostedDocument first = Post(ledger, Header + Rows).Value!;
        ledger.Close(ledger.Space.Calendar.PeriodOf(new(2026, 1, 31)), [new("A")], Stamp).GetOrThrow();

        ImportResult<PostedDocument> again = Post(ledger, Header + Rows);
        ImportResult<PostedDocument> other = Post(ledger, Header + Rows + "2026-01-31,A,rent,8,,,\n");

        Assert.Equal((first.Position, true), (again.Value!.Position, again.Value.WasKnown));
        Assert.Equal(new ImportCounts(2, 1), again.Counts);
        Assert.Equal((true, new ImportCounts(2, 2)), (other.Value!.WasKnown, other.Counts));
        Assert.Contains("5 center period-closed", Faults(other.Issues), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "2026-01-31,A,rent,9,,,\n2026-01-31,A,rent,6,,,\nx,A,rent,7,,,\n", " document-id-taken; 4 date bad-date")]
    [InlineData("2026-01-31,A,rent,5,,,\n2026-01-31,A,rent,6,,,\n2026-01-31,A,rent,6,,,\n", " document-id-taken")]
    public void Post_DocumentIdOfOtherRows_RejectsAllOfThem(string rows, string faults)
    {
        var ledger = new Ledger(Space());
        Post(ledger, Header + "2026-01-31,A,rent,5,,,\n2026-01-31,A,rent,6,,,\n");

        ImportResult<PostedDocument> result = Post(ledger, Header + rows);

        Assert.Null(result.Value);
        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(new ImportCounts(0, 3), result.Counts);
        Assert.Equal(2, ledger.Snapshot().PostingCount);
    }

    // A period may be closed after the reader has asked which are.
    [Fact]
    public void Post_RowThatTheLedgerRefuses_IsRejectedWithItsReason()
    {
        var ledger = new Ledger(Space());
        using TableReader table = TableReader.Open(
            Input(Header + "2026-01-31,A,rent,5,,,\n2026-02-28,A,rent,6,,,\n2026-01-30,A,rent,7,,,\n"),
            PostingRowReader.Schema,
            ImportProfile.Contract,
            default);
        var reader = new PostingRowReader(
            table, new PostingRules(ledger.Space), ImportProfile.Contract, CenterPeriodSet.Empty);
        ledger.Close(new Calendars.FiscalPeriod(2026, 1), [new CenterCode("A")], Stamp);

        ImportResult<PostedDocument> result = table.Log.ToResult(reader.PostTo(ledger, Id, Stamp));

        Assert.Equal("2 center period-closed; 4 center period-closed", Faults(result.Issues));
        Assert.Equal(new ImportCounts(1, 2), result.Counts);
        Assert.Equal(6m, Assert.Single(ledger.Snapshot().Postings()).Amount);
    }

    [Fact]
    public void Post_WithoutIdOrStamp_Throws()
    {
        var ledger = new Ledger(Space());

        Assert.Throws<ArgumentException>(
            () => PostingsCsv.Post(Input(Header), ledger, default, Stamp, ImportProfile.Contract));
        Assert.Throws<ArgumentNullException>(
            () => PostingsCsv.Post(Input(Header), ledger, Id, null!, ImportProfile.Contract));
    }

    [Fact]
    public void Read_GeneralLedgerSigns_AreTurnedIntoNaturalOnes()
    {
        const string Rows = Header + "2026-01-31,A,rent,5,,,\n2026-01-31,A,sales,-7,,,\n";
        decimal[] Amounts(AmountSigns signs) =>
        [
            .. PostingsCsv.Read(Input(Rows), Space(), ImportProfile.Contract.WithAmountSigns(signs))
                .GetOrThrow().Select(posting => posting.Amount),
        ];

        Assert.Equal([5m, -7m], Amounts(AmountSigns.Natural));
        Assert.Equal([5m, 7m], Amounts(AmountSigns.DebitPositive));
        Assert.Equal([-5m, -7m], Amounts(AmountSigns.CreditPositive));
    }

    [Theory]
    [InlineData("JPY", "1", "")]
    [InlineData("JPY", "1.0", "2 amount too-many-digits")]
    [InlineData("KWD", "1.005", "")]
    [InlineData("KWD", "1.0050", "2 amount too-many-digits")]
    public void Read_OtherCurrencies_TakeTheirMinorDigits(string currency, string amount, string faults) =>
        Assert.Equal(faults, Faults(PostingsCsv.Read(
            Input(Header + $"2026-01-31,A,rent,{amount},,,\n"),
            Space(currency: Currency.FromIso(currency)),
            ImportProfile.Contract).Issues));

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = Header
            + "2026-01-31,A,rent,-5.10,2.5,\"D,1\",'=1+1\n"
            + "2026-02-28,B,rent,0.00,,,\"two\nlines\"\n";

        Assert.Equal(Text, Written(stream => PostingsCsv.Write(Read(Text).GetOrThrow(), Space(), stream)));
    }

    [Fact]
    public void Write_WhatTheFileHasNoPlaceFor_ThrowsRatherThanRoundOrDrop()
    {
        Posting Of(decimal amount, decimal? quantity, int? adjustment) => new(
            new LocalDate(2026, 1, 31),
            new CenterCode("A"),
            new ElementCode("rent"),
            amount,
            quantity,
            adjustmentPeriod: adjustment);

        Assert.Throws<ArgumentOutOfRangeException>(() => Write(Of(1.005m, null, null)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(Of(1m, 1.0000001m, null)));
        Assert.Throws<ArgumentException>(() => Write(Of(1m, null, 1)));

        static void Write(Posting posting) => PostingsCsv.Write([posting], Space(), Stream.Null);
    }

    private static ImportResult<IReadOnlyList<Posting>> Read(string text) =>
        PostingsCsv.Read(Input(text), Space(), ImportProfile.Contract);

    private static ImportResult<PostedDocument> Post(Ledger ledger, string text) =>
        PostingsCsv.Post(Input(text), ledger, Id, Stamp, ImportProfile.Contract);
}
