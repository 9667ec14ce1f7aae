namespace CostCenters.Csv.Shapes;

/// <summary>How large a file and its parts may be; what is not named is bounded by the length of rows alone.</summary>
internal sealed record FileLimits
{
    /// <summary>The longest cell in bytes of UTF-8.</summary>
    public int FieldLength { get; init; } = int.MaxValue;

    /// <summary>The most columns of a header.</summary>
    public int Columns { get; init; } = ColumnSource.MostColumns;

    /// <summary>The most rows below the header.</summary>
    public long Rows { get; init; } = long.MaxValue;

    /// <summary>The most bytes of the file, as it stands.</summary>
    public long FileSize { get; init; } = long.MaxValue;

    /// <summary>Whether only the header needs a look.</summary>
    public bool IsOfHeaderAlone => FieldLength == int.MaxValue && Rows == long.MaxValue && FileSize == long.MaxValue;
}
