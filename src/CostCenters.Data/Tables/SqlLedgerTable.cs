using System.Collections.Immutable;
using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>The names of a table or view of dated amounts: postings, or what is open of orders.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlLedgerTable
{
    /// <summary>Names a table and its columns.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="numbers">How it holds amounts and quantities.</param>
    /// <param name="date">The day that decides the period: a date, a time without a zone, in SQLite a text such as
    /// 2026-03-31.</param>
    /// <param name="center">The code of the center, a text.</param>
    /// <param name="element">The code of the element, a text.</param>
    /// <param name="amount">The amount, with natural sign.</param>
    /// <param name="quantity">The quantity, or null when the table has none.</param>
    /// <param name="adjustmentPeriod">An integer: 1 for the first adjustment period of the fiscal year of the date,
    /// 0 or NULL for the period by date; null when the table has none.</param>
    /// <param name="key">The unique key that tells rows apart, an integer or a text, or null: without it postings
    /// cannot be listed.</param>
    /// <param name="watermark">A column that grows with every row, an integer or a time, or null: without it a reading
    /// cannot be brought up to date.</param>
    /// <param name="reference">The number of a voucher or order, a text, or null.</param>
    /// <param name="text">What the posting was for, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A column has no name.</exception>
    public SqlLedgerTable(
        SqlTableName table,
        SqlNumberForm numbers,
        string date = "date",
        string center = "center",
        string element = "element",
        string amount = "amount",
        string? quantity = null,
        string? adjustmentPeriod = null,
        string? key = null,
        string? watermark = null,
        string? reference = null,
        string? text = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Numbers = numbers;
        Date = SqlDialect.RequireName(date);
        Center = SqlDialect.RequireName(center);
        Element = SqlDialect.RequireName(element);
        Amount = SqlDialect.RequireName(amount);
        Quantity = quantity is null ? null : SqlDialect.RequireName(quantity);
        AdjustmentPeriod = adjustmentPeriod is null ? null : SqlDialect.RequireName(adjustmentPeriod);
        Key = key is null ? null : SqlDialect.RequireName(key);
        Watermark = watermark is null ? null : SqlDialect.RequireName(watermark);
        Reference = reference is null ? null : SqlDialect.RequireName(reference);
        Text = text is null ? null : SqlDialect.RequireName(text);
        Filters = [];
    }

    private SqlLedgerTable(SqlLedgerTable table, SqlFilter filter)
        : this(
            table.Table, table.Numbers, table.Date, table.Center, table.Element, table.Amount, table.Quantity,
            table.AdjustmentPeriod, table.Key, table.Watermark, table.Reference, table.Text) =>
        Filters = table.Filters.Add(filter);

    /// <summary>The table or view.</summary>
    public SqlTableName Table { get; }

    /// <summary>How it holds amounts and quantities.</summary>
    public SqlNumberForm Numbers { get; }

    /// <summary>The column of the day.</summary>
    public string Date { get; }

    /// <summary>The column of the center.</summary>
    public string Center { get; }

    /// <summary>The column of the element.</summary>
    public string Element { get; }

    /// <summary>The column of the amount.</summary>
    public string Amount { get; }

    /// <summary>The column of the quantity, or null.</summary>
    public string? Quantity { get; }

    /// <summary>The column of the adjustment period, or null.</summary>
    public string? AdjustmentPeriod { get; }

    /// <summary>The column of the unique key, or null.</summary>
    public string? Key { get; }

    /// <summary>The column that grows with every row, or null.</summary>
    public string? Watermark { get; }

    /// <summary>The column of the reference, or null.</summary>
    public string? Reference { get; }

    /// <summary>The column of the text, or null.</summary>
    public string? Text { get; }

    /// <summary>Which rows are meant; all of them without a filter.</summary>
    public ImmutableArray<SqlFilter> Filters { get; }

    /// <summary>The rows alone that have a value in a column, such as those of one company of several.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="value">A text, an integer or a decimal.</param>
    /// <exception cref="ArgumentException">See <see cref="SqlFilter"/>.</exception>
    public SqlLedgerTable Where(string column, object value) => new(this, new SqlFilter(column, value));
}
