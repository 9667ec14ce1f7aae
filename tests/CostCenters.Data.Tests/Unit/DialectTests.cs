using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Engines;

namespace CostCenters.Data.Tests.Unit;

/// <summary>What no server runs here: the statements for it, as text.</summary>
public class DialectTests
{
    [Fact]
    public void SqlServer_Grouping_IsWrittenByItsRules()
    {
        SqlDialect dialect = SqlDialect.SqlServer;
        (string join, string number) = dialect.SpanOf("t.[date]", "@p0");

        Assert.Equal("[a]]b]", dialect.Quote("a]b"));
        Assert.Equal("SUM(CAST(a AS DECIMAL(38, 0)))", Assert.Single(dialect.Sum("a", SqlNumberForm.Counts)));
        Assert.Equal("SUM(a)", Assert.Single(dialect.Sum("a", SqlNumberForm.Decimals)));
        Assert.Equal("CONCAT(t.[c] COLLATE Latin1_General_100_BIN2, N'')", dialect.Exact("t.[c]"));
        Assert.Equal(
            "SELECT 1 ORDER BY 1 OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY", dialect.First("SELECT 1 ORDER BY 1", 5));
        Assert.Equal("spans.span_number", number);
        Assert.Contains("FROM OPENJSON(@p0)", join, StringComparison.Ordinal);
        Assert.EndsWith(
            "ON t.[date] >= spans.first_day AND t.[date] < spans.next_day", join, StringComparison.Ordinal);
        Assert.Equal("SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRANSACTION", dialect.BeginSnapshot);
    }

    [Fact]
    public void MySql_Grouping_IsWrittenByItsRules()
    {
        SqlDialect dialect = SqlDialect.MySql;
        (string join, string number) = dialect.SpanOf("t.`date`", "@p0");

        Assert.Equal("`a``b`", dialect.Quote("a`b"));
        Assert.Equal("SUM(a)", Assert.Single(dialect.Sum("a", SqlNumberForm.Counts)));
        Assert.Equal("CONVERT(t.`c` USING utf8mb4) COLLATE utf8mb4_0900_bin", dialect.Exact("t.`c`"));
        Assert.Equal("SELECT 1 LIMIT 5", dialect.First("SELECT 1", 5));
        Assert.Equal("spans.span_number", number);
        Assert.Contains("JSON_TABLE(@p0, '$[*]'", join, StringComparison.Ordinal);
        Assert.Equal("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", dialect.BeginSnapshot);
        Assert.Equal("START TRANSACTION", dialect.BeginLoading);
    }

    [Fact]
    public void ClickHouse_Grouping_IsWrittenByItsRules()
    {
        SqlDialect dialect = SqlDialect.ClickHouse;
        SqlColumnType type = dialect.TypeOf("Nullable(Decimal(18, 2))", isNullable: false);

        Assert.Equal("`a\\`b\\\\c`", dialect.Quote("a`b\\c"));
        Assert.Equal("sum(toInt128(a))", Assert.Single(dialect.Sum("a", SqlNumberForm.Counts)));
        Assert.Equal(
            (SqlColumnKind.ExactDecimal, 2, true),
            (type.Kind, type.Scale, type.IsNullable));
        Assert.Null(dialect.BeginSnapshot);
    }

    [Theory]
    [InlineData("numeric(18, 2)", SqlColumnKind.ExactDecimal, 18, 2)]
    [InlineData("DECIMAL(38)", SqlColumnKind.ExactDecimal, 38, 0)]
    [InlineData("numeric", SqlColumnKind.ExactDecimal, null, null)]
    [InlineData("timestamp(3) without time zone", SqlColumnKind.Timestamp, null, null)]
    [InlineData("timestamp with time zone", SqlColumnKind.ZonedTimestamp, null, null)]
    [InlineData("character varying(10)", SqlColumnKind.Text, null, null)]
    [InlineData("character(5)", SqlColumnKind.PaddedText, null, null)]
    [InlineData("HUGEINT", SqlColumnKind.WholeNumber, null, null)]
    [InlineData("double precision", SqlColumnKind.FloatingPoint, null, null)]
    [InlineData("jsonb", SqlColumnKind.Other, null, null)]
    [InlineData("", SqlColumnKind.Other, null, null)]
    public void ColumnType_Names_AreRead(string name, SqlColumnKind kind, int? precision, int? scale)
    {
        var type = SqlColumnType.Parse(name, isNullable: true);

        Assert.Equal((kind, precision, scale), (type.Kind, type.Precision, type.Scale));
    }

    [Fact]
    public async Task Kit_DialectThatAddsUpDoubles_TellsWhatDiffers()
    {
        await using TestEngine engine = TestEngine.Start("SQLite");

        await Assert.ThrowsAsync<SqlReadException>(() =>
            DialectKit.RunAsync(engine.Connection, new Careless(total: true), SqlNumberForm.Counts));
        Assert.Contains(
            await DialectKit.RunAsync(engine.Connection, new Careless(total: false), SqlNumberForm.Counts),
            told => told.StartsWith("Center 'A' has 1.00 in period 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData(1.5)]
    public void Filter_ValueThatNoParameterHoldsExactly_Throws(object value) =>
        Assert.Throws<ArgumentException>(() => new SqlFilter("company", value));

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void TableName_ThatNoEngineHas_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => new SqlTableName(name));

    /// <summary>A dialect that someone wrote without thinking of sums or collations.</summary>
    private sealed class Careless(bool total) : SqlDialect
    {
        public override string Name => "careless";

        public override string? BeginSnapshot => Sqlite.BeginSnapshot;

        public override bool HasTypedColumns => false;

        public override string TypeName(SqlColumnKind kind, int scale) =>
            Sqlite.TypeName(kind, scale) + (kind == SqlColumnKind.Text ? " COLLATE NOCASE" : "");

        public override string Exact(string text) => text;

        public override string AsText(string value) => Sqlite.AsText(value);

        public override IReadOnlyList<string> Sum(string value, SqlNumberForm form) =>
            total ? [$"TOTAL({value})"] : Sqlite.Sum(value, form);

        public override (string Join, string Number) SpanOf(string day, string firstDays) =>
            Sqlite.SpanOf(day, firstDays);
    }
}
