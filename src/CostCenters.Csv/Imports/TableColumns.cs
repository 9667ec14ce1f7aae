namespace CostCenters.Csv.Imports;

/// <summary>The columns that the tables of the contract have, which are all that a profile can name.</summary>
internal static class TableColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "actor", "amount", "basis", "behavior", "below", "booked_on", "budget", "category", "cause", "center",
        "channel", "code", "contacts", "credits", "date", "document", "driver", "element", "elements", "excess",
        "expires", "first", "first_answered", "fixed_rate", "foreign_amount", "foreign_currency", "from", "id",
        "key_figure", "kind", "method", "name", "nature", "on_actual", "on_order", "on_request", "opened",
        "over_delivery_percent", "overridable_by", "parent", "percent", "period", "periods", "quantity", "rate",
        "reason", "receiver", "reference", "release", "resolved", "revises", "role", "rule", "score", "sender",
        "service", "span", "stage", "state", "taken", "takes_over", "takes_over_line", "text", "through", "ticket",
        "unit", "usage_percent", "valid_from", "valid_to", "value", "variable_rate", "version",
        "without_budget",
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
