using System.Globalization;
using System.Text;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// The made-up company: centers in levels of six, 300 elements of which a tenth is revenue, three years of months.
/// </summary>
internal sealed class Company
{
    public const int Elements = 300;
    public const int Periods = 36;
    public const int FirstYear = 2023;
    public const int MonthsPerYear = 12;

    public const string Json =
        """
        {
          "name": "Large company",
          "currency": "EUR",
          "calendar": { "kind": "months", "firstMonth": 1 }
        }

        """;

    private const int FirstElement = 400_000;
    private const int ChildrenPerCenter = 6;

    private readonly string lineEnd;

    public Company(BookShape shape)
    {
        lineEnd = shape.HasCrLf ? "\r\n" : "\n";
        string digits = shape.Centers > 10_000 ? "D5" : "D4";
        string center = shape.HasLongCodes ? "DE-NORTH-DIVISION-4711-COST-CENTER-" : "C";
        string element = shape.HasLongCodes ? "GROUP-CHART-OF-ACCOUNTS-2023-ACCT-" : "";
        Centers = [.. Enumerable.Range(0, shape.Centers)
            .Select(number => Utf8(center + number.ToString(digits, CultureInfo.InvariantCulture)))];
        ElementCodes = [.. Enumerable.Range(FirstElement, Elements)
            .Select(number => Utf8(element + number.ToString(CultureInfo.InvariantCulture)))];
        PairsWithBudget = [.. Enumerable.Range(0, shape.Centers * Elements)
            .Where(pair => (pair + (pair / Elements * 7L)) * 61 % 100 >= shape.WithoutBudget)];
    }

    /// <summary>Their codes.</summary>
    public byte[][] Centers { get; }

    /// <summary>Their codes.</summary>
    public byte[][] ElementCodes { get; }

    /// <summary>Number of the center x elements + number of the element.</summary>
    public int[] PairsWithBudget { get; }

    /// <summary>Every day of the periods as a date cell.</summary>
    public byte[][] Days { get; } = DayCells();

    public string CenterRows()
    {
        var rows = new StringBuilder("code,name,kind,parent").Append(lineEnd);
        for (int center = 0; center < Centers.Length; center++)
        {
            string parent = center == 0 ? "" : Encoding.UTF8.GetString(Centers[(center - 1) / ChildrenPerCenter]);
            string kind = center <= ChildrenPerCenter ? "profit" : "cost";
            string code = Encoding.UTF8.GetString(Centers[center]);
            rows.Append(CultureInfo.InvariantCulture, $"{code},Center {center},{kind},{parent}{lineEnd}");
        }

        return rows.ToString();
    }

    public string ElementRows()
    {
        var rows = new StringBuilder("code,name,nature").Append(lineEnd);
        for (int element = 0; element < Elements; element++)
        {
            string nature = element % 10 == 0 ? "revenue" : "cost";
            string code = Encoding.UTF8.GetString(ElementCodes[element]);
            rows.Append(CultureInfo.InvariantCulture, $"{code},Element {element},{nature}{lineEnd}");
        }

        return rows.ToString();
    }

    private static byte[][] DayCells()
    {
        var first = new DateOnly(FirstYear, 1, 1);
        int count = first.AddMonths(Periods).DayNumber - first.DayNumber;
        return
        [
            .. Enumerable.Range(0, count).Select(day =>
                Utf8(first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        ];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
