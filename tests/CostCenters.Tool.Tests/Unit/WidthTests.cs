using Spectre.Console;

namespace CostCenters.Tool.Tests.Unit;

/// <summary>What a report shows on screens of 80 to 200 columns; Golden/Widths/source.md derives every figure.
/// </summary>
public class WidthTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "Widths");
    private static readonly string Book = Path.Combine(Folder, "Book");

    [Theory]
    [InlineData(80, "report-080")]
    [InlineData(85, "report-080")]
    [InlineData(86, "report-086")]
    [InlineData(95, "report-086")]
    [InlineData(96, "report-096")]
    [InlineData(100, "report-096")]
    [InlineData(102, "report-102")]
    [InlineData(120, "report-102")]
    [InlineData(140, "report-102")]
    [InlineData(160, "report-102")]
    [InlineData(180, "report-102")]
    [InlineData(200, "report-102")]
    public void Report_AtAWidth_LeavesOutWhatMayBeLeftOut(int width, string expected) => Assert.Equal(
        File.ReadAllText(Path.Combine(Folder, $"{expected}.txt")), Report(width));

    // 25 + 7 + 12 + 12 + 10 + 5 + 11 + 12 + 12 + 12 + 6 = 124 with ten gaps of 3 and a margin of 2 is 156. Letters for
    // outcomes, no decimals and gaps of 2: 25 + 7 + 9 + 9 + 10 + 5 + 1 + 11 + 9 + 9 + 6 + 20 + 2 = 123. Without per
    // cent 116, or 113 with a name of 22; without the budget to date 105, or 100 with a name of 20.
    [Theory]
    [InlineData(200, "center measure budget actual difference % outcome year budget remaining forecast used %")]
    [InlineData(156, "center measure budget actual difference % outcome year budget remaining forecast used %")]
    [InlineData(140, "center measure budget actual difference % year budget remaining forecast used %")]
    [InlineData(123, "center measure budget actual difference % year budget remaining forecast used %")]
    [InlineData(120, "center measure budget actual difference year budget remaining forecast used %")]
    [InlineData(110, "center measure actual difference year budget remaining forecast used %")]
    [InlineData(100, "center measure actual difference year budget remaining forecast used %")]
    [InlineData(80, "center measure actual difference year budget forecast")]
    public void YearToDate_AtAWidth_LeavesOutWhatMayBeLeftOut(int width, string expected)
    {
        string[] lines = Report(width, "--ytd").Split('\n');

        Assert.All(lines, line => Assert.InRange(line.GetCellWidth(), 0, width));
        Assert.Equal(
            expected,
            string.Join(' ', lines.First(line => line.StartsWith("  center", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact] // 775,000.50 + 450,000.00 budgeted; used 781,000.25 / 1,225,000.50 = 63.755 %; 424,999.50 + 550,000.00.
    public void YearToDate_OfTheYear_IsDerivedByHand()
    {
        string[] rows = [.. Report(200, "--ytd").Split('\n').Skip(5).Take(3)
            .Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

        Assert.EndsWith("unfavorable 1,225,000.50 444,000.25 1,231,000.25 63.8", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("unfavorable 2,200,000.00 1,050,000.00 2,150,000.00 52.3", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("unfavorable 974,999.50 605,999.75 918,999.75 37.8", rows[2], StringComparison.Ordinal);
    }

    // Names of 25, the measure of 7 and an amount of 9 without decimals with gaps of 2 and a margin of 2 are 47; a
    // further column of 3 would make 52.
    [Theory]
    [InlineData(200, 1, "26,000.00", "781,000.25")]
    [InlineData(120, 1, "26,000.00", "781,000.25")]
    [InlineData(100, 1, "26,000.00", "781,000.25")]
    [InlineData(80, 1, "26,000.00", "781,000.25")]
    [InlineData(50, 3, "26,000", "781,000")]
    public void Pivot_AtAWidth_KeepsOwnAmountsAndEveryNumber(int width, int tables, string amount, string total)
    {
        string[] lines = Report(width, "--pivot", "actual", "--full-year").Split('\n');

        Assert.All(lines, line => Assert.InRange(line.GetCellWidth(), 0, width));
        string[] own = [.. lines.Where(line => line.Contains("(own)", StringComparison.Ordinal))];
        Assert.Equal(tables, own.Length);
        Assert.EndsWith($" {amount}", own[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.EndsWith($" {total}", StringComparison.Ordinal));
    }

    [Fact] // Every figure is rounded by itself: 775,000.50, 781,000.25 and 5,999.75.
    public void Unit_Thousand_RoundsForShowAlone()
    {
        string report = Report(120, "--unit", "k");

        Assert.Contains("2026-P01, k EUR\n", report, StringComparison.Ordinal);
        Assert.Contains("775.0     781.0         +6.0", report, StringComparison.Ordinal);
        Assert.Contains("425.0     369.0        -56.0", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Culture_German_HasItsNumbersAndDates()
    {
        string report = Report(120, "--culture", "de-DE");

        Assert.Contains("\n01.01.2026 to 31.01.2026; actuals through 2026-P01 (31.01.2026)\n", report,
            StringComparison.Ordinal);
        Assert.Contains("   775.000,50     781.000,25    +5.999,75    +0,8   unfavorable\n", report,
            StringComparison.Ordinal);
    }

    private static string Report(int width, params string[] options)
    {
        ToolRun run = ToolRun.Of(
            ["report", Book, "--width", width.ToString(System.Globalization.CultureInfo.InvariantCulture), .. options]);
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }
}
