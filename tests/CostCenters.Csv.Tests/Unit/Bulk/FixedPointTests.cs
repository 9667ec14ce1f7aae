using System.Text;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public class FixedPointTests
{
    private const string Letters = "0123456789012345678901234567890123456789.-..x /:";

    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("-0.01", true, -1)]
    [InlineData("1.5", true, 150)]
    [InlineData("-1234567.89", true, -123_456_789)]
    [InlineData("123456789012.34", true, 12_345_678_901_234)]
    [InlineData("1000000000000000", true, 100_000_000_000_000_000)]
    [InlineData("1000000000000000.01", false, 0)]
    [InlineData("1.", false, 0)]
    [InlineData(".5", false, 0)]
    [InlineData("1.005", false, 0)]
    [InlineData("1.2.3", false, 0)]
    [InlineData("", false, 0)]
    [InlineData("-", false, 0)]
    [InlineData("+1", false, 0)]
    public void TryRead_AmountInCents_IsItsCount(string text, bool isNumber, long count)
    {
        Assert.Equal(isNumber, TryRead(text, 2, NumberCell.AmountBound, out long read));
        Assert.Equal(isNumber ? count : 0, isNumber ? read : 0);
    }

    [Theory]
    [InlineData(0, NumberCell.AmountBound)]
    [InlineData(2, NumberCell.AmountBound)]
    [InlineData(3, NumberCell.AmountBound)]
    [InlineData(4, NumberCell.AmountBound)]
    [InlineData(12, NumberCell.AmountBound)]
    [InlineData(6, NumberCell.QuantityBound)]
    public void TryRead_AnyText_AgreesWithTheCell(int scale, ulong bound)
    {
        var random = new Random(scale);
        for (int i = 0; i < 20_000; i++)
        {
            string text = (random.Next(3) == 0 ? "-" : "")
                + new string(random.GetItems(Letters.ToCharArray(), random.Next(1, 20)));
            NumberFaults faults = NumberCell.Parse(
                Encoding.ASCII.GetBytes(text), scale, bound, rounding: null, out long count, out _);
            bool isNumber = faults == NumberFaults.None;

            Assert.True(isNumber == TryRead(text, scale, bound, out long read), text);
            Assert.True(!isNumber || read == count, text);
        }
    }

    [Theory]
    [InlineData("", true, 0)]
    [InlineData("0", true, 0)]
    [InlineData("-7.5", true, -750)]
    [InlineData("-", false, 0)]
    [InlineData(".", false, 0)]
    [InlineData(".5", false, 0)]
    public void TryRead_CellThatMayBeEmpty_IsItsCount(string text, bool isNumber, long count)
    {
        int leastWhole = text.Length == 0 ? 0 : 1;

        Assert.Equal(isNumber, TryRead(text, 2, NumberCell.AmountBound, out long read, leastWhole));
        Assert.Equal(isNumber ? count : 0, isNumber ? read : 0);
    }

    [Theory]
    [InlineData("1234,5", true, 123450)]
    [InlineData("007,10", true, 710)]
    [InlineData("-0,05", true, -5)]
    [InlineData("1234.5", false, 0)]
    [InlineData("1.250", true, 125000)]
    [InlineData("1.25", false, 0)]
    [InlineData("0.125", false, 0)]
    [InlineData("1.234.567,8", true, 123456780)]
    [InlineData("5,00-", false, 0)]
    [InlineData("12345678901234567", false, 0)]
    public void TryRead_DecimalComma_IsItsCount(string text, bool isNumber, long count)
    {
        NumberDialect dialect = NumberDialect.Contract.WithSeparators(',', ".");

        Assert.Equal(isNumber, TryRead(text, dialect, 2, NumberCell.AmountBound, out long read));
        Assert.Equal(count, isNumber ? read : 0);
    }

    [Theory]
    [InlineData(NegativeStyles.LeadingMinus, true)]
    [InlineData(NegativeStyles.TrailingMinus | NegativeStyles.Parentheses, false)]
    public void TryRead_LeadingMinus_IsReadWhereTheDialectHasIt(NegativeStyles styles, bool isNumber)
    {
        NumberDialect dialect = NumberDialect.Contract.WithNegativeStyles(styles);

        Assert.Equal(isNumber, TryRead("-1.5", dialect, 2, NumberCell.AmountBound, out _));
        Assert.True(TryRead("1.5", dialect, 2, NumberCell.AmountBound, out _));
    }

    private static bool TryRead(string text, int scale, ulong bound, out long count, int leastWhole = 1) =>
        TryRead(text, NumberDialect.Contract, scale, bound, out count, leastWhole);

    private static bool TryRead(
        string text, NumberDialect dialect, int scale, ulong bound, out long count, int leastWhole = 1)
    {
        // Digits around the cell must not be taken for a part of it.
        byte[] bytes = [.. "99999999999999999999"u8, .. Encoding.ASCII.GetBytes(text), .. "999999"u8];
        return new FixedPoint(scale, bound, dialect, takesSuffix: false)
            .TryRead(ref bytes[0], 20, text.Length, leastWhole, out count);
    }
}
