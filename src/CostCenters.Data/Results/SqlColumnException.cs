using CostCenters.Data.Dialects;

namespace CostCenters.Data.Results;

/// <summary>A column cannot give exact figures, so nothing was read: it adds up in floating point, has another scale
/// than the space, or is of a type that no code or day is compared in.</summary>
public sealed class SqlColumnException : NotSupportedException
{
    internal SqlColumnException(SqlTableName table, string column, string typeName, string message)
        : base($"Column '{column}' of '{table}' is {typeName}: {message}")
    {
        Table = table;
        Column = column;
        TypeName = typeName;
    }

    /// <summary>The table or view.</summary>
    public SqlTableName Table { get; }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The type of the column, as the engine calls it.</summary>
    public string TypeName { get; }
}
