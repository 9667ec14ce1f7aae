using System.Runtime.CompilerServices;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Bulk;

/// <summary>Spreads rows of a whole year evenly over its periods.</summary>
internal sealed class EvenYear(CellBatch batch, BudgetPeriods periods)
{
    private readonly EvenSplit[] amountShares = new EvenSplit[RowBatch.Most];
    private readonly EvenSplit[] quantityShares = new EvenSplit[RowBatch.Most];
    private readonly long[] periodAmounts = new long[RowBatch.Most];
    private readonly long[] periodQuantities = new long[RowBatch.Most];

    /// <summary>Adds rows of one year to a cube.</summary>
    public void Add(
        ParallelCubeBuilder cube,
        int year,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        ReadOnlySpan<long> quantities)
    {
        int count = periods.PeriodsOfYear;
        Split(amounts, count, amountShares);
        Split(quantities, count, quantityShares);
        int first = periods.FirstPeriodOf(year);
        for (int place = 0; place < count; place++)
        {
            TakeShares(place, cells.Length, quantities);
            batch.Add(
                cube,
                first + place,
                cells,
                periodAmounts.AsSpan(0, cells.Length),
                periodQuantities.AsSpan(0, cells.Length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split(ReadOnlySpan<long> totals, int count, EvenSplit[] shares)
    {
        for (int row = 0; row < totals.Length; row++)
        {
            shares[row] = new EvenSplit(totals[row], count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeShares(int place, int count, ReadOnlySpan<long> quantities)
    {
        for (int row = 0; row < count; row++)
        {
            periodAmounts[row] = amountShares[row][place];

            // A quantity that was not given has no share, either.
            periodQuantities[row] =
                quantities[row] == CellBatch.NoQuantity ? CellBatch.NoQuantity : quantityShares[row][place];
        }
    }
}
