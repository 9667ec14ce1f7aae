using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>The names of a table or view of key figures.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlKeyFigureTable
{
    /// <summary>Names a table and its columns.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="numbers">How it holds values: decimals, or counts of millionths.</param>
    /// <param name="period">A text such as <c>2026-P03</c>.</param>
    /// <param name="center">The code of the center, a text.</param>
    /// <param name="keyFigure">The code of the key figure, a text.</param>
    /// <param name="value">The value.</param>
    /// <param name="order">A column that orders the rows, or null for period, center and key figure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A column has no name.</exception>
    public SqlKeyFigureTable(
        SqlTableName table,
        SqlNumberForm numbers,
        string period = "period",
        string center = "center",
        string keyFigure = "key_figure",
        string value = "value",
        string? order = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Numbers = numbers;
        Period = SqlDialect.RequireName(period);
        Center = SqlDialect.RequireName(center);
        KeyFigure = SqlDialect.RequireName(keyFigure);
        Value = SqlDialect.RequireName(value);
        Order = order is null ? null : SqlDialect.RequireName(order);
    }

    /// <summary>The table or view.</summary>
    public SqlTableName Table { get; }

    /// <summary>How it holds values.</summary>
    public SqlNumberForm Numbers { get; }

    /// <summary>The column of the period.</summary>
    public string Period { get; }

    /// <summary>The column of the center.</summary>
    public string Center { get; }

    /// <summary>The column of the key figure.</summary>
    public string KeyFigure { get; }

    /// <summary>The column of the value.</summary>
    public string Value { get; }

    /// <summary>The column that orders the rows, or null.</summary>
    public string? Order { get; }
}
