using CostCenters.Data.Dialects;
using CostCenters.Data.Loading;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>Writes rows by the binary COPY of PostgreSQL.</summary>
internal sealed class PostgreSqlRowWriter : ISqlRowWriter
{
    private readonly NpgsqlBinaryImporter importer;
    private bool isInRow;

    public PostgreSqlRowWriter(NpgsqlConnection connection, SqlNewTable table)
    {
        string name = string.Join('.', new[] { table.Name.Schema, table.Name.Name }.OfType<string>()
            .Select(SqlDialect.PostgreSql.Quote));
        string columns = string.Join(", ", table.Columns.Select(column => SqlDialect.PostgreSql.Quote(column.Name)));
        importer = connection.BeginBinaryImport($"COPY {name} ({columns}) FROM STDIN (FORMAT BINARY)");
    }

    public void WriteText(string? value)
    {
        if (Begin(value is null))
        {
            importer.Write(value!, NpgsqlDbType.Text);
        }
    }

    public void WriteDay(LocalDate? value)
    {
        if (Begin(value is null))
        {
            LocalDate day = value!.Value;
            importer.Write(new DateOnly(day.Year, day.Month, day.Day), NpgsqlDbType.Date);
        }
    }

    public void WriteCount(long? value)
    {
        if (Begin(value is null))
        {
            importer.Write(value!.Value, NpgsqlDbType.Bigint);
        }
    }

    public void WriteNumber(decimal? value)
    {
        if (Begin(value is null))
        {
            importer.Write(value!.Value, NpgsqlDbType.Numeric);
        }
    }

    public void EndRow() => isInRow = false;

    public async Task CompleteAsync(CancellationToken cancellation) => await importer.CompleteAsync(cancellation);

    public ValueTask DisposeAsync() => importer.DisposeAsync();

    /// <summary>Begins a row with its first cell; writes what is absent.</summary>
    /// <returns>Whether there is a value to write.</returns>
    private bool Begin(bool isAbsent)
    {
        if (!isInRow)
        {
            importer.StartRow();
            isInRow = true;
        }

        if (isAbsent)
        {
            importer.WriteNull();
        }

        return !isAbsent;
    }
}
