using System.Text;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tests.Unit.Shapes;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Exports of German, French, American and other systems, each with the doubts that it must leave.</summary>
public class ForeignStyleTests
{
    [Fact]
    public void Detect_GermanExport_ReadsAllOfIt()
    {
        ProfileProposal proposal = Detected.Of(
            "Buchungsdatum;Kostenstelle;Kostenart;Betrag in EUR;Belegnummer;Buchungstext\n"
            + "31.01.2026;A;4711;1.234,50;100001;Miete\n"
            + "28.02.2026;B;6000;987,65-;100002;Gehalt\n");

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2026-01-31 A 4711 1234.50; 2026-02-28 B 6000 -987.65",
            Detected.Read(
                proposal.Profile!,
                "Buchungsdatum;Kostenstelle;Kostenart;Betrag in EUR;Belegnummer;Buchungstext\n"
                + "31.01.2026;A;4711;1.234,50;100001;Miete\n"
                + "28.02.2026;B;6000;987,65-;100002;Gehalt\n"));
        Assert.Contains("; stands 5 times in each of 3 rows.", proposal.Evidence);
        Assert.Contains("The heading of the amount names EUR.", proposal.Evidence);
    }

    [Fact]
    public void Detect_FrenchLedger_ReadsBothSides()
    {
        const string Text = "JournalCode\tEcritureDate\tCompteNum\tCentre de co\u00FBt\tPieceRef\tEcritureLib\tDebit\t"
            + "Credit\n"
            + "ACH\t20260131\t4711\tA\tF1\tLoyer\t1234,50\t0,00\n"
            + "ACH\t20260228\t6000\tB\tF2\tAvoir\t0,00\t987,65\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2026-01-31 A 4711 1234.50; 2026-02-28 B 6000 -987.65", Detected.Read(proposal.Profile!, Text));
    }

    [Fact]
    public void Detect_AmericanExport_ReadsParenthesesAndGroups()
    {
        const string Text = "Posting Date,Cost Center,Account,Amount,Memo\n"
            + "1/31/2026,A,4711,\"1,234.50\",Rent\n2/3/2026,B,6000,(987.65),Credit\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2026-01-31 A 4711 1234.50; 2026-02-03 B 6000 -987.65", Detected.Read(proposal.Profile!, Text));
    }

    [Fact]
    public void Detect_DayAndMonthThatNothingDecides_RefusesThemUntilChosen()
    {
        const string Text = "Date,Cost Center,Account,Amount\n03/04/2025,A,4711,12.50\n05/05/2025,B,6000,1.00\n";

        ProfileProposal proposal = Detected.Of(Text);

        ProfileDoubt doubt = Assert.Single(proposal.Doubts, each => each.IsOpen);
        Assert.Equal(("dates", "WithDatePatterns", "dates"), (doubt.Key, doubt.Method, doubt.JsonKey));
        Assert.Contains(
            "03/04/2025 reads as 3 April 2025 and as 4 March 2025", doubt.Message, StringComparison.Ordinal);
        Assert.Equal("2025-05-05 B 6000 1.00", Detected.Read(proposal.Profile!, Text));
        Assert.False(proposal.IsDecided);
        Assert.Throws<InvalidOperationException>(proposal.GetOrThrow);
        Assert.Equal(
            "2025-04-03 A 4711 12.50; 2025-05-05 B 6000 1.00",
            Detected.Read(proposal.Choose("dates", "dd/MM/yyyy").GetOrThrow(), Text));
        Assert.Equal(
            "2025-03-04 A 4711 12.50; 2025-05-05 B 6000 1.00",
            Detected.Read(proposal.Choose("dates", "MM/dd/yyyy").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_DecimalsThatNothingDecides_RefusesThemUntilChosen()
    {
        const string Text = "date;center;element;amount\n2026-01-31;A;4711;1.234\n2026-02-28;B;6000;567\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("numbers", Detected.OpenOf(proposal));
        Assert.Equal("2026-02-28 B 6000 567.000", Detected.Read(proposal.Profile!, Text, scale: 3));
        Assert.Equal(
            "2026-01-31 A 4711 1234.000; 2026-02-28 B 6000 567.000",
            Detected.Read(proposal.Choose("numbers", "comma").GetOrThrow(), Text, scale: 3));
        Assert.Equal(
            "2026-01-31 A 4711 1.234; 2026-02-28 B 6000 567.000",
            Detected.Read(proposal.Choose("numbers", "point").GetOrThrow(), Text, scale: 3));
    }

    [Fact]
    public void Detect_SeveralAmounts_RefusesTheFileUntilOneIsChosen()
    {
        const string Text = "Posting Date,Cost Center,Cost Element,Val/COArea Crcy,Value TranCurr\n"
            + "2026-01-31,A,4711,10.50,11.75\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("amount", Detected.OpenOf(proposal));
        Assert.Equal("1 amount duplicate-column", ShapedPostings.Read(proposal.Profile!, Text).Faults);
        Assert.Equal(
            "2026-01-31 A 4711 11.75",
            Detected.Read(proposal.Choose("amount", "Value TranCurr").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_SignColumnOfUnknownTexts_RefusesRowsUntilChosen()
    {
        const string Text = "date;center;element;amount;Dr/Cr\n2026-01-31;A;4711;10,50;X\n2026-02-28;B;6000;1,25;Y\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("sign", Detected.OpenOf(proposal));
        Assert.Equal("2 amount bad-sign; 3 amount bad-sign", ShapedPostings.Read(proposal.Profile!, Text).Faults);
        Assert.Equal(
            "2026-01-31 A 4711 -10.50; 2026-02-28 B 6000 1.25",
            Detected.Read(proposal.Choose("sign", "Y-X").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_TypeColumnOfDebitAndCredit_TellsItAndRefusesRowsUntilChosen()
    {
        const string Text = "Date,Cost Center,Account,Amount,Kind\n"
            + "2026-01-31,A,4711,10.50,Debit\n2026-02-28,B,6000,1.25,CREDIT\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("sign", Detected.OpenOf(proposal));
        Assert.Equal("", Detected.Read(proposal.Profile!, Text));
        Assert.Equal(
            "2026-01-31 A 4711 10.50; 2026-02-28 B 6000 -1.25",
            Detected.Read(proposal.Choose("sign", "Debit-CREDIT").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_SignColumnThatRepeatsTheMinus_TurnsNothingTwice()
    {
        const string Text = "date;center;element;amount;S/H\n2026-01-31;A;4711;10,50;S\n2026-02-28;B;6000;-1,25;H\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 B 6000 -1.25", Detected.Read(proposal.Profile!, Text));
    }

    [Fact]
    public void Detect_FramedList_ReadsBetweenTheFrames()
    {
        const string Text = "Cost centers: actual line items\n\n"
            + "-----------------------------------------------------\n"
            + "|Buchungsdat|Kostenstelle|Kostenart|       Betrag|\n"
            + "-----------------------------------------------------\n"
            + "|31.01.2026 |A           |4711     |    1.234,50 |\n"
            + "|28.02.2026 |B           |6000     |      987,65-|\n"
            + "-----------------------------------------------------\n";

        ProfileProposal proposal = Detected.Of(
            Text.Replace("Buchungsdat|", "Buchungsdatum|", StringComparison.Ordinal));

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2026-01-31 A 4711 1234.50; 2026-02-28 B 6000 -987.65",
            Detected.Read(
                proposal.Profile!, Text.Replace("Buchungsdat|", "Buchungsdatum|", StringComparison.Ordinal)));
    }

    [Fact]
    public void Detect_PeriodsSideBySide_ReadsACellForEachMonth()
    {
        const string Text = "Cost Center,Account,Jan 2026,Feb 2026,Mar 2026\nA,4711,1.50,2.50,3.50\nB,6000,,4.25,\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2026-01-31 A 4711 1.50; 2026-02-28 A 4711 2.50; 2026-03-31 A 4711 3.50; 2026-02-28 B 6000 4.25",
            Detected.Read(proposal.Profile!, Text));
    }

    [Fact]
    public void Detect_PlanAndActualSideBySide_LeavesOpenWhichIsMeant()
    {
        const string Text = "Cost Center,Account,Budget (Jan) 2026,Actual (Jan) 2026,Budget (Feb) 2026,"
            + "Actual (Feb) 2026,"
            + "Budget (Mar) 2026,Actual (Mar) 2026\nA,4711,1,2,3,4,5,6\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("periods", Detected.OpenOf(proposal));
        Assert.Equal("", Detected.Read(proposal.Profile!, Text));
        Assert.Equal(
            "2026-01-31 A 4711 2.00; 2026-02-28 A 4711 4.00; 2026-03-31 A 4711 6.00",
            Detected.Read(proposal.Choose("periods", "Actual ({month}) {year}").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_ReportInSections_TakesElementsFromLabelsAndTotalsAside()
    {
        const string Text = "Sample Company,,,,\nGeneral Ledger,,,,\n\n"
            + ",Posting Date,Cost Center,Memo,Amount\n"
            + "4711,,,,\n,2026-01-31,A,Rent,10.50\n,2026-02-28,B,Rent,1.25\nTotal for 4711,,,,11.75\n"
            + "6000,,,,\n,2026-01-31,A,Pay,5.00\nTotal for 6000,,,,5.00\nTOTAL,,,,16.75\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("Total for {section}", string.Join(' ', proposal.Profile!.Sections!.Totals));
        Assert.Equal("TOTAL", string.Join(' ', proposal.Profile.Sections.GrandTotals));
        ShapedPostings read = ShapedPostings.Read(proposal.Profile, Text);
        Assert.Equal(("", "8 read, 3 accepted, 0 rejected, 5 set aside"), (read.Faults, read.Counts));
        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 B 4711 1.25; 2026-01-31 A 6000 5.00", read.Rows);
    }

    [Fact]
    public void Detect_TotalsThatAgree_AreSetAside()
    {
        const string Text = "date,center,element,amount\n2026-01-31,A,4711,10.50\n2026-02-28,B,6000,1.25\n"
            + "Total,,,11.75\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        ShapedPostings read = ShapedPostings.Read(proposal.Profile!, Text);
        Assert.Equal(("", "3 read, 2 accepted, 0 rejected, 1 set aside"), (read.Faults, read.Counts));
    }

    [Fact]
    public void Detect_LastRowThatIsTheSum_IsRefusedUntilToldWhatItIs()
    {
        const string Text = "date,center,element,amount\n2026-01-31,A,4711,10.50\n2026-02-28,B,6000,1.25\n"
            + "2026-02-28,B,6000,2.00\n,,,13.75\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("lastRow", Detected.OpenOf(proposal));
        Assert.Equal(
            "4 read, 3 accepted, 0 rejected, 1 set aside",
            ShapedPostings.Read(proposal.Choose("lastRow", "total").GetOrThrow(), Text).Counts);
    }

    [Fact]
    public void Detect_CurrencyInCells_IsComparedWithTheBook()
    {
        const string Text = "Datum;Kostenstelle;Kostenart;Betrag\n31.01.2026;A;4711;1.355,90\u20AC\n"
            + "28.02.2026;B;6000;-110,70 \u20AC\n";

        ProfileProposal proposal = Detected.Of(Text, ShapedPostings.Space);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 1355.90; 2026-02-28 B 6000 -110.70", Detected.Read(proposal.Profile!, Text));
    }

    [Theory]
    [InlineData("$", "currency")]
    [InlineData("USD", "currency")]
    [InlineData("EUR", "")]
    public void Detect_OtherCurrencyThanTheBooks_StaysOpen(string sign, string open)
    {
        string text = $"date,center,element,amount\n2026-01-31,A,4711,{sign} 10.50\n";

        Assert.Equal(open, Detected.OpenOf(Detected.Of(text, ShapedPostings.Space)));
    }

    [Fact]
    public void Detect_NoHeader_FindsColumnsByTheCodesOfTheBook()
    {
        const string Text = "31.01.2026;A;4711;10,50\n28.02.2026;B;6000;-1,25\n";

        ProfileProposal proposal = Detected.Of(Text, ShapedPostings.Space);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 B 6000 -1.25", Detected.Read(proposal.Profile!, Text));
        Assert.Equal("center element amount", Detected.OpenOf(Detected.Of(Text)));
    }

    [Fact]
    public void Detect_QuotesWithinCells_AreText()
    {
        const string Text = "date\tcenter\telement\tamount\ttext\n2026-01-31\tA\t4711\t10.50\t19\" rack\n"
            + "2026-02-28\tB\t6000\t1.25\tplain\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 B 6000 1.25", Detected.Read(proposal.Profile!, Text));
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "an Excel workbook")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("<!DOCTYPE html><html>", "a web page")]
    [InlineData("{ \"rows\": [] }", "a JSON document")]
    [InlineData("a\u0000b\u0000\u0001cde,f", "binary")]
    public void Detect_WhatIsNoTable_IsRefusedByName(string content, string name)
    {
        ProfileProposal proposal = Detected.Of(content);

        Assert.Null(proposal.Profile);
        Assert.Contains(name, proposal.Refusal, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(proposal.GetOrThrow);
    }

    [Fact]
    public void Detect_FirstBytesAlone_TellsThat()
    {
        var text = new StringBuilder("date,center,element,amount\n");
        for (int row = 0; row < 200; row++)
        {
            text.Append("2026-01-31,A,4711,10.50\n");
        }

        ProfileProposal proposal = Detected.Of(Encoding.UTF8.GetBytes(text.ToString()), most: 1_024);

        Assert.Equal("sample", Assert.Single(proposal.Doubts).Key);
        Assert.Equal("", Detected.OpenOf(proposal));
    }

    [Fact]
    public void Detect_RevenuesThatAreNegative_LeavesTheMeaningOfSignsOpen()
    {
        CostCenters.Cubes.CubeSpace book = TestBook.Space();
        const string Text = "date,center,element,Value\n2026-01-31,A,sales,-10.50\n2026-02-28,A,sales,-1.25\n"
            + "2026-02-28,A,sales,-3\n2026-02-28,A,rent,2.00\n";

        ProfileProposal proposal = Detected.Of(Text, book);

        Assert.Equal("signs", Detected.OpenOf(proposal));
        Assert.Equal(
            AmountSigns.DebitPositive, proposal.Choose("signs", "debitPositive").GetOrThrow().AmountSigns);
    }

    [Theory]
    [InlineData("", "Betrag (TEUR)")]
    [InlineData("All amounts in thousands of euro\n\n", "Amount")]
    public void Detect_AmountsInThousands_ReadsNoneUntilToldSo(string title, string heading)
    {
        string text = $"{title}Date;Cost Center;Account;{heading}\n2026-01-31;A;4711;10,5\n2026-02-28;B;6000;1,25\n";

        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("scale", Detected.OpenOf(proposal));
        Assert.Equal("", Detected.Read(proposal.Profile!, text));
        Assert.Equal(
            "2026-01-31 A 4711 10500.00; 2026-02-28 B 6000 1250.00",
            Detected.Read(proposal.Choose("scale", "thousands").GetOrThrow(), text));
    }
}
