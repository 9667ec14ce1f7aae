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

    /// <summary>Takes in the lines.</summary>
    /// <param name="parents">For each line the one that it is a part of, or -1.</param>
    /// <param name="firstRow">The row of the first line.</param>
    public SumRows(int[] parents, int firstRow)
    {
        this.firstRow = firstRow;
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

    /// <summary>The sum of the parts of a line in a column, such as <c>SUM(D6,D9:D12)</c>.</summary>
    /// <returns>Null where there are none, or more than a formula can name.</returns>
    public string? FormulaOf(int line, string column) => FormulaOf(PartsOf(line), column);

    /// <summary>The sum of some lines in a column.</summary>
    public string? FormulaOf(IEnumerable<int> lines, string column)
    {
        var formula = new StringBuilder("SUM(");
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
            : formula.Append(')').ToString();
    }
}
