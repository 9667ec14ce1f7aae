using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>The names of a table or view of centers, one row for each validity.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlCenterTable
{
    /// <summary>Names a table and its columns.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="code">The code, a text.</param>
    /// <param name="name">The name.</param>
    /// <param name="kind">One of <c>cost</c>, <c>revenue</c>, <c>profit</c>, <c>investment</c>.</param>
    /// <param name="parent">The code of the parent, NULL for a root.</param>
    /// <param name="validFrom">The first day, NULL for no beginning; null when the table has none.</param>
    /// <param name="validTo">The last day, inclusive, NULL for no end; null when the table has none.</param>
    /// <param name="order">A column that orders the rows, or null for the order of the codes. It numbers the centers,
    /// so rows that come later must come last.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A column has no name.</exception>
    public SqlCenterTable(
        SqlTableName table,
        string code = "code",
        string name = "name",
        string kind = "kind",
        string parent = "parent",
        string? validFrom = "valid_from",
        string? validTo = "valid_to",
        string? order = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Code = SqlDialect.RequireName(code);
        Name = SqlDialect.RequireName(name);
        Kind = SqlDialect.RequireName(kind);
        Parent = SqlDialect.RequireName(parent);
        ValidFrom = validFrom is null ? null : SqlDialect.RequireName(validFrom);
        ValidTo = validTo is null ? null : SqlDialect.RequireName(validTo);
        Order = order is null ? null : SqlDialect.RequireName(order);
    }

    /// <summary>The table or view.</summary>
    public SqlTableName Table { get; }

    /// <summary>The column of the code.</summary>
    public string Code { get; }

    /// <summary>The column of the name.</summary>
    public string Name { get; }

    /// <summary>The column of the kind.</summary>
    public string Kind { get; }

    /// <summary>The column of the parent.</summary>
    public string Parent { get; }

    /// <summary>The column of the first day, or null.</summary>
    public string? ValidFrom { get; }

    /// <summary>The column of the last day, or null.</summary>
    public string? ValidTo { get; }

    /// <summary>The column that orders the rows, or null.</summary>
    public string? Order { get; }
}
