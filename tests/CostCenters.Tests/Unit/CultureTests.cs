using System.Globalization;
using System.Text;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Reports;

namespace CostCenters.Tests.Unit;

/// <summary>
/// The same in every culture: separators (de-DE), the dotless i (tr-TR), another minus sign (sv-SE), another calendar
/// (th-TH).
/// </summary>
public class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void Texts_InAnotherCulture_AreTheSameBytes(string culture) =>
        Assert.Equal(In("", AllTexts), In(culture, AllTexts));

    [Fact]
    public void Cultures_OfTheseTests_DoDiffer()
    {
        Assert.Equal("-1,5", In("de-DE", () => $"{-1.5m}"));
        Assert.NotEqual("I", In("tr-TR", () => new string([char.ToUpper('i', Thread.CurrentThread.CurrentCulture)])));
    }

    [Fact]
    public void Journal_WrittenInOneCulture_IsReadInAnother()
    {
        byte[] journal = In("de-DE", () => Journal(Posted()));

        Assert.Equal(journal, In("tr-TR", () =>
        {
            using var stream = new MemoryStream(journal);
            return Journal(Book.Read(stream).Ledger);
        }));
    }

    private static string AllTexts()
    {
        var ledger = Posted();
        var budget = Company.Budget()
            .Add(BudgetLine.ForYear(Company.North, Company.Freight, 2026, -1234.56m, 0.5m))
            .Freeze();
        var comparison = new Comparison(budget.Cube, ledger.Snapshot().ToCube(), VarianceReportTests.Range(1, 12));
        var report = VarianceReport.Create(comparison, VarianceReportTests.Tree(12), ReportDimensions.Center);
        return string.Join(
            '\n',
            [
                Encoding.UTF8.GetString(Journal(ledger)),
                .. report.Lines(),
                .. report.Rows.Select(row => row.Variance.Percent(2, MidpointRounding.AwayFromZero))
                    .Select(percent => percent?.ToString(CultureInfo.InvariantCulture)),
                new Money(-1234.5m, Currency.Eur).ToString(),
                $"{new JournalPosition(1234567)} {new DecimalScale(12)} {Company.Period(3)} {LayerKey.Budget("i", 1)}",
                .. Refusals(ledger),
                .. Errors(),
                .. Sorted(),
            ]);
    }

    private static IEnumerable<string> Refusals(Ledger ledger)
    {
        Posting[] bad =
        [
            new(new(1899, 12, 31), new("none"), new("none"), -1_000_000_000_000_000.5m, -0.0000001m),
            new(Company.Day(2), Company.South, Company.Sales, -0.001m, 1_000_000_000_000.5m, adjustmentPeriod: 3),
            new(Company.Day(2), Company.Blocked, Company.Sales, 1m),
        ];
        return ledger.Post(Company.Document("bad", bad), Company.Stamp).Faults
            .Concat(ledger.Close(Company.Period(99), [new("none")], Company.Stamp).Faults)
            .Concat(ledger.Reverse(new("none"), new("r"), null, Company.Stamp).Faults)
            .Select(fault => fault.Message);
    }

    private static IEnumerable<string> Errors()
    {
        Action[] failing =
        [
            () => _ = new CenterValidity("", CenterKind.Cost, null, Company.Day(3), Company.Day(2)),
            () => new CenterHierarchy.Builder()
                .Add(new("i"), new CenterValidity("", CenterKind.Cost, null, Company.Day(1), Company.Day(2)))
                .Add(new("i"), new CenterValidity("", CenterKind.Cost, new("i"), Company.Day(3)))
                .Build(),
            () => Company.Budget().Add(BudgetLine.ForYear(Company.South, Company.Freight, 2026, 1m)),
            () => new DecimalScale(0).ToDecimal(Int128.MinValue + 1),
            () => new CubeBuilder(Company.Space)
                .Add(new(Company.Head, Company.Sales, Company.Period(1)), 92_233_720_368_547_758.07m)
                .Add(new(Company.Head, Company.Sales, Company.Period(1)), 1m)
                .Build(),
            () => Book.Read(new MemoryStream("{\n"u8.ToArray())),
        ];
        return failing.Select(action => Record.Exception(action)!.Message);
    }

    private static IEnumerable<string> Sorted()
    {
        var builder = new CenterHierarchy.Builder();
        foreach (string code in new[] { "i", "I", "ı", "İ", "ä", "z", "a-b", "ab", "a b" })
        {
            builder.Add(new(code), new CenterValidity("", CenterKind.Cost));
        }

        return builder.Build().TreeAsOf(Company.Day(1)).Nodes.Select(node => node.Center.Code.Value);
    }

    private static Ledger Posted()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document(
                "i", new Posting(Company.Day(3), Company.North, Company.Freight, -1234.56m, -7.000001m, "I", "ı")),
            Company.Stamp).GetOrThrow();
        ledger.Close(Company.Period(3), [Company.North], Company.Stamp).GetOrThrow();
        return ledger;
    }

    private static byte[] Journal(Ledger ledger)
    {
        using var stream = new MemoryStream();
        ledger.Journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>Runs in a thread of its own, so that no other test meets the culture.</summary>
    private static T In<T>(string culture, Func<T> run)
    {
        T result = default!;
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(() => { result = run(); }))
        {
            CurrentCulture = CultureInfo.GetCultureInfo(culture),
        };
        thread.Start();
        thread.Join();
        Assert.Null(error);
        return result;
    }
}
