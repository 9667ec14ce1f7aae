using System.Runtime.InteropServices;

namespace CostCenters.Cubes;

/// <summary>
/// Collects the cells of one period: few in a table, many in a dense block. The table becomes a block when it would
/// take about as much room as one.
/// </summary>
internal sealed class CubeBlockBuilder
{
    private const int AlwaysDense = 4_096;
    private const int TableCellsPerDenseCell = 8;

    private readonly long cellCount;
    private Dictionary<long, Sum>? table;
    private DenseBlock? dense;

    public CubeBlockBuilder(long cellCount)
    {
        this.cellCount = cellCount;
        if (cellCount <= AlwaysDense)
        {
            dense = new DenseBlock((int)cellCount);
        }
        else
        {
            table = [];
        }
    }

    public int Add(long cell, long amount)
    {
        if (dense is not null)
        {
            return dense.Add(cell, amount);
        }

        ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(table!, cell, out bool existed);
        int wraps = Wrapping.Add(ref sum.Amount, amount);
        if (!existed && table!.Count > cellCount / TableCellsPerDenseCell && cellCount <= Array.MaxLength)
        {
            BecomeDense();
        }

        return wraps;
    }

    public int AddQuantity(long cell, long quantity)
    {
        if (dense is not null)
        {
            return dense.AddQuantity(cell, quantity);
        }

        ref Sum sum = ref CollectionsMarshal.GetValueRefOrNullRef(table!, cell);
        sum.HasQuantity = true;
        return Wrapping.Add(ref sum.Quantity, quantity);
    }

    /// <summary>The finished block; this builder must not be used afterwards.</summary>
    public CubeBlock Build()
    {
        if (dense is not null)
        {
            return dense;
        }

        long[] cells = [.. table!.Keys];
        Array.Sort(cells);
        long[] amounts = Array.ConvertAll(cells, cell => table[cell].Amount);
        long?[]? quantities = table.Values.Any(sum => sum.HasQuantity)
            ? Array.ConvertAll(cells, cell => table[cell].HasQuantity ? table[cell].Quantity : (long?)null)
            : null;
        return new SparseBlock(cells, amounts, quantities);
    }

    private void BecomeDense()
    {
        dense = new DenseBlock((int)cellCount);
        foreach ((long cell, Sum sum) in table!)
        {
            _ = dense.Add(cell, sum.Amount);
            if (sum.HasQuantity)
            {
                _ = dense.AddQuantity(cell, sum.Quantity);
            }
        }

        table = null;
    }

    private struct Sum
    {
        public long Amount;
        public long Quantity;
        public bool HasQuantity;
    }
}
