using System.Globalization;
using System.Text.Json;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Monetary;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Shared;

/// <summary>Real exports of cloud costs, read by the profiles that they suggest; see <see cref="ExportTests"/>.
/// </summary>
public class ExportDetectionTests(ITestOutputHelper output)
{
    private static readonly string? Shared = Environment.GetEnvironmentVariable("COSTCENTERS_SHARED");

    [Theory]
    [InlineData("BilledCost", "billed_total")]
    [InlineData("EffectiveCost", "effective_total")]
    public void Detect_FocusExport_AsksWhichCostAndThenSumsExactly(string column, string total)
    {
        if (PathOf("data/focus/focus_sample_1000_v1.0.csv") is not string path)
        {
            return;
        }

        ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(path));

        Assert.Equal("amount rounding-quantity", Open(proposal));
        CsvPreview preview = CsvPreview.Create(
            CsvInput.FromFile(path),
            proposal.Choose("amount", column).Choose("rounding-quantity", "toEven").GetOrThrow(),
            new DecimalScale(12),
            rows: 3);
        Assert.Equal(new ImportCounts(1_000, 0), preview.Counts);
        Assert.Equal(
            decimal.Parse(
                Reference("data/focus/_reference.json").GetProperty(total).GetString()!, CultureInfo.InvariantCulture),
            preview.Totals[0].Sum);
    }

    // The figures of the reference have more decimals than 12: rows that do are rejected, unless they are rounded.
    [Theory]
    [InlineData("EA_ActualCost_Small")]
    [InlineData("EA_AmortizedCost_Small")]
    public void Detect_AzureExport_ReadsEveryRow(string file)
    {
        if (PathOf($"data/azure-ea/{file}.csv") is not string path)
        {
            return;
        }

        ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(path));

        Assert.Equal("rounding-quantity", Open(proposal));
        CsvPreview preview = CsvPreview.Create(
            CsvInput.FromFile(path),
            proposal.Map("element", ColumnSource.Constant("cloud")).Choose("rounding-quantity", "toEven").GetOrThrow()
                .WithRounding(MidpointRounding.ToEven),
            new DecimalScale(12),
            rows: 3);
        JsonElement reference = Reference("data/azure-ea/_reference.json").GetProperty(file);
        Assert.Equal(reference.GetProperty("rows").GetInt64(), preview.Counts.Accepted);
        decimal exact = reference.GetProperty("by_cost_center").EnumerateObject()
            .Sum(center => decimal.Parse(center.Value.GetString()!, CultureInfo.InvariantCulture));
        Assert.InRange(preview.Totals[0].Sum - exact, -0.00000000003m, 0.00000000003m);
    }

    private static string Open(ProfileProposal proposal) =>
        string.Join(' ', proposal.Doubts.Where(doubt => doubt.IsOpen).Select(doubt => doubt.Key));

    private static JsonElement Reference(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared!, file)));
        return json.RootElement.Clone();
    }

    private string? PathOf(string file)
    {
        if (!string.IsNullOrEmpty(Shared))
        {
            return Path.Combine(Shared, file);
        }

        output.WriteLine("COSTCENTERS_SHARED names no folder: nothing was read.");
        return null;
    }
}
