using System.Numerics;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Sources;
using CostCenters.Monetary;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Compares the currency of rows with that of the book.</summary>
internal sealed class CurrencyReading
{
    private readonly CurrencyRule rule;
    private readonly CellReading? column;
    private string? book;

    public CurrencyReading(CurrencyRule rule, Currency? book, SourceBinder binder)
    {
        this.rule = rule;
        this.book = book?.Code;
        column = rule.Column?.Bind(binder);
    }

    /// <summary>Takes the currency of an amount off its cell; false for another one, which is told.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cell">The cell; the number alone afterwards.</param>
    /// <param name="rate">What the number is to be multiplied with.</param>
    public bool TryTake(ForeignRow row, ref ReadOnlySpan<byte> cell, out decimal rate)
    {
        rate = 1m;
        string text = column is null ? TakeSign(ref cell) : Encoding.UTF8.GetString(column(row)).Trim();
        if (text.Length == 0)
        {
            if (column is not null)
            {
                row.Fault(ImportIssueCode.OtherCurrency, "", "The currency of the row was expected, its cell is empty.");
            }

            return column is null;
        }

        string code = rule.CodeFor(text);
        book ??= code;
        if (code == book || rule.Rates.TryGetValue(code, out rate))
        {
            rate = code == book ? 1m : rate;
            return true;
        }

        row.Fault(
            ImportIssueCode.OtherCurrency,
            text,
            $"An amount in {book} was expected. Import each currency by itself, or give the profile a rate"
                + (Currency.TryFromIso(code, out _) ? "." : "; if the text is a sign, name its currency."));
        return false;
    }

    /// <summary>The product of a number in the contract's writing and a rate, exactly.</summary>
    public static string Convert(string number, decimal rate)
    {
        int scale = (decimal.GetBits(rate)[3] >> 16) & 0xFF;
        var units = new BigInteger(rate * (decimal)BigInteger.Pow(10, scale));
        BigInteger product = ExactNumber.Read(Encoding.UTF8.GetBytes(number))!.Value.Units * units;
        BigInteger divisor = BigInteger.Pow(10, scale);
        return BigInteger.Remainder(product, divisor).IsZero
            ? new ExactNumber(product / divisor).ToString()
            : DecimalShift.Move(new ExactNumber(product).ToString(), -scale);
    }

    /// <summary>Takes a sign or code from the begin or end of a cell; empty where there is none.</summary>
    private static string TakeSign(ref ReadOnlySpan<byte> cell)
    {
        cell = ForeignRow.Trim(cell);
        int start = 0;
        int end = cell.Length;
        while (start < end && IsSign(cell[start]))
        {
            start++;
        }

        while (end > start && IsSign(cell[end - 1]))
        {
            end--;
        }

        ReadOnlySpan<byte> front = cell[..start];
        ReadOnlySpan<byte> back = cell[end..];
        bool isNegative = cell is [(byte)'-', ..] && start == 0;
        if (isNegative)
        {
            // "-€ 5.00": the sign of the currency stands behind that of the number.
            ReadOnlySpan<byte> behind = ForeignRow.Trim(cell[1..]);
            int length = 0;
            while (length < behind.Length && IsSign(behind[length]))
            {
                length++;
            }

            if (length > 0 && back.IsEmpty)
            {
                string sign = Encoding.UTF8.GetString(behind[..length]);
                cell = Encoding.UTF8.GetBytes("-" + Encoding.UTF8.GetString(ForeignRow.Trim(behind[length..])));
                return sign;
            }
        }

        cell = ForeignRow.Trim(cell[start..end]);
        return Encoding.UTF8.GetString(ForeignRow.Trim(front.IsEmpty ? back : front));
    }

    /// <summary>Letters, and any byte of a character beyond ASCII but spaces.</summary>
    private static bool IsSign(byte unit) => char.IsAsciiLetter((char)unit) || unit is (byte)'$' || unit >= 0x80;
}
