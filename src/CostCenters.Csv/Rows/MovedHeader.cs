using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Rows;

/// <summary>Recognises a second header whose columns stand in another order, as files have that were joined.</summary>
/// <remarks>The rows below it would be read under the names of the first one. Only rows that were rejected are looked
/// at: a heading is no date and no number.</remarks>
internal sealed class MovedHeader
{
    private const int FewestMoved = 2;

    private readonly string[] names;
    private long seen;

    /// <summary>Looks for the names of a header.</summary>
    public MovedHeader(IEnumerable<string> header) => names = [.. header.Select(HeadingText.Fold)];

    public delegate ReadOnlySpan<byte> CellOf(int position);

    /// <summary>Stops the file if the last row was rejected and is such a header.</summary>
    public void Look(CellOf cell, int cellCount, ImportLog log)
    {
        if (log.RejectedRows == seen)
        {
            return;
        }

        seen = log.RejectedRows;
        string[] cells = new string[cellCount];
        for (int position = 0; position < cellCount; position++)
        {
            cells[position] = Encoding.UTF8.GetString(cell(position));
        }

        if (IsMoved(names, cells))
        {
            log.Stop(
                ImportIssueCode.MovedHeader,
                log.RowLine,
                null,
                null,
                "A second header has the columns of the first in another order, so that the rows below it would be "
                    + "read under wrong names. Split the file there, and give each part a profile.");
        }
    }

    /// <summary>Whether at least two cells, and half of those that are filled, are names that stand elsewhere in the
    /// header.</summary>
    /// <param name="header">The folded names of the header.</param>
    /// <param name="cells">The cells of the row.</param>
    public static bool IsMoved(IReadOnlyList<string> header, IReadOnlyList<string> cells)
    {
        int filled = 0;
        int known = 0;
        int moved = 0;
        for (int position = 0; position < cells.Count; position++)
        {
            string name = HeadingText.Fold(cells[position]);
            if (name.Length == 0)
            {
                continue;
            }

            filled++;
            bool isHere = position < header.Count && header[position] == name;
            bool isElsewhere = !isHere && header.Contains(name);
            known += isHere || isElsewhere ? 1 : 0;
            moved += isElsewhere ? 1 : 0;
        }

        return moved >= FewestMoved && known * 2 >= filled;
    }
}
