using System.Collections.Concurrent;

namespace CostCenters.Cubes;

/// <summary>Adds amounts up into one <see cref="Cube"/> from several threads at once.</summary>
/// <remarks>
/// The cells of a period belong to one thread at a time, so nothing is merged in the end. Sums wrap and the wraps are
/// counted, so the same amounts give the same cube in whatever order the threads come.
/// </remarks>
internal sealed class SharedCubeBuilder
{
    private readonly PeriodSums?[] periods;

    // Postings mostly come in the order of their dates: the table of one period serves the next.
    private readonly ConcurrentStack<CellTable> spareTables = [];

    public SharedCubeBuilder(CubeSpace space)
    {
        Space = space;
        periods = new PeriodSums?[space.Calendar.OrdinalCount];
    }

    public CubeSpace Space { get; }

    /// <summary>Adds amounts and quantities to cells of one period.</summary>
    /// <param name="period">The ordinal of the period.</param>
    /// <param name="cells">The numbers of the cells, center x elements + element.</param>
    /// <param name="amounts">An amount for each cell.</param>
    /// <param name="quantityCells">The numbers of cells among them that come with a quantity.</param>
    /// <param name="quantities">A quantity for each of those.</param>
    public void Add(
        int period,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        ReadOnlySpan<long> quantityCells,
        ReadOnlySpan<long> quantities)
    {
        PeriodSums sums = periods[period] ?? Open(period);
        lock (sums)
        {
            sums.Add(cells, amounts, quantityCells, quantities);
        }
    }

    /// <summary>The finished cube; this builder must not be used afterwards.</summary>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    public Cube Build()
    {
        Refuse(sums => sums.AmountWraps, "amounts");
        Refuse(sums => sums.QuantityWraps, "quantities");
        return new Cube(Space, Array.ConvertAll(periods, sums => sums?.Build()));
    }

    private PeriodSums Open(int period)
    {
        var opened = new PeriodSums(Space.CellsPerPeriod, spareTables);
        return Interlocked.CompareExchange(ref periods[period], opened, null) ?? opened;
    }

    private void Refuse(Func<PeriodSums, Dictionary<long, int>> wrapsOf, string what)
    {
        for (int period = 0; period < periods.Length; period++)
        {
            if (periods[period] is not PeriodSums sums)
            {
                continue;
            }

            foreach (long cell in wrapsOf(sums).Where(pair => pair.Value != 0).Select(pair => pair.Key).Order())
            {
                CellAddress address = Space.AddressOf(cell, period);
                throw new AmountOverflowException(
                    $"{what} of center '{address.Center}', element '{address.Element}', period {address.Period}");
            }
        }
    }

    /// <summary>The sums of one period: in a table while few cells are in use, then in a block.</summary>
    private sealed class PeriodSums
    {
        private const int AlwaysDense = 4_096;
        private const int TableCellsPerDenseCell = 32;

        private readonly long cellCount;
        private readonly ConcurrentStack<CellTable> spare;
        private CellTable? table;
        private DenseBlock? dense;

        public PeriodSums(long cellCount, ConcurrentStack<CellTable> spare)
        {
            this.cellCount = cellCount;
            this.spare = spare;
            if (cellCount <= AlwaysDense)
            {
                dense = new DenseBlock((int)cellCount);
            }
            else
            {
                table = spare.TryPop(out CellTable? used) ? used : new CellTable();
            }
        }

        public Dictionary<long, int> AmountWraps { get; } = [];

        public Dictionary<long, int> QuantityWraps { get; } = [];

        public void Add(
            ReadOnlySpan<long> cells,
            ReadOnlySpan<long> amounts,
            ReadOnlySpan<long> quantityCells,
            ReadOnlySpan<long> quantities)
        {
            if (dense is not null)
            {
                dense.AddMany(cells, amounts, AmountWraps);
                dense.AddManyQuantities(quantityCells, quantities, QuantityWraps);
                return;
            }

            table!.AddMany(cells, amounts, AmountWraps);
            table.AddManyQuantities(quantityCells, quantities, QuantityWraps);
            if (table.Count > cellCount / TableCellsPerDenseCell && cellCount <= Array.MaxLength)
            {
                dense = table.ToDenseBlock((int)cellCount);
                spare.Push(table);
                table = null;
            }
        }

        public CubeBlock Build() => dense is not null ? dense : table!.ToSparseBlock();
    }
}
