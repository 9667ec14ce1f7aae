using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class FractionTests
{
    [Theory]
    [InlineData("0", "1", "0")]
    [InlineData("5", "1", "5")]
    [InlineData("-12345", "100", "-123.45")]
    [InlineData("1", "8", "0.125")]
    [InlineData("-1", "3", "-1/3")]
    [InlineData("7", "6", "7/6")]
    [InlineData("0.00000001", "1000000000", "0.00000000000000001")]
    [InlineData("79228162514264337593543950335", "0.1", "792281625142643375935439503350")]
    public void ToString_Quotient_IsExact(string dividend, string divisor, string text) =>
        Assert.Equal(text, (Of(dividend) / Of(divisor)).ToString());

    [Theory]
    [InlineData("5", "2", MidpointRounding.AwayFromZero, "3")]
    [InlineData("-5", "2", MidpointRounding.AwayFromZero, "-3")]
    [InlineData("5", "2", MidpointRounding.ToEven, "2")]
    [InlineData("7", "2", MidpointRounding.ToEven, "4")]
    [InlineData("-5", "2", MidpointRounding.ToZero, "-2")]
    [InlineData("-7", "3", MidpointRounding.ToNegativeInfinity, "-3")]
    [InlineData("-7", "3", MidpointRounding.ToPositiveInfinity, "-2")]
    [InlineData("7", "3", MidpointRounding.ToPositiveInfinity, "3")]
    public void RoundTo_EveryRule_RoundsOnce(string dividend, string divisor, MidpointRounding rule, string rounded) =>
        Assert.Equal(Of(rounded), Fraction.Of((Of(dividend) / Of(divisor)).RoundTo(0, rule)));

    [Fact]
    public void Operators_OutsideTheirDomain_Throw()
    {
        Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
        Assert.Throws<OverflowException>(
            () => (Of("79228162514264337593543950335") * Of("10")).RoundTo(0, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.RoundTo(29, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.One.RoundTo(0, (MidpointRounding)9));
    }

    [Fact]
    public void Default_IsZero()
    {
        Assert.Equal(default, Fraction.Zero);
        Assert.Equal((0, "0"), (default(Fraction).Sign, default(Fraction).ToString()));
        Assert.Equal(Fraction.One, default(Fraction) + Fraction.One);
    }

    private static Fraction Of(string number) => Fraction.Of(decimal.Parse(number, CultureInfo.InvariantCulture));
}
