using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Tests.Unit.Shapes;

/// <summary>Cells and bytes of files of other systems: currencies, powers of ten, quotes, encodings.</summary>
public class ShapedCellTests
{
    private static readonly ImportProfile Contract = ImportProfile.Contract;

    [Theory]
    [InlineData(" -110.7 €", "-110.7")]
    [InlineData("€ 2,300.50", "2300.50")]
    [InlineData("-€5.00", "-5.00")]
    [InlineData("EUR 7", "7")]
    [InlineData("7", "7")]
    public void Read_CurrencyInTheAmount_IsComparedWithTheBook(string cell, string expected) =>
        Assert.Equal(
            $"2026-01-31 A 4711 {expected}",
            Trimmed(ShapedPostings.Read(
                Contract.WithNumbers('.', ",").WithCurrency(CurrencyRule.InAmounts()),
                $"date,center,element,amount\n2026-01-31,A,4711,\"{cell}\"\n").Rows, expected));

    [Fact]
    public void Read_OtherCurrency_IsRefusedOrConvertedByItsRate()
    {
        const string Text = "date,center,element,amount,Currency\n2026-01-31,A,4711,10.00,USD\n";
        CurrencyRule rule = CurrencyRule.FromColumn(ColumnSource.Named("Currency"));

        Assert.Equal("2 amount other-currency", ShapedPostings.Read(Contract.WithCurrency(rule), Text).Faults);
        Assert.Equal(
            "2026-01-31 A 4711 9.23",
            ShapedPostings.Read(
                Contract.WithCurrency(rule.WithRate("USD", 0.9234m))
                    .WithRounding("amount", MidpointRounding.AwayFromZero),
                Text).Rows);
    }

    [Fact]
    public void Read_RunningTotalThatDoesNotAgree_RejectsItsRow() =>
        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 1.00; 2026-01-31 A 4711 2.00", "4 - failed-check", "3 read, 2 accepted, 1 rejected"),
            ShapedPostings.Read(
                Contract.WithCheck(ColumnCheck.RunningTotal(ColumnSource.Named("Balance"))),
                "date,center,element,amount,Balance\n"
                    + "2026-01-31,A,4711,1.00,11.00\n2026-01-31,A,4711,2.00,13.00\n2026-01-31,A,4711,3.00,17.00\n"));

    [Fact]
    public void Read_DifferenceColumn_HasItsSignNamed() =>
        Assert.Equal(
            "3 - failed-check",
            ShapedPostings.Read(
                Contract.WithCheck(ColumnCheck.Difference(
                    ColumnSource.Named("Variance"), ColumnSource.Named("Budget"), ColumnSource.Named("amount"))),
                "date,center,element,amount,Budget,Variance\n"
                    + "2026-01-31,A,4711,1.00,5.00,4.00\n2026-01-31,A,4711,2.00,5.00,-3.00\n").Faults);

    [Theory]
    [InlineData("1.5E+03", "1500")]
    [InlineData("25e-1", "2.5")]
    [InlineData("-1E2", "-100")]
    public void Read_Exponents_AreExact(string cell, string expected) =>
        Assert.Equal(
            $"2026-01-31 A 4711 {expected}",
            Trimmed(ShapedPostings.Read(
                Contract.WithExponents(), $"date,center,element,amount\n2026-01-31,A,4711,{cell}\n").Rows, expected));

    [Fact]
    public void Read_LiteralQuotes_AreText() =>
        Assert.Equal(
            "1 read, 1 accepted, 0 rejected",
            ShapedPostings.Read(
                Contract.WithLiteralQuotes(),
                "date,center,element,amount,text\n2026-01-31,A,4711,1.00,a 3\" pipe\n").Counts);

    [Fact]
    public void Read_CarriageReturns_EndLinesByName() =>
        Assert.Equal(
            "2026-01-31 A 4711 1.00",
            ShapedPostings.Read(
                Contract.WithCarriageReturns(), "date,center,element,amount\r2026-01-31,A,4711,1.00\r").Rows);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Read_ByteOrderMark_OutweighsTheEncoding(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);

        Assert.Equal(
            "2026-01-31 A 4711 1.00",
            ShapedPostings.Read(
                Contract.WithEncoding("windows-1252").WithByteOrderMark(),
                [
                    .. encoding.GetPreamble(),
                    .. encoding.GetBytes("date,center,element,amount\n2026-01-31,A,4711,1.00\n"),
                ]).Rows);
    }

    [Fact]
    public void Read_TrimmedShortAndSurplusCells_AreReadWhereTheProfileSaysSo() =>
        Assert.Equal(
            new ShapedPostings("2026-01-31 A 4711 1.00; 2026-01-31 A 4711 2.00", "", "2 read, 2 accepted, 0 rejected"),
            ShapedPostings.Read(
                Contract.WithTrimmedCells().WithShortRows().WithSurplusCells(),
                "date,center,element,amount,text\n2026-01-31 ,\u00A0A,4711, 1.00\n2026-01-31,A,4711,2.00,t,x,\n"));

    /// <summary>The rows with an amount as it was written, where the book's cents add zeros.</summary>
    private static string Trimmed(string rows, string amount)
    {
        string[] parts = rows.Split(' ');
        return parts.Length == 4
            && decimal.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture)
                == decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)
            ? $"{parts[0]} {parts[1]} {parts[2]} {amount}"
            : rows;
    }
}
