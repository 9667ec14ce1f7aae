using System.Reflection;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tests.Unit.Imports;

public class ImportProfileTests
{
    private static readonly ImportProfile Contract = ImportProfile.Contract;

    public static TheoryData<string, ImportProfile, string> Numbers => new()
    {
        { "1,234.56", Contract.WithNumbers('.', ","), "123456" },
        { "1,234,567.8", Contract.WithNumbers('.', ","), "123456780" },
        { "1234.56", Contract.WithNumbers('.', ","), "123456" },
        { "1,23,4.56", Contract.WithNumbers('.', ","), "bad-number" },
        { "1234,567", Contract.WithNumbers('.', ","), "bad-number" },
        { "1,2345", Contract.WithNumbers('.', ","), "bad-number" },
        { ",123", Contract.WithNumbers('.', ","), "bad-number" },
        { "1,234.567,8", Contract.WithNumbers('.', ","), "bad-number" },
        { "0,125", Contract.WithNumbers('.', ","), "bad-number" },
        { "0'125", Contract.WithNumbers('.', "'"), "bad-number" },
        { "1'250", Contract.WithNumbers('.', "'"), "125000" },
        { "1.234,56", Contract.WithNumbers(',', "."), "123456" },
        { "0.125", Contract.WithNumbers(',', "."), "bad-number" },
        { "-0.500", Contract.WithNumbers(',', "."), "bad-number" },
        { "00.125", Contract.WithNumbers(',', "."), "bad-number" },
        { "010.000", Contract.WithNumbers(',', "."), "bad-number" },
        { "(0.125)", Contract.WithNumbers(',', ".").WithNegativeStyles(NegativeStyles.Parentheses), "bad-number" },
        { "0.125 D", Contract.WithNumbers(',', ".").WithSignSuffixes("D", "C"), "bad-number" },
        { "1.250", Contract.WithNumbers(',', "."), "125000" },
        { "0,50", Contract.WithNumbers(',', "."), "50" },
        { "00,50", Contract.WithNumbers(',', "."), "50" },
        { "1234.56", Contract.WithNumbers(',', "."), "bad-number" },
        { "1234.56", Contract.WithNumbers(',', ""), "bad-number" },
        { "1,5.5", Contract.WithNumbers(',', ""), "bad-number" },
        { "1\u00A0234,5", Contract.WithNumbers(',', "\u00A0\u202F"), "123450" },
        { "1\u202F234\u202F567,5", Contract.WithNumbers(',', "\u00A0\u202F"), "123456750" },
        { "1\u00A0234\u202F567,5", Contract.WithNumbers(',', "\u00A0\u202F"), "bad-number" },
        { "1 234", Contract.WithNumbers(',', "\u00A0"), "bad-number" },
        { "(987.65)", Contract, "bad-number" },
        { "987.65-", Contract, "bad-number" },
        { "(987.65)", Contract.WithNegativeStyles(NegativeStyles.Parentheses), "-98765" },
        { "(-987.65)", Contract.WithNegativeStyles((NegativeStyles)7), "bad-number" },
        { "-987.65-", Contract.WithNegativeStyles((NegativeStyles)7), "bad-number" },
        { "()", Contract.WithNegativeStyles((NegativeStyles)7), "bad-number" },
        { "(", Contract.WithNegativeStyles((NegativeStyles)7), "bad-number" },
        { "-", Contract.WithNegativeStyles((NegativeStyles)7), "bad-number" },
        { "987.65-", Contract.WithNegativeStyles(NegativeStyles.TrailingMinus), "-98765" },
        { "-987.65", Contract.WithNegativeStyles(NegativeStyles.TrailingMinus), "bad-number" },
        { "987.65 D", Contract.WithSignSuffixes("D", "C"), "98765" },
        { "987.65C", Contract.WithSignSuffixes("D", "C"), "-98765" },
        { "987.65", Contract.WithSignSuffixes("D", "C"), "bad-number" },
        { "-987.65 C", Contract.WithSignSuffixes("D", "C"), "bad-number" },
        { "987.65 X", Contract.WithSignSuffixes("D", "C"), "bad-number" },
        { "C", Contract.WithSignSuffixes("D", "C"), "bad-number" },
        { "1.005", Contract, "too-many-digits" },
        { "1.005", Contract.WithRounding(MidpointRounding.ToEven), "100" },
        { "1.005", Contract.WithRounding(MidpointRounding.AwayFromZero), "101" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void With_NumberDialect_ReadsWhatItNamesAndNothingElse(string cell, ImportProfile profile, string expected)
    {
        Table table = Table.Read($"center,date,amount\nA,2024-03-31,\"{cell}\"\n", profile);

        string found = table.Rows.Count == 1 ? table.Rows[0].Split(' ')[2] : table.Log.Issues[0].Code;
        Assert.Equal(expected, found);
    }

    [Fact]
    public void With_GermanLedgerExport_IsRead()
    {
        ImportProfile profile = Contract
            .WithDelimiter(';')
            .WithEncoding("windows-1252")
            .WithNumbers(',', ".")
            .WithDatePatterns("dd.MM.yyyy")
            .WithPreamble(2)
            .WithColumn("center", "Kostenstelle")
            .WithColumn("amount", "Betrag")
            .WithConstant("date", "31.03.2024");
        byte[] bytes = Encoding.Latin1.GetBytes("Bericht \"März\n\nkostenstelle ;BETRAG\nMünchen;-1.234,56\n");

        Assert.Equal(["München 2024-03-31 -123456"], Table.Read(bytes, profile).Rows);
    }

    [Theory]
    [InlineData("quantity", "Menge")]
    [InlineData("text", "Text")]
    [InlineData("amount", "Betrag")]
    public void With_ColumnThatTheFileLacks_StopsTheFile(string column, string header)
    {
        Table table = Table.Read(
            "center,date,amount,quantity\nA,2024-03-31,1,2\n", Contract.WithColumn(column, header));

        Assert.Equal($"1 {column} missing-column", table.Faults);
        Assert.True(table.Log.IsStopped);
        ImportIssue told = Assert.Single(table.Log.Issues);
        Assert.Equal(header, told.Value);
        Assert.Contains($"The profile names \"{header}\"", told.Message, StringComparison.Ordinal);
        Assert.Contains("center, date, amount, quantity", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_ColumnsThatTheFileLacks_TellsEachOfThem() =>
        Assert.Equal(
            "1 date missing-column; 1 quantity missing-column; 1 missing-column",
            Table.Read("center\n", Contract.WithColumn("date", "D").WithColumn("quantity", "Q")).Faults);

    [Fact]
    public void With_ColumnOfAnotherTable_IsNoConcernOfThisOne() =>
        Assert.Equal(
            ["A 2024-03-31 100"],
            Table.Read("center,date,amount\nA,2024-03-31,1\n", Contract.WithColumn("kind", "Art")).Rows);

    [Theory]
    [InlineData("menge")]
    [InlineData("Quantity")]
    [InlineData(" quantity")]
    public void With_ColumnThatNoTableHas_ThrowsWithTheColumnsThatThereAre(string column)
    {
        Exception[] thrown =
        [
            Assert.Throws<ArgumentException>(() => Contract.WithColumn(column, "Menge")),
            Assert.Throws<ArgumentException>(() => Contract.WithConstant(column, "1")),
        ];
        Assert.All(thrown, error =>
        {
            Assert.Contains($"'{column}'", error.Message, StringComparison.Ordinal);
            Assert.Contains("period, periods, quantity", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Columns_OfAllTables_AreThoseThatAProfileCanName()
    {
        IEnumerable<RowSchema> schemas = typeof(RowSchema).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(RowSchema))
            .Select(field => (RowSchema)field.GetValue(null)!);

        Assert.Equal(
            schemas.SelectMany(schema => schema.Columns).Distinct()
                .Where(column => !column.StartsWith('(')) // A proposal of master data has columns of its own.
                .Order(StringComparer.Ordinal),
            TableColumns.Names);
    }

    [Theory]
    [InlineData("12/01/2026", "two readings: 2026-12-01 by MM/dd/yyyy and 2026-01-12 by dd/MM/yyyy.")]
    [InlineData("13/13/2026", "A date MM/dd/yyyy or yyyy-MM-dd or dd/MM/yyyy")]
    public void With_DatePatternsThatDisagree_NamesBothReadings(string date, string message)
    {
        ImportProfile profile = Contract.WithDatePatterns("MM/dd/yyyy", "yyyy-MM-dd", "dd/MM/yyyy");
        string rows = $"center,date,amount\nA,{date},1\nB,11/11/2026,2\nC,2026-01-12,3\nD,31/01/2026,4\n";
        Table table = Table.Read(rows, profile);

        Assert.Equal("2 date bad-date", table.Faults);
        Assert.Contains(message, table.Log.Issues[0].Message, StringComparison.Ordinal);
        Assert.Equal(["B 2026-11-11 200", "C 2026-01-12 300", "D 2026-01-31 400"], table.Rows);
        Assert.DoesNotContain(
            "2026-12-01",
            Table.Read(rows, profile.WithoutOffendingValues()).Log.Issues[0].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void With_SeparatorLine_TakesItsDelimiter()
    {
        Table table = Table.Read(
            "\uFEFFsep=;\r\ncenter;date;amount\r\nA;2024-03-31;1\r\nB;x;1\r\n", Contract.WithSeparatorLine());

        Assert.Equal(["A 2024-03-31 100"], table.Rows);
        Assert.Equal("4 date bad-date", table.Faults);
        Assert.True(Table.Read("sep=ab\ncenter,date,amount\n", Contract.WithSeparatorLine()).Log.IsStopped);
    }

    [Fact]
    public void With_AbsentTokens_AreEmptyCells()
    {
        Table table = Table.Read(
            "center,date,amount,quantity\nA,2024-03-31,1,NULL\nA,2024-03-31,NULL,1\n",
            Contract.WithAbsentTokens("NULL"));

        Assert.Equal(["A 2024-03-31 100"], table.Rows);
        Assert.Equal("3 amount missing-value", table.Faults);
    }

    [Fact]
    public void With_Rounding_TellsTheRestOfAcceptedRowsExactly()
    {
        Table table = Table.Read(
            "center,date,amount,quantity\n"
                + "A,2024-03-31,0.0000000072922557592391990000,1\n"
                + "A,2024-03-31,-1.000000000000123456789,1.00000049\n"
                + "A,nonsense,0.1234567890123,1\n",
            Contract.WithRounding(MidpointRounding.ToEven),
            scale: 12);

        Assert.Equal(["A 2024-03-31 7292 1000000", "A 2024-03-31 -1000000000000 1000000"], table.Rows);
        System.Collections.Immutable.ImmutableArray<RoundingRest> rests = table.Log.ToFile().RoundingRests;

        // 0.000000007292 - 0.000000007292255759239199 and -1 + 1.000000000000123456789, then 1 - 1.00000049.
        Assert.Equal(-0.000000000000255759239199m + 0.000000000000123456789m, rests[0].Sum);
        Assert.Equal(("amount", 2L), (rests[0].Column, rests[0].CellCount));
        Assert.Equal(-0.00000049m, rests[1].Sum);
        Assert.Equal("quantity: -0.00000049 over 1 cells", rests[1].ToString());
    }

    [Fact]
    public void With_AnythingThatCannotBe_Throws()
    {
        Assert.Throws<ArgumentException>(() => Contract.WithDelimiter('"'));
        Assert.Throws<ArgumentException>(() => Contract.WithDelimiter('é'));
        Assert.Throws<ArgumentException>(() => Contract.WithEncoding("utf-99"));
        Assert.Throws<ArgumentException>(() => Contract.WithEncoding("utf-7"));
        Assert.Throws<ArgumentException>(() => Contract.WithNumbers('.', "."));
        Assert.Throws<ArgumentException>(() => Contract.WithNumbers('5', ""));
        Assert.Throws<ArgumentException>(() => Contract.WithSignSuffixes("D", "D"));
        Assert.Throws<ArgumentException>(() => Contract.WithDatePatterns());
        Assert.Throws<ArgumentException>(() => Contract.WithDatePatterns("nonsense"));
        Assert.Throws<ArgumentException>(() => Contract.WithColumn("text", "b").WithConstant("text", "c"));
        Assert.Throws<ArgumentException>(() => Contract.WithConstant("text", "c").WithColumn("text", "b"));
        Assert.Throws<ArgumentException>(() => Contract.WithAbsentTokens(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contract.WithPreamble(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contract.WithMaximumRowLength(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contract.WithRounding((MidpointRounding)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contract.WithNegativeStyles((NegativeStyles)8));
    }
}
