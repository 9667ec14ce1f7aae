using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Monetary;

public class ExchangeRatesTests
{
    private static readonly LocalDate March1 = new(2026, 3, 1);
    private static readonly LocalDate March5 = new(2026, 3, 5);

    private static readonly ExchangeRates Rates = new ExchangeRates.Builder()
        .Add(March5, Dollars(0.92m))
        .Add(March1, Dollars(0.90m))
        .Add("budget 2026", Dollars(0.88m))
        .Build();

    [Theory]
    [InlineData(1, RateDating.SameDay, "0.90")]
    [InlineData(1, RateDating.LatestUpToDay, "0.90")]
    [InlineData(4, RateDating.LatestUpToDay, "0.90")]
    [InlineData(5, RateDating.LatestUpToDay, "0.92")]
    [InlineData(31, RateDating.LatestUpToDay, "0.92")]
    public void On_Day_GivesTheRateThatHolds(int day, RateDating dating, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Rates.On(new LocalDate(2026, 3, day), Currency.Usd, Currency.Eur, dating).Value);

    [Fact]
    public void On_DayWithoutRate_IsRefusedByName()
    {
        var error = Assert.Throws<MissingRateException>(
            () => Rates.On(new(2026, 3, 4), Currency.Usd, Currency.Eur, RateDating.SameDay));

        Assert.Equal((Currency.Usd, Currency.Eur), (error.From, error.To));
        Assert.Equal(new LocalDate(2026, 3, 4), error.Date);
        Assert.Null(error.RateSet);
        Assert.Contains("USD to EUR on 2026-03-04", error.Message, StringComparison.Ordinal);
        Assert.Throws<MissingRateException>(
            () => Rates.On(new(2026, 2, 28), Currency.Usd, Currency.Eur, RateDating.LatestUpToDay));
    }

    [Fact]
    public void On_OppositeDirection_IsNotTurnedRound() => Assert.Throws<MissingRateException>(
        () => Rates.On(March1, Currency.Eur, Currency.Usd, RateDating.SameDay));

    [Fact]
    public void On_UnknownDating_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Rates.On(March1, Currency.Usd, Currency.Eur, (RateDating)9));

    [Fact]
    public void Of_RateSet_GivesItsRateOrNamesTheSet()
    {
        Assert.Equal(0.88m, Rates.Of("budget 2026", Currency.Usd, Currency.Eur).Value);

        var error = Assert.Throws<MissingRateException>(
            () => Rates.Of("Budget 2026", Currency.Usd, Currency.Eur));
        Assert.Equal("Budget 2026", error.RateSet);
        Assert.Null(error.Date);
        Assert.Contains("rate set 'Budget 2026'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_OfACurrencyToItself_AreOne()
    {
        Assert.Equal(1m, Rates.Of("no such set", Currency.Chf, Currency.Chf).Value);
        Assert.Equal(1m, Rates.On(March1, Currency.Chf, Currency.Chf, RateDating.SameDay).Value);
    }

    [Fact]
    public void Add_AnotherRateForTheSameKey_IsRefused()
    {
        var builder = new ExchangeRates.Builder().Add(March1, Dollars(0.9m)).Add("plan", Dollars(0.9m));

        Assert.Same(builder, builder.Add(March1, Dollars(0.90m)));
        Assert.Throws<ArgumentException>(() => builder.Add(March1, Dollars(0.91m)));
        Assert.Throws<ArgumentException>(() => builder.Add("plan", Dollars(0.91m)));
    }

    [Fact]
    public void Convert_Amount_KeepsWhatRoundingChanged()
    {
        // 10.01 x 0.333 = 3.33333, which rounds down by 0.00333 and up by 0.00667.
        var rate = new ExchangeRate(Currency.Usd, Currency.Eur, 0.333m);
        var down = rate.Convert(new Money(10.01m, Currency.Usd), 2, MidpointRounding.ToEven);
        var up = rate.Convert(new Money(10.01m, Currency.Usd), 2, MidpointRounding.ToPositiveInfinity);

        Assert.Equal(new Money(3.33m, Currency.Eur), down.Converted);
        Assert.Equal(Fraction.Of(-0.00333m), down.RoundingDifference);
        Assert.Equal(new Money(3.34m, Currency.Eur), up.Converted);
        Assert.Equal(Fraction.Of(0.00667m), up.RoundingDifference);
        Assert.Equal(Fraction.Of(3.33333m), up.Exact);
    }

    [Fact]
    public void Convert_OtherCurrency_IsRefused() => Assert.Throws<CurrencyMismatchException>(
        () => Dollars(0.9m).Convert(new Money(0m, Currency.Gbp), 2, MidpointRounding.ToEven));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Rate_NotAboveZero_IsRefused(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Dollars(value));

    [Fact]
    public void Rate_OfACurrencyToItselfOtherThanOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRate(Currency.Eur, Currency.Eur, 1.1m));

    [Fact]
    public void TryGet_NoSuchRate_IsFalseAndNull()
    {
        Assert.False(Rates.TryGetOn(
            March1, Currency.Gbp, Currency.Eur, RateDating.LatestUpToDay, out ExchangeRate? dated));
        Assert.Null(dated);
        Assert.False(Rates.TryGetOf("budget 2026", Currency.Gbp, Currency.Eur, out ExchangeRate? named));
        Assert.Null(named);
        Assert.True(Rates.TryGetOf("budget 2026", Currency.Usd, Currency.Eur, out named));
        Assert.Equal(Dollars(0.88m), named);
    }

    [Fact] // A rate of one set or day says nothing for another one.
    public void Add_TheSameRateElsewhere_IsAnotherRate()
    {
        ExchangeRates rates = new ExchangeRates.Builder()
            .Add("plan", Dollars(0.9m))
            .Add("plan", Dollars(0.90m))
            .Add("forecast", Dollars(0.8m))
            .Add("plan", new ExchangeRate(Currency.Gbp, Currency.Eur, 1.2m))
            .Build();

        Assert.Equal(
            (0.9m, 0.8m, 1.2m),
            (
                rates.Of("plan", Currency.Usd, Currency.Eur).Value,
                rates.Of("forecast", Currency.Usd, Currency.Eur).Value,
                rates.Of("plan", Currency.Gbp, Currency.Eur).Value));
    }

    [Fact] // Eight decimals are the most that an amount has.
    public void Convert_Digits_AreThoseOfMoney()
    {
        CurrencyConversion conversion = Dollars(0.12345678m).Convert(
            new Money(1m, Currency.Usd), 8, MidpointRounding.ToEven);

        Assert.Equal((new Money(0.12345678m, Currency.Eur), new Money(1m, Currency.Usd), Dollars(0.12345678m)), (
            conversion.Converted, conversion.Source, conversion.Rate));
        Assert.Throws<ArgumentOutOfRangeException>("digits", () => Dollars(0.9m).Convert(
            new Money(1m, Currency.Usd), 9, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>("digits", () => Dollars(0.9m).Convert(
            new Money(1m, Currency.Usd), -1, MidpointRounding.ToEven));
    }

    [Fact]
    public void Rates_WithNothing_Throw()
    {
        var builder = new ExchangeRates.Builder();

        Assert.Throws<ArgumentNullException>("rate", () => builder.Add(March1, null!));
        Assert.Throws<ArgumentNullException>("rate", () => builder.Add("plan", null!));
        Assert.Throws<ArgumentException>("rateSet", () => builder.Add(" ", Dollars(1m)));
        Assert.Throws<ArgumentException>("rateSet", () => Rates.Of(" ", Currency.Usd, Currency.Eur));
        Assert.Throws<ArgumentNullException>("from", () => Rates.Of("plan", null!, Currency.Eur));
        Assert.Throws<ArgumentNullException>("to", () => Rates.Of("plan", Currency.Usd, null!));
        Assert.Throws<ArgumentNullException>("from", () => new ExchangeRate(null!, Currency.Eur, 1m));
        Assert.Throws<ArgumentNullException>("to", () => new ExchangeRate(Currency.Usd, null!, 1m));
        Assert.Equal("0.9 EUR per USD", Dollars(0.9m).ToString());
        Assert.Equal(1m, new ExchangeRate(Currency.Eur, Currency.Eur, 1m).Value);
    }

    private static ExchangeRate Dollars(decimal value) => new(Currency.Usd, Currency.Eur, value);
}
