using CostCenters.Data.Loading;
using DuckDB.NET.Data;
using NodaTime;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>Writes rows by the appender of DuckDB.</summary>
internal sealed class DuckDbRowWriter(DuckDBConnection connection, SqlNewTable table) : ISqlRowWriter
{
    private readonly DuckDBAppender appender = connection.CreateAppender(table.Name.Schema, table.Name.Name);
    private IDuckDBAppenderRow? row;

    private IDuckDBAppenderRow Row => row ??= appender.CreateRow();

    public void WriteText(string? value) => _ = value is null ? Row.AppendNullValue() : Row.AppendValue(value);

    public void WriteDay(LocalDate? value) => _ = value is LocalDate day
        ? Row.AppendValue(new DateOnly(day.Year, day.Month, day.Day))
        : Row.AppendNullValue();

    public void WriteCount(long? value) => _ = value is long number ? Row.AppendValue(number) : Row.AppendNullValue();

    public void WriteNumber(decimal? value) =>
        _ = value is decimal number ? Row.AppendValue(number) : Row.AppendNullValue();

    public void EndRow()
    {
        Row.EndRow();
        row = null;
    }

    public Task CompleteAsync(CancellationToken cancellation)
    {
        appender.Close();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        appender.Dispose();
        return ValueTask.CompletedTask;
    }
}
