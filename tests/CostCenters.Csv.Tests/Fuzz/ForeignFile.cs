using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>A valid file of another system, the profile that reads it, and what it means.</summary>
/// <param name="Kind">The shape of the file.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Lines">The lines with their ends.</param>
/// <param name="Rows">For each line the document that it holds, or null.</param>
/// <param name="Postings">What each document means: date, center, element and cents.</param>
internal sealed record ForeignFile(
    string Kind,
    ImportProfile Profile,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string?> Rows,
    IReadOnlyDictionary<string, string> Postings)
{
    private static readonly string[] Texts = ["", "plain", "with; mark", "say \"so\"", "two, marks", "é"];

    public static ForeignFile Create(Random random) => random.Next(4) switch
    {
        0 => CreateGerman(random),
        1 => CreateLedger(random),
        2 => CreateSections(random),
        _ => CreateFramed(random),
    };

    public byte[] ToBytes() => Profile.Settings.Encoding.GetBytes(string.Concat(Lines));

    /// <summary>Semicolons, decimal commas, a sign column, titles above the header, Windows-1252.</summary>
    private static ForeignFile CreateGerman(Random random)
    {
        var file = new Builder();
        file.Add("\"Journal\";2026\r\n").Add("\r\n").Add("Datum;KST;Konto;Umsatz;S/H;Beleg;Text\r\n");
        foreach (Row row in Row.Some(random))
        {
            string amount = Math.Abs(row.Cents / 100m).ToString("#,##0.00", CultureInfo.GetCultureInfo("en-US"))
                .Replace(",", "\0", StringComparison.Ordinal).Replace('.', ',').Replace('\0', '.');
            string day = row.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            file.Add(
                $"{day};{row.Center};{row.Element};{amount};{(row.Cents < 0 ? "H" : "S")};{row.Id};"
                    + $"{Quoted(random, row)}\r\n",
                row);
        }

        return file.Build("german", ImportProfile.Contract.WithDelimiter(';').WithEncoding("windows-1252")
            .WithNumbers(',', ".").WithDatePatterns("dd.MM.yyyy").WithHeader(HeaderPlace.FoundWithin(5))
            .WithColumn("date", "Datum").WithColumn("center", "KST").WithColumn("element", "Konto")
            .WithColumn("document", "Beleg").WithColumn("text", "Text")
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Umsatz"))
                .SignedBy(ColumnSource.Named("S/H"), ["S"], ["H"])));
    }

    /// <summary>Debit and credit with a running balance that is checked.</summary>
    private static ForeignFile CreateLedger(Random random)
    {
        var file = new Builder();
        file.Add("date,center,element,Debit,Credit,Balance,document,text\n");
        long balance = random.NextInt64(-1_000, 1_000);
        foreach (Row row in Row.Some(random))
        {
            balance += row.Cents;
            string cells = row.Cents < 0 ? $"0.00,{Money(-row.Cents)}" : $"{Money(row.Cents)},";
            file.Add(
                $"{row.Iso},{row.Center},{row.Element},{cells},{Money(balance)},{row.Id},{Quoted(random, row)}\n", row);
        }

        return file.Build("ledger", ImportProfile.Contract
            .WithAmount(AmountSource.FromDebitAndCredit(ColumnSource.Named("Debit"), ColumnSource.Named("Credit")))
            .WithCheck(ColumnCheck.RunningTotal(ColumnSource.Named("Balance"))));
    }

    /// <summary>A report in sections with totals of each and of all.</summary>
    private static ForeignFile CreateSections(Random random)
    {
        var file = new Builder();
        file.Add("Company\n").Add(",Date,No,Memo,Center,Amount\n");
        long all = 0;
        foreach (IGrouping<string, Row> section in Row.Some(random).GroupBy(row => row.Element))
        {
            file.Add($"{section.Key},,,,,\n");
            foreach (Row row in section)
            {
                file.Add($",{row.Iso},{row.Id},{Quoted(random, row)},{row.Center},{Money(row.Cents)}\n", row);
            }

            all += section.Sum(row => row.Cents);
            file.Add($"Total for {section.Key},,,,,{Money(section.Sum(row => row.Cents))}\n");
        }

        file.Add($"TOTAL,,,,,{Money(all)}\n");
        return file.Build("sections", ImportProfile.Contract.WithHeader(HeaderPlace.FoundWithin(4))
            .WithColumn("date", "Date").WithColumn("document", "No").WithColumn("center", "Center")
            .WithColumn("amount", "Amount").WithColumn("text", "Memo").WithColumn("element", ColumnSource.Section())
            .WithSections(new SectionRules(ColumnSource.At(1))
                .WithTotals("Total for {section}").WithGrandTotals("TOTAL")));
    }

    /// <summary>A list between bars, with minus signs behind numbers, rulers and page breaks.</summary>
    private static ForeignFile CreateFramed(Random random)
    {
        const string Head = "|Date      |Cc |Elem|    Amount |Doc  |\n";
        var file = new Builder();
        file.Add("List\n").Add(Head).Add("|----------|---|----|-----------|-----|\n");
        foreach (Row row in Row.Some(random))
        {
            string amount = Money(Math.Abs(row.Cents)) + (row.Cents < 0 ? "-" : " ");
            file.Add($"|{row.Iso}|{row.Center,-3}|{row.Element}|{amount,11}|{row.Id,-5}|\n", row);
            if (random.Next(8) == 0)
            {
                file.Add("Page\n").Add(Head);
            }
        }

        return file.Build("framed", ImportProfile.Contract.WithDelimiter('|').WithFramedRows()
            .WithNegativeStyles(NegativeStyles.TrailingMinus).WithHeader(HeaderPlace.FoundWithin(4))
            .WithColumn("date", "Date").WithColumn("center", "Cc").WithColumn("element", "Elem")
            .WithColumn("amount", "Amount").WithColumn("document", "Doc"));
    }

    private static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Quoted(Random random, Row row)
    {
        string text = Texts[(row.Number + random.Next(2)) % Texts.Length];
        return text.AsSpan().IndexOfAny(",;\"") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private sealed record Row(int Number, DateTime Date, string Center, string Element, long Cents)
    {
        public string Id => FormattableString.Invariant($"D{Number:0000}");

        public string Iso => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public string Meaning => FormattableString.Invariant($"{Iso} {Center} {Element} {Cents}");

        public static IReadOnlyList<Row> Some(Random random) =>
        [
            .. Enumerable.Range(0, random.Next(3, 25)).Select(number => new Row(
                number,
                new DateTime(2026, random.Next(1, 13), random.Next(1, 29), 0, 0, 0, DateTimeKind.Unspecified),
                random.GetItems(["A", "B", "C"], 1)[0],
                random.GetItems(["4711", "6000"], 1)[0],
                random.NextInt64(-9_999_999, 9_999_999))),
        ];
    }

    private sealed class Builder
    {
        private readonly List<string> lines = [];
        private readonly List<string?> rows = [];
        private readonly Dictionary<string, string> postings = [];

        public Builder Add(string line, Row? row = null)
        {
            lines.Add(line);
            rows.Add(row?.Id);
            if (row is not null)
            {
                postings.Add(row.Id, row.Meaning);
            }

            return this;
        }

        public ForeignFile Build(string kind, ImportProfile profile) => new(kind, profile, lines, rows, postings);
    }
}
