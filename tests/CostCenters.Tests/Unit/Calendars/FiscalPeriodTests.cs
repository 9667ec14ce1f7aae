using System.Globalization;
using CostCenters.Calendars;

namespace CostCenters.Tests.Unit.Calendars;

public class FiscalPeriodTests
{
    [Theory]
    [InlineData("2026-P03", 2026, 3)]
    [InlineData("0001-P01", 1, 1)]
    [InlineData("9999-P99", 9999, 99)]
    public void Parse_StrictForm_GivesYearAndNumber(string text, int year, int number)
    {
        var period = FiscalPeriod.Parse(text);

        Assert.Equal((year, number), (period.Year, period.Number));
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-P3")]
    [InlineData("2026-P003")]
    [InlineData("2026-p03")]
    [InlineData("2026P03")]
    [InlineData("2026_P03")]
    [InlineData("26-P03")]
    [InlineData(" 2026-P03")]
    [InlineData("2026-P03 ")]
    [InlineData("+026-P03")]
    [InlineData("-026-P03")]
    [InlineData("2026-P00")]
    [InlineData("0000-P01")]
    [InlineData("2026-P+3")]
    [InlineData("٢٠٢٦-P03")]
    public void TryParse_AnyOtherForm_Fails(string text)
    {
        Assert.False(FiscalPeriod.TryParse(text, out var period));
        Assert.Equal(default, period);
        Assert.Throws<FormatException>(() => FiscalPeriod.Parse(text));
    }

    [Fact]
    public void TryParse_Null_Fails() => Assert.False(FiscalPeriod.TryParse(null, out _));

    [Fact]
    public void Parse_ThroughItsInterfaces_IsTheSame()
    {
        Assert.Equal(new FiscalPeriod(2026, 3), ParseText<FiscalPeriod>("2026-P03"));
        Assert.Equal(new FiscalPeriod(2026, 3), ParseSpan<FiscalPeriod>("2026-P03"));

        static T ParseText<T>(string text)
            where T : IParsable<T> =>
            T.TryParse(text, CultureInfo.InvariantCulture, out var value)
                ? value
                : T.Parse(text, CultureInfo.InvariantCulture);

        static T ParseSpan<T>(ReadOnlySpan<char> text)
            where T : ISpanParsable<T> =>
            T.TryParse(text, CultureInfo.InvariantCulture, out var value)
                ? value
                : T.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void ToString_AnyCulture_IsTheSame(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("2026-P03", new FiscalPeriod(2026, 3).ToString());
            Assert.Equal(new FiscalPeriod(2026, 3), FiscalPeriod.Parse("2026-P03"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10000, 1)]
    [InlineData(-1, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, 100)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void New_OutsideTheBounds_Throws(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalPeriod(year, number));

    [Fact]
    public void Default_IsNotAPeriod_ButHasATextAndComesFirst()
    {
        FiscalPeriod none = default;

        Assert.Throws<InvalidOperationException>(() => none.Year);
        Assert.Throws<InvalidOperationException>(() => none.Number);
        Assert.Equal("(no period)", none.ToString());
        Assert.True(none < new FiscalPeriod(1, 1));
    }

    [Fact]
    public void CompareTo_Periods_OrdersByYearThenNumber()
    {
        var march = new FiscalPeriod(2026, 3);

        Assert.True(march > new FiscalPeriod(2025, 12));
        Assert.True(march < new FiscalPeriod(2026, 4));
        Assert.True(march <= new FiscalPeriod(2026, 3));
        Assert.True(march >= new FiscalPeriod(2026, 3));
        Assert.False(march > new FiscalPeriod(2026, 3));
        Assert.False(march < new FiscalPeriod(2026, 3));
        Assert.False(march <= new FiscalPeriod(2026, 2));
        Assert.False(march >= new FiscalPeriod(2027, 1));
        Assert.Equal(0, march.CompareTo((object)new FiscalPeriod(2026, 3)));
        Assert.Equal(1, march.CompareTo(null));
        Assert.Throws<ArgumentException>(() => march.CompareTo("2026-P03"));
    }
}
