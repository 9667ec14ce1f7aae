using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Explanations;

public class InputUnitTests
{
    public static TheoryData<InputUnit, InputUnitKind, string> Units => new()
    {
        { InputUnit.Number, InputUnitKind.Number, "" },
        { InputUnit.Of(""), InputUnitKind.Number, "" },
        { InputUnit.Percent, InputUnitKind.Percent, "%" },
        { InputUnit.Of(Currency.Eur), InputUnitKind.Money, "EUR" },
        { InputUnit.AnyMoney, InputUnitKind.AnyMoney, "" },
        { InputUnit.Of("kg"), InputUnitKind.Quantity, "kg" },
        { InputUnit.Of(Currency.Eur).Per("kg"), InputUnitKind.Rate, "EUR per kg" },
        { InputUnit.Of("minutes").Per(InputUnit.Of("contact")), InputUnitKind.Rate, "minutes per contact" },
        { InputUnit.Of(Currency.Eur).Per(InputUnit.Of(Currency.Usd)), InputUnitKind.Rate, "EUR per USD" },
        { InputUnit.AnyMoney.Per("contact"), InputUnitKind.Rate, "per contact" },
        { InputUnit.Of(Currency.Eur).Per(""), InputUnitKind.Money, "EUR" },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void ToString_EachKind_IsItsText(InputUnit unit, InputUnitKind kind, string text) =>
        Assert.Equal((kind, text), (unit.Kind, unit.ToString()));

    [Fact] // A unit that is called "parts per million" stays one unit: no text is ever split.
    public void Per_UnitNamedLikeARate_KeepsBothSides()
    {
        InputUnit rate = InputUnit.Of(Currency.Eur).Per("parts per million");

        Assert.Equal(
            (InputUnit.Of(Currency.Eur), InputUnit.Of("parts per million")), (rate.Numerator, rate.Denominator));
        Assert.Equal(Currency.Eur, rate.Numerator!.Currency);
        Assert.Equal(InputUnitKind.Quantity, InputUnit.Of("parts per million").Kind);
    }

    [Fact]
    public void Equality_IsByKindAndSides()
    {
        Assert.Equal(InputUnit.Of(Currency.Eur).Per("kg"), InputUnit.Of(Currency.Eur).Per("kg"));
        Assert.NotEqual(InputUnit.Of(Currency.Eur), InputUnit.Of("EUR"));
        Assert.NotEqual(InputUnit.Number, InputUnit.AnyMoney);
        Assert.NotEqual(InputUnit.Of(Currency.Eur).Per("kg"), InputUnit.Of("EUR").Per("kg"));
    }

    [Fact]
    public void Per_ARate_IsRefused()
    {
        InputUnit rate = InputUnit.Of(Currency.Eur).Per("kg");

        Assert.Throws<ArgumentException>(() => rate.Per("hour"));
        Assert.Throws<ArgumentException>(() => InputUnit.Of("kg").Per(rate));
    }
}
