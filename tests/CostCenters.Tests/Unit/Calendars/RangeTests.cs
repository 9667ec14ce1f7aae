using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Tests.Unit.Calendars;

public class RangeTests
{
    private static readonly FiscalPeriod January = new(2026, 1);
    private static readonly FiscalPeriod March = new(2026, 3);

    [Fact]
    public void Contains_BothEnds_AreInside()
    {
        var range = new FiscalPeriodRange(January, March);

        Assert.True(range.Contains(January));
        Assert.True(range.Contains(new FiscalPeriod(2026, 2)));
        Assert.True(range.Contains(March));
        Assert.False(range.Contains(new FiscalPeriod(2026, 4)));
        Assert.False(range.Contains(new FiscalPeriod(2025, 12)));
        Assert.False(range.Contains(default));
        Assert.Equal("2026-P01..2026-P03", range.ToString());
    }

    [Fact]
    public void New_OnePeriod_IsARange() =>
        Assert.Equal(January, new FiscalPeriodRange(January, January).Through);

    [Fact]
    public void New_FromAfterThrough_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => new FiscalPeriodRange(March, January));

        Assert.Contains("2026-P03 comes after 2026-P01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_DefaultPeriod_Throws() =>
        Assert.Throws<ArgumentException>(() => new FiscalPeriodRange(default, March));

    [Fact]
    public void Default_PeriodRange_IsNotARange()
    {
        FiscalPeriodRange none = default;

        Assert.Throws<InvalidOperationException>(() => none.From);
        Assert.Throws<InvalidOperationException>(() => none.Through);
        Assert.False(none.Contains(January));
        Assert.Equal("(no periods)", none.ToString());
    }

    [Fact]
    public void Days_LeapFebruary_CountsBothEnds()
    {
        var february = new DateRange(new LocalDate(2028, 2, 1), new LocalDate(2028, 2, 29));

        Assert.Equal(29, february.Days);
        Assert.True(february.Contains(new LocalDate(2028, 2, 1)));
        Assert.False(february.Contains(new LocalDate(2028, 1, 31)));
        Assert.True(february.Contains(new LocalDate(2028, 2, 29)));
        Assert.False(february.Contains(new LocalDate(2028, 3, 1)));
        Assert.Equal("2028-02-01..2028-02-29", february.ToString());
    }

    [Fact]
    public void New_FirstDayAfterLast_Throws() =>
        Assert.Throws<ArgumentException>(
            "first",
            () => new DateRange(new LocalDate(2026, 2, 1), new LocalDate(2026, 1, 31)));

    [Theory]
    [InlineData("2026-P01..2026-P03", true)]
    [InlineData("2026-P03..2026-P03", true)]
    [InlineData("2026-P03..2026-P02", false)]
    [InlineData("2026-P01..", false)]
    [InlineData("..2026-P01", false)]
    [InlineData("2026-P01", false)]
    public void Text_OfPeriods_IsReadWhereItRunsForward(string text, bool expected)
    {
        Assert.Equal(expected, Parsing.TryParse(text, out FiscalPeriodRange range));
        Assert.Equal(expected ? text : "(no periods)", range.ToString());
        Assert.Equal(expected ? text : "", ((IFormattable)range).ToString("R", null));
    }

    [Theory]
    [InlineData("2028-02-29..2028-03-01", true)]
    [InlineData("2028-02-29..2028-02-29", true)]
    [InlineData("2028-03-01..2028-02-29", false)]
    [InlineData("2028-02-29..", false)]
    [InlineData("..2028-02-29", false)]
    [InlineData("2028-02-29", false)]
    public void Text_OfDays_IsReadWhereItRunsForward(string text, bool expected)
    {
        Assert.Equal(expected, Parsing.TryParse(text, out DateRange range));
        Assert.Equal(expected ? text : default(DateRange).ToString(), ((IFormattable)range).ToString("R", null));
    }

    [Fact]
    public void Default_DateRange_IsOneDay() => Assert.Equal(1, default(DateRange).Days);
}
