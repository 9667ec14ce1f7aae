namespace CostCenters.Data.Dialects;

/// <summary>The name of a table or view, in a schema or without one.</summary>
/// <remarks>Names are always written as quoted identifiers, so any character may stand in them but NUL. Immutable.
/// </remarks>
public sealed record SqlTableName
{
    /// <summary>Names a table or view.</summary>
    /// <param name="name">Its name as the engine keeps it, without quotes.</param>
    /// <param name="schema">The schema it stands in, or null for the one that the connection has.</param>
    /// <exception cref="ArgumentException">A name is empty or has a NUL, or <paramref name="name"/> is
    /// null.</exception>
    public SqlTableName(string name, string? schema = null)
    {
        Name = SqlDialect.RequireName(name);
        Schema = schema is null ? null : SqlDialect.RequireName(schema);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The schema, or null for that of the connection.</summary>
    public string? Schema { get; }

    /// <summary>Text such as <c>finance.postings</c>, for messages.</summary>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
