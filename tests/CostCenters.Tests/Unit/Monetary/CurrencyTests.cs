using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class CurrencyTests
{
    [Theory] // Minor digits as ISO 4217 lists them.
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("ISK", 0)]
    public void FromIso_KnownCode_HasItsMinorDigits(string code, int minorDigits)
    {
        var currency = Currency.FromIso(code);

        Assert.Equal((code, minorDigits, code), (currency.Code, currency.MinorDigits, currency.ToString()));
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("")]
    [InlineData("XXX")]
    [InlineData(" EUR")]
    public void FromIso_UnknownCode_Throws(string code)
    {
        Assert.Throws<KeyNotFoundException>(() => Currency.FromIso(code));
        Assert.False(Currency.TryFromIso(code, out var currency));
        Assert.Null(currency);
    }

    [Fact]
    public void FromIso_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => Currency.FromIso(null!));
        Assert.Throws<ArgumentNullException>(() => Currency.TryFromIso(null!, out _));
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData(" ", 2)]
    [InlineData("PTS", -1)]
    [InlineData("PTS", 9)]
    public void Custom_BadArgument_Throws(string code, int minorDigits) =>
        Assert.ThrowsAny<ArgumentException>(() => Currency.Custom(code, minorDigits));

    [Fact]
    public void Equals_SameCodeAndDigits_IsEqual()
    {
        Assert.True(Currency.Eur == Currency.Custom("EUR", 2));
        Assert.Equal(Currency.Eur.GetHashCode(), Currency.Custom("EUR", 2).GetHashCode());
        Assert.True(Currency.Eur != Currency.Custom("EUR", 3));
        Assert.True(Currency.Eur != Currency.Usd);
        Assert.False(Currency.Eur == null);
        Assert.True((Currency?)null == null);
    }

    [Fact]
    public void Constants_AreTheirIsoCurrencies() => Assert.Equal(
        ["EUR", "USD", "GBP", "CHF", "JPY"],
        new[] { Currency.Eur, Currency.Usd, Currency.Gbp, Currency.Chf, Currency.Jpy }.Select(c => c.Code));
}
