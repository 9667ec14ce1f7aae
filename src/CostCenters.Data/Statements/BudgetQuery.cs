using System.Data.Common;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data.Statements;

/// <summary>The statement over a table of budget lines, once its columns are known to be exact.</summary>
internal sealed class BudgetQuery
{
    private const int FirstSum = 5;

    private readonly SqlDialect dialect;
    private readonly SqlBudgetTable table;
    private readonly NumberColumn amount;
    private readonly NumberColumn? quantity;

    private BudgetQuery(SqlDialect dialect, SqlBudgetTable table, NumberColumn amount, NumberColumn? quantity)
    {
        this.dialect = dialect;
        this.table = table;
        this.amount = amount;
        this.quantity = quantity;
    }

    /// <summary>Looks at the columns.</summary>
    /// <exception cref="SqlColumnException">One of them cannot give exact figures.</exception>
    public static async Task<BudgetQuery> PrepareAsync(
        SqlSession session, CubeSpace space, SqlBudgetTable table, CancellationToken cancellation)
    {
        SqlDialect dialect = session.Dialect;
        List<string> columns = [table.Version, table.Center, table.Element, table.Period, table.Amount];
        if (table.Quantity is string named)
        {
            columns.Add(named);
        }

        SqlColumnType[] types =
            await session.DescribeAsync(table.Table, columns, cancellation).ConfigureAwait(false);
        for (int column = 0; column < 4; column++)
        {
            CodeColumn.Require(dialect, table.Table, columns[column], types[column]);
        }

        return new BudgetQuery(
            dialect,
            table,
            NumberColumn.OfAmounts(dialect, table.Table, table.Amount, types[4], table.Numbers, space.Scale),
            table.Quantity is string quantity
                ? NumberColumn.OfQuantities(dialect, table.Table, quantity, types[5], table.Numbers)
                : null);
    }

    /// <summary>The sums by version, center, element, period and fault; lines for whole years that have one amount and
    /// quantity are counted instead, since each is spread by itself.</summary>
    public SqlText Groups()
    {
        var text = new SqlText(dialect);
        string year = $"{text.Column(table.Period)} LIKE '____'";
        string ofAmount = amount.Value(text);
        string ofQuantity = quantity?.Value(text) ?? "NULL";
        string faults = NumberColumn.FaultsOf(amount, quantity, text);
        string[] inner =
        [
            $"{dialect.Exact(text.Column(table.Version))} AS v",
            $"{dialect.Exact(text.Column(table.Center))} AS c",
            $"{dialect.Exact(text.Column(table.Element))} AS e",
            $"{dialect.Exact(text.Column(table.Period))} AS p",
            $"{faults} AS f",
            $"{ofAmount} AS a",
            $"CASE WHEN {year} THEN {ofAmount} END AS ya",
            .. quantity is null
                ? Array.Empty<string>()
                : [$"{ofQuantity} AS q", $"CASE WHEN {year} THEN {ofQuantity} END AS yq"],
        ];
        string[] sums =
        [
            .. amount.Sum("a"), .. quantity?.Sum("q") ?? [], "COUNT(*)",
        ];
        return text.Append($"SELECT v, c, e, p, f, {string.Join(", ", sums)} FROM (SELECT ")
            .Append(string.Join(", ", inner))
            .Append($" FROM {dialect.Quote(table.Table)} AS t) AS g GROUP BY v, c, e, p, f, ya")
            .Append(quantity is null ? "" : ", yq")
            .Append(" ORDER BY v, c, e, p, f");
    }

    /// <summary>The lines one by one, in their order.</summary>
    public SqlText Lines()
    {
        var text = new SqlText(dialect);
        string[] columns = [table.Version, table.Center, table.Element, table.Period, table.Amount];
        return text.Append($"SELECT {string.Join(", ", columns.Select(text.Column))}")
            .Append(table.Quantity is string column ? ", " + text.Column(column) : "")
            .Append($" FROM {dialect.Quote(table.Table)} AS t ORDER BY {text.Column(table.Order ?? table.Version)}");
    }

    /// <summary>Reads a line, which has no fault.</summary>
    public BudgetLine ReadLine(DbDataReader row, CubeSpace space)
    {
        var center = new CenterCode(row.GetString(1));
        var element = new ElementCode(row.GetString(2));
        string period = row.GetString(3);
        decimal value = space.Scale.ToDecimal(amount.ReadOne(row, 4));
        decimal? pieces = quantity is null || row.IsDBNull(5)
            ? null
            : DecimalScale.Quantity.ToDecimal(quantity.ReadOne(row, 5));
        return PeriodText.IsYear(period)
            ? BudgetLine.ForYear(center, element, PeriodText.YearOf(period), value, pieces)
            : BudgetLine.ForPeriod(center, element, FiscalPeriod.Parse(period), value, pieces);
    }

    /// <summary>Reads a group.</summary>
    public BudgetGroup Read(DbDataReader row)
    {
        var faults = (RowFaults)LedgerGroup.Number(row, 4)!.Value;
        int parts = amount.Sum("a").Count;
        int place = FirstSum + parts;
        Int128? sum = null;
        if (quantity is not null)
        {
            // The sum of no value is none.
            sum = faults == RowFaults.None && !row.IsDBNull(place) ? quantity.Read(row, place, parts) : null;
            place += parts;
        }

        return new BudgetGroup(
            TextOf(row, 0),
            TextOf(row, 1),
            TextOf(row, 2),
            TextOf(row, 3),
            faults,
            faults == RowFaults.None ? amount.Read(row, FirstSum, parts) : 0,
            sum,
            LedgerGroup.Number(row, place)!.Value);
    }

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>Budget lines of one version, center, element, period and fault, added up by the engine; those for a year
/// are alike.</summary>
internal sealed record BudgetGroup(
    string? Version,
    string? Center,
    string? Element,
    string? Period,
    RowFaults Faults,
    Int128 Amount,
    Int128? Quantity,
    long Rows);
