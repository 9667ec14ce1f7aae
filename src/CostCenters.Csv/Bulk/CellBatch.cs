using System.Runtime.CompilerServices;
using CostCenters.Cubes;

namespace CostCenters.Csv.Bulk;

/// <summary>The accepted rows of a batch on their way to a cube: they are added period by period.</summary>
/// <param name="keepsQuantities">Whether quantities are added up, too.</param>
internal sealed class CellBatch(bool keepsQuantities)
{
    /// <summary>Stands for a quantity that was not given; no quantity has as many digits.</summary>
    public const long NoQuantity = long.MinValue;

    /// <summary>With so few changes of the period the rows are added in the order in which they came.</summary>
    private const int FewGroups = 16;

    private readonly long[] groupedCells = new long[RowBatch.Most];
    private readonly long[] groupedAmounts = new long[RowBatch.Most];
    private readonly long[] groupedQuantities = new long[RowBatch.Most];
    private readonly long[] quantityCells = new long[RowBatch.Most];
    private readonly List<(int Group, int Start)> groups = [];
    private readonly uint spread = unchecked((uint)Environment.CurrentManagedThreadId * 0x9E37_79B9);
    private int[] places = [];

    /// <summary>What belongs together, such as the ordinal of a period.</summary>
    public int[] Groups { get; } = new int[RowBatch.Most];

    /// <summary>The numbers of the cells.</summary>
    public long[] Cells { get; } = new long[RowBatch.Most];

    /// <summary>The amounts.</summary>
    public long[] Amounts { get; } = new long[RowBatch.Most];

    /// <summary>The quantities, or <see cref="NoQuantity"/>.</summary>
    public long[] Quantities { get; } = new long[RowBatch.Most];

    /// <summary>Adds the first rows to a cube, whose periods are the groups.</summary>
    public void AddTo(ParallelCubeBuilder cube, int count) =>
        ForEachGroup(count, (cube, batch: this), static (state, group, cells, amounts, quantities) =>
            state.batch.Add(state.cube, group, cells, amounts, quantities));

    /// <summary>Adds the first rows, all of one period, to a cube.</summary>
    public void AddTo(ParallelCubeBuilder cube, int period, int count) =>
        Add(cube, period, Cells.AsSpan(0, count), Amounts.AsSpan(0, count), Quantities.AsSpan(0, count));

    /// <summary>Adds rows of one period to a cube.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(
        ParallelCubeBuilder cube,
        int period,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        Span<long> quantities)
    {
        if (!keepsQuantities)
        {
            cube.Add(period, cells, amounts, [], []);
            return;
        }

        int given = 0;
        for (int row = 0; row < cells.Length; row++)
        {
            long quantity = quantities[row];
            quantityCells[given] = cells[row];
            quantities[given] = quantity;
            given += quantity != NoQuantity ? 1 : 0;
        }

        cube.Add(period, cells, amounts, quantityCells.AsSpan(0, given), quantities[..given]);
    }

    /// <summary>Goes through the groups of the first rows; what it hands out may be overwritten.</summary>
    public void ForEachGroup<TState>(int count, TState state, GroupAction<TState> action)
    {
        FindGroups(Groups.AsSpan(0, count));
        bool isGrouped = groups.Count > FewGroups && TryGroup(count);
        long[] cells = isGrouped ? groupedCells : Cells;
        long[] amounts = isGrouped ? groupedAmounts : Amounts;
        long[] quantities = isGrouped ? groupedQuantities : Quantities;

        // Threads begin with different groups, so that they do not wait for each other at one after the other.
        int begin = groups.Count == 0 ? 0 : (int)(spread % (uint)groups.Count);
        for (int i = 0; i < groups.Count; i++)
        {
            int place = begin + i < groups.Count ? begin + i : begin + i - groups.Count;
            (int group, int start) = groups[place];
            int length = (place + 1 < groups.Count ? groups[place + 1].Start : count) - start;
            action(
                state,
                group,
                cells.AsSpan(start, length),
                amounts.AsSpan(start, length),
                quantities.AsSpan(start, length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindGroups(ReadOnlySpan<int> ofRows)
    {
        groups.Clear();
        int last = -1;
        for (int row = 0; row < ofRows.Length; row++)
        {
            if (ofRows[row] != last)
            {
                last = ofRows[row];
                groups.Add((last, row));
            }
        }
    }

    /// <summary>Sorts the rows by group, by counting; not worth it if the groups are too far apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryGroup(int count)
    {
        const int mostPlaces = 16_384;
        (int lowest, int highest) = (int.MaxValue, 0);
        foreach ((int group, _) in groups)
        {
            lowest = Math.Min(lowest, group);
            highest = Math.Max(highest, group);
        }

        if (highest - lowest >= mostPlaces)
        {
            return false;
        }

        Span<int> next = Places(highest - lowest + 1);
        for (int row = 0; row < count; row++)
        {
            next[Groups[row] - lowest]++;
        }

        groups.Clear();
        int start = 0;
        for (int group = 0; group < next.Length; group++)
        {
            int length = next[group];
            next[group] = start;
            if (length > 0)
            {
                groups.Add((lowest + group, start));
                start += length;
            }
        }

        for (int row = 0; row < count; row++)
        {
            int place = next[Groups[row] - lowest]++;
            groupedCells[place] = Cells[row];
            groupedAmounts[place] = Amounts[row];
            groupedQuantities[place] = Quantities[row];
        }

        return true;
    }

    private Span<int> Places(int length)
    {
        if (places.Length < length)
        {
            places = new int[length];
        }

        places.AsSpan(0, length).Clear();
        return places.AsSpan(0, length);
    }
}

/// <summary>Takes the rows of one group.</summary>
internal delegate void GroupAction<TState>(
    TState state, int group, ReadOnlySpan<long> cells, ReadOnlySpan<long> amounts, Span<long> quantities);
