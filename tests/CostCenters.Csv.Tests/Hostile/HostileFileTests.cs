using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Hostile;

/// <summary>Files that lie, read as postings whose element is given as a constant.</summary>
public class HostileFileTests
{
    private const string Same = "CC100=1234.56;CC200=-987.65;CC300=0.10";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Hostile");

    private static readonly ImportProfile Contract = ImportProfile.Contract.WithConstant("element", "rent");

    private static readonly Dictionary<string, ImportProfile> Profiles = new()
    {
        ["contract"] = Contract,
        ["byte order mark"] = Contract.WithEncoding("windows-1252").WithByteOrderMark(),
        ["workbook dates"] = Contract.WithDatePatterns("excel-serial"),
        ["carriage returns"] = Contract.WithCarriageReturns(),
        ["found header"] = Contract.WithHeader(HeaderPlace.FoundWithin(10)),
        ["last row"] = Contract.WithLastRow(LastRow.Total),
        ["labelled total"] = Contract.WithTotals(new TotalRows(
            RowTest.Is(ColumnSource.Named("center"), "TOTAL", "Total"), TotalScope.WholeFile)),
        ["composed codes"] = Contract.WithColumn(
            "center", ColumnSource.Named("center").Normalized(CodeNormalizations.Compose)),
        ["short rows"] = Contract.WithShortRows(),
        ["surplus cells"] = Contract.WithSurplusCells(),
        ["literal quotes"] = Contract.WithLiteralQuotes(),
        ["utf-16BE"] = Contract.WithEncoding("utf-16BE"),
        ["utf-16LE"] = Contract.WithEncoding("utf-16LE"),
        ["windows-1252"] = Contract.WithEncoding("windows-1252"),
        ["separator line"] = Contract.WithSeparatorLine(),
        ["thousands"] = Contract.WithNumbers('.', ","),
        ["no-break thousands"] = Contract.WithNumbers('.', "\u00A0\u202F"),
        ["parentheses"] = Contract.WithNumbers('.', ",").WithNegativeStyles(NegativeStyles.Parentheses),
        ["trailing minus"] = Contract.WithNegativeStyles(NegativeStyles.TrailingMinus),
        ["suffixes"] = Contract.WithSignSuffixes("D", "C"),
        ["preamble"] = Contract.WithPreamble(3),
        ["absent tokens"] = Contract.WithAbsentTokens("#N/A", "-", "NULL"),
        ["three dates"] = Contract.WithDatePatterns("yyyy-MM-dd", "dd/MM/yyyy", "dd-MMM-yy"),
        // The time and the zone that the file names are dropped: the day is the one that stands there.
        ["zoned dates"] = Contract.WithDatePatterns("yyyy-MM-dd'T'HH:mm:ss'-05:00'"),
    };

    public static readonly TheoryData<string, string, string, string> Cases = new()
    {
        { "000-canonical.csv", "contract", Same, "" },
        { "002-utf8-double-bom.csv", "contract", "", "1 bad-encoding" },
        { "004-utf16be-bom.csv", "contract", "", "1 bad-encoding" },
        { "004-utf16be-bom.csv", "utf-16BE", Same, "" },
        { "004-utf16be-bom.csv", "byte order mark", Same, "" },
        { "000-canonical.csv", "byte order mark", Same, "" },
        { "005-utf16le-no-bom.csv", "contract", "", "1 bad-encoding" },
        { "005-utf16le-no-bom.csv", "utf-16LE", Same, "" },
        { "007-crlf.csv", "contract", Same, "" },
        { "009-no-final-newline.csv", "contract", Same, "" },
        // A carriage return alone ends no record, so it is part of the code behind it; the last one belongs to
        // the end of an empty line.
        {
            "010-lf-cr-reversed.csv", "contract", "",
            "2 center unknown-center; 3 center unknown-center; 4 center unknown-center"
        },
        { "010-lf-cr-reversed.csv", "carriage returns", Same, "" },
        { "012-sep-line-with-bom.csv", "contract", "", "1 bad-separator-line" },
        { "012-sep-line-with-bom.csv", "separator line", Same, "" },
        { "014-thousands-unquoted.csv", "contract", "CC200=-987.65;CC300=0.10", "2 ragged-row" },
        { "014-thousands-unquoted.csv", "thousands", "CC200=-987.65;CC300=0.10", "2 ragged-row" },
        { "015-thousands-bad-grouping.csv", "contract", "", "2 amount bad-number" },
        { "015-thousands-bad-grouping.csv", "thousands", "", "2 amount bad-number" },
        { "017-accounting-parentheses.csv", "contract", "CC300=0.10", "2 amount bad-number; 3 amount bad-number" },
        { "017-accounting-parentheses.csv", "parentheses", Same, "" },
        { "019-sap-trailing-minus.csv", "contract", "CC100=1234.56;CC300=0.10", "3 amount bad-number" },
        { "019-sap-trailing-minus.csv", "trailing minus", Same, "" },
        {
            "020-debit-credit-suffix.csv", "contract", "",
            "2 amount bad-number; 3 amount bad-number; 4 amount bad-number"
        },
        { "020-debit-credit-suffix.csv", "suffixes", Same, "" },
        { "022-nbsp-thousands.csv", "contract", "CC200=-987.65;CC300=0.10", "2 amount bad-number" },
        { "022-nbsp-thousands.csv", "no-break thousands", Same, "" },
        { "024-cp1252-pound-and-dash.csv", "contract", "CC300=0.10", "2 bad-encoding; 3 bad-encoding" },
        { "024-cp1252-pound-and-dash.csv", "windows-1252", Same, "" },
        { "025-invalid-utf8-in-code.csv", "contract", "", "2 bad-encoding; 3 bad-encoding" },
        { "027-nul-padding-tail.csv", "contract", Same, "5 bad-encoding" },
        { "029-duplicate-headers.csv", "contract", "", "1 duplicate-column" },
        { "030-header-case-and-space.csv", "contract", Same, "" },
        { "032-header-only.csv", "contract", "", "" },
        { "034-ragged-short.csv", "contract", "CC200=-987.65", "2 ragged-row" },
        { "034-ragged-short.csv", "short rows", "CC200=-987.65", "2 amount missing-value" },
        { "035-ragged-long.csv", "contract", "CC100=1234.56", "3 ragged-row" },
        { "035-ragged-long.csv", "surplus cells", "CC100=1234.56;CC200=-987.65", "" },
        { "037-comma-only-lines.csv", "contract", Same, "" },
        { "039-labelled-total-row.csv", "contract", Same, "5 date missing-value; 5 center unknown-center" },
        { "040-preamble.csv", "contract", "", "1 missing-column; 1 missing-column; 1 missing-column" },
        { "039-labelled-total-row.csv", "labelled total", Same, "" },
        { "039-labelled-total-row.csv", "last row", Same, "" },
        { "040-preamble.csv", "preamble", Same, "" },
        { "040-preamble.csv", "found header", Same, "" },
        { "042-unterminated-quote.csv", "contract", "", "2 bad-quoting" },
        { "042-unterminated-quote.csv", "literal quotes", Same, "" },
        { "044-text-after-closing-quote.csv", "contract", "", "2 bad-quoting" },
        { "044-text-after-closing-quote.csv", "literal quotes", "", "2 amount bad-number" },
        { "045-huge-field.csv", "contract", Same, "" },
        { "047-formula-injection.csv", "contract", Same, "5 center unknown-center" },
        { "049-nan-inf.csv", "contract", "", "2 amount bad-number; 3 amount bad-number" },
        {
            "050-na-tokens.csv", "contract", "",
            "2 amount bad-number; 3 amount bad-number; 4 amount bad-number"
        },
        {
            "050-na-tokens.csv", "absent tokens", "",
            "2 amount missing-value; 3 amount missing-value; 4 amount missing-value"
        },
        { "052-sum-overflow.csv", "contract", "CC100=1", "2 amount out-of-range" },
        { "054-excel-serial-date.csv", "contract", "", "2 date bad-date" },
        { "054-excel-serial-date.csv", "three dates", "", "2 date bad-date" },
        { "054-excel-serial-date.csv", "workbook dates", "CC100=1234.56", "" },
        { "055-mixed-date-formats.csv", "contract", "CC100=1234.56", "3 date bad-date; 4 date bad-date" },
        { "055-mixed-date-formats.csv", "three dates", Same, "" },
        { "057-impossible-dates.csv", "contract", "", "2 date bad-date; 3 date bad-date; 4 date bad-date" },
        { "057-impossible-dates.csv", "three dates", "", "2 date bad-date; 3 date bad-date; 4 date bad-date" },
        { "059-time-zone-dates.csv", "contract", "", "2 date bad-date" },
        { "059-time-zone-dates.csv", "zoned dates", "CC100=1234.56", "" },
        { "060-thai-arabic-digits.csv", "contract", "", "2 amount bad-number" },
        { "062-leading-zero-codes.csv", "contract", "000123=1;123=2;0000010201=4", "" },
        // Composed and decomposed letters are two codes, as everything is compared exactly.
        { "064-nfc-nfd.csv", "contract", "Caf\u00E9=1;Cafe\u0301=2", "" },
        { "064-nfc-nfd.csv", "composed codes", "Caf\u00E9=1;Caf\u00E9=2", "" },
        { "065-backslash-escapes.csv", "contract", "CC100=1234.56;CC300=0.10", "3 bad-quoting" },
        { "065-backslash-escapes.csv", "literal quotes", Same, "" },
        { "067-trailing-delimiters-wide.csv", "contract", Same, "" },
        { "069-only-delimiters.csv", "contract", "", "1 no-header" },
        { "070-html-page.csv", "contract", "", "1 missing-column; 1 missing-column; 1 missing-column" },
        { "072-line-separator-u2028.csv", "contract", Same, "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_FileThatLies_GivesNoWrongFigure(string file, string profile, string amounts, string faults)
    {
        ImportResult<IReadOnlyList<Posting>> result = Read(file, Profiles[profile]);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(amounts, string.Join(';', (result.Value ?? []).Select(posting =>
            $"{posting.Center}={posting.Amount.ToString("0.00", CultureInfo.InvariantCulture)
                .Replace(".00", "", StringComparison.Ordinal)}")));
        Assert.Equal(result.Counts.Read, result.Counts.Accepted + result.Counts.Rejected + result.Counts.SetAside);
        Assert.Equal(
            result.Counts.Rejected,
            result.Issues.Where(issue => issue.Severity == ImportSeverity.RowRejected)
                .Select(issue => issue.Line).Distinct().Count());
        Assert.Equal(
            result.Value is null,
            result.Issues.Any(issue => issue.Severity == ImportSeverity.FileStopped));
    }

    [Fact]
    public void Cases_AreThereForEveryFileOfTheIndex()
    {
        IEnumerable<string> listed = File.ReadLines(Path.Combine(Folder, "_index.csv")).Skip(1)
            .Select(line => line.Split(',')[0]);

        Assert.Equal(listed.Order(), Cases.Select(each => (string)each[0]).Distinct().Order());
        Assert.Equal(
            listed.Append("_index.csv").Order(),
            Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order());
    }

    [Fact]
    public void Read_DateWithATimeAndZone_IsTheDayThatIsWritten() =>
        Assert.Equal(
            new NodaTime.LocalDate(2024, 3, 31),
            Assert.Single(Read("059-time-zone-dates.csv", Profiles["zoned dates"]).GetOrThrow()).Date);

    [Fact]
    public void Read_FormulasInTexts_AreKeptAndNeutralizedWhenWritten()
    {
        IReadOnlyList<Posting> postings = Read("047-formula-injection.csv", Contract).Value!;

        Assert.Equal("=HYPERLINK(\"http://x\",\"y\")", postings[0].Text);
        string written = Written(stream => PostingsCsv.Write(postings, Centers(), stream));
        Assert.Contains("\"'=HYPERLINK(", written, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(1)\n", written, StringComparison.Ordinal);
        Assert.Contains(",'+cmd|' /C calc'!A0\n", written, StringComparison.Ordinal);
        Assert.Contains(",-987.65,", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SumThatOutgrows64Bits_IsAnErrorAndNoWrongSum()
    {
        const string Row = "CC100,2024-03-31,1000000000000000\n";
        var ledger = new Ledger(Centers());

        ImportResult<PostedDocument> result = PostingsCsv.Post(
            Input("center,date,amount\n" + string.Concat(Enumerable.Repeat(Row, 100))),
            ledger,
            new DocumentId("x"),
            Stamp,
            Contract);

        Assert.Equal(new ImportCounts(100, 0), result.Counts);
        Assert.Throws<AmountOverflowException>(() => ledger.Snapshot().ToCube());
    }

    private static ImportResult<IReadOnlyList<Posting>> Read(string file, ImportProfile profile) =>
        PostingsCsv.Read(CsvInput.FromFile(Path.Combine(Folder, file)), Centers(), profile);

    private static CubeSpace Centers() => Space(
        "code,name,kind\n" + string.Concat(
            ((string[])["CC100", "CC200", "CC300", "000123", "123", "0000010201", "Caf\u00E9", "Cafe\u0301"])
                .Select(code => $"{code},n,cost\n")));
}
