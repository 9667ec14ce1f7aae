using CostCenters.Csv.Detection;
using CostCenters.Csv.Tests.Unit.Shapes;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>What exports have beside plain postings, and what would give other figures without a word.</summary>
public class ExportTrapTests
{
    [Theory]
    [InlineData("Rep Ccy", "EUR", "")]
    [InlineData("Rep Ccy", "USD", "currency")]
    [InlineData("Report currency", "USD", "currency")]
    public void Detect_ColumnOfCurrencyCodesOfAnyName_IsComparedWithTheBook(string heading, string code, string open)
    {
        string text = $"date,center,element,amount,{heading}\n2026-01-31,A,4711,10.50,{code}\n";

        ProfileProposal proposal = Detected.Of(text, ShapedPostings.Space);

        Assert.Equal(open, Detected.OpenOf(proposal));
        Assert.Equal(open.Length > 0 ? "" : "2026-01-31 A 4711 10.50", Detected.Read(proposal.Profile!, text));
    }

    [Fact]
    public void Detect_TwoColumnsOfCurrencyCodes_ReadsNothingUntilOneIsChosen()
    {
        const string Text = "date,center,element,amount,Txn Ccy,Rep Ccy\n2026-01-31,A,4711,10.50,USD,EUR\n"
            + "2026-02-28,B,6000,1.25,GBP,EUR\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("currency", Detected.OpenOf(proposal));
        Assert.Equal("", Detected.Read(proposal.Profile!, Text));
        Assert.Equal(
            "2026-01-31 A 4711 10.50; 2026-02-28 B 6000 1.25",
            Detected.Read(proposal.Choose("currency", "Rep Ccy").GetOrThrow(), Text));
    }

    [Fact]
    public void Detect_ColumnsOfCurrencyCodesThatAgree_AreNoDoubt() => Assert.Equal("", Detected.OpenOf(Detected.Of(
        "date,center,element,amount,Txn Ccy,Rep Ccy\n2026-01-31,A,4711,10.50,EUR,EUR\n", ShapedPostings.Space)));

    [Fact]
    public void Detect_CurrencyInTheHeadingOfTheAmount_StandsAboveCodesOfUnknownColumns()
    {
        const string Text = "date,center,element,Amount (EUR),Txn Ccy\n2026-01-31,A,4711,10.50,USD\n";

        ProfileProposal proposal = Detected.Of(Text, ShapedPostings.Space);

        Assert.Equal("2026-01-31 A 4711 10.50", Detected.Read(proposal.GetOrThrow(), Text));
    }

    [Theory]
    [InlineData("Opening Balance")]
    [InlineData("'Opening'")]
    [InlineData("Saldovortrag")]
    [InlineData("Closing (Opening + Total)")]
    public void Detect_BalanceCarriedForward_IsRefusedUntilToldWhatItIs(string balance)
    {
        string text = $"date,center,element,amount,text\n2026-01-01,A,4711,500.00,{balance}\n"
            + "2026-01-31,A,4711,10.50,Rent\n";

        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("balances", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 10.50", Detected.Read(proposal.Profile!, text));
        Assert.Equal(
            "2 read, 1 accepted, 0 rejected, 1 set aside",
            ShapedPostings.Read(proposal.Choose("balances", "aside").GetOrThrow(), text).Counts);
        Assert.Equal(
            "2026-01-01 A 4711 500.00; 2026-01-31 A 4711 10.50",
            Detected.Read(proposal.Choose("balances", "rows").GetOrThrow(), text));
    }

    [Theory]
    [InlineData("\u200BA")]
    [InlineData("A\u00A0")]
    [InlineData("A\uFEFF")]
    public void Detect_CodesThatDifferInvisibly_AreOneCode(string code)
    {
        string text = $"date,center,element,amount\n2026-01-31,{code},4711,10.50\n2026-02-28,A,4711,1.25\n";

        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 A 4711 1.25", Detected.Read(proposal.Profile!, text));
    }

    [Fact]
    public void Detect_CodesThatDifferByZeros_StayTwoUntilToldOtherwise()
    {
        const string Text = "date,center,element,amount\n2026-01-31,A,04711,10.50\n2026-02-28,A,4711,1.25\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Contains(proposal.Doubts, doubt => doubt is { Key: "element-codes", IsOpen: false });
        Assert.Equal("2026-02-28 A 4711 1.25", Detected.Read(proposal.Profile!, Text));
        Assert.Equal(
            "2026-01-31 A 4711 10.50; 2026-02-28 A 4711 1.25",
            Detected.Read(proposal.Choose("element-codes", "one").GetOrThrow(), Text));
    }

    [Theory]
    [InlineData("Dr", "Cr")]
    [InlineData("dr", "cr")]
    [InlineData("DR", "CR")]
    public void Detect_SuffixesInOneLetterCase_AreTheSigns(string debit, string credit)
    {
        string text = $"date;center;element;amount\n2026-01-31;A;4711;1,234.50 {debit}\n"
            + $"2026-02-28;B;6000;9.25 {credit}\n";

        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal("2026-01-31 A 4711 1234.50; 2026-02-28 B 6000 -9.25", Detected.Read(proposal.Profile!, text));
    }

    [Fact]
    public void Detect_SuffixesInTwoLetterCases_StayOpen() => Assert.Equal("suffixes", Detected.OpenOf(Detected.Of(
        "date;center;element;amount\n2026-01-31;A;4711;1,234.50 DR\n2026-02-28;B;6000;9.25 Dr\n")));

    [Fact]
    public void Detect_DayNumbersOfWorkbooks_AreReadWhenChosen()
    {
        const string Text = "date;center;element;amount\n46053;A;4711;10,50\n46081;B;6000;-1,25\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("dates", Detected.OpenOf(proposal));
        Assert.Equal("", Detected.Read(proposal.Profile!, Text));

        // 2026-01-31 is day 46053 and 2026-02-28 day 46081, counted from 1899-12-30.
        Assert.Equal(
            "2026-01-31 A 4711 10.50; 2026-02-28 B 6000 -1.25",
            Detected.Read(proposal.Choose("dates", "excel-serial").GetOrThrow(), Text));
    }

    [Theory]
    [InlineData("\u22125,00")]
    [InlineData("+5,00")]
    [InlineData("- 5,00")]
    [InlineData("n.n.")]
    public void Detect_CellsThatTheProfileDoesNotRead_AreTold(string cell)
    {
        ProfileProposal proposal = Detected.Of(
            $"date;center;element;amount\n2026-01-31;A;4711;10,50\n2026-01-31;A;4711;{cell}\n2026-01-31;A;4711;1,25\n"
            + "2026-01-31;A;4711;1,75\n");

        Assert.Contains(
            $"{cell} in \"amount\" is no number as the profile reads them; its row is rejected.",
            proposal.Doubts.Select(doubt => doubt.Message));
    }

    [Theory]
    [InlineData("001")]
    [InlineData("01")]
    [InlineData("1")]
    public void Read_MonthOfAnyLength_IsTheMonth(string month)
    {
        string text = $"Fiscal Year;Period;center;element;amount\n2026;{month};A;4711;10,50\n";

        Assert.Equal(
            "2026-01-31 A 4711 10.50", Detected.Read(Detected.Of(text).Choose("date", "month").GetOrThrow(), text));
    }

    [Theory]
    [InlineData("013")]
    [InlineData("000")]
    public void Read_PeriodThatIsNoMonth_IsRefused(string month)
    {
        string text = $"Fiscal Year;Period;center;element;amount\n2026;{month};A;4711;10,50\n";

        Assert.Equal("", Detected.Read(Detected.Of(text).Choose("date", "month").GetOrThrow(), text));
    }

    [Theory]
    [InlineData("Nov-25,Dec-25,Jan-26")]
    [InlineData("Nov 25,Dec 25,Jan 26")]
    [InlineData("Nov '25,Dec '25,Jan '26")]
    [InlineData("Nov 2025,Dec 2025,Jan 2026")]
    [InlineData("2025 Nov,2025 Dec,2026 Jan")]
    [InlineData("Nov2025,Dec2025,Jan2026")]
    public void Detect_MonthsOfTwoYears_AreOneSeries(string headings)
    {
        string text = $"Cost Center,Account,{headings}\nA,4711,1.50,2.50,3.50\n";

        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "2025-11-30 A 4711 1.50; 2025-12-31 A 4711 2.50; 2026-01-31 A 4711 3.50",
            Detected.Read(proposal.Profile!, text));
    }

    [Fact]
    public void Detect_DaysOfAMonthSideBySide_AreNoYears()
    {
        const string Text = "Cost Center,Account,Jan-05,Jan-12,Jan-19\nA,4711,1.50,2.50,3.50\n";

        Assert.Equal("", Detected.Read(Detected.Of(Text).Profile!, Text));
    }

    [Fact]
    public void Detect_TwoMonthsOfPlanAndActual_AreSideBySide() => Assert.Equal("periods", Detected.OpenOf(Detected.Of(
        "Kostenstelle;Kostenart;Plan Jan 2026;Ist Jan 2026;Plan Feb 2026;Ist Feb 2026\nA;4711;1,5;1,6;1,7;1,8\n")));

    [Fact]
    public void Detect_TotalsOfGroups_AreVerifiedAndSetAside()
    {
        const string Text = "center,element,date,amount\nA,4711,2026-01-31,10.50\nA,6000,2026-01-31,1.25\n"
            + "A Total,,,11.75\nB,4711,2026-01-31,2.00\nB Total,,,2.00\nGrand Total,,,13.75\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("", Detected.OpenOf(proposal));
        Assert.Equal(
            "6 read, 3 accepted, 0 rejected, 3 set aside", ShapedPostings.Read(proposal.Profile!, Text).Counts);
    }
}
