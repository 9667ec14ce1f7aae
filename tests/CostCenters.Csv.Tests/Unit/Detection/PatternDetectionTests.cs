using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Parts of headings that another file of the system has otherwise.</summary>
public class PatternDetectionTests
{
    private const string Header = "Date,Cost Center,Account,Debit (EUR),Credit (EUR),Balance (EUR)\n";
    private const string Rows = "2026-01-31,A,rent,10.50,0.00,10.50\n2026-02-28,A,rent,0.00,3.25,7.25\n";

    [Fact]
    public void Detect_CurrencyInSeveralHeadings_IsAPattern()
    {
        ImportProfile profile = Detected.Of(Header + Rows).GetOrThrow();
        string json = ImportProfileJson.Write(profile);

        Assert.Contains("Debit ({currency})", json, StringComparison.Ordinal);
        Assert.Contains("Credit ({currency})", json, StringComparison.Ordinal);
        Assert.DoesNotContain("(EUR)", json, StringComparison.Ordinal);
        Assert.Equal(
            "A=10.50;A=-3.25",
            Detected.Amounts(PostingsCsv.Read(TestBook.Input(Header + Rows), TestBook.Space(), profile)));
    }

    // The next file is in dollars: its headings are found, and its rows refused as of another currency.
    [Fact]
    public void Detect_CurrencyInSeveralHeadings_IsCheckedInTheNextFile()
    {
        ImportProfile profile = Detected.Of(Header + Rows).GetOrThrow();
        string next = Header.Replace("EUR", "USD", StringComparison.Ordinal) + Rows;

        ImportIssue[] issues =
        [
            .. PostingsCsv.Read(TestBook.Input(next), TestBook.Space(), profile).Issues
                .Where(issue => issue.Severity != ImportSeverity.Note),
        ];

        Assert.Equal(2, issues.Length);
        Assert.All(issues, issue => Assert.Equal(ImportIssueCode.OtherCurrency, issue.Code));
    }

    [Theory]
    [InlineData("Date,Cost Center,Account,Amount (EUR)\n2026-01-31,A,rent,10.50\n")] // One heading alone.
    [InlineData("Date,Cost Center,Account,Amount (EUR),Fee (USD)\n2026-01-31,A,rent,10.50,1\n")] // Two currencies.
    public void Detect_CurrencyOfOneHeading_StaysAsItIs(string text)
    {
        ProfileProposal proposal = Detected.Of(text);

        Assert.Equal("Amount (EUR)", Assert.IsType<NamedSource>(proposal.Profile!.Columns["amount"]).FirstHeading);
    }

    [Fact]
    public void Detect_EvidenceOfAPattern_NamesTheHeadingOfTheFile() => Assert.Contains(
        "\"Debit (EUR)\" and \"Credit (EUR)\" are the two sides: debits count as costs, credits against them.",
        Detected.Of(Header + Rows).Evidence);
}
