using System.Text;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Tests;

/// <summary>A book folder of its own for one test, removed with it. It is sound unless a test changes it.</summary>
internal sealed class TestBook : IDisposable
{
    public const string Description =
        """{ "name": "Test", "currency": "EUR", "calendar": { "kind": "months", "firstMonth": 1 } }""";

    public const string Centers = "code,name,kind,parent,valid_from,valid_to\n"
        + "ROOT,Company,profit,,,\n"
        + "A,Alpha,cost,ROOT,,\n"
        + "B,Beta,cost,ROOT,2026-02-01,2026-06-30\n";

    public const string Elements = "code,name,nature,behavior,parent\n"
        + "rent,Rent,cost,fixed,\n"
        + "sales,Sales,revenue,,\n";

    public const string Budget = "version,center,element,period,amount,quantity\n"
        + "plan,A,rent,2026,1200.00,\n"
        + "plan,ROOT,sales,2026-P01,500.00,2.5\n";

    public const string Postings = "date,center,element,amount,quantity,document,text\n"
        + "2026-01-31,A,rent,101.00,,D1,January\n"
        + "2026-02-28,B,rent,7.77,,,\n"
        + "2026-01-05,ROOT,sales,480.25,2,D2,\n";

    public const string KeyFigures = "period,center,key_figure,value\n2026-P01,A,heads,3.5\n";

    public static readonly CommandStamp Stamp = new("tester", Instant.FromUtc(2026, 12, 31, 12, 0));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costcenters-");

    public TestBook() => With("book.json", Description)
        .With("centers.csv", Centers)
        .With("elements.csv", Elements)
        .With("budget.csv", Budget)
        .With("postings.csv", Postings)
        .With("key-figures.csv", KeyFigures);

    public string Folder => folder.FullName;

    /// <summary>Centers and elements of the sound book over calendar years in euro.</summary>
    public static CubeSpace Space(string? centers = null, string? elements = null, Currency? currency = null) => new(
        CentersCsv.Read(Input(centers ?? Centers), ImportProfile.Contract).GetOrThrow(),
        ElementsCsv.Read(Input(elements ?? Elements), ImportProfile.Contract).GetOrThrow(),
        Calendars.FiscalCalendar.Months(1, Calendars.YearNaming.Start),
        currency ?? Currency.Eur,
        new DecimalScale((currency ?? Currency.Eur).MinorDigits));

    public static CsvInput Input(string text) => CsvInput.FromText(new StringReader(text), "input.csv");

    /// <summary>The faults as <c>line column code</c>, notes aside.</summary>
    public static string Faults(IEnumerable<ImportIssue> issues) => string.Join(
        "; ",
        issues.Where(issue => issue.Severity != ImportSeverity.Note)
            .Select(issue => $"{issue.Line} {issue.Column} {issue.Code}".Replace("  ", " ", StringComparison.Ordinal)));

    /// <summary>What a writer writes.</summary>
    public static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The report of a book as CSV.</summary>
    public static string Report(Book book, string? version, ReportDimensions by)
    {
        Cube actual = book.Ledger.Snapshot().ToCube();
        BudgetVersion? budget = book.Snapshot().Budgets.FirstOrDefault(each => version is null || each.Name == version);
        Cube planned = budget?.Cube ?? Cube.Empty(book.Space);
        if ((planned.Periods ?? actual.Periods) is not Calendars.FiscalPeriodRange range)
        {
            return "";
        }

        CenterTree tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(range.Through).Last);
        var report = VarianceReport.Create(new Comparison(planned, actual, range), tree, by);
        return Written(stream => VarianceReportCsv.Write(report, stream));
    }

    public TestBook With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public TestBook With(string file, byte[] bytes)
    {
        string path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public TestBook Without(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public ImportResult<Book> Read() => BookFolder.Read(Folder, Stamp);

    public void Dispose() => folder.Delete(recursive: true);
}
