using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class DecimalScaleTests
{
    [Theory]
    [InlineData(2, "12.34", 1234)]
    [InlineData(2, "-0.01", -1)]
    [InlineData(2, "0", 0)]
    [InlineData(2, "-0.00", 0)]
    [InlineData(2, "5", 500)]
    [InlineData(2, "1.2300000000000000000000000", 123)]
    [InlineData(0, "9223372036854775807", long.MaxValue)]
    [InlineData(0, "-9223372036854775808", long.MinValue)]
    [InlineData(2, "92233720368547758.07", long.MaxValue)]
    [InlineData(2, "-92233720368547758.080", long.MinValue)]
    [InlineData(12, "0.000000000001", 1)]
    [InlineData(12, "-9223372.036854775808", long.MinValue)]
    public void ToCount_ExactNumber_IsItsCount(int digits, string number, long count)
    {
        var scale = new DecimalScale(digits);

        Assert.Equal(count, scale.ToCount(Number(number)));
        Assert.Equal(Number(number), scale.ToDecimal(count));
        Assert.Equal(Number(number), scale.ToDecimal((Int128)count));
        Assert.Equal(digits, scale.ToDecimal(count).Scale);
    }

    [Theory]
    [InlineData(2, "0.001")]
    [InlineData(2, "-0.005")]
    [InlineData(0, "9223372036854775808")]
    [InlineData(0, "-9223372036854775809")]
    [InlineData(2, "92233720368547758.08")]
    [InlineData(12, "9223372.036854775808")]
    [InlineData(12, "79228162514264337593543950335")]
    [InlineData(0, "79228162514264337593543950335")]
    [InlineData(12, "7.9228162514264337593543950335")]
    public void TryToCount_FinerOrTooLarge_IsRefused(int digits, string number)
    {
        var scale = new DecimalScale(digits);

        Assert.False(scale.TryToCount(Number(number), out long count));
        Assert.Equal(0, count);
        Assert.Throws<ArgumentOutOfRangeException>(() => scale.ToCount(Number(number)));
    }

    [Theory]
    [InlineData(2, "0.125", MidpointRounding.AwayFromZero, 13, "-0.005")]
    [InlineData(2, "-0.125", MidpointRounding.AwayFromZero, -13, "0.005")]
    [InlineData(2, "0.125", MidpointRounding.ToEven, 12, "0.005")]
    [InlineData(2, "1", MidpointRounding.ToZero, 100, "0")]
    [InlineData(
        0, "7.9228162514264337593543950335", MidpointRounding.AwayFromZero, 8, "-0.0771837485735662406456049665")]
    public void Round_NamedRule_TellsTheRest(
        int digits, string number, MidpointRounding rounding, long expected, string expectedRest)
    {
        long count = new DecimalScale(digits).Round(Number(number), rounding, out decimal rest);

        Assert.Equal((expected, Number(expectedRest)), (count, rest));
    }

    [Fact]
    public void Round_BeyondSixtyFourBits_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new DecimalScale(2).Round(Number("92233720368547758.075"), MidpointRounding.AwayFromZero, out _));

    [Fact]
    public void ToDecimal_SumsOfCounts_GoToTheEdgeOfDecimal()
    {
        var most = (Int128)(UInt128.MaxValue >> 32);

        Assert.Equal(decimal.MaxValue, new DecimalScale(0).ToDecimal(most));
        Assert.Equal(decimal.MinValue, new DecimalScale(0).ToDecimal(-most));
        Assert.Equal(Number("-79228162514264337593543950.335"), new DecimalScale(3).ToDecimal(-most));
        Assert.Throws<OverflowException>(() => new DecimalScale(0).ToDecimal(most + 1));
        Assert.Throws<OverflowException>(() => new DecimalScale(0).ToDecimal(Int128.MinValue));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(13)]
    public void Create_DigitsOutOfBounds_Throws(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecimalScale(digits));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 100)]
    [InlineData(12, 1_000_000_000_000)]
    public void UnitsPerWhole_IsAPowerOfTen(int digits, long expected) =>
        Assert.Equal(expected, new DecimalScale(digits).UnitsPerWhole);

    [Fact]
    public void Default_IsWholeUnits()
    {
        Assert.Equal(new DecimalScale(0), default);
        Assert.Equal(7, default(DecimalScale).ToCount(7m));
        Assert.Equal("0", default(DecimalScale).ToString());
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
