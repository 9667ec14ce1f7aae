using System.Collections.Immutable;
using CostCenters.Data.Dialects;

namespace CostCenters.Data.Loading;

/// <summary>A table that is to be made and filled.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlNewTable
{
    internal SqlNewTable(SqlTableName name, params IEnumerable<SqlNewColumn> columns)
    {
        Name = name;
        Columns = [.. columns];
    }

    /// <summary>Its name.</summary>
    public SqlTableName Name { get; }

    /// <summary>Its columns, in the order in which they are written.</summary>
    public ImmutableArray<SqlNewColumn> Columns { get; }

    internal string CreateStatement(SqlDialect dialect) =>
        $"CREATE TABLE {dialect.Quote(Name)} ({string.Join(", ", Columns.Select(column =>
            $"{dialect.Quote(column.Name)} {dialect.TypeName(column.Kind, column.Scale)}"
                + (column.IsNullable ? "" : " NOT NULL")))})";
}
