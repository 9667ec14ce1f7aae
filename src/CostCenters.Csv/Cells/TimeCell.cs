using CostCenters.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Cells;

/// <summary>Reads and writes a time with its offset, <c>2026-03-31T14:05:00+02:00</c>, as microseconds since 1970 by
/// UTC.</summary>
/// <remarks>Seconds may be left out, and may have up to six decimals; the offset is <c>Z</c> or up to 18 hours. A time
/// without an offset is none: it would mean another moment in each zone.</remarks>
internal static class TimeCell
{
    private const int MaximumDecimals = 6;
    private const int MaximumOffsetMinutes = 18 * 60;
    private const int MinuteEnd = 16;
    private const long MicrosecondsPerMinute = 60_000_000;
    private const int DaysFrom1900To1970 = 25_567;

    public static bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length <= MinuteEnd
            || text[DateCell.IsoLength] != 'T'
            || text[13] != ':'
            || !DateCell.TryReadIso(text[..DateCell.IsoLength], out LocalDate date)
            || date.Year is < DateCell.FirstYear or > DateCell.LastYear)
        {
            return false;
        }

        int hour = TwoDigits(text[11..]);
        int minute = TwoDigits(text[14..]);
        text = text[MinuteEnd..];
        if (hour is < 0 or > 23 || minute is < 0 or > 59
            || !TryTakeSeconds(ref text, out long seconds) || !TryReadOffset(text, out int offset))
        {
            return false;
        }

        int day = FiscalCalendar.DayNumber(date) - DaysFrom1900To1970;
        microseconds = (((day * 1440L) + (hour * 60) + minute - offset) * MicrosecondsPerMinute) + seconds;
        return true;
    }

    /// <summary>Writes a time by UTC, with as many decimals as it needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is finer than a microsecond, or out of the years that
    /// are read.</exception>
    public static string Format(Instant time)
    {
        if (time.InUtc().Year is < DateCell.FirstYear or > DateCell.LastYear
            || time != Instant.FromUnixTimeTicks(time.ToUnixTimeTicks()) || time.ToUnixTimeTicks() % 10 != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(time),
                time,
                $"A time of whole microseconds from {DateCell.FirstYear} to {DateCell.LastYear} was expected.");
        }

        return InstantPattern.ExtendedIso.Format(time);
    }

    /// <summary>Takes <c>:05</c> or <c>:05.250</c>, in microseconds; nothing where the offset follows at
    /// once.</summary>
    private static bool TryTakeSeconds(ref ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text[0] != ':')
        {
            return true;
        }

        int seconds = text.Length < 4 ? -1 : TwoDigits(text[1..]);
        if (seconds is < 0 or > 59)
        {
            return false;
        }

        microseconds = seconds * 1_000_000L;
        text = text[3..];
        if (text[0] != '.')
        {
            return true;
        }

        int decimals = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (decimals is < 1 or > MaximumDecimals)
        {
            return false;
        }

        long fraction = DateCell.Digits(text[1..(decimals + 1)]);
        for (int place = decimals; place < MaximumDecimals; place++)
        {
            fraction *= 10;
        }

        microseconds += fraction;
        text = text[(decimals + 1)..];
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.SequenceEqual("Z"u8))
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        int hour = TwoDigits(text[1..]);
        int minute = TwoDigits(text[4..]);
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return hour >= 0 && minute is >= 0 and <= 59 && Math.Abs(minutes) <= MaximumOffsetMinutes;
    }

    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        int tens = text[0] - '0';
        int ones = text[1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -1;
    }
}
