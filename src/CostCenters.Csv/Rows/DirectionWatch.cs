using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Looks whether a column that nothing reads says of amounts that they are debits or credits.</summary>
/// <remarks>It looks at the first rows alone: such a column is filled in each of them.</remarks>
internal sealed class DirectionWatch
{
    private const int RowsSeen = 100;

    private readonly IReadOnlyList<(string Name, int Position)> columns;
    private readonly HashSet<string>?[] seen;
    private int rows;

    /// <param name="columns">The columns that nothing reads.</param>
    public DirectionWatch(IReadOnlyList<(string Name, int Position)> columns)
    {
        this.columns = columns;
        seen = [.. columns.Select(_ => new HashSet<string>(StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>Whether it has seen enough.</summary>
    public bool IsDone => rows == RowsSeen || columns.Count == 0;

    /// <summary>Looks at a row.</summary>
    public void See(FileRows file)
    {
        rows++;
        for (int column = 0; column < columns.Count; column++)
        {
            int position = columns[column].Position;
            string text = position < file.CellCount ? Encoding.UTF8.GetString(file.Cell(position)).Trim() : "";
            if (seen[column] is HashSet<string> words && text.Length > 0)
            {
                seen[column] = DirectionTexts.All.Contains(text) ? words : null;
                words.Add(text);
            }
        }
    }

    /// <summary>Tells the columns that look like a direction.</summary>
    public void Tell(ImportLog log)
    {
        for (int column = 0; column < columns.Count; column++)
        {
            if (seen[column] is { Count: > 0 } words)
            {
                log.Note(
                    ImportIssueCode.DirectionColumn,
                    null,
                    columns[column].Name,
                    $"The column holds {string.Join(", ", words.Order(StringComparer.Ordinal))} and nothing reads it: "
                        + "amounts are read with the signs they have. If it says which are credits, name it with "
                        + "AmountSource.SignedBy or the JSON keys amount.sign, positive and negative.");
            }
        }
    }
}
