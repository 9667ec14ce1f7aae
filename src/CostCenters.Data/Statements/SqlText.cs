using System.Text;
using CostCenters.Data.Dialects;
using CostCenters.Data.Tables;

namespace CostCenters.Data.Statements;

/// <summary>A statement in the making: text of names and markers, and the values of the markers.</summary>
internal sealed class SqlText(SqlDialect dialect)
{
    private readonly StringBuilder text = new();
    private readonly List<object> values = [];

    public SqlDialect Dialect => dialect;

    public IReadOnlyList<object> Values => values;

    public SqlText Append(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>Takes a value as a parameter.</summary>
    /// <returns>What stands in the statement in its place.</returns>
    public string Parameter(object value)
    {
        values.Add(value);
        return dialect.Marker(values.Count - 1);
    }

    /// <summary>The conditions of filters, each behind AND.</summary>
    public string And(IEnumerable<SqlFilter> filters) =>
        string.Concat(filters.Select(filter => $" AND {IsEqual(Column(filter.Column), filter.Value)}"));

    /// <summary>A column of the table, which every statement calls t.</summary>
    public string Column(string name) => "t." + dialect.Quote(name);

    /// <summary>A condition that compares texts exactly; null is compared, too.</summary>
    public string IsEqual(string expression, object? value) => value switch
    {
        null => $"{expression} IS NULL",
        string text => $"{dialect.Exact(expression)} = {Parameter(text)}",
        _ => $"{expression} = {Parameter(value)}",
    };

    public override string ToString() => text.ToString();
}
