using System.Globalization;
using System.Numerics;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Csv.Tests.Unit.Cells;

public class NumberCellTests
{
    [Theory]
    [InlineData("0", 2, 0)]
    [InlineData("-0.00", 2, 0)]
    [InlineData("1", 2, 100)]
    [InlineData("-1.5", 2, -150)]
    [InlineData("007.10", 2, 710)]
    [InlineData("0.01", 2, 1)]
    [InlineData("1000000000000000.00", 2, 100_000_000_000_000_000)]
    [InlineData("-1000000000000000", 0, -1_000_000_000_000_000)]
    [InlineData("9223372.036854775806", 12, 9_223_372_036_854_775_806)]
    public void Parse_Number_IsCountedExactly(string text, int scale, long expected) =>
        Assert.Equal((NumberFaults.None, expected), Parse(text, scale, null));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("1.-2")]
    [InlineData("NaN")]
    [InlineData("١٢")]
    [InlineData("0x1F")]
    public void Parse_AnythingElse_IsNoNumber(string text) =>
        Assert.Equal((NumberFaults.NotANumber, 0), Parse(text, 2, null));

    [Theory]
    [InlineData("1.000", 2, NumberFaults.TooManyDigits)]
    [InlineData("1.0", 0, NumberFaults.TooManyDigits)]
    [InlineData("1000000000000000.01", 2, NumberFaults.OutOfRange)]
    [InlineData("-1000000000000001", 2, NumberFaults.OutOfRange)]
    [InlineData("1000000000000000.001", 2, NumberFaults.TooManyDigits | NumberFaults.OutOfRange)]
    [InlineData("79228162514264337593543950335", 2, NumberFaults.OutOfRange)]
    [InlineData("999999999999999999999999999999999999999999", 2, NumberFaults.OutOfRange)]
    [InlineData("9223373", 12, NumberFaults.OutOfRange)]
    public void Parse_BeyondTheBounds_TellsEachBound(string text, int scale, object faults) =>
        Assert.Equal(((NumberFaults)faults, 0), Parse(text, scale, null));

    [Theory]
    [InlineData("0.125", MidpointRounding.ToEven, 12)]
    [InlineData("0.135", MidpointRounding.ToEven, 14)]
    [InlineData("0.1250000000000000000000000001", MidpointRounding.ToEven, 13)]
    [InlineData("0.125", MidpointRounding.AwayFromZero, 13)]
    [InlineData("-0.125", MidpointRounding.AwayFromZero, -13)]
    [InlineData("-0.129", MidpointRounding.ToZero, -12)]
    [InlineData("-0.121", MidpointRounding.ToNegativeInfinity, -13)]
    [InlineData("0.121", MidpointRounding.ToNegativeInfinity, 12)]
    [InlineData("0.121", MidpointRounding.ToPositiveInfinity, 13)]
    [InlineData("-0.121", MidpointRounding.ToPositiveInfinity, -12)]
    [InlineData("-0.001", MidpointRounding.ToEven, 0)]
    public void Parse_WithARounding_RoundsByIt(string text, MidpointRounding rounding, long expected) =>
        Assert.Equal((NumberFaults.None, expected), Parse(text, 2, rounding));

    [Fact]
    public void Parse_MoreThan28Decimals_AreRefusedUnlessTheyAreZeros()
    {
        string finest = "0." + new string('0', 27) + "1";

        Assert.Equal(NumberFaults.None, Parse(finest + "000", 2, MidpointRounding.ToEven).Faults);
        Assert.Equal(NumberFaults.TooManyDigits, Parse(finest + "1", 2, MidpointRounding.ToEven).Faults);
    }

    [Law(Arbitrary = [typeof(Numbers)])]
    public void Parse_AnyNumber_AgreesWithDecimalRounding(NumberText given)
    {
        NumberFaults faults = NumberCell.Parse(
            Encoding.UTF8.GetBytes(given.Text),
            2,
            NumberCell.AmountBound,
            given.Rounding,
            out long count,
            out Int128 change);

        // Both stay within 28 digits, so decimal is exact here.
        decimal written = decimal.Parse(given.Text, NumberStyles.Number, CultureInfo.InvariantCulture);
        decimal rounded = decimal.Round(written, 2, given.Rounding);
        Assert.Equal(NumberFaults.None, faults);
        Assert.Equal(rounded, count / 100m);
        Assert.Equal(rounded - written, new RoundingRest("amount", 1, (BigInteger)change).Sum);
    }

    [Theory]
    [InlineData(0, 2, "0.00")]
    [InlineData(-1, 2, "-0.01")]
    [InlineData(-100, 2, "-1.00")]
    [InlineData(12345, 0, "12345")]
    [InlineData(1, 12, "0.000000000001")]
    [InlineData(long.MinValue, 2, "-92233720368547758.08")]
    [InlineData(long.MinValue, 12, "-9223372.036854775808")]
    [InlineData(long.MaxValue, 0, "9223372036854775807")]
    public void Format_Count_HasAllItsDecimals(long count, int scale, string expected) =>
        Assert.Equal(expected, Format(count, scale));

    [Law]
    public void Format_ThenParse_GivesTheCount(int high, int low, byte scale)
    {
        int places = scale % 13;
        long count = (high * 400_000_000L) + low;
        count = (ulong)Math.Abs(count) / PowersOfTen.Of(places) < NumberCell.AmountBound ? count : low;

        Assert.Equal((NumberFaults.None, count), Parse(Format(count, places), places, null));
    }

    private static string Format(long count, int scale)
    {
        Span<byte> text = stackalloc byte[NumberCell.LongestText];
        return Encoding.UTF8.GetString(text[..NumberCell.Format(count, scale, text)]);
    }

    private static (NumberFaults Faults, long Count) Parse(string text, int scale, MidpointRounding? rounding)
    {
        NumberFaults faults = NumberCell.Parse(
            Encoding.UTF8.GetBytes(text), scale, NumberCell.AmountBound, rounding, out long count, out _);
        return (faults, count);
    }
}

public sealed record NumberText(string Text, MidpointRounding Rounding);

public static class Numbers
{
    public static Arbitrary<NumberText> Texts() => Arb.From(
        from sign in Gen.Elements("", "-")
        from whole in Gen.OneOf(Gen.Choose(0, 9), Gen.Choose(0, int.MaxValue))
        from places in Gen.Choose(1, 15)
        from digits in Gen.Elements('0', '0', '4', '5', '5', '9').ArrayOf(places)
        from rounding in Gen.Elements(Enum.GetValues<MidpointRounding>())
        select new NumberText(FormattableString.Invariant($"{sign}{whole}.{new string(digits)}"), rounding));
}
