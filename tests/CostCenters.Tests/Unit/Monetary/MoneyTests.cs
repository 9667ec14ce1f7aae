using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class MoneyTests
{
    [Theory]
    [InlineData("10.00", "0.505", "10.505")]
    [InlineData("10.00", "-10.00", "0")]
    [InlineData("0.01", "-0.02", "-0.01")]
    [InlineData("0", "0", "0")]
    [InlineData("999999999999999.99999999", "0.00000001", "1000000000000000")]
    [InlineData("-1000000000000000", "0.00000001", "-999999999999999.99999999")]
    public void Add_SameCurrency_IsExact(string left, string right, string expected)
    {
        Assert.Equal(Eur(expected), Eur(left) + Eur(right));
        Assert.Equal(Eur(left), Eur(expected) - Eur(right));
        Assert.Equal(-Eur(expected), -Eur(left) - Eur(right));
    }

    [Fact]
    public void Add_ZeroOfAnotherCurrency_Throws()
    {
        var error = Assert.Throws<CurrencyMismatchException>(() => Eur("1") + new Money(0m, Currency.Usd));

        Assert.Equal((Currency.Eur, Currency.Usd), (error.Expected, error.Actual));
        Assert.Throws<CurrencyMismatchException>(() => Eur("1") - new Money(0m, Currency.Usd));
    }

    [Theory]
    [InlineData("1000000000000000", "0.00000001")]
    [InlineData("1000000000000000", "1000000000000000")]
    public void Add_BeyondTheRange_Throws(string left, string right)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Eur(left) + Eur(right));
        Assert.Throws<ArgumentOutOfRangeException>(() => -Eur(left) - Eur(right));
    }

    [Theory]
    [InlineData("1000000000000000.00000001")]
    [InlineData("-1000000000000001")]
    [InlineData("0.000000001")]
    [InlineData("-79228162514264337593543950335")]
    public void Create_OutsideTheRange_Throws(string amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Eur(amount));

    [Fact]
    public void Create_ManyTrailingZeros_IsTheSameAmount() =>
        Assert.Equal(Eur("1.5"), Eur("1.50000000000000000000"));

    [Fact]
    public void Create_WithoutCurrency_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new Money(1m, null!));

    [Theory]
    [InlineData("0.125", 2, MidpointRounding.AwayFromZero, "0.13")]
    [InlineData("-0.125", 2, MidpointRounding.AwayFromZero, "-0.13")]
    [InlineData("0.125", 2, MidpointRounding.ToEven, "0.12")]
    [InlineData("-0.125", 2, MidpointRounding.ToPositiveInfinity, "-0.12")]
    [InlineData("999999999999999.5", 0, MidpointRounding.AwayFromZero, "1000000000000000")]
    [InlineData("1.00000001", 8, MidpointRounding.ToZero, "1.00000001")]
    public void RoundTo_NamedRule_RoundsByIt(string amount, int digits, MidpointRounding rounding, string expected) =>
        Assert.Equal(Eur(expected), Eur(amount).RoundTo(digits, rounding));

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void RoundTo_DigitsOutOfBounds_Throws(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Eur("1").RoundTo(digits, MidpointRounding.ToEven));

    [Fact]
    public void Equals_AmountAndCurrency_DecideIt()
    {
        Assert.Equal(Eur("1.0"), Eur("1.00"));
        Assert.Equal(Eur("1.0").GetHashCode(), Eur("1.00").GetHashCode());
        Assert.NotEqual(Eur("1"), new Money(1m, Currency.Usd));
        Assert.NotEqual(new Money(0m, Currency.Eur), default);
    }

    [Fact]
    public void Default_ReadingItsCurrency_ThrowsButTextDoesNot()
    {
        Assert.Throws<InvalidOperationException>(() => default(Money).Currency);
        Assert.Throws<InvalidOperationException>(() => default(Money) + default(Money));
        Assert.Throws<InvalidOperationException>(() => -default(Money));
        Assert.Equal("0 (no currency)", default(Money).ToString());
        Assert.Equal("-12.50 EUR", Eur("-12.50").ToString());
    }

    [Fact] // A sign, 28 digits and a point are the longest number; an amount has at most 8 decimals that are not 0.
    public void Parse_LongestNumber_IsRead()
    {
        string longest = "-" + new string('0', 20) + "." + new string('0', 7) + "1";

        Assert.Equal(Eur("-0.00000001"), Money.Parse($"{longest} EUR", null));
        Assert.Throws<FormatException>(() => Money.Parse($"-0{longest[1..]}0 EUR", null));
        Assert.Throws<ArgumentNullException>("s", () => Money.Parse(null!, null));
    }

    [Theory] // 10^15 is the greatest amount, and zeros behind the eighth decimal do not count.
    [InlineData("1000000000000000 EUR", "1000000000000000")]
    [InlineData("-1000000000000000 EUR", "-1000000000000000")]
    [InlineData("0.123456780 EUR", "0.12345678")]
    public void Parse_AtTheBounds_IsRead(string text, string amount) =>
        Assert.Equal(Eur(amount), Money.Parse(text, null));

    [Theory]
    [InlineData("1000000000000000.01 EUR")]
    [InlineData("0.123456789 EUR")]
    [InlineData(" EUR")]
    public void Parse_BeyondTheBounds_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => Money.Parse(text, null));

    private static Money Eur(string amount) =>
        new(decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture), Currency.Eur);
}
