using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Csv.Bulk;

/// <summary>Adds accepted postings to the cube of comparable weeks, each 52 weeks after its day.</summary>
/// <param name="axes">The axes of the book, whose calendar has weeks.</param>
/// <param name="cube">The cube, shared by all threads.</param>
/// <param name="keepsQuantities">Whether quantities are added up, too.</param>
internal sealed class ComparableRows(BookAxes axes, ParallelCubeBuilder cube, bool keepsQuantities)
{
    private readonly CellBatch later = new(keepsQuantities);

    /// <summary>Adds the first rows; their batch stays as it is.</summary>
    /// <param name="batch">Cells, amounts and quantities of the rows.</param>
    /// <param name="days">Their day numbers.</param>
    /// <param name="count">How many rows there are.</param>
    public void Add(CellBatch batch, ReadOnlySpan<int> days, int count)
    {
        int taken = 0;
        for (int row = 0; row < count; row++)
        {
            int day = days[row] + ComparableWeeks.Days;
            if (day >= axes.DayCount)
            {
                continue;
            }

            later.Cells[taken] = batch.Cells[row];
            later.Amounts[taken] = batch.Amounts[row];
            later.Quantities[taken] = batch.Quantities[row];
            later.Groups[taken] = axes.PeriodOfDay(day);
            taken++;
        }

        later.AddTo(cube, taken);
    }
}
