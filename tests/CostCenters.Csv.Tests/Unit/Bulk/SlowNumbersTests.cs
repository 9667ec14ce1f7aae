using System.Text;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Unit.Bulk;

public class SlowNumbersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    public void TryRead_AnyText_ReadsWhatThePlainReaderReads(int scale)
    {
        NumberDialect[] dialects =
        [
            NumberDialect.Contract.WithSeparators(',', "."),
            NumberDialect.Contract.WithSeparators('.', ","),
            NumberDialect.Contract.WithSeparators(',', "\u00A0"),
            NumberDialect.Contract.WithSeparators('.', "'")
                .WithNegativeStyles(NegativeStyles.LeadingMinus | NegativeStyles.TrailingMinus),
            NumberDialect.Contract.WithSuffixes("S", "H"),
            NumberDialect.Contract,
        ];
        var random = new Random(3);
        byte[] scratch = new byte[64];
        int numbers = 0;
        foreach (NumberDialect dialect in dialects)
        {
            var slow = new SlowNumbers(scale, NumberCell.AmountBound, dialect, takesSuffix: true);
            for (int i = 0; i < 30_000; i++)
            {
                byte[] text = Encoding.UTF8.GetBytes(Written(random, dialect));
                bool isNumber = slow.TryRead(text, out long count);

                Assert.True(
                    dialect.TryRewrite(text, takesSuffix: true, ref scratch, out ReadOnlySpan<byte> plain)
                        & NumberCell.Parse(plain, scale, NumberCell.AmountBound, null, out long expected, out _)
                            == NumberFaults.None
                        ? isNumber && count == expected
                        : !isNumber,
                    Encoding.UTF8.GetString(text));
                numbers += isNumber ? 1 : 0;
            }
        }

        Assert.InRange(numbers, 20_000, 170_000);
    }

    /// <summary>A number as a dialect writes it, mostly.</summary>
    private static string Written(Random random, NumberDialect dialect)
    {
        string digits = random.NextInt64((long)Math.Pow(10, random.Next(1, 18))).ToString(
            System.Globalization.CultureInfo.InvariantCulture);
        string group = dialect.GroupSeparators.Length == 0 || random.Next(3) == 0
            ? ""
            : dialect.GroupSeparators[..1];
        for (int place = digits.Length - 3; place > 0; place -= 3)
        {
            digits = digits.Insert(place, group);
        }

        string decimals = random.Next(3) == 0
            ? ""
            : dialect.DecimalSeparator + new string('7', random.Next(4));
        string written = (random.Next(2) == 0 ? "-" : "") + digits + decimals
            + (random.Next(4) == 0 ? "-" : random.Next(4) == 0 ? "S" : "");
        return random.Next(6) == 0
            ? written.Insert(random.Next(written.Length), ".,' 0"[random.Next(5)].ToString())
            : written;
    }
}
