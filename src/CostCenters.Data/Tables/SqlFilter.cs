using CostCenters.Data.Dialects;

namespace CostCenters.Data.Tables;

/// <summary>Which rows of a table are meant: those that have a value in a column.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlFilter
{
    /// <summary>Creates a filter.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="value">A text, an integer or a decimal; goes to the engine as a parameter.</param>
    /// <exception cref="ArgumentException">The column has no name, or the value is of another type or has a NUL, at
    /// which providers cut texts.</exception>
    public SqlFilter(string column, object value)
    {
        Column = SqlDialect.RequireName(column);
        if (value is not (string or int or long or decimal)
            || (value is string text && text.Contains('\0', StringComparison.Ordinal)))
        {
            throw new ArgumentException("A text without NUL, an integer or a decimal was expected.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The name of the column.</summary>
    public string Column { get; }

    /// <summary>The value.</summary>
    public object Value { get; }
}
