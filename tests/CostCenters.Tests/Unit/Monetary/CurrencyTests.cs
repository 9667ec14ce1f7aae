using CostCenters.Monetary;
using NodaTime;

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

    // Digits as ISO 4217 listed them; days as the laws of the changeovers and the amendments of ISO 4217 name them.
    [Theory]
    [InlineData("HRK", 2, 2023, 1, 1)]
    [InlineData("ANG", 2, 2025, 7, 1)]
    [InlineData("SLL", 2, 2024, 1, 1)]
    [InlineData("ZWL", 2, 2024, 9, 1)]
    [InlineData("CUC", 2, 2021, 7, 1)]
    [InlineData("BGN", 2, 2026, 1, 1)]
    [InlineData("LTL", 2, 2015, 1, 1)]
    [InlineData("DEM", 2, 2002, 1, 1)]
    [InlineData("ITL", 0, 2002, 1, 1)]
    [InlineData("BYR", 0, 2017, 1, 1)]
    [InlineData("TRL", 0, 2006, 1, 1)]
    [InlineData("BYB", 0, 2001, 1, 1)]
    [InlineData("YUM", 2, 2003, 7, 3)]
    [InlineData("CSD", 2, 2006, 10, 25)]
    public void FromIso_WithdrawnCode_HasItsDigitsAndItsDay(string code, int minorDigits, int year, int month, int day)
    {
        var currency = Currency.FromIso(code);

        Assert.Equal((minorDigits, new LocalDate(year, month, day)), (currency.MinorDigits, currency.WithdrawnOn));
        Assert.Equal(currency.WithdrawnOn, Currency.Custom(code, minorDigits).WithdrawnOn);
        Assert.Null(Currency.Custom(code, minorDigits + 1).WithdrawnOn);
    }

    [Theory]
    [InlineData("XAD")]
    [InlineData("XCG")]
    [InlineData("SLE")]
    [InlineData("ZWG")]
    [InlineData("VED")]
    [InlineData("CUP")]
    public void FromIso_NewCode_HasTwoDigitsAndIsInUse(string code)
    {
        var currency = Currency.FromIso(code);

        Assert.Equal((2, (LocalDate?)null), (currency.MinorDigits, currency.WithdrawnOn));
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

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Custom_DigitsAtTheirBounds_AreKept(int minorDigits) =>
        Assert.Equal(minorDigits, Currency.Custom("PTS", minorDigits).MinorDigits);

    [Theory] // List three of ISO 4217, from the euro on.
    [InlineData(0, "BYB BEF ESP GRD ITL LUF PTE MGF TRL BYR")]
    [InlineData(2, "ATS DEM FIM FRF IEP NLG AFA YUM SRG ROL AZM MZM ZWD CSD SIT SDD CYP GHC MTL VEB ZWN SKK TMM ZWR")]
    [InlineData(2, "EEK ZMK LVL USS LTL MRO STD VEF CUC HRK SLL ZWL ANG BGN")]
    public void FromIso_EachWithdrawnCode_IsKnownAsWithdrawn(int minorDigits, string codes) => Assert.All(
        codes.Split(' ').Select(Currency.FromIso),
        currency => Assert.Equal((minorDigits, true), (currency.MinorDigits, currency.WithdrawnOn.HasValue)));

    [Fact]
    public void Equals_SameCodeAndDigits_IsEqual()
    {
        Assert.True(Currency.Eur == Currency.Custom("EUR", 2));
        Assert.Equal(Currency.Eur.GetHashCode(), Currency.Custom("EUR", 2).GetHashCode());
        Assert.True(Currency.Eur != Currency.Custom("EUR", 3));
        Assert.True(Currency.Eur != Currency.Usd);
        Assert.False(Currency.Eur != Currency.Custom("EUR", 2));
        Assert.True(Currency.Eur.Equals((object)Currency.Custom("EUR", 2)));
        Assert.False(Currency.Eur.Equals((object)"EUR"));
        Assert.False(Currency.Eur == null);
        Assert.True((Currency?)null == null);
    }

    [Fact]
    public void Constants_AreTheirIsoCurrencies() => Assert.Equal(
        ["EUR", "USD", "GBP", "CHF", "JPY"],
        new[] { Currency.Eur, Currency.Usd, Currency.Gbp, Currency.Chf, Currency.Jpy }.Select(c => c.Code));

    [Theory] // A code with its decimals behind a colon: 0 to 8.
    [InlineData("POINT:0", 0)]
    [InlineData("POINT:8", 8)]
    [InlineData("POINT:9", null)]
    [InlineData(":2", null)]
    public void Parse_ACodeWithDecimals_HasThem(string text, int? digits)
    {
        bool isRead = TryParse(text, out Currency? currency);

        Assert.Equal(digits is not null, isRead);
        Assert.Equal(digits, currency?.MinorDigits);
    }

    private static bool TryParse<T>(string text, out T? value)
        where T : ISpanParsable<T> => T.TryParse(text, null, out value);
}
