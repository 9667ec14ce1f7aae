using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>The names of a table or view of budget lines.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlBudgetTable
{
    /// <summary>Names a table and its columns.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="numbers">How it holds amounts and quantities.</param>
    /// <param name="version">The name of the version, a text.</param>
    /// <param name="center">The code of the center, a text.</param>
    /// <param name="element">The code of the element, a text.</param>
    /// <param name="period">A text: <c>2026-P03</c>, or <c>2026</c> for a whole year.</param>
    /// <param name="amount">The amount, with natural sign.</param>
    /// <param name="quantity">The quantity, or null when the table has none.</param>
    /// <param name="order">A column that orders the lines, or null: without it lines cannot be read one by one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A column has no name.</exception>
    public SqlBudgetTable(
        SqlTableName table,
        SqlNumberForm numbers,
        string version = "version",
        string center = "center",
        string element = "element",
        string period = "period",
        string amount = "amount",
        string? quantity = null,
        string? order = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Numbers = numbers;
        Version = SqlDialect.RequireName(version);
        Center = SqlDialect.RequireName(center);
        Element = SqlDialect.RequireName(element);
        Period = SqlDialect.RequireName(period);
        Amount = SqlDialect.RequireName(amount);
        Quantity = quantity is null ? null : SqlDialect.RequireName(quantity);
        Order = order is null ? null : SqlDialect.RequireName(order);
    }

    /// <summary>The table or view.</summary>
    public SqlTableName Table { get; }

    /// <summary>How it holds amounts and quantities.</summary>
    public SqlNumberForm Numbers { get; }

    /// <summary>The column of the version.</summary>
    public string Version { get; }

    /// <summary>The column of the center.</summary>
    public string Center { get; }

    /// <summary>The column of the element.</summary>
    public string Element { get; }

    /// <summary>The column of the period or year.</summary>
    public string Period { get; }

    /// <summary>The column of the amount.</summary>
    public string Amount { get; }

    /// <summary>The column of the quantity, or null.</summary>
    public string? Quantity { get; }

    /// <summary>The column that orders the lines, or null.</summary>
    public string? Order { get; }
}
