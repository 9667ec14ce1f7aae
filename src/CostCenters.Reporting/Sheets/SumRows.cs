using System.Text;

namespace CostCenters.Reporting.Sheets;

/// <summary>Which lines of a sheet add up to which, so that a total can be written as a formula of its parts.</summary>
internal sealed class SumRows
{
    private const int LongestFormula = 8_000;
    private const int MostArguments = 250;

    private readonly int[] first;
    private readonly int[] next;
    private readonly int firstRow;
    private readonly int digits;

    /// <summary>Takes in the lines.</summary>
    /// <param name="parents">For each line the one that it is a part of, or -1.</param>
    /// <param name="firstRow">The row of the first line.</param>
    /// <param name="digits">Decimals of amounts: spreadsheet programs add in binary, and rounding takes what that
    /// leaves over away again.</param>
    public SumRows(int[] parents, int firstRow, int digits)
    {
        this.firstRow = firstRow;
        this.digits = digits;
        first = new int[parents.Length];
        next = new int[parents.Length];
        Array.Fill(first, -1);
        Array.Fill(next, -1);
        for (int line = parents.Length - 1; line >= 0; line--)
        {
            if (parents[line] is int parent and >= 0)
            {
                next[line] = first[parent];
                first[parent] = line;
            }
        }
    }

    /// <summary>The parts of a line, in order.</summary>
    public IEnumerable<int> PartsOf(int line)
    {
        for (int part = first[line]; part >= 0; part = next[part])
        {
            yield return part;
        }
    }

    public bool HasParts(int line) => first[line] >= 0;

    /// <summary>The sum of the parts of a line in a column, such as <c>ROUND(SUM(D6,D9:D12),2)</c>.</summary>
    /// <returns>Null where there are none, or more than a formula can name.</returns>
    public string? FormulaOf(int line, string column) => FormulaOf(PartsOf(line), column);

    /// <summary>The sum of some columns of a row.</summary>
    public string Across(int row, string from, string through) =>
        FormattableString.Invariant($"ROUND(SUM({from}{row}:{through}{row}),{digits})");

    /// <summary>The cell of a row less that of another.</summary>
    public string Less(string column, int row, string other, int otherRow) =>
        FormattableString.Invariant($"ROUND({column}{row}-{other}{otherRow},{digits})");

    /// <summary>The sum of some lines in a column.</summary>
    public string? FormulaOf(IEnumerable<int> lines, string column)
    {
        var formula = new StringBuilder("ROUND(SUM(");
        int arguments = 0;
        int start = -1;
        int last = -2;
        foreach (int part in lines.Append(int.MaxValue))
        {
            if (part != last + 1 && start >= 0)
            {
                formula.Append(arguments++ == 0 ? "" : ",").Append(column).Append(firstRow + start);
                if (last > start)
                {
                    formula.Append(':').Append(column).Append(firstRow + last);
                }
            }

            start = part == last + 1 ? start : part;
            last = part == int.MaxValue ? last : part;
        }

        return arguments is 0 or > MostArguments || formula.Length > LongestFormula
            ? null
            : formula.Append("),").Append(digits).Append(')').ToString();
    }
}
