using System.Runtime.CompilerServices;
using CostCenters.Cubes;

namespace CostCenters.Csv.Bulk;

/// <summary>Spreads rows of a whole year evenly over its periods, the earlier periods taking the remainder.</summary>
/// <remarks>The same shares as those of <see cref="Budgets.Phasing.Even"/> by the largest remainder.</remarks>
internal sealed class EvenYear(CellBatch batch, BudgetPeriods periods)
{
    private readonly Shares amountShares = new();
    private readonly Shares quantityShares = new();
    private readonly long[] periodAmounts = new long[RowBatch.Most];
    private readonly long[] periodQuantities = new long[RowBatch.Most];

    /// <summary>Adds rows of one year to a cube.</summary>
    public void Add(
        SharedCubeBuilder cube, int year, ReadOnlySpan<long> cells, ReadOnlySpan<long> amounts, Span<long> quantities)
    {
        int count = periods.PeriodsOfYear;
        amountShares.Divide(amounts, count);
        quantityShares.Divide(quantities, count);
        int first = periods.FirstPeriodOf(year);
        for (int place = 0; place < count; place++)
        {
            Span<long> share = periodAmounts.AsSpan(0, cells.Length);
            Span<long> quantityShare = periodQuantities.AsSpan(0, cells.Length);
            amountShares.Take(place, share);
            quantityShares.Take(place, quantityShare);
            batch.Add(cube, first + place, cells, share, quantityShare);
        }
    }

    /// <summary>The even shares of some totals.</summary>
    private sealed class Shares
    {
        private readonly long[] shares = new long[RowBatch.Most];
        private readonly int[] remainders = new int[RowBatch.Most];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Divide(ReadOnlySpan<long> totals, int count)
        {
            for (int row = 0; row < totals.Length; row++)
            {
                // A quantity that was not given has no share, either.
                bool isGiven = totals[row] != CellBatch.NoQuantity;
                long share = isGiven ? totals[row] / count : CellBatch.NoQuantity;
                shares[row] = share;
                remainders[row] = isGiven ? (int)(totals[row] - (share * count)) : 0;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Take(int place, Span<long> taken)
        {
            for (int row = 0; row < taken.Length; row++)
            {
                int remainder = remainders[row];
                taken[row] = shares[row] + (place < remainder ? 1 : place < -remainder ? -1 : 0);
            }
        }
    }
}
