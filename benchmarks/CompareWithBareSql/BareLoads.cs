using System.Data.Common;
using CostCenters.Ledgers;
using DuckDB.NET.Data;
using Npgsql;
using NpgsqlTypes;

namespace CostCenters.Benchmarks.BareSql;

/// <summary>The bulk copies of the providers, written by hand.</summary>
internal static class BareLoads
{
    public const string CreateTable = "CREATE TABLE postings (line BIGINT NOT NULL, date DATE NOT NULL, "
        + "center VARCHAR NOT NULL, element VARCHAR NOT NULL, amount DECIMAL(18, 2) NOT NULL, "
        + "quantity DECIMAL(22, 6), document VARCHAR, text VARCHAR)";

    public static void DuckDb(DbConnection connection, IReadOnlyList<Posting> postings)
    {
        using DuckDBAppender appender = ((DuckDBConnection)connection).CreateAppender("postings");
        long line = 0;
        foreach (Posting posting in postings)
        {
            IDuckDBAppenderRow row = appender.CreateRow()
                .AppendValue(++line)
                .AppendValue(new DateOnly(posting.Date.Year, posting.Date.Month, posting.Date.Day))
                .AppendValue(posting.Center.Value)
                .AppendValue(posting.Element.Value)
                .AppendValue(posting.Amount);
            row = posting.Quantity is decimal quantity ? row.AppendValue(quantity) : row.AppendNullValue();
            row.AppendNullValue().AppendNullValue().EndRow();
        }
    }

    public static void PostgreSql(DbConnection connection, IReadOnlyList<Posting> postings)
    {
        using NpgsqlBinaryImporter importer =
            ((NpgsqlConnection)connection).BeginBinaryImport("COPY postings FROM STDIN (FORMAT BINARY)");
        long line = 0;
        foreach (Posting posting in postings)
        {
            importer.StartRow();
            importer.Write(++line, NpgsqlDbType.Bigint);
            importer.Write(
                new DateOnly(posting.Date.Year, posting.Date.Month, posting.Date.Day), NpgsqlDbType.Date);
            importer.Write(posting.Center.Value, NpgsqlDbType.Text);
            importer.Write(posting.Element.Value, NpgsqlDbType.Text);
            importer.Write(posting.Amount, NpgsqlDbType.Numeric);
            if (posting.Quantity is decimal quantity)
            {
                importer.Write(quantity, NpgsqlDbType.Numeric);
            }
            else
            {
                importer.WriteNull();
            }

            importer.WriteNull();
            importer.WriteNull();
        }

        importer.Complete();
    }
}
