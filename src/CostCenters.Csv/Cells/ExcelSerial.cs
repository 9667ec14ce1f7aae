using System.Globalization;
using NodaTime;

namespace CostCenters.Csv.Cells;

/// <summary>Reads the number that stands behind a date in a workbook: days since 1899-12-30, the time as a part of one.
/// </summary>
/// <remarks>Numbers below 61 are none: workbooks count a 29 February 1900 that never was, so they differ by a day.
/// </remarks>
internal static class ExcelSerial
{
    private const int FirstDay = 61;
    private const int LastDay = 2_958_465;
    private const long MillisecondsPerDay = 86_400_000;

    private static readonly LocalDate Zero = new(1899, 12, 30);

    public static LocalDateTime? Read(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal serial)
            || serial is < FirstDay or >= LastDay + 1)
        {
            return null;
        }

        int days = (int)decimal.Floor(serial);
        // A time is a binary fraction, so it is near the millisecond that was meant.
        long milliseconds = (long)decimal.Round((serial - days) * MillisecondsPerDay, MidpointRounding.AwayFromZero);
        return Zero.PlusDays(days).AtMidnight().PlusMilliseconds(Math.Min(milliseconds, MillisecondsPerDay - 1));
    }
}
