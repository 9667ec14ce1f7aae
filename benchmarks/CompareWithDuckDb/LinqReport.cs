using System.Globalization;
using CsvHelper;

namespace CompareWithDuckDb;

/// <summary>
/// The report as one would write it in an afternoon: records of CsvHelper, <c>GroupBy</c>, sums of <c>decimal</c>.
/// </summary>
internal sealed class LinqReport
{
    private readonly ILookup<string, string> children;
    private readonly Dictionary<string, string> natureOf;
    private readonly Dictionary<string, Dictionary<Key, Sums>> own;
    private readonly StreamWriter output;
    private readonly bool isDetailed;

    private LinqReport(string book, bool isDetailed, StreamWriter output)
    {
        this.isDetailed = isDetailed;
        this.output = output;
        children = Read<CenterRecord>(book, "centers.csv").ToLookup(row => row.Parent ?? "", row => row.Code);
        natureOf = Read<ElementRecord>(book, "elements.csv").ToDictionary(row => row.Code, row => row.Nature);
        var budgets = Read<BudgetRecord>(book, "budget.csv")
            .GroupBy(row => (row.Center, Key: new Key(row.Element, row.Period)), row => row.Amount)
            .ToDictionary(cell => cell.Key, cell => cell.Sum());
        string first = budgets.Keys.Min(cell => cell.Key.Period)!;
        string last = budgets.Keys.Max(cell => cell.Key.Period)!;
        var actuals = Read<PostingRecord>(book, "postings.csv")
            .GroupBy(row => (row.Center, row.Element, row.Date.Year, row.Date.Month), row => row.Amount)
            .Select(cell => (
                cell.Key.Center,
                Key: new Key(cell.Key.Element, $"{cell.Key.Year}-P{cell.Key.Month:D2}"),
                Amount: cell.Sum()))
            .Where(cell => string.CompareOrdinal(first, cell.Key.Period) <= 0
                && string.CompareOrdinal(cell.Key.Period, last) <= 0);
        own = budgets
            .Select(cell => (cell.Key.Center, cell.Key.Key, Sums: new Sums(cell.Value, null)))
            .Concat(actuals.Select(cell => (cell.Center, cell.Key, Sums: new Sums(null, cell.Amount))))
            .GroupBy(cell => cell.Center)
            .ToDictionary(center => center.Key, center => Total(center.Select(cell => (KeyOf(cell.Key), cell.Sums))));
    }

    private readonly record struct Key(string Element, string Period);

    private readonly record struct Sums(decimal? Budget, decimal? Actual);

    public static void Write(string book, bool isDetailed, string file)
    {
        using var output = new StreamWriter(file);
        output.Write(isDetailed ? "center,element,period," : "center,");
        output.Write("measure,budget,actual,difference,percent,outcome\n");
        var report = new LinqReport(book, isDetailed, output);
        foreach ((string center, Dictionary<Key, Sums> sums) in report.children[""]
            .Order(StringComparer.Ordinal).SelectMany(root => report.RollUp(root)))
        {
            report.WriteCenter(center, sums);
        }
    }

    private static IEnumerable<T> Read<T>(string book, string file)
        where T : class, new()
    {
        using var reader = CsvReader.FromFile(Path.Combine(book, file));
        foreach (T record in reader.GetRecords<T>())
        {
            yield return record;
        }
    }

    /// <summary>Without details a key is a nature alone.</summary>
    private Key KeyOf(Key cell) => isDetailed ? cell : new Key(natureOf[cell.Element], "");

    private static Dictionary<Key, Sums> Total(IEnumerable<(Key Key, Sums Sums)> parts) =>
        parts.GroupBy(part => part.Key, part => part.Sums).ToDictionary(
            group => group.Key,
            group => group.Aggregate((left, right) => new Sums(
                Plus(left.Budget, right.Budget), Plus(left.Actual, right.Actual))));

    private static decimal? Plus(decimal? left, decimal? right) => left is null ? right : left + (right ?? 0m);

    /// <summary>A center with the sums of it and of all below, then those below, siblings by code.</summary>
    private IEnumerable<(string Center, Dictionary<Key, Sums> Sums)> RollUp(string center)
    {
        var below = children[center].Order(StringComparer.Ordinal).Select(child => RollUp(child).ToList()).ToList();
        var parts = below.Select(child => child[0].Sums).Append(own.GetValueOrDefault(center, []));
        var whole = Total(parts.SelectMany(part => part.Select(pair => (pair.Key, pair.Value))));
        return below.SelectMany(child => child).Prepend((center, whole));
    }

    private void WriteCenter(string center, Dictionary<Key, Sums> sums)
    {
        if (isDetailed)
        {
            foreach ((Key key, Sums cell) in sums
                .OrderBy(pair => pair.Key.Element, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Period, StringComparer.Ordinal))
            {
                WriteRow($"{center},{key.Element},{key.Period}", natureOf[key.Element], cell);
            }

            return;
        }

        Sums? cost = sums.TryGetValue(new Key("cost", ""), out Sums costs) ? costs : null;
        Sums? revenue = sums.TryGetValue(new Key("revenue", ""), out Sums revenues) ? revenues : null;
        WriteRow(center, "cost", cost);
        WriteRow(center, "revenue", revenue);
        if (cost is Sums spent && revenue is Sums earned)
        {
            WriteRow(center, "margin", new Sums(
                Plus(-spent.Budget, earned.Budget), Plus(-spent.Actual, earned.Actual)));
        }
    }

    private void WriteRow(string dimensions, string measure, Sums? sums)
    {
        if (sums is not (var budget, var someActual))
        {
            return;
        }

        decimal actual = someActual ?? 0m;
        decimal difference = actual - (budget ?? 0m);
        decimal? percent = budget is null or 0m
            ? null
            : Math.Round(difference * 100m / Math.Abs(budget.Value), 2, MidpointRounding.AwayFromZero);
        string outcome = difference == 0m ? "neutral"
            : difference > 0m == (measure != "cost") ? "favorable" : "unfavorable";
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{dimensions},{measure},{Text(budget)},{Text(actual)},{Text(difference)},{Text(percent)},{outcome}\n"));
    }

    /// <summary>Without the sign that a decimal of magnitude 0 may carry.</summary>
    private static string? Text(decimal? value) =>
        (value == 0m ? 0m : value)?.ToString("F2", CultureInfo.InvariantCulture);
}
