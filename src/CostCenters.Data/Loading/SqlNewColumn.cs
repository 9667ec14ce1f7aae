using CostCenters.Data.Dialects;

namespace CostCenters.Data.Loading;

/// <summary>A column of a table that is to be made and filled.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlNewColumn
{
    internal SqlNewColumn(string name, SqlColumnKind kind, int scale, bool isNullable)
    {
        Name = name;
        Kind = kind;
        Scale = scale;
        IsNullable = isNullable;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it holds: text, a date, an integer or a decimal.</summary>
    public SqlColumnKind Kind { get; }

    /// <summary>The decimals of a decimal, else 0.</summary>
    public int Scale { get; }

    /// <summary>Whether a row may have no value.</summary>
    public bool IsNullable { get; }
}
