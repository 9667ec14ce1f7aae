namespace CostCenters.Csv.Imports;

/// <summary>The columns that the tables of the contract have, which are all that a profile can name.</summary>
internal static class TableColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "amount", "behavior", "cause", "center", "channel", "code", "contacts", "date", "document", "element",
        "first_answered", "key_figure", "kind", "name", "nature", "opened", "parent", "period", "quantity", "resolved",
        "score", "text", "ticket", "unit", "valid_from", "valid_to", "value", "version",
    ];

    /// <exception cref="ArgumentException">No table has such a column.</exception>
    public static void Require(string column, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column, parameter);
        if (!Names.Contains(column))
        {
            throw new ArgumentException(
                $"No table has a column '{column}'. The columns are: {string.Join(", ", Names)}.", parameter);
        }
    }
}
