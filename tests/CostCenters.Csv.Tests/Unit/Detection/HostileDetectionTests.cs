using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Files that lie, read by the profile that they suggest: the right postings, or fewer, never other ones.
/// </summary>
public class HostileDetectionTests
{
    private const string Same = "CC100=1234.56;CC200=-987.65;CC300=0.10";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Hostile");

    /// <summary>File, accepted postings, and the keys of open doubts or a word of the refusal.</summary>
    public static readonly TheoryData<string, string, string> Cases = new()
    {
        { "000-canonical.csv", Same, "" },
        { "002-utf8-double-bom.csv", "", "Two byte order marks" },
        { "004-utf16be-bom.csv", Same, "" },
        { "005-utf16le-no-bom.csv", Same, "" },
        { "007-crlf.csv", Same, "" },
        { "009-no-final-newline.csv", Same, "" },
        { "012-sep-line-with-bom.csv", Same, "" },
        { "014-thousands-unquoted.csv", "CC200=-987.65;CC300=0.10", "surplus" },
        { "015-thousands-bad-grouping.csv", "", "numbers" },
        { "017-accounting-parentheses.csv", Same, "" },
        { "019-sap-trailing-minus.csv", Same, "" },
        { "020-debit-credit-suffix.csv", Same, "" },
        { "022-nbsp-thousands.csv", Same, "" },
        { "024-cp1252-pound-and-dash.csv", Same, "" },
        { "027-nul-padding-tail.csv", Same, "" },
        { "029-duplicate-headers.csv", "", "amount" },
        { "030-header-case-and-space.csv", Same, "" },
        { "032-header-only.csv", "", "" },
        { "034-ragged-short.csv", "CC200=-987.65", "short" },
        { "035-ragged-long.csv", "CC100=1234.56", "surplus" },
        { "037-comma-only-lines.csv", Same, "" },
        { "039-labelled-total-row.csv", Same, "" },
        { "040-preamble.csv", Same, "" },
        { "044-text-after-closing-quote.csv", "", "" },
        { "045-huge-field.csv", Same, "" },
        { "054-excel-serial-date.csv", "", "dates" },
        { "055-mixed-date-formats.csv", Same, "" },
        { "057-impossible-dates.csv", "", "dates" },
        { "060-thai-arabic-digits.csv", "", "" },
        { "062-leading-zero-codes.csv", "000123=1.00;123=2.00;0000010201=4.00", "" },
        { "067-trailing-delimiters-wide.csv", Same, "" },
        { "069-only-delimiters.csv", "", "No character divides" },
        { "070-html-page.csv", "", "a web page (HTML)" },
        { "072-line-separator-u2028.csv", Same, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Detect_FileThatLies_ReadsTheRightPostingsOrLeavesThemOut(string file, string amounts, string open)
    {
        string path = Path.Combine(Folder, file);
        ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(path));
        if (proposal.Profile is null)
        {
            Assert.NotEmpty(open);
            Assert.Contains(open, proposal.Refusal, StringComparison.Ordinal);
            return;
        }

        proposal = proposal.Map("element", ColumnSource.Constant("rent"));

        Assert.Equal(open, Detected.OpenOf(proposal));
        Assert.Equal(
            amounts,
            Detected.Amounts(PostingsCsv.Read(CsvInput.FromFile(path), Centers(), proposal.Profile!)));
    }

    [Fact]
    public void Detect_AnyFileThatLies_GivesNoPostingThatTheFileDoesNotHave()
    {
        string[] rows = [.. Same.Split(';'), "000123=1.00", "123=2.00", "0000010201=4.00", "Caf\u00E9=1.00",
            "Cafe\u0301=2.00", "CC100=1.00"];
        foreach (string path in Directory.EnumerateFiles(Folder, "0*.csv"))
        {
            ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(path));
            if (proposal.Profile is not null)
            {
                proposal = proposal.Map("element", ColumnSource.Constant("rent"));
                string read = Detected.Amounts(PostingsCsv.Read(CsvInput.FromFile(path), Centers(), proposal.Profile!));
                Assert.True(read.Length == 0 || read.Split(';').All(rows.Contains), $"{path}: {read}");
            }
        }
    }

    private static CubeSpace Centers() => Space(
        "code,name,kind\n" + string.Concat(
            ((string[])["CC100", "CC200", "CC300", "000123", "123", "0000010201", "Caf\u00E9", "Cafe\u0301"])
                .Select(code => $"{code},n,cost\n")));
}
