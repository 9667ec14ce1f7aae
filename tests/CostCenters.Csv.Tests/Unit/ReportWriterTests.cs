using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>What is written from counts is what the decimals of the rows say.</summary>
public class ReportWriterTests
{
    private const ReportDimensions All =
        ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    private static readonly long[] Counts =
    [
        0, 1, -1, 5, -5, 99, 100, -100, 12_345, -678_901, long.MaxValue, long.MinValue, long.MaxValue - 7,
        5_000_000_000_000_000_000, -5_000_000_000_000_000_000,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    public void Write_AmountsOfAnySize_IsWhatItsRowsSay(int digits)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            for (var dimensions = ReportDimensions.None; dimensions <= All; dimensions++)
            {
                // Of one root each, so that no sum of several centers outgrows 64 bits.
                VarianceReport report = Report(digits, seed, dimensions | ReportDimensions.Center);
                AssertWritten(RowsOf(report), report);
            }
        }
    }

    [Theory] // So many rows that threads make them in several parts.
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(9_000)]
    public void Write_ManyCenters_IsWhatTheirRowsSay(int centers)
    {
        VarianceReport report = Report(2, 3, ReportDimensions.Center, centers);
        AssertWritten(RowsOf(report), report);
    }

    [Theory]
    [InlineData(ReportDimensions.None)]
    [InlineData(ReportDimensions.Center)]
    [InlineData(ReportDimensions.Element)]
    [InlineData(All)]
    public void Write_NoElements_IsTheHeaderAlone(ReportDimensions dimensions)
    {
        var centers = new CenterHierarchy.Builder()
            .Add(new CenterCode("c"), new CenterValidity("", CenterKind.Cost))
            .Build();
        var space = new CubeSpace(
            centers,
            new ElementChart.Builder().Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new(2));
        var period = new FiscalPeriod(2026, 1);
        var report = VarianceReport.Create(
            new Comparison(Cube.Empty(space), Cube.Empty(space), new FiscalPeriodRange(period, period)),
            centers.TreeAsOf(new LocalDate(2026, 1, 31)),
            dimensions);

        Assert.Single(Written(stream => VarianceReportCsv.Write(report, stream, 2)).Trim().Split('\n'));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Write_StreamThatTakesNoMore_TellsWhy(int threads)
    {
        VarianceReport report = Report(2, 1, All, centers: 9_000);
        using var full = new FullStream();

        var error = Assert.Throws<IOException>(() => VarianceReportCsv.Write(report, full, threads));

        Assert.Equal("No space left.", error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Write_CanceledInTheMiddle_ThrowsAfterWholeRows(int threads)
    {
        VarianceReport report = Report(2, 1, All, centers: 30_000);
        using var source = new CancellationTokenSource();
        using var stream = new CancelingStream(source);

        Assert.Throws<OperationCanceledException>(() =>
            VarianceReportCsv.Write(report, stream, threads, source.Token));

        string all = Written(whole => VarianceReportCsv.Write(report, whole));
        string written = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith(written, all, StringComparison.Ordinal);
        Assert.EndsWith("\n", written, StringComparison.Ordinal);
        Assert.NotEqual(all.Length, written.Length);
    }

    [Fact]
    public void Write_NoThread_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        "threads", () => VarianceReportCsv.Write(Report(2, 1, All), Stream.Null, 0));

    /// <summary>By any number of threads, and as a list in which all rows are material.</summary>
    private static void AssertWritten(string expected, VarianceReport report)
    {
        foreach (int threads in new[] { 1, 2, 7 })
        {
            Assert.Equal(expected, Written(stream => VarianceReportCsv.Write(report, stream, threads)));
        }

        var everything = ReportTable.Create(
            report, MaterialRows.Create(report, new Materiality(0m, null)), 2, MidpointRounding.AwayFromZero);
        Assert.Equal(expected, Written(stream => ReportTableCsv.Write(everything, stream, threads: 2)));
    }

    /// <summary>What the rows of a report say, each from its decimals.</summary>
    private static string RowsOf(VarianceReport report)
    {
        int digits = report.Comparison.Space.Scale.Digits;
        string[] dimensions =
        [
            .. new[] { ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period }
                .Where(dimension => report.Dimensions.HasFlag(dimension))
                .Select(dimension => dimension.ToString().ToLowerInvariant()),
        ];
        string[] columns = [.. dimensions, "measure", "budget", "actual", "difference", "percent", "outcome"];
        var text = new StringBuilder(string.Join(',', columns)).Append('\n');
        foreach (VarianceRow row in report.Rows)
        {
            string?[] places = [row.Center?.Center.Code.Value, row.Element?.Code.Value, row.Period?.ToString()];
            string?[] figures =
            [
                row.Variance.Measure.ToString().ToLowerInvariant(),
                Number(row.Variance.Budget, digits),
                Number(row.Variance.Actual, digits),
                Number(row.Variance.Difference, digits),
                Number(row.Variance.Percent(2, MidpointRounding.AwayFromZero), 2),
                row.Variance.Outcome.ToString().ToLowerInvariant(),
            ];
            text.AppendJoin(',', [.. places.OfType<string>().Select(Quoted), .. figures]).Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string? Number(decimal? value, int digits) =>
        (value == 0m ? 0m : value)?.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static VarianceReport Report(int digits, int seed, ReportDimensions dimensions, int centers = 30)
    {
        var hierarchy = new CenterHierarchy.Builder();
        for (int i = 0; i < centers; i++)
        {
            hierarchy.Add(new CenterCode(i % 7 == 0 ? $"c,{i}" : $"c{i}"), new CenterValidity("", CenterKind.Profit));
        }

        var elements = new ElementChart.Builder()
            .Add(new CostElement(new("9 \"x\""), "", ElementNature.Cost))
            .Add(new CostElement(new("10"), "", ElementNature.Revenue));
        var space = new CubeSpace(
            hierarchy.Build(), elements.Build(), FiscalCalendar.Months(1, YearNaming.Start), Currency.Eur, new(digits));
        var random = new Random(seed);
        var range = new FiscalPeriodRange(new FiscalPeriod(2026, 1), new FiscalPeriod(2026, 1));
        var tree = space.Centers.TreeAsOf(new LocalDate(2026, 1, 31));
        var comparison = new Comparison(CubeOf(space, random), CubeOf(space, random), range);
        return VarianceReport.Create(comparison, tree, dimensions);
    }

    private static Cube CubeOf(CubeSpace space, Random random)
    {
        var builder = new CubeBuilder(space);
        int period = space.Calendar.OrdinalOf(new FiscalPeriod(2026, 1));
        for (int cell = 0; cell < 2 * space.Centers.Centers.Length; cell++)
        {
            if (random.Next(4) > 0)
            {
                builder.AddCounts(cell / 2, cell % 2, period, Counts[random.Next(Counts.Length)]);
            }
        }

        return builder.Build();
    }

    /// <summary>Asks for the end after the header and some rows.</summary>
    private sealed class CancelingStream(CancellationTokenSource source) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            if (Length > 10_000)
            {
                source.Cancel();
            }
        }
    }

    /// <summary>Takes the header and nothing else.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length > 0 && count > 0)
            {
                throw new IOException("No space left.");
            }

            base.Write(buffer, offset, count);
        }
    }
}
