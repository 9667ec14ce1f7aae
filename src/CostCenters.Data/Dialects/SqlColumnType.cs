using System.Globalization;

namespace CostCenters.Data.Dialects;

/// <summary>The type of a column, as an engine describes it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlColumnType
{
    private static readonly string[] Integers =
    [
        "bigint", "int", "integer", "smallint", "tinyint", "mediumint", "hugeint", "ubigint", "uinteger", "usmallint",
        "utinyint", "int2", "int4", "int8", "int16", "int32", "int64", "int128", "uint8", "uint16", "uint32", "uint64",
    ];

    private static readonly string[] Texts = ["varchar", "character varying", "text", "nvarchar", "string", "longtext"];

    private static readonly string[] Floats =
        ["double", "double precision", "float", "real", "float4", "float8", "float32", "float64"];

    private static readonly string[] Timestamps =
        ["timestamp", "timestamp without time zone", "datetime", "datetime2", "smalldatetime"];

    /// <summary>Creates a type.</summary>
    /// <param name="name">The name by which the engine calls it.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="precision">The most digits of a decimal, or null when it declares none.</param>
    /// <param name="scale">The decimals of a decimal, or null when it declares none.</param>
    /// <param name="isNullable">Whether a row may have no value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public SqlColumnType(string name, SqlColumnKind kind, int? precision, int? scale, bool isNullable)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Kind = kind;
        Precision = precision;
        Scale = scale;
        IsNullable = isNullable;
    }

    /// <summary>The name by which the engine calls it.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public SqlColumnKind Kind { get; }

    /// <summary>The most digits of a decimal, or null when it declares none.</summary>
    public int? Precision { get; }

    /// <summary>The decimals of a decimal, or null when it declares none.</summary>
    public int? Scale { get; }

    /// <summary>Whether a row may have no value; true, too, when the engine does not say.</summary>
    public bool IsNullable { get; }

    /// <summary>Reads a name such as <c>numeric(18, 2)</c>, as most engines write it.</summary>
    /// <param name="text">The name.</param>
    /// <param name="isNullable">Whether a row may have no value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static SqlColumnType Parse(string text, bool isNullable)
    {
        ArgumentNullException.ThrowIfNull(text);
        int open = text.IndexOf('(', StringComparison.Ordinal);
        int close = text.IndexOf(')', StringComparison.Ordinal);
        string name = (open < 0 ? text : text[..open] + (close < 0 ? "" : text[(close + 1)..]))
            .Trim().ToLowerInvariant();
        int[] sizes = open < 0 || close < open
            ? []
            : [.. text[(open + 1)..close].Split(',').Select(size =>
                int.TryParse(size, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int number)
                    ? number
                    : 0)];
        SqlColumnKind kind = KindOf(name);
        return kind == SqlColumnKind.ExactDecimal && sizes.Length > 0
            ? new SqlColumnType(text, kind, sizes[0], sizes.Length > 1 ? sizes[1] : 0, isNullable)
            : new SqlColumnType(text, kind, null, null, isNullable);
    }

    /// <summary>The name of the type.</summary>
    public override string ToString() => Name;

    private static SqlColumnKind KindOf(string name) => name switch
    {
        "decimal" or "numeric" or "dec" or "number" => SqlColumnKind.ExactDecimal,
        "date" or "date32" => SqlColumnKind.Date,
        "character" or "char" or "bpchar" or "nchar" => SqlColumnKind.PaddedText,
        "timestamp with time zone" or "timestamptz" or "datetimeoffset" => SqlColumnKind.ZonedTimestamp,
        _ when Array.IndexOf(Integers, name) >= 0 => SqlColumnKind.WholeNumber,
        _ when Array.IndexOf(Texts, name) >= 0 => SqlColumnKind.Text,
        _ when Array.IndexOf(Floats, name) >= 0 => SqlColumnKind.FloatingPoint,
        _ when Array.IndexOf(Timestamps, name) >= 0 => SqlColumnKind.Timestamp,
        _ => SqlColumnKind.Other,
    };
}
