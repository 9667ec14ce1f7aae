using System.Data.Common;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>Reads the values of key figures, each as it stands, by period, center and key figure.</summary>
    /// <param name="space">Centers and calendar.</param>
    /// <param name="table">The names of the table.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlResult<IReadOnlyList<KeyFigureValue>>> ReadKeyFiguresAsync(
        CubeSpace space, SqlKeyFigureTable table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(table);
        string[] columns = [table.Period, table.Center, table.KeyFigure, table.Value];
        SqlColumnType[] types = await session.DescribeAsync(table.Table, columns, cancellation).ConfigureAwait(false);
        for (int column = 0; column < 3; column++)
        {
            CodeColumn.Require(Dialect, table.Table, columns[column], types[column]);
        }

        NumberColumn value =
            NumberColumn.OfQuantities(Dialect, table.Table, table.Value, types[3], table.Numbers);
        var text = new SqlText(Dialect);
        string[] keys = [.. columns.Take(3).Select(column => Dialect.Exact(text.Column(column)))];
        text.Append($"SELECT {string.Join(", ", keys)}, {NumberColumn.FaultsOf(value, null, text)}, ")
            .Append($"{text.Column(table.Value)} FROM {Dialect.Quote(table.Table)} AS t ")
            .Append("ORDER BY ")
            .Append(table.Order is string order
                ? text.Column(order)
                : $"{string.Join(", ", keys)}, {text.Column(table.Value)}");
        var values = new List<KeyFigureValue>();
        var rejected = new RejectionTally<string>();
        var rules = new KeyFigureRules(space.Calendar);
        await session.ReadAsync(
            text,
            table.Table,
            row =>
            {
                if (ReadKeyFigure(row, space, table, rules, value, rejected) is KeyFigureValue read)
                {
                    values.Add(read);
                }
            },
            cancellation).ConfigureAwait(false);
        return new SqlResult<IReadOnlyList<KeyFigureValue>>(
            values,
            values.Count + rejected.RowsRejected,
            rejected.RowsRejected,
            rejected.All.Select(fault => new SqlRejection(fault.Reason, fault.Column, fault.Rows, fault.Place)));
    }

    private static KeyFigureValue? ReadKeyFigure(
        DbDataReader row,
        CubeSpace space,
        SqlKeyFigureTable table,
        KeyFigureRules rules,
        NumberColumn column,
        RejectionTally<string> rejected)
    {
        List<(SqlRejectionReason, string)> faults = [];
        (string? periodText, string? center, string? code) = (TextOf(row, 0), TextOf(row, 1), TextOf(row, 2));
        bool hasPeriod = FiscalPeriod.TryParse(periodText, out FiscalPeriod period) && rules.HasPeriod(period);
        if (!hasPeriod)
        {
            faults.Add((
                string.IsNullOrEmpty(periodText) ? SqlRejectionReason.MissingValue : SqlRejectionReason.BadPeriod,
                table.Period));
        }

        Center? found = null;
        if (string.IsNullOrEmpty(center))
        {
            faults.Add((SqlRejectionReason.MissingValue, table.Center));
        }
        else if (center.Contains('\0', StringComparison.Ordinal)
            || !space.Centers.TryGet(new CenterCode(center), out found))
        {
            faults.Add((SqlRejectionReason.UnknownCenter, table.Center));
        }
        else if (hasPeriod && !rules.IsCenterValid(found, period))
        {
            faults.Add((SqlRejectionReason.CenterNotValid, table.Center));
        }

        if (string.IsNullOrEmpty(code) || code.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add((SqlRejectionReason.MissingValue, table.KeyFigure));
        }

        NumberColumn.AddFaults((RowFaults)LedgerGroup.Number(row, 3)!.Value, table.Value, null, faults);
        if (faults.Count > 0)
        {
            rejected.Add(faults, 1, $"{table.Period}={periodText}, {table.Center}={center}, {table.KeyFigure}={code}");
            return null;
        }

        return new KeyFigureValue(
            period, found!.Code, new KeyFigureCode(code!), DecimalScale.Quantity.ToDecimal(column.ReadOne(row, 4)));
    }
}
