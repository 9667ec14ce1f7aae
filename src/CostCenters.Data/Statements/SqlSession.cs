using System.Data;
using System.Data.Common;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;

namespace CostCenters.Data.Statements;

/// <summary>Runs statements on a connection; whatever fails in the engine is told by one exception.</summary>
internal sealed class SqlSession(DbConnection connection, SqlDialect dialect)
{
    private SqlDialect dialect = dialect;

    public SqlDialect Dialect => dialect;

    /// <summary>Asks the database once whether codes have to be kept from its collations.</summary>
    public async Task AdaptAsync(CancellationToken cancellation)
    {
        if (dialect.CountFoldingCollations is string query)
        {
            long count = 0;
            await ReadAsync(
                new SqlText(dialect).Append(query),
                new SqlTableName("collations"),
                row => count = LedgerGroup.Number(row, 0) ?? 0,
                cancellation).ConfigureAwait(false);
            dialect = count == 0 ? dialect.WithoutFolding : dialect;
        }
    }

    public async Task ExecuteAsync(string statement, CancellationToken cancellation) =>
        await RunAsync(new SqlText(dialect).Append(statement), "the session", reader: null, cancellation)
            .ConfigureAwait(false);

    public Task ReadAsync(
        SqlText statement, SqlTableName table, Action<DbDataReader> row, CancellationToken cancellation) =>
        RunAsync(
            statement,
            $"table '{table}'",
            async reader =>
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    row(reader);

                    // The engines in this process read without waiting, and so without looking at the token.
                    cancellation.ThrowIfCancellationRequested();
                }
            },
            cancellation);

    /// <summary>The types of columns, in their order.</summary>
    public async Task<SqlColumnType[]> DescribeAsync(
        SqlTableName table, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var types = new List<SqlColumnType>();
        SqlText statement = new SqlText(dialect).Append(
            dialect.Describe(string.Join(", ", columns.Select(dialect.Quote)), dialect.Quote(table)));
        await RunAsync(
            statement,
            $"table '{table}'",
            async reader =>
            {
                if (!dialect.DescribesInRows)
                {
                    types.AddRange((await reader.GetColumnSchemaAsync(cancellation).ConfigureAwait(false))
                        .Select((column, index) => TypeOf(column, reader.GetDataTypeName(index))));
                    return;
                }

                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    types.Add(dialect.TypeOf(reader.GetString(1), reader.GetString(2) != "NO"));
                }
            },
            cancellation,
            dialect.DescribesInRows ? CommandBehavior.Default : CommandBehavior.KeyInfo).ConfigureAwait(false);
        return [.. types.Take(columns.Count)];
    }

    private SqlColumnType TypeOf(DbColumn column, string name)
    {
        SqlColumnType type = dialect.TypeOf(column.DataTypeName ?? name, column.AllowDBNull ?? true);
        return type.Kind == SqlColumnKind.ExactDecimal && type.Scale is null && column.NumericScale is int scale
            ? new SqlColumnType(name, type.Kind, column.NumericPrecision, scale, type.IsNullable)
            : type;
    }

    private async Task RunAsync(
        SqlText statement,
        string what,
        Func<DbDataReader, Task>? reader,
        CancellationToken cancellation,
        CommandBehavior behavior = CommandBehavior.Default)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            DbCommand command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                Prepare(command, statement);
                using CancellationTokenRegistration cancels = cancellation.Register(command.Cancel);
                if (reader is null)
                {
                    await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                    return;
                }

                DbDataReader rows = await command.ExecuteReaderAsync(behavior, cancellation).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    await reader(rows).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (cancellation.IsCancellationRequested && IsOfTheEngine(error))
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (Exception error) when (IsOfTheEngine(error))
        {
            throw new SqlReadException(
                $"{dialect.Name}, {what}", $"reading failed, and nothing of it is left: {error.Message}", error);
        }
    }

    private void Prepare(DbCommand command, SqlText statement)
    {
        command.CommandText = statement.ToString();
        command.CommandTimeout = 0;
        for (int number = 0; number < statement.Values.Count; number++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = dialect.ParameterName(number);
            parameter.Value = statement.Values[number];
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>A connection that is gone shows itself in several ways.</summary>
    private static bool IsOfTheEngine(Exception error) =>
        error is DbException or (IOException and not SqlReadException) or InvalidOperationException;
}
