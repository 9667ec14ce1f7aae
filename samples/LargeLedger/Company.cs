using System.Globalization;
using System.Text;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// The made-up company: 1,000 centers in five levels, 300 elements of which a tenth is revenue, three years of months.
/// </summary>
internal static class Company
{
    public const int Centers = 1_000;
    public const int Elements = 300;
    public const int Periods = 36;
    public const int FirstYear = 2023;
    public const int MonthsPerYear = 12;
    public const int FirstElement = 400_000;

    private const int ChildrenPerCenter = 6;

    public const string Json =
        """
        {
          "name": "Large company",
          "currency": "EUR",
          "calendar": { "kind": "months", "firstMonth": 1 }
        }

        """;

    public static string CenterRows()
    {
        var rows = new StringBuilder("code,name,kind,parent\n");
        for (int center = 0; center < Centers; center++)
        {
            string parent = center == 0 ? "" : $"C{(center - 1) / ChildrenPerCenter:D4}";
            string kind = center <= ChildrenPerCenter ? "profit" : "cost";
            rows.Append(CultureInfo.InvariantCulture, $"C{center:D4},Center {center},{kind},{parent}\n");
        }

        return rows.ToString();
    }

    public static string ElementRows()
    {
        var rows = new StringBuilder("code,name,nature\n");
        for (int element = 0; element < Elements; element++)
        {
            string nature = element % 10 == 0 ? "revenue" : "cost";
            rows.Append(CultureInfo.InvariantCulture, $"{FirstElement + element},Element {element},{nature}\n");
        }

        return rows.ToString();
    }

    /// <summary>Every day of the company's periods as a date cell.</summary>
    public static byte[][] Days()
    {
        var first = new DateOnly(FirstYear, 1, 1);
        int count = first.AddMonths(Periods).DayNumber - first.DayNumber;
        return
        [
            .. Enumerable.Range(0, count).Select(day =>
                Encoding.UTF8.GetBytes(first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        ];
    }
}
