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
    [InlineData("7", "3", MidpointRounding.ToNegativeInfinity, "2")]
    [InlineData("6", "3", MidpointRounding.ToPositiveInfinity, "2")]
    [InlineData("-6", "3", MidpointRounding.ToNegativeInfinity, "-2")]
    [InlineData("7", "3", MidpointRounding.AwayFromZero, "2")]
    [InlineData("8", "3", MidpointRounding.AwayFromZero, "3")]
    [InlineData("7", "3", MidpointRounding.ToEven, "2")]
    [InlineData("8", "3", MidpointRounding.ToEven, "3")]
    [InlineData("10", "3", MidpointRounding.ToEven, "3")]
    [InlineData("8", "3", MidpointRounding.ToZero, "2")]
    [InlineData("79228162514264337593543950335", "1", MidpointRounding.ToZero, "79228162514264337593543950335")]
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

    [Theory] // 28 decimals are the most that a decimal has.
    [InlineData(0, "0")]
    [InlineData(2, "0.67")]
    [InlineData(28, "0.6666666666666666666666666667")]
    public void RoundTo_Digits_KeepsAsManyDecimals(int digits, string expected)
    {
        decimal rounded = (Fraction.Of(2m) / Fraction.Of(3m)).RoundTo(
            digits, digits == 0 ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero);

        Assert.Equal(expected, rounded.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(digits, rounded.Scale);
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(digits), () => Fraction.One.RoundTo(-1, MidpointRounding.ToZero));
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(digits), () => Fraction.One.RoundTo(29, MidpointRounding.ToZero));
    }

    [Fact] // What is rounded to nothing has no sign left.
    public void RoundTo_ASmallLoss_IsZeroWithoutASign()
    {
        Assert.Equal("0.0", Of("-0.01").RoundTo(1, MidpointRounding.ToZero).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("-0.1", Of("-0.09").RoundTo(1, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture));
    }

    [Fact] // A half is less than two thirds, whatever the denominators.
    public void CompareTo_Fractions_OrdersThemByValue()
    {
        Fraction half = Of("0.5");
        Fraction twoThirds = Of("2") / Of("3");

        Assert.True(half < twoThirds);
        Assert.True(twoThirds > half);
        Assert.True(half <= Of("0.50"));
        Assert.True(half >= Of("0.50"));
        Assert.False(half < Of("0.50"));
        Assert.False(half > Of("0.50"));
        Assert.False(twoThirds <= half);
        Assert.False(half >= twoThirds);
        Assert.True(-twoThirds < -half);
    }

    [Fact]
    public void Parts_OfAQuotient_AreInLowestTermsWithTheSignAbove()
    {
        Fraction quotient = Of("4") / Of("-6");

        Assert.Equal((-2, 3, -1, false), (
            (int)quotient.Numerator, (int)quotient.Denominator, quotient.Sign, quotient.IsZero));
        Assert.Equal(Of("2") / Of("3"), quotient.Abs());
        Assert.Equal(Of("2"), Of("2").Abs());
        Assert.True((quotient - quotient).IsZero);
        Assert.Equal(1, (int)default(Fraction).Denominator);
    }

    [Fact]
    public void Sum_OfThirds_IsTheWhole()
    {
        Fraction third = Of("1") / Of("3");

        Assert.Equal(Fraction.One, Fraction.Sum([third, third, third]));
        Assert.Equal(Fraction.Zero, Fraction.Sum([]));
        Assert.Throws<ArgumentNullException>("values", () => Fraction.Sum(null!));
    }

    [Theory]
    [InlineData("1/3", true)]
    [InlineData("-4/6", true)]
    [InlineData("0.50", true)]
    [InlineData("-0.5", true)]
    [InlineData("5", true)]
    [InlineData("1/0", false)]
    [InlineData("1/", false)]
    [InlineData("/3", false)]
    [InlineData("-.5", false)]
    [InlineData(".5", false)]
    [InlineData("5.", false)]
    [InlineData("-", false)]
    [InlineData("1.-5", false)]
    public void Text_OfANumber_IsReadInItsStrictForm(string text, bool expected)
    {
        Assert.Equal(expected, TryParse(text, out Fraction value));
        Assert.Equal(!expected, value == Fraction.Zero);
    }

    [Fact] // Ten thousand characters are read, one more is not.
    public void Text_OfTenThousandDigits_IsTheLongest()
    {
        Assert.True(TryParse(new string('0', 9_999) + "7", out Fraction value));
        Assert.Equal(Of("7"), value);
        Assert.False(TryParse(new string('0', 10_000) + "7", out _));
    }

    private static bool TryParse(string text, out Fraction value) => Parsing.TryParse(text, out value);

    private static Fraction Of(string number) => Fraction.Of(decimal.Parse(number, CultureInfo.InvariantCulture));
}
