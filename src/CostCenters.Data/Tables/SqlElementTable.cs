using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>The names of a table or view of elements.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlElementTable
{
    /// <summary>Names a table and its columns.</summary>
    /// <param name="table">The table or view.</param>
    /// <param name="code">The code, a text.</param>
    /// <param name="name">The name.</param>
    /// <param name="nature">One of <c>cost</c>, <c>revenue</c>.</param>
    /// <param name="behavior">One of <c>fixed</c>, <c>variable</c>, <c>mixed</c>, or NULL; null when the table has
    /// none.</param>
    /// <param name="parent">The code of the parent, or NULL; null when the table has none.</param>
    /// <param name="category">One of <c>primary</c>, <c>secondary</c>, NULL for primary; null when the table has none.
    /// </param>
    /// <param name="validFrom">The first day, NULL for no beginning; null when the table has none.</param>
    /// <param name="validTo">The last day, inclusive, NULL for no end; null when the table has none.</param>
    /// <param name="order">A column that orders the rows, or null for the order of the codes. It numbers the elements,
    /// so rows that come later must come last.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A column has no name.</exception>
    public SqlElementTable(
        SqlTableName table,
        string code = "code",
        string name = "name",
        string nature = "nature",
        string? behavior = "behavior",
        string? parent = "parent",
        string? category = null,
        string? validFrom = null,
        string? validTo = null,
        string? order = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Code = SqlDialect.RequireName(code);
        Name = SqlDialect.RequireName(name);
        Nature = SqlDialect.RequireName(nature);
        Behavior = behavior is null ? null : SqlDialect.RequireName(behavior);
        Parent = parent is null ? null : SqlDialect.RequireName(parent);
        Category = category is null ? null : SqlDialect.RequireName(category);
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

    /// <summary>The column of the nature.</summary>
    public string Nature { get; }

    /// <summary>The column of the behavior, or null.</summary>
    public string? Behavior { get; }

    /// <summary>The column of the parent, or null.</summary>
    public string? Parent { get; }

    /// <summary>The column of the category, or null.</summary>
    public string? Category { get; }

    /// <summary>The column of the first day, or null.</summary>
    public string? ValidFrom { get; }

    /// <summary>The column of the last day, or null.</summary>
    public string? ValidTo { get; }

    /// <summary>The column that orders the rows, or null.</summary>
    public string? Order { get; }
}
