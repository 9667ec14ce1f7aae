using System.Text;
using CostCenters.Books;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>A book folder in a temporary place, read by the plain reader and in bulk.</summary>
internal sealed class MessyBook : IDisposable
{
    public const string BudgetHeader = "version,center,element,period,amount,quantity";

    public const string PostingsHeader = "date,center,element,amount,quantity,document,text";

    private const string Centers = """
        code,name,kind,parent,valid_from,valid_to
        A1,Always,cost,,,
        B-LONGER-CODE,Twelve bytes and more,cost,A1,,
        CENTER-OF-MORE-THAN-16-BYTES,Long,cost,A1,,
        C3,First half,cost,A1,2024-01-01,2024-06-30
        C3,Last quarter,cost,A1,2024-10-01,2024-12-31
        Ü1,Beyond ASCII,cost,A1,,
        "x,y",Comma,cost,A1,,
        "q""q",Quote,cost,A1,,

        """;

    private const string Elements = "code,name,nature\n4000,Rent,cost\n8000,Sales,revenue\nE,Short,cost\n";

    private static readonly string[] GoodCenters =
        ["A1", "A1", "B-LONGER-CODE", "CENTER-OF-MORE-THAN-16-BYTES", "C3", "Ü1", "\"x,y\"", "\"q\"\"q\"", "\"A1\""];

    private static readonly string[] GoodElements = ["4000", "8000", "E", "\"4000\""];

    private static readonly string[] GoodDates =
        ["2024-01-01", "2024-02-29", "2024-06-30", "2024-12-31", "\"2024-11-30\"", "1900-01-01", "2149-12-31"];

    private static readonly string[] GoodNumbers =
        ["0", "-0.00", "1.5", "12.34", "-1234.56", "007.10", "1000000000000000", "\"99.90\"", "123456789012.3",
            "0000000000000000000001.00"];

    private static readonly string[] GoodQuantities = ["", "", "", "\"\"", "3", "-0.5", "12.125000", "1000000000000"];

    private static readonly string[] GoodPeriods = ["2024", "2024-P01", "2024-P12", "2025-P03", "\"2024-P07\"", "1900"];

    private static readonly string[] Texts =
        ["", "plain", "\"with, comma\"", "\"say \"\"so\"\"\"", "\"two\nlines\"", "\"two\r\nlines\"", "é", "a\rb",
            "\"\""];

    private static readonly string[] Odd =
        ["", " ", "A1 ", "2024-02-30", "2024-1-1", "1899-12-31", "2150-01-01", "1e3", "1.", ".5", "+1", "1.234", "1,5",
            "--1", "-", "1.2.3", "1000000000000000.01", "99999999999999999999", "0.1234567", "2024-P00", "2024-P13",
            "2024-p01", "1899", "2024-P1", "nobody", "\0", "\"", "a\"b", "\"a\"b", "\"a", "\r", "\n", "\r\n", ",",
            ",,,,",
            "\uFEFF", "1\u00A0000", "\"1.00\"\"\"", "\"A1\r\n\"", "x\r"];

    private readonly string folder = Directory.CreateTempSubdirectory("messy").FullName;

    private MessyBook(byte[] budget, IReadOnlyList<byte[]> postings, BookProfiles? profiles = null)
    {
        Profiles = profiles ?? BookProfiles.Unspecified;
        Write("book.json", """{"name":"Messy","currency":"EUR","calendar":{"kind":"months","firstMonth":1}}"""u8);
        Write("centers.csv", Encoding.UTF8.GetBytes(Centers));
        Write("elements.csv", Encoding.UTF8.GetBytes(Elements));
        Write("budget.csv", budget);
        if (postings.Count == 1)
        {
            Write("postings.csv", postings[0]);
            return;
        }

        Directory.CreateDirectory(Path.Combine(folder, "postings"));
        for (int i = 0; i < postings.Count; i++)
        {
            Write($"postings/{i}.csv", postings[i]);
        }
    }

    public string Folder => folder;

    /// <summary>How budget and postings are written.</summary>
    public BookProfiles Profiles { get; }

    public static MessyBook Of(string budget, params string[] postings) =>
        new(Encoding.UTF8.GetBytes(budget), [.. postings.Select(Encoding.UTF8.GetBytes)]);

    public static MessyBook Of(BookProfiles profiles, string budget, params string[] postings) =>
        new(Encoding.UTF8.GetBytes(budget), [.. postings.Select(Encoding.UTF8.GetBytes)], profiles);

    /// <summary>A random book, of which some rows, and sometimes some bytes, are damaged.</summary>
    public static MessyBook Create(Random random) => Create(random, MessyDialect.Contract, MessyDialect.Contract);

    /// <summary>The same in other dialects.</summary>
    public static MessyBook Create(Random random, MessyDialect ofBudget, MessyDialect ofPostings)
    {
        byte[] budget = Table(
            random,
            BudgetHeader,
            [["v1", "v1", "v2", "\"v,3\"", "ü"], GoodCenters, GoodElements, GoodPeriods, GoodNumbers, GoodQuantities],
            ofBudget);
        int files = random.Next(4) == 0 ? random.Next(2, 4) : 1;
        IEnumerable<byte[]> postings = Enumerable.Range(0, files).Select(_ => Table(
            random,
            PostingsHeader,
            [GoodDates, GoodCenters, GoodElements, GoodNumbers, GoodQuantities, ["", "D1"], Texts],
            ofPostings));
        BookProfiles profiles =
            new BookProfiles().WithBudget(ofBudget.Profile).WithPostings(ofPostings.Profile);
        return new MessyBook(budget, [.. postings], profiles);
    }

    /// <summary>What the plain reader finds, as text.</summary>
    public string ReadPlainly()
    {
        try
        {
            ImportResult<Book> result =
                BookFolder.Read(folder, new CommandStamp("test", Instant.FromUnixTimeSeconds(0)), Profiles);
            return Told(
                result.Issues,
                result.Files,
                result.Value?.Ledger.Snapshot().ToCube(),
                result.Value?.Snapshot().Budgets.Select(version => (version.Name, version.Cube)));
        }
        catch (AmountOverflowException error)
        {
            return error.Message;
        }
    }

    /// <summary>What the bulk reader finds, as text.</summary>
    public string ReadInBulk(BulkSettings settings) => ReadInBulk(settings, Profiles);

    /// <summary>What the bulk reader finds by some profiles, as text.</summary>
    public string ReadInBulk(BulkSettings settings, BookProfiles profiles)
    {
        try
        {
            ImportResult<BookCubes> result =
                BookFolder.ReadCubes(folder, profiles, settings, progress: null, CancellationToken.None);
            return Told(
                result.Issues,
                result.Files,
                result.Value?.Actual,
                result.Value?.Budgets.Select(version => (version.Name, version.Cube)));
        }
        catch (AmountOverflowException error)
        {
            return error.Message;
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Told(
        IEnumerable<ImportIssue> issues,
        IEnumerable<ImportedFile> files,
        Cube? actual,
        IEnumerable<(string Name, Cube Cube)>? budgets) =>
        string.Join(
            '\n',
            [
                .. issues.Select(issue => $"{issue.Severity} {issue}"),
                .. files.Select(file => $"{file.Name}: {file.Counts} {string.Join("; ", file.RoundingRests)}"),
                .. actual is null ? [] : Cells("actual", actual),
                .. budgets is null ? [] : budgets.SelectMany(budget => Cells(budget.Name, budget.Cube)),
            ]);

    private static IEnumerable<string> Cells(string name, Cube cube) =>
        cube.Cells().Select(cell => FormattableString.Invariant($"{name}: {cell}")).Prepend(name);

    /// <summary>A random table, of which some rows, and sometimes some bytes, are damaged.</summary>
    internal static byte[] Table(Random random, string header, string[][] columns, MessyDialect? dialect = null)
    {
        dialect ??= MessyDialect.Contract;
        string[] ends = random.Next(3) == 0 ? ["\n", "\r\n", "\n\n", "\r\r\n"]
            : random.Next(2) == 0 ? ["\n"] : ["\r\n"];
        int damage = random.Next(2) == 0 ? 40 : 4;
        string[] names = header.Split(',');
        int[] order = [.. Enumerable.Range(0, names.Length)];
        if (random.Next(3) == 0)
        {
            random.Shuffle(order);
        }

        ends = random.Next(40) == 0 ? ["\r"] : ends;
        char delimiter = dialect.Delimiter;
        string extra = random.Next(4) == 0 ? $"{delimiter}more" : "";
        var text = new StringBuilder(random.Next(8) == 0 ? "\uFEFF" : "");
        text.Append(dialect.Front);
        text.AppendJoin(delimiter, order.Select(column =>
            random.Next(9) == 0 ? $"\"{dialect.Header(names[column])}\n\"" : dialect.Header(names[column])));
        text.Append(extra).Append(ends[0]);
        for (int rows = random.Next(40); rows > 0; rows--)
        {
            text.AppendJoin(delimiter, order.Select(column => random.Next(damage) == 0
                ? Pick(random, Odd)
                : dialect.Cell(random, names[column], Pick(random, columns[column]))));
            text.Append(extra.Length == 0 ? "" : $"{delimiter}x");
            text.Append(random.Next(damage) == 0 ? $"{delimiter}{delimiter}x" : "");
            text.Append(rows == 1 && random.Next(2) == 0 ? Pick(random, ["", "\r", "\r\r"]) : Pick(random, ends));
        }

        byte[] bytes = dialect.Encoding.GetBytes(text.ToString());
        for (int hits = random.Next(4) == 0 ? random.Next(3) : 0; hits > 0 && bytes.Length > 80; hits--)
        {
            bytes[random.Next(60, bytes.Length)] = (byte)Pick(random, [0, 0xC3, 0xFF, '"', '\n', '\r', delimiter, '1']);
        }

        return bytes;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private void Write(string name, ReadOnlySpan<byte> bytes) =>
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
}
