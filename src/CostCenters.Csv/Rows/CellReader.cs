using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Rows;

/// <summary>Reads the cells of the current row as values, and tells every one that is faulty.</summary>
/// <remarks>A method that returns false has told why; one for an optional cell returns true for an empty one.</remarks>
internal sealed class CellReader
{
    private static readonly DateCell IsoDates = new([DatePattern.Iso]);

    private readonly TableRows rows;
    private readonly RowSchema schema;
    private readonly ImportProfile profile;
    private readonly ImportLog log;
    private readonly NumberDialect numbers;
    private readonly DateCell dates;
    private byte[] scratch = new byte[64];

    public CellReader(TableRows rows, RowSchema schema, ImportProfile profile, ImportLog log)
    {
        this.rows = rows;
        this.schema = schema;
        this.profile = profile;
        this.log = log;
        numbers = profile.Settings.Numbers;
        dates = new DateCell(profile.Settings.DatePatterns);
    }

    /// <summary>Whether a fault of the current row was told already.</summary>
    public bool RowIsFaulty => log.RowIsFaulty;

    /// <summary>Whether the current row is rejected, now that all of its cells were read.</summary>
    public bool RejectsRow() => log.RejectsRow();

    /// <summary>Whether a cell of the current row has something in it.</summary>
    public bool HasValue(int column) => !rows.Cell(column).IsEmpty;

    /// <summary>A text that must be there, such as a code: exact, never trimmed; valid until the next row.</summary>
    public bool TryGetCode(int column, out ReadOnlySpan<byte> code)
    {
        code = rows.Cell(column);
        return !code.IsEmpty || TellMissing(column);
    }

    /// <summary>A code that may be absent.</summary>
    public string? GetOptionalCode(int column)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        return cell.IsEmpty ? null : Encoding.UTF8.GetString(cell);
    }

    /// <summary>A name or other free text, or null for an empty cell.</summary>
    public string? GetText(int column) =>
        GetOptionalCode(column) is string cell ? TextCell.Restore(cell) : null;

    /// <summary>A name or other free text that must be there.</summary>
    public bool TryGetText(int column, out string text)
    {
        text = GetText(column) ?? "";
        return text.Length > 0 || TellMissing(column);
    }

    /// <summary>A date from 1900-01-01 to 2149-12-31 that must be there.</summary>
    public bool TryGetDate(int column, out LocalDate date) =>
        rows.Cell(column).IsEmpty
            ? TellMissingDate(column, out date)
            : TryReadDate(column, DateCell.LastYear, out date);

    /// <summary>A validity date from 1900-01-01 to 9999-12-31, or null for an empty cell.</summary>
    public bool TryGetValidityDate(int column, out LocalDate? date)
    {
        date = null;
        if (rows.Cell(column).IsEmpty)
        {
            return true;
        }

        bool isDate = TryReadDate(column, DateCell.LastValidityYear, out LocalDate read);
        date = isDate ? read : null;
        return isDate;
    }

    /// <summary>A time with its offset, in microseconds since 1970 by UTC; null for an empty cell, if it may be.
    /// </summary>
    public bool TryGetTime(int column, bool isOptional, out long? time)
    {
        time = null;
        ReadOnlySpan<byte> cell = rows.Cell(column);
        if (cell.IsEmpty)
        {
            return isOptional || TellMissing(column);
        }

        if (!TimeCell.TryRead(cell, out long read))
        {
            return Tell(
                column, ImportIssueCode.BadTime, "A time with its offset, 2026-03-31T14:05:00+02:00, was expected.");
        }

        time = read;
        return true;
    }

    /// <summary>A period or, with a null number, a whole year; whether the calendar has it is not asked here.</summary>
    public bool TryGetPeriod(int column, out int year, out int? number)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        if (cell.IsEmpty)
        {
            year = 0;
            number = null;
            return TellMissing(column);
        }

        return PeriodCell.TryRead(cell, out year, out number)
            || Tell(column, ImportIssueCode.BadPeriod, "A period such as 2026-P03, or a year, was expected.");
    }

    /// <summary>An amount that must be there, as a count of 10^-scale, in the sign that it is written with.</summary>
    public bool TryGetAmount(int column, int scale, out long count)
    {
        count = 0;
        return rows.Cell(column).IsEmpty
            ? TellMissing(column)
            : TryReadNumber(column, scale, NumberCell.AmountBound, takesSuffix: true, out count);
    }

    /// <summary>A quantity or key-figure value that must be there, as a count of 10^-6.</summary>
    public bool TryGetQuantity(int column, out long count)
    {
        count = 0;
        return rows.Cell(column).IsEmpty ? TellMissing(column) : TryReadQuantity(column, out count);
    }

    /// <summary>A quantity as a count of 10^-6, or null for an empty cell.</summary>
    public bool TryGetOptionalQuantity(int column, out long? count)
    {
        count = null;
        if (rows.Cell(column).IsEmpty)
        {
            return true;
        }

        bool isNumber = TryReadQuantity(column, out long read);
        count = isNumber ? read : null;
        return isNumber;
    }

    /// <summary>Tells a fault of a cell with its text; always false.</summary>
    public bool Tell(int column, string code, string message)
    {
        if (log.TellsRows)
        {
            log.Fault(code, schema.Columns[column], Encoding.UTF8.GetString(rows.Cell(column)), message);
            return false;
        }

        return log.RejectUntold();
    }

    private bool TellMissing(int column)
    {
        if (rows.IsTold(column))
        {
            return false;
        }

        log.Fault(
            ImportIssueCode.MissingValue,
            schema.Columns[column],
            null,
            "The cell is empty. Fill it, or remove the row.");
        return false;
    }

    private bool TellMissingDate(int column, out LocalDate date)
    {
        date = default;
        return TellMissing(column);
    }

    private bool TryReadDate(int column, int lastYear, out LocalDate date) =>
        (rows.IsContractForm(column) ? IsoDates : dates).TryRead(rows.Cell(column), lastYear, out date)
            || TellDate(column, lastYear);

    private bool TellDate(int column, int lastYear)
    {
        if (!log.TellsRows)
        {
            return log.RejectUntold();
        }

        if (dates.Ambiguity(rows.Cell(column)) is not var (pattern, date, otherPattern, other))
        {
            return Tell(
                column,
                ImportIssueCode.BadDate,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A date {dates.Expected} from {DateCell.FirstYear}-01-01 to {lastYear}-12-31 was expected.")
                    + FormAdvice.OfDate(rows.Cell(column), profile.DatePatterns));
        }

        // The readings are the value in another form, so they are told only where that is.
        string readings = profile.TellsValues
            ? $"{LocalDatePattern.Iso.Format(date)} by {pattern.Text} and {LocalDatePattern.Iso.Format(other)} by "
                + otherPattern.Text
            : $"one by {pattern.Text} and another by {otherPattern.Text}";
        return Tell(
            column,
            ImportIssueCode.BadDate,
            $"The date has two readings: {readings}. Write it so that it has one, or name one of the patterns alone.");
    }

    private bool TryReadQuantity(int column, out long count) =>
        TryReadNumber(column, NumberCell.QuantityScale, NumberCell.QuantityBound, takesSuffix: false, out count);

    private bool TryReadNumber(int column, int scale, ulong bound, bool takesSuffix, out long count)
    {
        ReadOnlySpan<byte> text = rows.Cell(column);
        bool isContract = rows.IsContractForm(column)
            || (numbers.IsContract && !(takesSuffix && numbers.PositiveSuffix is not null));
        count = 0;
        Int128 change = 0;
        NumberFaults faults =
            isContract || numbers.TryRewrite(text, takesSuffix, ref scratch, out text)
                ? NumberCell.Parse(
                    text, scale, bound, profile.RoundingOf(schema.Columns[column]), out count, out change)
                : NumberFaults.NotANumber;
        if (change != 0)
        {
            log.Rounded(column, schema.Columns[column], change);
        }

        return faults == NumberFaults.None || TellNumber(column, scale, bound, faults);
    }

    private bool TellNumber(int column, int scale, ulong bound, NumberFaults faults)
    {
        if (!log.TellsRows)
        {
            return log.RejectUntold();
        }

        if (faults.HasFlag(NumberFaults.NotANumber))
        {
            Tell(
                column,
                ImportIssueCode.BadNumber,
                numbers.Expected + FormAdvice.OfNumber(rows.Cell(column)));
        }

        if (faults.HasFlag(NumberFaults.TooManyDigits))
        {
            Tell(
                column,
                ImportIssueCode.TooManyDigits,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At most {scale} decimals were expected. Round at the source, or let the profile round."));
        }

        if (faults.HasFlag(NumberFaults.OutOfRange))
        {
            Tell(
                column,
                ImportIssueCode.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A magnitude of at most {bound}, and of at most 64 bits at {scale} decimals, was expected."));
        }

        return false;
    }
}
