using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Reads the amount of a row as its profile says, and writes it as the contract does.</summary>
/// <remarks>An amount that stands in one column with its sign is handed on as it stands.</remarks>
internal sealed class AmountReading
{
    private readonly AmountSource amount;
    private readonly NumberDialect numbers;
    private readonly CurrencyReading? currency;
    private readonly CellReading column;
    private readonly CellReading? credit;
    private readonly CellReading? sign;
    private byte[] scratch = new byte[64];

    public AmountReading(AmountSource amount, NumberDialect numbers, CurrencyReading? currency, SourceBinder binder)
    {
        this.amount = amount;
        this.numbers = numbers;
        this.currency = currency;
        column = amount.Column.Bind(binder);
        credit = amount.Credit?.Bind(binder);
        sign = amount.Sign?.Bind(binder);
        IsContractForm = credit is not null || sign is not null || amount.Shift != 0 || currency is not null
            || amount.Column.IsContractForm;
    }

    /// <summary>Whether the text is written as the contract writes it.</summary>
    public bool IsContractForm { get; }

    /// <summary>Whether a row has something where amounts stand.</summary>
    public bool IsFilled(ForeignRow row) => !column(row).IsEmpty || credit?.Invoke(row).IsEmpty == false;

    /// <summary>The text of the amount; empty where there is none or a fault was told.</summary>
    public ReadOnlySpan<byte> Read(ForeignRow row)
    {
        if (!IsContractForm)
        {
            return column(row);
        }

        return credit is null ? ReadSingle(row) : ReadPair(row, amount.Nets);
    }

    /// <summary>The exact amount of a row, also of one that fills both columns; null where there is none.</summary>
    public ExactNumber? ReadExact(ForeignRow row)
    {
        if (!IsContractForm)
        {
            ReadOnlySpan<byte> cell = column(row);
            return !cell.IsEmpty && numbers.TryRewrite(cell, takesSuffix: true, ref scratch, out cell)
                ? ExactNumber.Read(cell)
                : null;
        }

        int faults = row.Faults.Count;
        ReadOnlySpan<byte> text = credit is null ? ReadSingle(row) : ReadPair(row, nets: true);
        row.Faults.RemoveRange(faults, row.Faults.Count - faults);
        return text.IsEmpty ? null : ExactNumber.Read(text);
    }

    private ReadOnlySpan<byte> ReadSingle(ForeignRow row)
    {
        ReadOnlySpan<byte> cell = column(row);
        if (cell.IsEmpty)
        {
            return default;
        }

        ReadOnlySpan<byte> number = Rewrite(row, cell, takesSuffix: sign is null);
        if (sign is null || number.IsEmpty)
        {
            return number;
        }

        string flag = Encoding.UTF8.GetString(sign(row)).Trim();
        bool isNegative = amount.Negative.Contains(flag, StringComparer.OrdinalIgnoreCase);
        if (!isNegative && !amount.Positive.Contains(flag, StringComparer.OrdinalIgnoreCase))
        {
            return row.Fault(
                ImportIssueCode.BadSign,
                flag,
                $"The sign of the amount was expected as {string.Join(", ", amount.Positive)} for positive or "
                    + $"{string.Join(", ", amount.Negative)} for negative.");
        }

        if (IsNegative(number) && !amount.AllowsMinus)
        {
            return row.Fault(
                ImportIssueCode.BadSign,
                Encoding.UTF8.GetString(cell),
                "An amount without minus was expected, since another column has its sign. Let the profile allow one.");
        }

        return isNegative ? Negate(row, number) : number;
    }

    private ReadOnlySpan<byte> ReadPair(ForeignRow row, bool nets)
    {
        ReadOnlySpan<byte> debitCell = column(row);
        ReadOnlySpan<byte> creditCell = credit!(row);
        int faults = row.Faults.Count;
        ReadOnlySpan<byte> debit = debitCell.IsEmpty ? default : RewriteSide(row, debitCell);
        // The currency is one of the row, so it is told once.
        bool isForeign = row.Faults.Count > faults && row.Faults[^1].Code == ImportIssueCode.OtherCurrency;
        ReadOnlySpan<byte> credited = creditCell.IsEmpty || isForeign ? default : RewriteSide(row, creditCell);
        if (row.Faults.Count > faults)
        {
            return default;
        }

        bool hasDebit = debit.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
        bool hasCredit = credited.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
        if (!hasDebit && !hasCredit)
        {
            return debit.IsEmpty ? credited : debit;
        }

        if (!(hasDebit && hasCredit))
        {
            return hasDebit ? debit : Negate(row, credited);
        }

        if (!nets)
        {
            return row.Fault(
                ImportIssueCode.TwoAmounts,
                $"{Encoding.UTF8.GetString(debitCell)} | {Encoding.UTF8.GetString(creditCell)}",
                "A debit or a credit was expected, both came. Split the row, or let the profile net them.");
        }

        return ExactNumber.Read(debit) is ExactNumber left && ExactNumber.Read(credited) is ExactNumber right
            ? row.Keep((left - right).ToString())
            : row.Fault(
                ImportIssueCode.TooManyDigits,
                Encoding.UTF8.GetString(debitCell),
                "At most 28 decimals and 36 digits were expected of amounts that are netted.");
    }

    private ReadOnlySpan<byte> RewriteSide(ForeignRow row, ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> number = Rewrite(row, cell, takesSuffix: false);
        return IsNegative(number) && !amount.AllowsMinus
            ? row.Fault(
                ImportIssueCode.BadSign,
                Encoding.UTF8.GetString(cell),
                "A debit or credit without minus was expected. Let the profile allow one, which turns the sign.")
            : number;
    }

    /// <summary>The number of a cell as the contract writes it, in the book's currency.</summary>
    private ReadOnlySpan<byte> Rewrite(ForeignRow row, ReadOnlySpan<byte> cell, bool takesSuffix)
    {
        ReadOnlySpan<byte> number = cell;
        decimal rate = 1m;
        if (currency is not null && !currency.TryTake(row, ref number, out rate))
        {
            return default;
        }

        bool isNumber = amount.Column.IsContractForm || numbers.TryRewrite(number, takesSuffix, ref scratch, out number);
        if (!isNumber || ExactNumber.Read(number) is null)
        {
            return row.Fault(
                ImportIssueCode.BadNumber, Encoding.UTF8.GetString(cell), numbers.Expected + FormAdvice.OfNumber(cell));
        }

        string text = Encoding.UTF8.GetString(number);
        text = amount.Shift == 0 ? text : DecimalShift.Move(text, amount.Shift);
        text = rate == 1m ? text : CurrencyReading.Convert(text, rate);
        return row.Keep(text);
    }

    /// <summary>Whether a number is below 0, which <c>-0.00</c> is not.</summary>
    private static bool IsNegative(ReadOnlySpan<byte> number) =>
        number is [(byte)'-', ..] && number.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;

    private static ReadOnlySpan<byte> Negate(ForeignRow row, ReadOnlySpan<byte> number) =>
        number[0] == '-' ? number[1..] : row.Keep("-" + Encoding.UTF8.GetString(number));
}
