using System.Runtime.CompilerServices;
using CostCenters.Csv.Adapters;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads the rows of one table column by column. One for each thread.</summary>
internal abstract class RowColumns
{
    private const int Absent = HeaderMap.Absent;

    /// <summary>Whether a row of the batch is anything but plain and good.</summary>
    public bool[] IsOdd { get; } = new bool[RowBatch.Most];

    /// <summary>Takes the plain and good rows of a batch, and says which others are left to the plain reader.</summary>
    /// <param name="header">Where the columns stand.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="offset">Where the text of the rows stands in the file.</param>
    /// <returns>How many rows were taken.</returns>
    public abstract int Take(HeaderMap header, RowBatch rows, long offset);

    /// <summary>Takes the rows that the plain reader accepts.</summary>
    /// <param name="table">The plain reader's rows.</param>
    /// <param name="offsetOfLine">Where the row of a line stands in the file.</param>
    public abstract void TakeOdd(TableReader table, Func<long, long> offsetOfLine);

    /// <summary>Finds the codes of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected void ReadCodes(RowBatch rows, int column, CodeIndex codes, int[] numbers)
    {
        Span<int> found = numbers.AsSpan(0, rows.Count);
        for (int row = 0; row < found.Length; row++)
        {
            CellSpan cell = rows.Find(row, column);
            int number = codes.Find(ref Unsafe.Add(ref rows.Origin, cell.Start), cell.Length);
            found[row] = number;
            IsOdd[row] |= number < 0;
        }
    }

    /// <summary>Reads the numbers of a column that must be filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected void ReadNumbers(RowBatch rows, int column, FixedPoint form, long[] counts)
    {
        Span<long> read = counts.AsSpan(0, rows.Count);
        for (int row = 0; row < read.Length; row++)
        {
            IsOdd[row] |= !form.TryRead(ref rows.Origin, rows.Find(row, column), out read[row]);
        }
    }

    /// <summary>Reads the quantities of a column that may be empty or absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected void ReadQuantities(RowBatch rows, int column, FixedPoint form, long[] counts)
    {
        Span<long> read = counts.AsSpan(0, rows.Count);
        if (column == Absent)
        {
            read.Fill(CellBatch.NoQuantity);
            return;
        }

        for (int row = 0; row < read.Length; row++)
        {
            CellSpan cell = rows.Find(row, column);
            if (cell.Length == 0)
            {
                read[row] = CellBatch.NoQuantity;
            }
            else
            {
                IsOdd[row] |= !form.TryRead(ref rows.Origin, cell, out read[row]);
            }
        }
    }
}
