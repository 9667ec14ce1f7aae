using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Csv.Cells;
using NodaTime;

namespace CostCenters.Csv.Bulk;

/// <summary>Numbers of days straight from the bytes of a date as the contract writes it: <c>2026-03-31</c>.</summary>
internal static class IsoDays
{
    private const ulong Dashes = 0x2D30_302D_3030_3030;
    private const ulong BeyondDigits = 0x7F76_767F_7676_7676;
    private const ulong HighBits = 0x8080_8080_8080_8080;

    /// <summary>The number of the first day of each month from January of the first year on, and of the one after the
    /// last.</summary>
    private static readonly int[] FirstDays =
    [
        .. Enumerable.Range(0, 12 * (DateCell.LastYear - DateCell.FirstYear + 1)).Select(month =>
            FiscalCalendar.DayNumber(new LocalDate(DateCell.FirstYear + (month / 12), 1 + (month % 12), 1))),
        FiscalCalendar.DayCount,
    ];

    /// <summary>The number of a day, or -1 for what is no date from 1900 through 2149.</summary>
    /// <param name="text">The first of ten bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NumberOf(ref byte text)
    {
        // Safe: ten bytes can be read from the first one on.
        ulong head = Unsafe.ReadUnaligned<ulong>(ref text);
        uint tens = unchecked(Unsafe.Add(ref text, 8) - (uint)'0');
        uint ones = unchecked(Unsafe.Add(ref text, 9) - (uint)'0');
        head = (BitConverter.IsLittleEndian ? head : BinaryPrimitives.ReverseEndianness(head)) ^ Dashes;

        // A digit is 0 to 9 now and a dash 0; anything more reaches the high bit of its byte.
        bool isDate = ((head | unchecked(head + BeyondDigits)) & HighBits) == 0 && tens <= 9 && ones <= 9;
        ulong pairs = unchecked((head * 10) + (head >> 8));
        int year = (int)((pairs & 0xFF) * 100) + (int)((pairs >> 16) & 0xFF);
        int month = (int)((pairs >> 40) & 0xFF);
        int day = unchecked((int)((tens * 10) + ones));
        if (!isDate || month is < 1 or > 12 || year is < DateCell.FirstYear or > DateCell.LastYear)
        {
            return -1;
        }

        int place = ((year - DateCell.FirstYear) * 12) + month - 1;
        int number = FirstDays[place] + day - 1;
        return day >= 1 && number < FirstDays[place + 1] ? number : -1;
    }
}
