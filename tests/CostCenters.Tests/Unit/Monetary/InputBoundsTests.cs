using System.Globalization;
using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Support;

namespace CostCenters.Tests.Unit.Monetary;

/// <summary>Amounts go to 10^15, quantities and rates to 10^9, each with 8 decimals; the bounds themselves are inside.
/// </summary>
public class InputBoundsTests
{
    [Theory]
    [InlineData("0.00000001", true)]
    [InlineData("1000000000", true)]
    [InlineData("999999999.99999999", true)]
    [InlineData("1.50000000000000000000", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("0.000000001", false)]
    [InlineData("1000000000.00000001", false)]
    public void ExchangeRate_Value_IsAboveZeroAndWithinTheBounds(string text, bool isInside) =>
        AssertBounds(text, isInside, "value", value => new ExchangeRate(Currency.Usd, Currency.Eur, value));

    [Theory]
    [InlineData("0", true)]
    [InlineData("1000000000", true)]
    [InlineData("-0.00000001", false)]
    [InlineData("0.000000001", false)]
    [InlineData("1000000000.00000001", false)]
    public void Price_OfAUnit_IsNotNegativeAndWithinTheBounds(string text, bool isInside) =>
        AssertBounds(text, isInside, "price", price => new UnitEconomics(price, 0m, 0m));

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.00000001", true)]
    [InlineData("-0.00000001", false)]
    public void Contacts_AsAFraction_AreNotNegative(string text, bool isInside) =>
        AssertBounds(text, isInside, "contacts", value => new ContactWork("calls", Fraction.Of(value), Fraction.One));

    [Theory]
    [InlineData(MidpointRounding.ToEven, true)]
    [InlineData(MidpointRounding.ToPositiveInfinity, true)]
    [InlineData((MidpointRounding)(-1), false)]
    [InlineData((MidpointRounding)5, false)]
    public void Rounding_OfMoneyAndCounts_IsOneOfTheFive(MidpointRounding rounding, bool isInside)
    {
        AssertBounds("1", isInside, "rounding", _ => new Money(1m, Currency.Eur).RoundTo(2, rounding));
        AssertBounds("1", isInside, "rounding", _ => new DecimalScale(2).Round(1m, rounding, out decimal _));
    }

    private static void AssertBounds(string text, bool isInside, string name, Func<decimal, object> create)
    {
        decimal value = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        if (isInside)
        {
            Assert.NotNull(create(value));
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(name, () => create(value));
        }
    }
}
