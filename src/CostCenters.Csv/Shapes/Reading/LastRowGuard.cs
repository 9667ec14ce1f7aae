namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Recognises a row that may be the unmarked total of a file: the sum of all rows above, with less text.
/// </summary>
/// <remarks>Whether it is the last one the caller looks up, only for rows that this suspects.</remarks>
internal sealed class LastRowGuard
{
    private readonly AmountSums sums = new();
    private int rows;
    private int fewestCells = int.MaxValue;

    /// <summary>Whether a row is the sum of at least two above it and has fewer filled cells than each of them.</summary>
    public bool Suspects(ForeignRow row, IReadOnlyList<(int Column, ExactNumber? Amount)> amounts)
    {
        if (rows < 2 || amounts.Count == 0 || row.FilledCount() >= fewestCells)
        {
            return false;
        }

        foreach ((int column, ExactNumber? amount) in amounts)
        {
            if (amount is null || amount != sums.Of(column))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a row to those above.</summary>
    public void Add(ForeignRow row, IReadOnlyList<(int Column, ExactNumber? Amount)> amounts)
    {
        rows++;
        fewestCells = Math.Min(fewestCells, row.FilledCount());
        foreach ((int column, ExactNumber? amount) in amounts)
        {
            sums.Add(column, amount);
        }
    }
}
