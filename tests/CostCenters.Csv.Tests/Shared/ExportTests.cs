using System.Globalization;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Shared;

/// <summary>
/// Real exports of cloud costs against sums that were computed apart from us. They are not part of the repository: the
/// environment variable COSTCENTERS_SHARED names the folder that has them.
/// </summary>
public class ExportTests(ITestOutputHelper output)
{
    private const int Scale = 12;

    private static readonly string? Shared = Environment.GetEnvironmentVariable("COSTCENTERS_SHARED");

    private static readonly ImportProfile Azure = CloudProfiles.Azure(
        ColumnSource.Named("CostCenter"), ColumnSource.Constant("cloud"), MidpointRounding.ToEven);

    [Theory]
    [InlineData(FocusCost.Billed, "billed_total", "billed_by_provider_category")]
    [InlineData(FocusCost.Effective, "effective_total", "effective_by_provider_category")]
    public void Focus_ByProviderAndCategory_IsExact(FocusCost cost, string total, string groups)
    {
        if (Reference("data/focus/_reference.json") is not JsonElement reference)
        {
            return;
        }

        Dictionary<string, decimal> expected = Sums(reference.GetProperty(groups));
        CubeSpace space = Space(
            expected.Keys.Select(key => key.Split('|')[0]), expected.Keys.Select(key => key.Split('|')[1]));
        ImportResult<PostedDocument> result = Post(
            "data/focus/focus_sample_1000_v1.0.csv",
            space,
            Focus(cost, ColumnSource.Named("ProviderName"), ColumnSource.Named("ServiceCategory")),
            out Ledger ledger);

        Assert.Equal(new ImportCounts(reference.GetProperty("rows").GetInt64(), 0), result.Counts);
        Assert.Empty(Assert.Single(result.Files).RoundingRests);
        Dictionary<string, decimal> found = ledger.Snapshot().ToCube().Cells()
            .GroupBy(cell => $"{cell.Address.Center}|{cell.Address.Element}")
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Amount));
        Assert.Equal(expected.OrderBy(pair => pair.Key), found.OrderBy(pair => pair.Key));
        Assert.Equal(Number(reference.GetProperty(total)), found.Values.Sum());
    }

    [Fact]
    public void Focus_BySubAccount_IsExact()
    {
        if (Reference("data/focus/_reference.json") is not JsonElement reference)
        {
            return;
        }

        Dictionary<string, decimal> expected = Sums(reference.GetProperty("billed_by_sub_account"));
        ImportProfile profile = Focus(
            FocusCost.Billed, ColumnSource.Named("SubAccountName"), ColumnSource.Constant("cloud"));
        ImportResult<PostedDocument> result = Post(
            "data/focus/focus_sample_1000_v1.0.csv", Space(expected.Keys, ["cloud"]), profile, out Ledger ledger);

        Assert.True(result.IsComplete, string.Join('\n', result.Issues.Where(i => i.Severity != ImportSeverity.Note)));
        Assert.Equal(
            expected.OrderBy(pair => pair.Key),
            ledger.Snapshot().Postings().GroupBy(posting => posting.Center.Value)
                .ToDictionary(group => group.Key, group => group.Sum(posting => posting.Amount))
                .OrderBy(pair => pair.Key));
    }

    // Codes that differ in case are two centers, and costs have up to 27 decimals: what rounding to 12 changed is told.
    [Theory]
    [InlineData("EA_ActualCost_Small")]
    [InlineData("EA_AmortizedCost_Small")]
    public void Azure_ByCostCenter_IsExactWithTheToldRest(string file)
    {
        if (Reference("data/azure-ea/_reference.json") is not JsonElement all)
        {
            return;
        }

        JsonElement reference = all.GetProperty(file);
        Dictionary<string, decimal> expected = Sums(reference.GetProperty("by_cost_center"));
        Assert.Equal(reference.GetProperty("rows").GetInt64(), Read(expected.Keys, out _).Counts.Accepted);
        foreach ((string center, decimal exact) in expected)
        {
            // The rows of the other centers are rejected, so the rest is this center's alone.
            ImportResult<PostedDocument> result = Read([center], out Ledger ledger);
            ImportedFile imported = Assert.Single(result.Files);
            decimal rest = imported.RoundingRests.Where(each => each.Column == "amount").Sum(each => each.Sum);
            decimal rounded = ledger.Snapshot().Postings().Sum(posting => posting.Amount);

            Assert.Equal(exact, rounded - rest);
            Assert.Equal(reference.GetProperty("rows").GetInt64(), result.Counts.Read);
        }

        ImportResult<PostedDocument> Read(IEnumerable<string> centers, out Ledger ledger) =>
            Post($"data/azure-ea/{file}.csv", Space(centers, ["cloud"]), Azure, out ledger);
    }

    private static ImportProfile Focus(FocusCost cost, ColumnSource center, ColumnSource element) =>
        CloudProfiles.Focus(cost, FocusDay.ChargeStart, center, element, MidpointRounding.ToEven);

    private static ImportResult<PostedDocument> Post(
        string file, CubeSpace space, ImportProfile profile, out Ledger ledger)
    {
        ledger = new Ledger(space);
        return PostingsCsv.Post(
            CsvInput.FromFile(Path.Combine(Shared!, file)), ledger, new DocumentId(file), TestBook.Stamp, profile);
    }

    private static CubeSpace Space(IEnumerable<string> centers, IEnumerable<string> elements)
    {
        var hierarchy = new CenterHierarchy.Builder();
        foreach (string code in centers.Distinct())
        {
            hierarchy.Add(new CenterCode(code), new CenterValidity(code, CenterKind.Cost));
        }

        var chart = new ElementChart.Builder();
        foreach (string code in elements.Distinct())
        {
            chart.Add(new CostElement(new ElementCode(code), code, ElementNature.Cost));
        }

        return new CubeSpace(
            hierarchy.Build(),
            chart.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Usd,
            new DecimalScale(Scale));
    }

    private static Dictionary<string, decimal> Sums(JsonElement groups) =>
        groups.EnumerateObject().ToDictionary(group => group.Name, group => Number(group.Value));

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private JsonElement? Reference(string file)
    {
        if (string.IsNullOrEmpty(Shared))
        {
            output.WriteLine("COSTCENTERS_SHARED names no folder: nothing was compared.");
            return null;
        }

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared, file)));
        return json.RootElement.Clone();
    }
}
