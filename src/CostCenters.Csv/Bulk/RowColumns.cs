using System.Runtime.CompilerServices;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Structure;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads the rows of one table column by column. One for each thread.</summary>
/// <param name="dialect">How they are written.</param>
/// <param name="readColumns">How many columns are read, the first of the table.</param>
internal abstract class RowColumns(ColumnDialect dialect, int readColumns)
{
    private const int Absent = HeaderMap.Absent;
    private const int Spare = 64;

    /// <summary>Whether a row of the batch is anything but plain and good.</summary>
    public bool[] IsOdd { get; } = new bool[RowBatch.Most];

    /// <summary>Takes the plain and good rows of a batch, and says which others are left to the plain reader.</summary>
    /// <param name="header">Where the columns stand.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="offset">Where the text of the rows stands in the file.</param>
    /// <returns>How many rows were taken.</returns>
    public int Take(HeaderMap header, RowBatch rows, long offset)
    {
        for (int column = 0; dialect.AbsentTokens.Length > 0 && column < readColumns; column++)
        {
            LeaveAbsent(rows, header.Positions[column]);
        }

        return TakeColumns(header, rows, offset);
    }

    /// <summary>Takes the rows that the plain reader accepts.</summary>
    /// <param name="table">The plain reader's rows.</param>
    /// <param name="offsetOfLine">Where the row of a line stands in the file.</param>
    public abstract void TakeOdd(TableReader table, Func<long, long> offsetOfLine);

    /// <summary>Takes the plain and good rows of those that are not left to the plain reader already.</summary>
    protected abstract int TakeColumns(HeaderMap header, RowBatch rows, long offset);

    /// <summary>Turns the amounts of some elements.</summary>
    /// <param name="turned">Whether those of an element are turned; null for none.</param>
    /// <param name="elements">The element of each row that is not odd.</param>
    /// <param name="amounts">The amounts.</param>
    protected void TurnAmounts(bool[]? turned, ReadOnlySpan<int> elements, Span<long> amounts)
    {
        for (int row = 0; turned is not null && row < elements.Length; row++)
        {
            amounts[row] = !IsOdd[row] && turned[elements[row]] ? -amounts[row] : amounts[row];
        }
    }

    /// <summary>Finds the codes of a column, or of its constant where it has no place.</summary>
    protected void ReadCodes(RowBatch rows, int position, string column, CodeIndex codes, int[] numbers)
    {
        if (position != Absent)
        {
            ReadCodes(rows, position, codes, numbers);
            return;
        }

        byte[] constant = dialect.Constant(column)!;
        byte[] text = [.. new byte[Spare], .. constant, .. new byte[Spare]];
        int number = codes.Find(text, Spare, constant.Length);
        numbers.AsSpan(0, rows.Count).Fill(number);
        if (number < 0)
        {
            IsOdd.AsSpan(0, rows.Count).Fill(true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCodes(RowBatch rows, int column, CodeIndex codes, int[] numbers)
    {
        ColumnCells cells = rows.Column(column);
        ReadOnlySpan<byte> text = rows.AllText;
        Span<int> found = numbers.AsSpan(0, rows.Count);
        Span<bool> isOdd = IsOdd.AsSpan(0, found.Length);
        for (int row = 0; row < found.Length; row++)
        {
            cells.Find(row, out int start, out int length);
            int number = codes.Find(text, start, length);
            found[row] = number;
            isOdd[row] |= number < 0;
        }
    }

    /// <summary>Reads the numbers of a column that must be filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ReadNumbers(RowBatch rows, int column, FixedPoint form, bool[] areOdd, long[] counts)
    {
        ColumnCells cells = rows.Column(column);
        Span<long> read = counts.AsSpan(0, rows.Count);
        Span<bool> isOdd = areOdd.AsSpan(0, read.Length);
        for (int row = 0; row < read.Length; row++)
        {
            cells.Find(row, out int start, out int length);
            isOdd[row] |= !form.TryRead(ref rows.Origin, start, length, 1, out read[row]);
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

        ColumnCells cells = rows.Column(column);
        Span<bool> isOdd = IsOdd.AsSpan(0, read.Length);
        for (int row = 0; row < read.Length; row++)
        {
            cells.Find(row, out int start, out int length);

            // Whether one is given is as good as chance, so nothing here should depend on foretelling it.
            int given = length == 0 ? 0 : 1;
            isOdd[row] |= !form.TryRead(ref rows.Origin, start, length, given, out long count);
            read[row] = count | (CellBatch.NoQuantity & unchecked(given - 1L));
        }
    }

    /// <summary>Leaves the rows to the plain reader in which a cell stands for an empty one.</summary>
    private void LeaveAbsent(RowBatch rows, int column)
    {
        if (column == Absent)
        {
            return;
        }

        ColumnCells cells = rows.Column(column);
        for (int row = 0; row < rows.Count; row++)
        {
            cells.Find(row, out int start, out int length);
            ReadOnlySpan<byte> text = rows.Text(start, Math.Max(length, 0));
            foreach (byte[] token in dialect.AbsentTokens)
            {
                IsOdd[row] |= text.SequenceEqual(token);
            }
        }
    }
}
