using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using static CostCenters.Csv.Tests.Unit.Shapes.ShapedPostings;

namespace CostCenters.Csv.Tests.Unit.Shapes;

/// <summary>Postings from files of other systems, each rule of a profile by itself.</summary>
public class ShapedPostingTests
{
    private static readonly ImportProfile Contract = ImportProfile.Contract;

    private static readonly ImportProfile Debits = Contract.WithAmount(AmountSource.FromDebitAndCredit(
        ColumnSource.Named("debit"), ColumnSource.Named("credit")));

    [Theory]
    [InlineData("10.00,", "2026-01-31 A 4711 10.00")]
    [InlineData(",10.00", "2026-01-31 A 4711 -10.00")]
    [InlineData("0.00,10.00", "2026-01-31 A 4711 -10.00")]
    [InlineData("10.00,0.00", "2026-01-31 A 4711 10.00")]
    [InlineData("0.00,0.00", "2026-01-31 A 4711 0.00")]
    [InlineData(",0.00", "2026-01-31 A 4711 0.00")]
    public void Read_DebitAndCredit_GivesDebitOrMinusCredit(string cells, string expected) =>
        Assert.Equal(
            new ShapedPostings(expected, "", "1 read, 1 accepted, 0 rejected"),
            ShapedPostings.Read(Debits, $"date,center,element,debit,credit\n2026-01-31,A,4711,{cells}\n"));

    [Theory]
    [InlineData("10.00,4.00", "two-amounts")]
    [InlineData("-10.00,", "bad-sign")]
    [InlineData(",-10.00", "bad-sign")]
    [InlineData(",", "missing-value")]
    [InlineData("ten,", "bad-number")]
    [InlineData("10.005,", "too-many-digits")]
    public void Read_DebitAndCreditThatDoNotFit_RejectsTheRow(string cells, string code) =>
        Assert.Equal(
            new ShapedPostings("", $"2 amount {code}", "1 read, 0 accepted, 1 rejected"),
            ShapedPostings.Read(Debits, $"date,center,element,debit,credit\n2026-01-31,A,4711,{cells}\n"));

    [Theory]
    [InlineData("10.00,4.00", "6.00")]
    [InlineData("4.00,10.00", "-6.00")]
    [InlineData("7.10,7.10", "0.00")]
    public void Read_DebitAndCreditNetted_GivesTheDifference(string cells, string expected) =>
        Assert.Equal(
            $"2026-01-31 A 4711 {expected}",
            ShapedPostings.Read(
                Contract.WithAmount(Debits.Amount!.Netting()),
                $"date,center,element,debit,credit\n2026-01-31,A,4711,{cells}\n").Rows);

    [Fact]
    public void Read_MinusThatIsAllowed_TurnsTheSign() =>
        Assert.Equal(
            "2026-01-31 A 4711 -10.00; 2026-01-31 A 4711 4.00",
            ShapedPostings.Read(
                Contract.WithAmount(Debits.Amount!.WithMinus()),
                "date,center,element,debit,credit\n2026-01-31,A,4711,-10.00,\n2026-01-31,A,4711,,-4.00\n").Rows);

    [Fact]
    public void Read_SignColumn_GivesTheSign()
    {
        ImportProfile profile = Contract.WithAmount(AmountSource.FromColumn(ColumnSource.Named("Umsatz"))
            .SignedBy(ColumnSource.Named("S/H"), ["S"], ["H"]));

        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 10.00; 2026-01-31 A 4711 -4.00",
                "4 amount bad-sign; 5 amount bad-sign; 6 amount bad-sign",
                "5 read, 2 accepted, 3 rejected"),
            ShapedPostings.Read(
                profile,
                "date,center,element,Umsatz,S/H\n"
                    + "2026-01-31,A,4711,10.00,S\n"
                    + "2026-01-31,A,4711,4.00,h\n"
                    + "2026-01-31,A,4711,4.00,\n"
                    + "2026-01-31,A,4711,4.00,X\n"
                    + "2026-01-31,A,4711,-4.00,H\n"));
    }

    [Theory]
    [InlineData(3, "1.5", "1500")]
    [InlineData(3, "-0.0005", "-0.5")]
    [InlineData(6, "12", "12000000")]
    [InlineData(-2, "1234", "12.34")]
    [InlineData(-2, "5", "0.05")]
    public void Read_PowersOfTen_MoveThePointExactly(int places, string cell, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            decimal.Parse(
                ShapedPostings.Read(
                    Contract.WithAmount(AmountSource.FromColumn(ColumnSource.Named("amount")).InPowersOfTen(places)),
                    $"date,center,element,amount\n2026-01-31,A,4711,{cell}\n").Rows.Split(' ')[3],
                System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Read_AlternativeHeadings_FindTheOneThatIsThere()
    {
        ImportProfile profile = Contract
            .WithColumn("center", "Cost Center", "Kostenstelle")
            .WithColumn("element", "KOST1 - Kostenart");

        Assert.Equal(
            "2026-01-31 A 4711 1.00",
            ShapedPostings.Read(profile, "date,kosten stelle,KOST1 – Kostenart,amount\n2026-01-31,A,4711,1.00\n").Rows);
        Assert.Equal(
            "1 center duplicate-column",
            ShapedPostings.Read(profile, "date,Cost Center,Kostenstelle,KOST1 - Kostenart,amount\n").Faults);
        Assert.Equal(
            "1 center missing-column",
            ShapedPostings.Read(profile, "date,Centre,KOST1 - Kostenart,amount\n").Faults);
    }

    [Fact]
    public void Read_HeaderBelowTitles_IsFoundByItsNames()
    {
        ImportProfile profile = Contract.WithHeader(HeaderPlace.FoundWithin(10))
            .WithColumn("date", "Date").WithColumn("center", "CC").WithColumn("element", "Account")
            .WithColumn("amount", "Amount");

        Assert.Equal(
            new ShapedPostings("2026-01-31 A 4711 1.00", "", "1 read, 1 accepted, 0 rejected"),
            ShapedPostings.Read(
                profile,
                "Ledger of \"Example\"\nFrom,January,2026\n\nDate,CC,Account,Amount\n2026-01-31,A,4711,1.00\n"));
        Assert.Equal(
            " - no-header", // The file has no such row at all.
            ShapedPostings.Read(profile, "Date,CC,Amount\n2026-01-31,A,1.00\n").Faults);
    }

    [Fact]
    public void Read_NoHeader_FindsColumnsByTheirPlace() =>
        Assert.Equal(
            new ShapedPostings("2026-01-31 A 4711 1.00", "2 - ragged-row", "2 read, 1 accepted, 1 rejected"),
            ShapedPostings.Read(
                Contract.WithHeader(HeaderPlace.None)
                    .WithColumn("date", ColumnSource.At(2))
                    .WithColumn("center", ColumnSource.At(1))
                    .WithColumn("element", ColumnSource.At(3))
                    .WithColumn("amount", ColumnSource.At(4)),
                "A,2026-01-31,4711,1.00\nA,2026-01-31,4711\n"));

    [Fact]
    public void Read_JoinedSplitAndNormalizedTexts_GiveCodes()
    {
        ImportProfile profile = Contract
            .WithColumn("center", ColumnSource.Named("Account").Part("-", 2)
                .Normalized(CodeNormalizations.Trim | CodeNormalizations.UpperCase))
            .WithColumn("element", ColumnSource.Named("Code").Normalized(CodeNormalizations.WithoutLeadingZeros))
            .WithColumn("document", ColumnSource.Joined("/", ColumnSource.Named("Type"), ColumnSource.Named("No")));

        Assert.Equal(
            "2026-01-31 A 4711 1.00",
            ShapedPostings.Read(
                profile, "date,Account,Code,Type,No,amount\n2026-01-31,BU-a -X,0004711,INV,9,1.00\n").Rows);
    }

    [Fact]
    public void Read_CodesThatDifferByFormAlone_AreTold()
    {
        ImportResult<IReadOnlyList<Ledgers.Posting>> result = PostingsCsv.Read(
            TestBook.Input("date,center,element,amount\n2026-01-31,a,4711,1\n2026-01-31,A,4711,2\n"),
            Space,
            Contract.WithColumn("center", ColumnSource.Named("center").Normalized(CodeNormalizations.UpperCase)));

        ImportIssue note = Assert.Single(result.Issues);
        Assert.Equal((ImportIssueCode.MergedCodes, ImportSeverity.Note, 3), (note.Code, note.Severity, note.Line));
        Assert.Contains("\"A\" and \"a\"", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Filters_SetRowsAsideWithTheirReason()
    {
        ImportResult<IReadOnlyList<Ledgers.Posting>> result = PostingsCsv.Read(
            TestBook.Input("date,center,element,amount,Reversed,Ledger\n"
                + "2026-01-31,A,4711,1,,0L\n2026-01-31,A,4711,2,X,0L\n2026-01-31,A,4711,3,,2L\n"),
            Space,
            Contract
                .WithFilter(RowFilter.Drop(RowTest.Is(ColumnSource.Named("Reversed"), "x"), "reversed documents"))
                .WithFilter(RowFilter.Keep(RowTest.Is(ColumnSource.Named("Ledger"), "0L"), "other ledgers")));

        Assert.Equal(new ImportCounts(1, 0, 2), result.Counts);
        Assert.Equal(3, result.Counts.Read);
        Assert.Equal(
            ["other ledgers: 1", "reversed documents: 1"],
            result.Files[0].SetAside.Select(rows => $"{rows.Reason}: {rows.Count}"));
    }

    [Theory]
    [InlineData("Total,,,6", "", "3 accepted, 0 rejected, 1 set aside")]
    [InlineData("Total,,,7", "5 - total-mismatch", "3 accepted, 1 rejected")]
    public void Read_TotalRow_IsVerifiedAndSetAside(string total, string faults, string counts) =>
        Assert.Equal(
            (faults, $"4 read, {counts}"),
            (ReadTotals(total).Faults, ReadTotals(total).Counts));

    [Theory]
    [InlineData(LastRow.Unknown, "5 - unmarked-total", "4 read, 3 accepted, 1 rejected")]
    [InlineData(LastRow.Total, "", "4 read, 3 accepted, 0 rejected, 1 set aside")]
    [InlineData(LastRow.Row, "", "4 read, 4 accepted, 0 rejected")]
    public void Read_UnlabelledTotal_IsRefusedUntilTheProfileSaysWhatItIs(LastRow meaning, string faults, string counts)
    {
        ImportProfile profile = Contract.WithConstant("date", "2026-01-31").WithConstant("center", "A")
            .WithConstant("element", "4711").WithColumn("text", "What");
        ShapedPostings read = ShapedPostings.Read(
            meaning == LastRow.Unknown ? profile : profile.WithLastRow(meaning),
            "What,amount\nrent,1.50\nwater,2.25\npower,3.25\n,7.00\n");

        Assert.Equal((faults, counts), (read.Faults, read.Counts));
    }

    [Fact]
    public void Read_SumInTheMiddleOfAFile_IsARowLikeAnyOther() =>
        Assert.Equal(
            "5 read, 5 accepted, 0 rejected",
            ShapedPostings.Read(
                Contract.WithConstant("date", "2026-01-31").WithConstant("center", "A").WithConstant("element", "4711")
                    .WithColumn("text", "What"),
                "What,amount\nrent,1.50\nwater,2.25\npower,3.25\n,7.00\nheat,1.00\n").Counts);

    [Fact]
    public void Read_PeriodsSideBySide_GivesARowForEachFilledCell() =>
        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 1.00; 2026-02-28 A 4711 2.00; 2026-01-31 B 6000 0.00",
                "",
                "3 read, 3 accepted, 0 rejected"),
            ShapedPostings.Read(
                Contract.WithPeriodColumns(new PeriodColumns(DayOfMonth.Last, "Actual ({month}) {year}")),
                "center,element,Actual (Jan) 2026,Budget (Jan) 2026,Actual (Feb) 2026\n"
                    + "A,4711,1.00,9.00,2.00\nB,6000,0.00,9.00,\n"));

    [Fact]
    public void Read_MonthAndYearColumns_GiveADate() =>
        Assert.Equal(
            new ShapedPostings("2026-02-28 A 4711 1.00", "3 date bad-date", "2 read, 1 accepted, 1 rejected"),
            ShapedPostings.Read(
                Contract.WithColumn("date", ColumnSource.MonthDate(
                    ColumnSource.Named("Year"), ColumnSource.Named("Month"), DayOfMonth.Last)),
                "Year,Month,center,element,amount\n2026,Februar,A,4711,1.00\n2026,13,A,4711,1.00\n"));

    [Fact]
    public void Read_DayAndMonthWithinTheFilesSpan_GivesTheDate()
    {
        ImportProfile profile = Contract.WithDelimiter(';').WithHeader(HeaderPlace.FoundWithin(3))
            .WithMetadata(FileMetadata.At("from", 1, 2)).WithMetadata(FileMetadata.At("to", 1, 3))
            .WithColumn("date", ColumnSource.DayAndMonth(
                ColumnSource.Named("Belegdatum"), ColumnSource.Metadata("from"), ColumnSource.Metadata("to")));
        const string Header = "Belegdatum;center;element;amount\n";

        Assert.Equal(
            "2026-01-31 A 4711 1.00; 2025-12-05 A 4711 2.00",
            ShapedPostings.Read(
                profile, $"EXTF;20251201;20260131\n{Header}3101;A;4711;1.00\n512;A;4711;2.00\n").Rows);
        Assert.Equal(
            "3 date bad-date; 4 date bad-date",
            ShapedPostings.Read(
                profile, $"EXTF;20250101;20260131\n{Header}0501;A;4711;1.00\n2902;A;4711;2.00\n").Faults);
    }

    [Fact]
    public void Read_FramedList_SetsRulersAndTitlesAside() =>
        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 1234.56; 2026-01-31 B 4711 -7.00",
                "",
                "7 read, 2 accepted, 0 rejected, 5 set aside"),
            ShapedPostings.Read(
                Contract.WithDelimiter('|').WithFramedRows().WithNumbers(',', ".").WithDatePatterns("dd.MM.yyyy")
                    .WithNegativeStyles(NegativeStyles.TrailingMinus).WithHeader(HeaderPlace.FoundWithin(10))
                    .WithColumn("date", "Datum").WithColumn("center", "Kst").WithColumn("element", "Art")
                    .WithColumn("amount", "Wert"),
                "List 1\n---------\n|Datum     |Kst|Art |     Wert|\n|---|---|---|---|\n"
                    + "|31.01.2026|A  |4711|1.234,56 |\nPage 2\n---------\n"
                    + "|Datum     |Kst|Art |     Wert|\n|---|---|---|---|\n"
                    + "|31.01.2026|B  |4711|    7,00-|\n"));

    [Fact]
    public void Read_ReportInSections_CarriesTheAccountAndVerifiesTotals()
    {
        ImportProfile profile = Contract.WithHeader(HeaderPlace.FoundWithin(6)).WithDatePatterns("MM/dd/yyyy")
            .WithNumbers('.', ",").WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.Parentheses)
            .WithColumn("element", ColumnSource.Section().Part(" ", 1)).WithConstant("center", "A")
            .WithColumn("date", "Date").WithColumn("amount", "Amount")
            .WithSections(new SectionRules(ColumnSource.At(1)).WithTotals("Total for {section}")
                .WithGrandTotals("TOTAL").WithOpenings("Beginning Balance"));
        const string Front = "Company\nGeneral Ledger\n\n,Date,Memo,Amount,Balance\n";
        const string Body = "4000 Costs,,,,\n4711 Rent,,,,\nBeginning Balance,,,,10.00\n"
            + ",01/31/2026,a,\"1,000.00\",\n,02/01/2026,b,(0.50),\nTotal for 4711 Rent,,,999.50,\n"
            + "6000 Staff,,,,\n,01/31/2026,c,2.00,\nTotal for 6000 Staff,,,2.00,\nTotal for 4000 Costs,,,1001.50,\n";

        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 1000.00; 2026-02-01 A 4711 -0.50; 2026-01-31 A 6000 2.00",
                "",
                "11 read, 3 accepted, 0 rejected, 8 set aside"),
            ShapedPostings.Read(profile, Front + Body + "TOTAL,,,1001.50,\n"));
        Assert.Equal(
            "15 - total-mismatch",
            ShapedPostings.Read(profile, Front + Body + "TOTAL,,,1001.51,\n").Faults);
    }

    [Fact]
    public void Read_SectionsWithARowThatCannotBeRead_StopsTheFile() =>
        Assert.Equal(
            new ShapedPostings("", "2 - bad-quoting; 2 - unknown-section", "1 read, 0 accepted, 1 rejected"),
            ShapedPostings.Read(
                Contract.WithConstant("date", "2026-01-31").WithConstant("center", "A")
                    .WithColumn("element", ColumnSource.Section())
                    .WithSections(new SectionRules(ColumnSource.At(1)).WithTotals("Total {section}")),
                "what,amount\n\"47\"11,\n,1.00\nTotal 4711,1.00\n"));

    private static ShapedPostings ReadTotals(string total) => ShapedPostings.Read(
        Contract.WithTotals(new TotalRows(
            RowTest.StartsWith(ColumnSource.Named("date"), "Total"), TotalScope.WholeFile)),
        $"date,center,element,amount\n2026-01-31,A,4711,1\n2026-01-31,A,4711,2\n2026-01-31,B,4711,3\n{total}\n");
}
