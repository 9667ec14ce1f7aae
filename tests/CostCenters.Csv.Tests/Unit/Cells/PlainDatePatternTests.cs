using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Tests.Unit.Cells;

public class PlainDatePatternTests
{
    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "yyyyMMdd", "ddMMyyyy", "dd-MM-yyyy", "d-M-yyyy", "yyyy. MM. dd.",
        "uuuu-MM-dd", "M/d/yyyy", "dd/MM/yyyy", "dd MM yyyy",
    ];

    [Fact]
    public void TryRead_AnyText_ReadsWhatNodaTimeReads()
    {
        var random = new Random(11);
        char[] letters = [.. "0123456789.-/ a"];
        int dates = 0;
        foreach (string text in Patterns)
        {
            LocalDatePattern noda = LocalDatePattern.Create(text, CultureInfo.InvariantCulture);
            PlainDatePattern plain = PlainDatePattern.Create(text)!;
            for (int i = 0; i < 20_000; i++)
            {
                var date = new LocalDate(random.Next(1, 10_000), random.Next(1, 13), random.Next(1, 29));
                char[] cell = noda.Format(date.PlusDays(random.Next(4))).ToCharArray();
                for (int blows = random.Next(3); blows > 0; blows--)
                {
                    cell[random.Next(cell.Length)] = letters[random.Next(letters.Length)];
                }

                string written = random.Next(20) == 0 ? new string(cell)[1..] : new string(cell);
                bool isDate = plain.TryRead(Encoding.UTF8.GetBytes(written), out LocalDate read);
                ParseResult<LocalDate> expected = noda.Parse(written);

                Assert.True(
                    isDate == expected.Success && (!isDate || read == expected.Value), $"{text}: \"{written}\"");
                dates += isDate ? 1 : 0;
            }
        }

        Assert.InRange(dates, 50_000, 20_000 * Patterns.Length);
    }

    [Theory]
    [InlineData("dMyyyy")]
    [InlineData("dd-MMM-yyyy")]
    [InlineData("yy-MM-dd")]
    [InlineData("yyyy-MM")]
    [InlineData("yyyy-MM-dd HH:mm")]
    public void Create_OtherPattern_IsLeftToNodaTime(string text) => Assert.Null(PlainDatePattern.Create(text));
}
