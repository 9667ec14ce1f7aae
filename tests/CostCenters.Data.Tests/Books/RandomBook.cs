using System.Globalization;
using System.Text;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Data.Dialects;
using CostCenters.Data.Tests.Engines;

namespace CostCenters.Data.Tests.Books;

/// <summary>A random book: every kind of calendar, hostile codes, validities that begin and end within periods, and
/// faulty rows, as files and as tables of an engine.</summary>
internal sealed class RandomBook : IDisposable
{
    private static readonly string[] Codes =
    [
        "A", "a", "A ", "Ä", "É1", "100", "0100", "x,y", "q\"q", "'; DROP TABLE postings; --", "semi;colon", "`tick`",
        "[br]ackets", "back\\slash", "$p0", "@p0", "%", "_", "NULL", "\u4E2D\u6587", "\uD83D\uDE00", "two\nlines",
    ];

    private static readonly string[] Elements = ["rent", "RENT", "4000", "it's", "sales\"", "--", "E;"];

    private readonly string folder = Directory.CreateTempSubdirectory("costcenters-book-").FullName;
    private readonly Random random;
    private readonly List<string?[]> budget = [];
    private readonly List<string?[]> postings = [];
    private readonly bool takesAnyNumber;
    private readonly bool takesAnyText;

    /// <param name="seed">The book is the same for the same seed and engine.</param>
    /// <param name="dialect">The engine, which tells which faults its columns can hold.</param>
    public RandomBook(int seed, SqlDialect dialect)
    {
        random = new Random(seed);
        takesAnyNumber = dialect == SqlDialect.PostgreSql;
        takesAnyText = dialect == SqlDialect.Sqlite;
        Write("book.json", $$"""{ "name": "Random", "currency": "EUR", "calendar": {{CalendarText()}} }""");
        string[] centers = Pick(Codes, random.Next(2, 12));
        string[] elements = Pick(Elements, random.Next(1, Elements.Length));
        WriteCenters(centers);
        Write("elements.csv", Table("code,name,nature", elements.Select(code => new[]
        {
            code, "Name", random.Next(3) == 0 ? "revenue" : "cost",
        })));
        FillBudget(centers, elements);
        FillPostings(centers, elements);
        Write("budget.csv", Table("version,center,element,period,amount,quantity", budget));
        Write("postings.csv", Table("date,center,element,amount,quantity", postings));
    }

    public string Folder => folder;

    public ImportResult<BookCubes> ReadFiles() => BookFolder.ReadCubes(folder, threads: 1);

    /// <summary>Makes the tables of budget and postings with all rows, faulty ones, too.</summary>
    public void Load(TestEngine engine)
    {
        bool isCounted = engine.Form == SqlNumberForm.Counts;
        string amount = isCounted ? "INTEGER" : takesAnyNumber ? "NUMERIC" : "DECIMAL(18, 2)";
        string quantity = isCounted ? "INTEGER" : takesAnyNumber ? "NUMERIC" : "DECIMAL(22, 6)";
        string text = engine.Dialect == SqlDialect.Sqlite ? "TEXT" : "VARCHAR";
        string date = engine.Dialect == SqlDialect.Sqlite ? "TEXT" : "DATE";
        engine.Run($"CREATE TABLE budget(version {text}, center {text}, element {text}, period {text}, "
            + $"amount {amount}, quantity {quantity})");
        engine.Run($"CREATE TABLE postings(id BIGINT, date {date}, center {text}, element {text}, amount {amount}, "
            + $"quantity {quantity})");
        foreach (string?[] row in budget)
        {
            Insert(engine, "budget", [.. row[..4], Number(row[4], isCounted, 2), Number(row[5], isCounted, 6)]);
        }

        int id = 0;
        foreach (string?[] row in postings)
        {
            object? day = row[0] is string written && !takesAnyText
                ? DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : row[0];
            Insert(engine, "postings",
                [++id, day, row[1], row[2], Number(row[3], isCounted, 2), Number(row[4], isCounted, 6)]);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What is no number stays text, which an engine without types takes.</summary>
    private static object? Number(string? text, bool isCounted, int digits)
    {
        if (text is null
            || !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number))
        {
            return text;
        }

        return isCounted ? (object)(long)(number * (digits == 2 ? 100m : 1_000_000m)) : number;
    }

    private static void Insert(TestEngine engine, string table, IReadOnlyList<object?> values)
    {
        using System.Data.Common.DbCommand command = engine.Connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ("
            + string.Join(", ", values.Select((_, i) => engine.Dialect.Marker(i))) + ")";
        for (int i = 0; i < values.Count; i++)
        {
            System.Data.Common.DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = engine.Dialect.ParameterName(i);
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    private string CalendarText()
    {
        if (random.Next(2) == 0)
        {
            return $$"""{ "kind": "months", "firstMonth": {{random.Next(1, 13)}}, "yearNamedBy": "{{Naming()}}" }""";
        }

        string pattern = Pick(["4-4-5", "4-5-4", "5-4-4", "13x4"], 1)[0];
        string rule = random.Next(2) == 0 ? "last" : "nearest";
        string day = Pick(["saturday", "sunday", "friday"], 1)[0];
        string week53 = random.Next(2) == 0 ? "" : $", \"week53\": {random.Next(1, 13)}";
        return $$"""
            { "kind": "weeks", "pattern": "{{pattern}}", "yearNamedBy": "{{Naming()}}",
              "yearEnd": { "month": {{random.Next(1, 13)}}, "weekday": "{{day}}", "rule": "{{rule}}" }{{week53}} }
            """;

        string Naming() => random.Next(2) == 0 ? "start" : "end";
    }

    private void WriteCenters(string[] centers)
    {
        var rows = new List<string?[]>();
        foreach (string code in centers)
        {
            string? parent = rows.Count > 0 && random.Next(3) > 0 ? rows[random.Next(rows.Count)][0] : null;
            switch (random.Next(4))
            {
                case 0:
                    string end = Day(random.Next(300, 500));
                    rows.Add([code, "First", "cost", parent, null, end]);
                    rows.Add([code, "Later", "profit", parent, Day(random.Next(510, 800)), null]);
                    break;
                case 1:
                    rows.Add([code, "Short", "cost", parent, Day(random.Next(400)), Day(random.Next(400, 900))]);
                    break;
                default:
                    rows.Add([code, "Always", "cost", parent, null, null]);
                    break;
            }
        }

        Write("centers.csv", Table("code,name,kind,parent,valid_from,valid_to", rows));
    }

    private void FillBudget(string[] centers, string[] elements)
    {
        for (int rows = random.Next(60); rows > 0; rows--)
        {
            string period = random.Next(4) == 0
                ? $"{random.Next(2023, 2027)}"
                : $"{random.Next(2023, 2027)}-P{random.Next(1, 13):00}";
            budget.Add(
            [
                Or(Pick(["plan", "Plan", "v';2"], 1)[0], [null]),
                Or(centers[random.Next(centers.Length)], "nobody", null),
                Or(elements[random.Next(elements.Length)], "nothing", null),
                Or(period, "2024-P14", "2024-p01", "24", "1850", null, "year"),
                Amount(),
                Quantity(),
            ]);
        }
    }

    private void FillPostings(string[] centers, string[] elements)
    {
        for (int rows = random.Next(120); rows > 0; rows--)
        {
            string?[] badDates = takesAnyText
                ? ["1899-12-31", "2150-01-01", null, "2024-02-30", "soon", "2024-1-1", "2024-01-01 00:00:00"]
                : ["1899-12-31", "2150-01-01", null];
            postings.Add(
            [
                Or(random.Next(30) == 0 ? Pick(["1900-01-01", "2149-12-31"], 1)[0] : Day(random.Next(1_100)), badDates),
                Or(centers[random.Next(centers.Length)], "nobody", "a ", null),
                Or(elements[random.Next(elements.Length)], "nothing", "Rent", null),
                Amount(),
                Quantity(),
            ]);
        }
    }

    private string? Amount()
    {
        string?[] bad =
        [
            null, "1000000000000000.01", "-1000000000000000.01",
            .. takesAnyNumber ? ["1.005", "0.001", "99999999999999999999.00"] : Array.Empty<string>(),
            .. takesAnyText ? ["many", ""] : Array.Empty<string>(),
        ];
        string good = random.Next(6) switch
        {
            0 => Pick(["0", "0.01", "-0.01", "1000000000000000", "-1000000000000000.00", "0.10"], 1)[0],
            _ => ((random.Next(2_000_001) - 1_000_000) / 100m).ToString(CultureInfo.InvariantCulture),
        };
        return Or(good, bad.Where(text => text != "").ToArray());
    }

    private string? Quantity() => random.Next(2) == 0
        ? null
        : Or(
            Pick(["1", "0.000001", "-2.5", "1000000000000", "12.125"], 1)[0],
            ["1000000000000.000001", .. takesAnyNumber ? ["0.0000001"] : Array.Empty<string>()]);

    /// <summary>Mostly the good value, sometimes one of the others.</summary>
    private string? Or(string good, params string?[] others) =>
        random.Next(12) == 0 ? others[random.Next(others.Length)] : good;

    private T[] Pick<T>(T[] from, int count)
    {
        T[] all = [.. from];
        random.Shuffle(all);
        return all[..count];
    }

    private static string Day(int number) =>
        new DateOnly(2023, 6, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Table(string header, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (IEnumerable<string?> row in rows)
        {
            text.AppendJoin(',', row.Select(cell =>
                cell is null ? "" : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return text.ToString();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
