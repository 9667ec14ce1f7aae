namespace CostCenters.Csv.Rows;

/// <summary>The columns of a table in contract order; a column is named by its index from here on.</summary>
internal sealed class RowSchema
{
    private RowSchema(string[] columns, bool[] isRequired)
    {
        Columns = columns;
        IsRequired = isRequired;
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<bool> IsRequired { get; }

    /// <summary>The index of a column by its name.</summary>
    public int IndexOf(string column) => Columns.TakeWhile(name => name != column).Count();

    /// <summary>Reads a table as the contract lists it: <c>date,center,amount,quantity?</c>.</summary>
    public static RowSchema Parse(string columns)
    {
        string[] names = columns.Split(',');
        return new(
            [.. names.Select(name => name.TrimEnd('?'))],
            [.. names.Select(name => !name.EndsWith('?'))]);
    }
}
