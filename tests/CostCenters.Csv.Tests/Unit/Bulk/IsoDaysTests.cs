using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Cells;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public sealed class IsoDaysTests
{
    private const int Seed = 20261130;

    [Fact]
    public void NumberOf_EveryDay_IsItsNumber()
    {
        for (int day = 0; day < FiscalCalendar.DayCount; day++)
        {
            LocalDate date = FiscalCalendar.FirstDate.PlusDays(day);

            Assert.Equal(day, NumberOf($"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}"));
        }
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("2150-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("2100-02-29")]
    [InlineData("2024-00-10")]
    [InlineData("2024-13-01")]
    [InlineData("2024-04-31")]
    [InlineData("2024-04-00")]
    [InlineData("2024/04/01")]
    [InlineData("2024-04 01")]
    [InlineData("202:-04-01")]
    [InlineData("2024-0:-01")]
    [InlineData("2024-04-0:")]
    [InlineData("2024-04-0/")]
    [InlineData("+024-04-01")]
    public void NumberOf_NoDayOfABook_IsNone(string text) => Assert.Equal(-1, NumberOf(text));

    // Any byte in any place, and any bytes at all: what the plain reader says of the cell.
    [Fact]
    public void NumberOf_AnyTenBytes_IsThatOfTheCell()
    {
        var random = new Random(Seed);
        for (int place = 0; place < DateCell.IsoLength; place++)
        {
            for (int value = 0; value <= byte.MaxValue; value++)
            {
                byte[] text = [.. "2024-11-19"u8, .. new byte[6]];
                text[place] = (byte)value;
                AssertSame(text);
            }
        }

        for (int round = 0; round < 100_000; round++)
        {
            byte[] text = Encoding.UTF8.GetBytes(
                $"{random.Next(1800, 2300):D4}-{random.Next(14):D2}-{random.Next(34):D2}      ");
            for (int damage = random.Next(3); damage > 0; damage--)
            {
                text[random.Next(DateCell.IsoLength)] = (byte)random.Next(256);
            }

            AssertSame(text);
        }
    }

    private static void AssertSame(byte[] text)
    {
        bool isDay = DateCell.TryReadIso(text.AsSpan(0, DateCell.IsoLength), out LocalDate date)
            && date.Year is >= DateCell.FirstYear and <= DateCell.LastYear;

        Assert.Equal(isDay ? FiscalCalendar.DayNumber(date) : -1, IsoDays.NumberOf(ref text[0]));
    }

    private static int NumberOf(string text)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. new byte[6]];
        return IsoDays.NumberOf(ref bytes[0]);
    }
}
