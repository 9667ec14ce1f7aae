using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit.Shapes;

/// <summary>Postings of a foreign file, in a short form: date, center, element and amount of each.</summary>
internal sealed record ShapedPostings(string Rows, string Faults, string Counts)
{
    public static CubeSpace Space { get; } = SpaceOf(2);

    /// <summary>A book of the centers A, B and C and of the elements 4711 and 6000, in euro and calendar months.
    /// </summary>
    public static CubeSpace SpaceOf(int scale) => new(
        CentersCsv.Read(
            Input("code,name,kind\nA,Alpha,cost\nB,Beta,cost\nC,Gamma,cost\n"), ImportProfile.Contract).GetOrThrow(),
        ElementsCsv.Read(
            Input("code,name,nature\n4711,Rent,cost\n6000,Staff,cost\n"), ImportProfile.Contract).GetOrThrow(),
        FiscalCalendar.Months(1, YearNaming.Start),
        Currency.Eur,
        new DecimalScale(scale));

    public static ShapedPostings Read(ImportProfile profile, string text, int scale = 2) =>
        Read(profile, Encoding.UTF8.GetBytes(text), scale);

    public static ShapedPostings Read(ImportProfile profile, byte[] bytes, int scale = 2)
    {
        ImportResult<IReadOnlyList<Posting>> result = PostingsCsv.Read(
            CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), SpaceOf(scale), profile);
        return new(
            string.Join("; ", (result.Value ?? []).Select(posting => string.Create(
                CultureInfo.InvariantCulture,
                $"{posting.Date:uuuu-MM-dd} {posting.Center} {posting.Element} {posting.Amount}"))),
            string.Join("; ", result.Issues.Where(issue => issue.Severity != ImportSeverity.Note).Select(issue =>
                $"{issue.Line} {issue.Column ?? "-"} {issue.Code}")),
            result.Counts.ToString());
    }
}
