using System.Runtime.CompilerServices;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads the amounts of a batch, wherever a profile says that they stand.</summary>
/// <remarks>What this cannot read, or does not accept, is left to the plain reader. One for each thread.</remarks>
internal sealed class AmountColumns
{
    private readonly AmountSource? source;
    private readonly FixedPoint form;
    private readonly byte[][] positive;
    private readonly byte[][] negative;
    private readonly long[] credits = new long[RowBatch.Most];
    private readonly long most;

    public AmountColumns(ColumnDialect dialect, int scale)
    {
        source = dialect.Profile.Amount;
        form = dialect.Amounts(scale, takesSuffix: source is null || (source.Credit is null && source.Sign is null));
        most = (long)UInt128.Min(
            (UInt128)NumberCell.AmountBound * PowersOfTen.Of(scale), (UInt128)long.MaxValue);
        positive = [.. (source?.Positive ?? []).Select(System.Text.Encoding.UTF8.GetBytes)];
        negative = [.. (source?.Negative ?? []).Select(System.Text.Encoding.UTF8.GetBytes)];
    }

    /// <summary>Reads the amounts.</summary>
    /// <param name="header">Where the columns stand.</param>
    /// <param name="position">Where the column <c>amount</c> stands, if the profile does not say otherwise.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isOdd">Whether a row is left to the plain reader.</param>
    /// <param name="amounts">The amounts of the others.</param>
    public void Read(HeaderMap header, int position, RowBatch rows, bool[] isOdd, long[] amounts)
    {
        if (source is null)
        {
            RowColumns.ReadNumbers(rows, position, form, isOdd, amounts);
            return;
        }

        AmountPositions positions = header.Amount!.Value;
        if (source.Credit is not null)
        {
            ReadOptional(rows, positions.Column, isOdd, amounts);
            ReadOptional(rows, positions.Credit, isOdd, credits);
            Join(rows, positions, isOdd, amounts);
            return;
        }

        RowColumns.ReadNumbers(rows, positions.Column, form, isOdd, amounts);
        if (source.Sign is not null)
        {
            Sign(rows, positions.Sign, isOdd, amounts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadOptional(RowBatch rows, int column, bool[] isOdd, long[] counts)
    {
        ColumnCells cells = rows.Column(column);
        for (int row = 0; row < rows.Count; row++)
        {
            cells.Find(row, out int start, out int length);
            isOdd[row] |= !form.TryRead(ref rows.Origin, start, length, length == 0 ? 0 : 1, out counts[row]);
        }
    }

    /// <summary>Debit less credit, of which one is 0 unless they are netted.</summary>
    private void Join(RowBatch rows, AmountPositions positions, bool[] isOdd, long[] amounts)
    {
        ColumnCells debits = rows.Column(positions.Column);
        ColumnCells others = rows.Column(positions.Credit);
        for (int row = 0; row < rows.Count; row++)
        {
            (long debit, long credit) = (amounts[row], credits[row]);
            bool areBoth = debit != 0 && credit != 0;
            bool isNegative = debit < 0 || credit < 0;
            isOdd[row] |= (areBoth && !source!.Nets) || (isNegative && !source!.AllowsMinus);
            if (debit == 0 && credit == 0)
            {
                // Two empty cells are no amount of 0.
                debits.Find(row, out _, out int length);
                others.Find(row, out _, out int otherLength);
                isOdd[row] |= length <= 0 && otherLength <= 0;
            }

            if (!isOdd[row])
            {
                // Each is at most the bound, so that the difference is no more than twice that; what is beyond it, or
                // beyond 64 bits, the plain reader tells.
                Int128 difference = (Int128)debit - credit;
                isOdd[row] = difference > most || difference < -most;
                amounts[row] = isOdd[row] ? 0 : (long)difference;
            }
        }
    }

    private void Sign(RowBatch rows, int column, bool[] isOdd, long[] amounts)
    {
        ColumnCells cells = rows.Column(column);
        for (int row = 0; row < rows.Count; row++)
        {
            cells.Find(row, out int start, out int length);
            ReadOnlySpan<byte> text = length > 0 ? rows.Text(start, length) : default;
            bool isNegative = IsOneOf(negative, text);
            isOdd[row] |= (!isNegative && !IsOneOf(positive, text)) || (amounts[row] < 0 && !source!.AllowsMinus);
            amounts[row] = isNegative && !isOdd[row] ? -amounts[row] : amounts[row];
        }
    }

    private static bool IsOneOf(byte[][] texts, ReadOnlySpan<byte> text)
    {
        foreach (byte[] each in texts)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(each, text))
            {
                return true;
            }
        }

        return false;
    }
}
