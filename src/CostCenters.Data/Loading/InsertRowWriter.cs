using System.Data.Common;
using CostCenters.Data.Dialects;
using NodaTime;

namespace CostCenters.Data.Loading;

/// <summary>Writes rows by INSERT, prepared once, which every provider can.</summary>
internal sealed class InsertRowWriter : ISqlRowWriter
{
    private readonly DbCommand command;
    private int column;

    public InsertRowWriter(DbConnection connection, SqlDialect dialect, SqlNewTable table)
    {
        command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {dialect.Quote(table.Name)} ("
            + string.Join(", ", table.Columns.Select(each => dialect.Quote(each.Name))) + ") VALUES ("
            + string.Join(", ", table.Columns.Select((_, number) => dialect.Marker(number))) + ")";
        for (int number = 0; number < table.Columns.Length; number++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = dialect.ParameterName(number);
            command.Parameters.Add(parameter);
        }
    }

    public void WriteText(string? value) => Set(value);

    public void WriteDay(LocalDate? value) =>
        Set(value is LocalDate day ? new DateOnly(day.Year, day.Month, day.Day) : null);

    public void WriteCount(long? value) => Set(value);

    public void WriteNumber(decimal? value) => Set(value);

    public void EndRow()
    {
        command.ExecuteNonQuery();
        column = 0;
    }

    public Task CompleteAsync(CancellationToken cancellation) => Task.CompletedTask;

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Set(object? value) => command.Parameters[column++].Value = value ?? DBNull.Value;
}
