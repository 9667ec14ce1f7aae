using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace CostCenters.Csv.Cells;

/// <summary>Reads dates of a profile's patterns, and writes them as the contract does.</summary>
internal sealed class DateCell
{
    /// <summary>The first day that any date may be.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year of postings and periods.</summary>
    public const int LastYear = 2149;

    /// <summary>The last year of a validity date.</summary>
    public const int LastValidityYear = 9999;

    /// <summary>The length of a date as the contract writes it.</summary>
    public const int IsoLength = 10;

    private readonly ImmutableArray<DatePattern> patterns;
    private readonly bool isIsoOnly;
    private readonly bool arePlain;
    private byte[] lastText = [];
    private LocalDate? lastDate;

    public DateCell(ImmutableArray<DatePattern> patterns)
    {
        this.patterns = patterns;
        isIsoOnly = patterns is [{ IsIso: true }];
        arePlain = patterns.All(pattern => pattern.Plain is not null);
    }

    /// <summary>Reads <c>2026-03-31</c>: ten characters, a day of the calendar.</summary>
    public static bool TryReadIso(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        if (text.Length != IsoLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        int year = Digits(text[..4]);
        int month = Digits(text[5..7]);
        int day = Digits(text[8..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>Writes <c>2026-03-31</c>.</summary>
    public static void FormatIso(LocalDate date, Span<byte> destination)
    {
        Write(date.Year, destination[..4]);
        destination[4] = (byte)'-';
        Write(date.Month, destination[5..7]);
        destination[7] = (byte)'-';
        Write(date.Day, destination[8..10]);
    }

    /// <summary>Reads a date from 1900-01-01 to the end of the given year.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, int lastYear, out LocalDate date)
    {
        bool isDate = isIsoOnly ? TryReadIso(text, out date) : TryReadPatterns(text, out date);
        return isDate && date.Year >= FirstYear && date.Year <= lastYear;
    }

    /// <summary>The date and time that all patterns which fit agree on; null where there is none.</summary>
    public LocalDateTime? ReadMoment(string text)
    {
        LocalDateTime?[] moments =
        [
            .. patterns.Select(pattern => pattern.ReadMoment(text)).Where(moment => moment is not null).Distinct(),
        ];
        return moments is [{ } moment] && moment.Year is >= FirstYear and <= LastYear ? moment : null;
    }

    /// <summary>The first two readings of a text that patterns do not agree on; null for any other.</summary>
    public (DatePattern Pattern, LocalDate Date, DatePattern OtherPattern, LocalDate Other)? Ambiguity(
        ReadOnlySpan<byte> text)
    {
        string cell = Encoding.UTF8.GetString(text);
        (DatePattern Pattern, LocalDate Date)? first = null;
        foreach (DatePattern pattern in patterns)
        {
            if (Read(pattern, text, cell) is not LocalDate date)
            {
                continue;
            }

            first ??= (pattern, date);
            if (first.Value.Date != date)
            {
                return (first.Value.Pattern, first.Value.Date, pattern, date);
            }
        }

        return null;
    }

    /// <summary>The expected form, for messages.</summary>
    public string Expected => string.Join(" or ", patterns.Select(pattern => pattern.Text));

    /// <summary>A number of ASCII digits, or -1.</summary>
    internal static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    private static void Write(int value, Span<byte> destination)
    {
        for (int place = destination.Length - 1; place >= 0; place--)
        {
            (value, int digit) = Math.DivRem(value, 10);
            destination[place] = (byte)('0' + digit);
        }
    }

    private bool TryReadPatterns(ReadOnlySpan<byte> text, out LocalDate date)
    {
        if (arePlain)
        {
            return TryReadPlain(text, out date);
        }

        // Rows of one day mostly follow each other, and patterns are slow.
        if (!text.SequenceEqual(lastText) || lastText.Length == 0)
        {
            lastText = text.ToArray();
            lastDate = ReadPatterns(text);
        }

        date = lastDate.GetValueOrDefault();
        return lastDate is not null;
    }

    private bool TryReadPlain(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        bool isFound = false;
        foreach (DatePattern pattern in patterns)
        {
            if (pattern.Plain!.TryRead(text, out LocalDate read))
            {
                if (isFound && read != date)
                {
                    return false;
                }

                date = read;
                isFound = true;
            }
        }

        return isFound;
    }

    private static LocalDate? Read(DatePattern pattern, ReadOnlySpan<byte> text, string cell) =>
        !pattern.IsIso ? pattern.Read(cell)
        : TryReadIso(text, out LocalDate iso) ? iso
        : null;

    /// <summary>The date that all patterns which fit agree on.</summary>
    private LocalDate? ReadPatterns(ReadOnlySpan<byte> text)
    {
        string cell = Encoding.UTF8.GetString(text);
        LocalDate? found = null;
        foreach (DatePattern pattern in patterns)
        {
            LocalDate? read = Read(pattern, text, cell);
            if (found is not null && read is not null && found != read)
            {
                return null;
            }

            found ??= read;
        }

        return found;
    }
}
