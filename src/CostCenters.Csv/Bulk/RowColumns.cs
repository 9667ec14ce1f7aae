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
            int number = CodeIndex.None;
            if (rows.TryFind(row, column, out int start, out int end))
            {
                number = codes.Find(ref Unsafe.Add(ref rows.Origin, start), end - start);
            }

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
            bool isNumber = rows.TryFind(row, column, out int start, out int end)
                & form.TryRead(ref rows.Origin, start, end, out read[row]);
            IsOdd[row] |= !isNumber;
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
            bool isFound = rows.TryFind(row, column, out int start, out int end);
            if (start == end)
            {
                read[row] = CellBatch.NoQuantity;
            }
            else
            {
                IsOdd[row] |= !(form.TryRead(ref rows.Origin, start, end, out read[row]) & isFound);
            }
        }
    }
}
