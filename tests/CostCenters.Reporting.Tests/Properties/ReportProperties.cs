using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Xunit;
using Outcome = CostCenters.Explanations.Outcome;

namespace CostCenters.Reporting.Tests.Properties;

[Laws(Arbitrary = [typeof(AnyBookGenerators)])]
public partial class ReportProperties
{
    [Property]
    public void Page_ShowsEveryRowOfTheReport(AnyBook book)
    {
        ReportDocument document = book.Document();
        var shown = MainRows(document).Where(row => !row[0].StartsWith('(')).Select(row => string.Join('|', row));
        bool hasMeasures = document.Report.Rows.Select(row => row.Variance.Measure).Distinct().Skip(1).Any();

        Assert.Equal(
            document.Report.Rows.Select(row => string.Join('|', Shown(row, hasMeasures))), shown);
    }

    [Property] // Own amounts and children make the parent, so that nothing of it is invisible.
    public void Page_RowsBelowACenter_AddUpToIt(AnyBook book)
    {
        ReportDocument document = book.Document();
        var table = Written.Html(document).QuerySelector("#table table");
        var sums = new Dictionary<string, decimal>();
        var tree = document.Report.Tree;
        foreach (string[] row in MainRows(document).Where(row => !row.Contains("margin")))
        {
            bool isOwn = row[0].StartsWith('(');
            string code = isOwn ? row[0]["(own) ".Length..] : row[0].Split(' ')[0];
            int place = tree.PlaceOf(new Structure.CenterCode(code));
            int above = isOwn ? place : tree.Nodes[place].Parent;
            string measure = row[^5] is "cost" or "revenue" ? row[^5] : "";
            decimal actual = decimal.Parse(row[^3], NumberStyles.Number, CultureInfo.InvariantCulture);
            if (!isOwn && tree.EndOf(place) > place + 1)
            {
                Add($"{place} {measure}", -actual);
            }

            if (above >= 0)
            {
                Add($"{above} {measure}", actual);
            }
        }

        // A center whose children have nothing has no row below it: all of it is its own.
        Assert.All(sums, sum => Assert.True(sum.Value == 0m || IsAlone(table!, tree, sum.Key), sum.Key));

        void Add(string key, decimal amount) => sums[key] = sums.GetValueOrDefault(key) + amount;
    }

    [Property]
    public void Page_MonthsOfARow_AddUpToItsTotal(AnyBook book)
    {
        IElement? table = Written.Html(book.Document()).QuerySelector("#periods table");
        foreach (string[] row in table is null ? [] : Written.Rows(table))
        {
            decimal[] amounts = [.. row[^(AnyBook.Months + 1)..].Select(AmountOf)];
            Assert.Equal(amounts[^1], amounts[..^1].Sum());
        }
    }

    [Property]
    public void Workbook_Formulas_GiveTheValuesInTheFile(AnyBook book)
    {
        byte[] workbook = Written.Workbook(book.Document());
        foreach (string name in new[] { "Report", "By period" })
        {
            using var sheet = new OpenedSheet(workbook, name);
            var values = sheet.Rows.SelectMany(row => row.Elements<Cell>())
                .ToDictionary(cell => cell.CellReference!.Value!, sheet.Value);
            foreach (Cell cell in sheet.Rows.SelectMany(row => row.Elements<Cell>()))
            {
                if (cell.CellFormula?.Text is { Length: > 0 } formula && Compute(formula, values) is decimal computed)
                {
                    Assert.Equal(computed, NumberOf(sheet.Value(cell)));
                }
            }
        }
    }

    [Property]
    public void Workbook_SharedDifferences_AreActualLessBudget(AnyBook book)
    {
        using var sheet = new OpenedSheet(Written.Workbook(book.Document()), "Report");
        for (int row = 5; row < 5 + sheet.Rows.Length - 3; row++)
        {
            string[] values = sheet.Values(row, 8);
            Assert.Equal(NumberOf(values[4]) - NumberOf(values[3]), NumberOf(values[5]));
        }
    }

    [Property]
    public void Page_AnyText_StaysTheSameText(NonNull<string> drawn)
    {
        string text = "x" + string.Concat(drawn.Get.Where(sign => sign is > ' ' and < '\u007f'));
        IDocument page = Written.Html(new ReportDocument(SmallBook.Title(text), SmallBook.Report()));

        Assert.Equal(text, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, page.Body!.Children.Count(child => child.TagName is "HEADER" or "MAIN" or "FOOTER"));
    }

    private static List<string[]> MainRows(ReportDocument document) =>
        Written.Html(document).QuerySelector("#table table tbody") is { } table
            ? Written.Rows(table.ParentElement!).Where(row => row[0] != "Total").ToList()
            : [];

    private static IEnumerable<string> Shown(VarianceRow row, bool hasMeasures)
    {
        Variance variance = row.Variance;
        string center = $"{row.Center!.Value.Center.Code} {row.Center.Value.Center.Validities[0].Name}";
        string mark = variance.Outcome switch
        {
            Outcome.Favorable => " ▲",
            Outcome.Unfavorable => " ▼",
            _ => " =",
        };
        string[] measure = hasMeasures ? [variance.Measure.ToString().ToLowerInvariant()] : [];
        return
        [
            center,
            .. measure,
            variance.Budget is decimal budget ? Text(budget) : "–",
            Text(variance.Actual),
            Signed(variance.Difference) + mark,
            variance.Percent(2, MidpointRounding.AwayFromZero) is decimal percent ? Signed(percent) : "–",
        ];
    }

    private static string Text(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Signed(decimal amount) => (amount > 0m ? "+" : "") + Text(amount);

    private static decimal AmountOf(string cell) => cell == "–"
        ? 0m
        : decimal.Parse(cell.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);

    private static decimal NumberOf(string text) =>
        text.Length == 0 ? 0m : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsAlone(IElement table, Structure.CenterTree tree, string key)
    {
        string code = tree.Nodes[int.Parse(key.Split(' ')[0], CultureInfo.InvariantCulture)].Center.Code.Value;
        return !table.QuerySelectorAll("input.f").Any(box => box.GetAttribute("aria-label") == $"Parts of {code}");
    }

    /// <summary>The value of a sum of cells, or of a difference of two; null for other formulas.</summary>
    private static decimal? Compute(string formula, Dictionary<string, string> values)
    {
        decimal ValueOf(string address) => NumberOf(values.GetValueOrDefault(address, ""));
        if (Difference().Match(formula) is { Success: true } difference)
        {
            return ValueOf(difference.Groups[1].Value) - ValueOf(difference.Groups[2].Value);
        }

        return Sum().Match(formula) is { Success: true } sum
            ? sum.Groups[1].Value.Split(',').SelectMany(Cells).Sum(ValueOf)
            : null;
    }

    private static IEnumerable<string> Cells(string range)
    {
        string[] ends = range.Split(':');
        (char column, int row) = (ends[0][0], int.Parse(ends[0][1..], CultureInfo.InvariantCulture));
        (char lastColumn, int lastRow) = (ends[^1][0], int.Parse(ends[^1][1..], CultureInfo.InvariantCulture));
        for (char each = column; each <= lastColumn; each++)
        {
            for (int line = row; line <= lastRow; line++)
            {
                yield return $"{each}{line}";
            }
        }
    }

    [GeneratedRegex(@"^ROUND\(([A-Z]\d+)-([A-Z]\d+),2\)$")]
    private static partial Regex Difference();

    [GeneratedRegex(@"^ROUND\(SUM\(([A-Z0-9,:]+)\),2\)$")]
    private static partial Regex Sum();
}
