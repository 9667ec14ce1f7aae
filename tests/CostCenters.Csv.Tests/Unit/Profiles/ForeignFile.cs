using System.Text;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tests.Unit.Profiles;

/// <summary>What a file of another system gives, in a short form: the rows with their figures, the faults, the counts.
/// </summary>
internal sealed record ForeignFile(string Rows, string Faults, string Counts)
{
    /// <summary>A book in calendar months; elements are costs but those that start with 8, which are revenue.</summary>
    public static CubeSpace Book(string centers, string elements, string currency = "EUR", int scale = 2)
    {
        var hierarchy = new CenterHierarchy.Builder();
        foreach (string code in centers.Split('|'))
        {
            hierarchy.Add(new CenterCode(code), new CenterValidity(code, CenterKind.Cost));
        }

        var chart = new ElementChart.Builder();
        foreach (string code in elements.Split('|'))
        {
            chart.Add(new CostElement(
                new ElementCode(code), code, code.StartsWith('8') ? ElementNature.Revenue : ElementNature.Cost));
        }

        return new CubeSpace(
            hierarchy.Build(),
            chart.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.FromIso(currency),
            new DecimalScale(scale));
    }

    public static ForeignFile Postings(ImportProfile profile, CubeSpace book, string text) =>
        Postings(profile, book, Encoding.UTF8.GetBytes(text));

    public static ForeignFile Postings(ImportProfile profile, CubeSpace book, byte[] bytes) =>
        BothWays(profile, each => ReadPostings(each, book, bytes));

    public static ForeignFile Budgets(ImportProfile profile, CubeSpace book, string text) =>
        BothWays(profile, each => ReadBudgets(each, book, text));

    /// <summary>What a profile gives, after its JSON gave the same.</summary>
    public static T BothWays<T>(ImportProfile profile, Func<ImportProfile, T> read)
    {
        T result = read(profile);
        Assert.Equal(result, read(ImportProfile.FromJson(profile.ToJson())));
        return result;
    }

    private static ForeignFile ReadPostings(ImportProfile profile, CubeSpace book, byte[] bytes)
    {
        ImportResult<IReadOnlyList<Posting>> result = PostingsCsv.Read(
            CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), book, profile);
        return Of(result, (result.Value ?? []).Select(posting => FormattableString.Invariant(
            $"{posting.Date:uuuu-MM-dd} {posting.Center} {posting.Element} {posting.Amount}")));
    }

    private static ForeignFile ReadBudgets(ImportProfile profile, CubeSpace book, string text)
    {
        ImportResult<IReadOnlyList<BudgetVersion>> result = BudgetsCsv.Read(
            TestBook.Input(text), book, Phasing.Even(RemainderRule.LargestRemainder), profile);
        return Of(result, (result.Value ?? []).SelectMany(version => version.Lines.Select(line =>
            FormattableString.Invariant($"{version.Name} {line.Period?.ToString() ?? $"{line.Year}"} ")
                + FormattableString.Invariant($"{line.Center} {line.Element} {line.Amount}"))));
    }

    private static ForeignFile Of<T>(ImportResult<T> result, IEnumerable<string> rows)
        where T : class => new(
            string.Join("; ", rows),
            string.Join("; ", result.Issues.Where(issue => issue.Severity != ImportSeverity.Note).Select(issue =>
                $"{issue.Line} {issue.Column ?? "-"} {issue.Code}")),
            result.Counts.ToString());
}
