using System.Buffers;
using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Reports.Tables;

namespace CostCenters.Csv.Rows;

/// <summary>Puts the rows of a report into bytes, one block at a time. Not safe for use by several threads.</summary>
internal sealed class ReportFormatter(
    ReportTable table, char delimiter, string decimalSeparator, byte[][][] texts)
{
    private const int LongestNumber = 2 * NumberCell.LongestText;

    /// <summary>Stands for the decimals of a column that has none.</summary>
    private const int Text = -1;

    private readonly byte[] separator = Encoding.UTF8.GetBytes(decimalSeparator);
    private readonly bool keepsPoint = decimalSeparator == ".";
    private readonly ReportTableReader reader = table.NewReader();
    private readonly int[] digits = [.. table.Columns.Select(column => column.IsNumber ? column.Digits : Text)];
    private readonly int longestRow =
        texts.Sum(column => column.Select(text => text.Length).DefaultIfEmpty(LongestNumber).Max() + 1);

    /// <summary>The texts of the columns as they stand in a file, each with the delimiter or line end behind it.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <param name="neutralizes">Whether texts are kept from being run as formulas.</param>
    public static byte[][][] TextsOf(ReportTable table, char delimiter, bool neutralizes) =>
        [
            .. table.Columns.Select((column, place) => WithEnd(
                RowWriter.CellsOf(
                    neutralizes ? column.Texts.Select(TextCell.Neutralize) : column.Texts, delimiter),
                place == table.Columns.Length - 1 ? (byte)'\n' : (byte)delimiter)),
        ];

    /// <summary>Formats the rows of a block.</summary>
    public void Format(int block, ArrayBufferWriter<byte> target)
    {
        reader.Load(block);
        for (int row = 0; row < reader.RowCount; row++)
        {
            ReadOnlySpan<ReportCell> cells = reader.Row(row);
            Span<byte> bytes = target.GetSpan(longestRow);
            int length = 0;
            for (int column = 0; column < cells.Length; column++)
            {
                length += Put(column, in cells[column], bytes[length..]);
            }

            target.Advance(length);
        }
    }

    private int Put(int column, in ReportCell cell, Span<byte> target)
    {
        if (digits[column] == Text && !cell.IsAbsent)
        {
            ReadOnlySpan<byte> text = texts[column][(int)cell.Number];
            text.CopyTo(target);
            return text.Length;
        }

        int length = cell.IsAbsent ? 0 : PutNumber(cell.Number, digits[column], target);
        length = keepsPoint ? length : WithDecimalSeparator(target, length);
        target[length] = column == digits.Length - 1 ? (byte)'\n' : (byte)delimiter;
        return length + 1;
    }

    /// <summary>Puts the separator of the format in the place of a point.</summary>
    private int WithDecimalSeparator(Span<byte> number, int length)
    {
        int point = number[..length].IndexOf((byte)'.');
        if (point < 0)
        {
            return length;
        }

        number[(point + 1)..length].CopyTo(number[(point + separator.Length)..]);
        separator.CopyTo(number[point..]);
        return length - 1 + separator.Length;
    }

    private static byte[][] WithEnd(byte[][] cells, byte end)
    {
        foreach (byte[] cell in cells)
        {
            cell[^1] = end;
        }

        return cells;
    }

    /// <summary>A difference, a margin or a percentage may outgrow the 64 bits of a cell's sum.</summary>
    private static int PutNumber(Int128 count, int scale, Span<byte> target)
    {
        if (count == unchecked((long)count))
        {
            return NumberCell.Format((long)count, scale, target);
        }

        (Int128 whole, Int128 decimals) = Int128.DivRem(count, (Int128)PowersOfTen.Of(scale));
        int length = 0;
        if (whole == 0 && count < 0)
        {
            target[length++] = (byte)'-';
        }

        _ = whole.TryFormat(target[length..], out int written, default, CultureInfo.InvariantCulture);
        length += written;
        if (scale > 0)
        {
            target[length++] = (byte)'.';
            _ = Int128.Abs(decimals).TryFormat(
                target[length..], out written, $"D{scale}", CultureInfo.InvariantCulture);
            length += written;
        }

        return length;
    }
}
