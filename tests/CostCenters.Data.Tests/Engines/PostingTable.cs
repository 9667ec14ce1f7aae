using System.Globalization;
using CostCenters.Data.Dialects;
using CostCenters.Data.Tables;

namespace CostCenters.Data.Tests.Engines;

/// <summary>A table of postings for one test: id, date, center, element, amount.</summary>
internal static class PostingTable
{
    public static SqlLedgerTable Create(TestEngine engine, string? amount = null, string? center = null)
    {
        bool isSqlite = engine.Dialect == SqlDialect.Sqlite;
        string text = isSqlite ? "TEXT" : "VARCHAR";
        amount ??= isSqlite ? "INTEGER" : "DECIMAL(18, 2)";
        engine.Run($"CREATE TABLE postings(id BIGINT NOT NULL, date {(isSqlite ? "TEXT" : "DATE")}, "
            + $"center {center ?? text}, element {text}, amount {amount})");
        return new SqlLedgerTable(new SqlTableName("postings"), engine.Form, key: "id", watermark: "id");
    }

    /// <summary>Adds a row; amounts are in cents.</summary>
    public static void Add(TestEngine engine, long id, string? date, string center, long cents, string element = "rent")
    {
        string amount = engine.Form == SqlNumberForm.Counts
            ? cents.ToString(CultureInfo.InvariantCulture)
            : (cents / 100m).ToString(CultureInfo.InvariantCulture);
        string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        engine.Run($"INSERT INTO postings(id, date, center, element, amount) VALUES ({id}, "
            + $"{(date is null ? "NULL" : Quoted(date))}, {Quoted(center)}, {Quoted(element)}, {amount})");
    }
}
