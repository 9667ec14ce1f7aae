using System.Collections.Immutable;
using System.Data.Common;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Loading;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data;

/// <summary>Ten rows with known answers, to be run on an engine of your own before its figures are relied on.</summary>
/// <remarks>It makes a table, fills it, reads it, and removes it again. What differs comes back in words; an engine
/// that passes says nothing.</remarks>
public static class DialectKit
{
    private const string Center = "center";

    private static readonly (string? Day, string Center, decimal? Amount)[] Rows =
    [
        // Tenths, of which no binary floating point holds one.
        ("2026-01-31", "a", 0.10m), ("2026-01-31", "a", 0.10m), ("2026-01-31", "a", 0.80m),

        // The last day of a period and the first of the next one.
        ("2026-02-28", "a", -0.30m), ("2026-03-01", "a", 0.30m),

        // Codes that a collation may fold.
        ("2026-01-01", "A", 1.00m), ("2026-01-01", "a ", 2.00m),

        // The edges of an amount, whose sum outgrows what a double holds.
        ("2026-04-01", "a", 1_000_000_000_000_000m), ("2026-04-01", "a", 0.01m),

        // No amount, which is not zero.
        ("2026-05-01", "a", null),
    ];

    private static readonly (string Center, int Period, decimal Amount)[] Answers =
    [
        ("a", 1, 1.00m), ("A", 1, 1.00m), ("a ", 1, 2.00m), ("a", 2, -0.30m), ("a", 3, 0.30m),
        ("a", 4, 1_000_000_000_000_000.01m),
    ];

    /// <summary>Runs the kit.</summary>
    /// <param name="connection">An open connection that may make tables.</param>
    /// <param name="dialect">The dialect that is to be tried.</param>
    /// <param name="numbers">How the table holds amounts.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What differs from the known answers; empty for an engine that gives them all.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static async Task<ImmutableArray<string>> RunAsync(
        DbConnection connection,
        SqlDialect dialect,
        SqlNumberForm numbers,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(dialect);
        var name = new SqlTableName("costcenters_kit \"'`];--");
        var session = new SqlSession(connection, dialect);
        var table = new SqlNewTable(
            name,
            new SqlNewColumn("date", SqlColumnKind.Date, 0, isNullable: true),
            new SqlNewColumn(Center, SqlColumnKind.Text, 0, isNullable: false),
            new SqlNewColumn("element", SqlColumnKind.Text, 0, isNullable: false),
            numbers == SqlNumberForm.Counts
                ? new SqlNewColumn("amount", SqlColumnKind.WholeNumber, 0, isNullable: true)
                : new SqlNewColumn("amount", SqlColumnKind.ExactDecimal, 2, isNullable: true));
        await session.ExecuteAsync(table.CreateStatement(dialect), cancellation).ConfigureAwait(false);
        try
        {
            await FillAsync(connection, dialect, table, numbers, cancellation).ConfigureAwait(false);
            SqlSnapshot snapshot =
                await SqlSnapshot.OpenAsync(connection, dialect, cancellation).ConfigureAwait(false);
            await using (snapshot.ConfigureAwait(false))
            {
                return Compare(await snapshot.ReadLedgerAsync(
                    Space(), new SqlLedgerTable(name, numbers), cancellation: cancellation).ConfigureAwait(false));
            }
        }
        finally
        {
            await session.ExecuteAsync($"DROP TABLE {dialect.Quote(name)}", CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    private static CubeSpace Space()
    {
        var centers = new CenterHierarchy.Builder();
        foreach (string code in Rows.Select(row => row.Center).Distinct())
        {
            centers.Add(new CenterCode(code), new CenterValidity("", CenterKind.Cost));
        }

        return new CubeSpace(
            centers.Build(),
            new ElementChart.Builder().Add(new CostElement(new ElementCode("e"), "", ElementNature.Cost)).Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
    }

    private static async Task FillAsync(
        DbConnection connection,
        SqlDialect dialect,
        SqlNewTable table,
        SqlNumberForm numbers,
        CancellationToken cancellation)
    {
        var writer = new InsertRowWriter(connection, dialect, table);
        await using (writer.ConfigureAwait(false))
        {
            foreach ((string? day, string center, decimal? amount) in Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.WriteDay(DayValue.Of(day));
                writer.WriteText(center);
                writer.WriteText("e");
                if (numbers == SqlNumberForm.Counts)
                {
                    writer.WriteCount(amount is decimal units ? (long)(units * 100m) : null);
                }
                else
                {
                    writer.WriteNumber(amount);
                }

                writer.EndRow();
            }
        }
    }

    private static ImmutableArray<string> Compare(SqlLedgerReading reading)
    {
        var differences = new List<string>();
        foreach ((string center, int period, decimal amount) in Answers)
        {
            var address = new CellAddress(
                new CenterCode(center), new ElementCode("e"), new FiscalPeriod(2026, period));
            decimal? found = reading.Cube.TryGet(address, out CubeCell cell) ? cell.Amount : null;
            if (found != amount)
            {
                differences.Add(FormattableString.Invariant(
                    $"Center '{center}' has {amount} in period {period}; the engine gave {(object?)found ?? "none"}."));
            }
        }

        if ((reading.RowsRead, reading.RowsRejected) != (Rows.Length, 1))
        {
            differences.Add(FormattableString.Invariant(
                $"1 of {Rows.Length} rows has no amount; the engine: {reading.RowsRejected} of {reading.RowsRead}."));
        }

        return [.. differences];
    }
}
