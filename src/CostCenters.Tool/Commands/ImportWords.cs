using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv.Proposals;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tool.Importing;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>The options of an import, in the order of their help, and what they say.</summary>
internal static class ImportWords
{
    private const int FewestBytes = 1_024;
    private const int MostBytes = 64 * 1024 * 1024;
    private const int MostRows = 1_000;
    private const int MonthsOfYear = 12;

    private static readonly ToolOption Table = new(
        "--table", "TABLE", "what the file has: postings (default) or budget, of which there is no book to write",
        "postings", "budget");

    private static readonly ToolOption Choose = new(
        "--choose", "LIST", "answers to doubts, \"dates=dd/MM/yyyy;numbers=comma\"");

    private static readonly ToolOption Map = new(
        "--map", "LIST", "columns by heading or place, \"center=Department;element=4\"");

    private static readonly ToolOption Constant = new(
        "--constant", "LIST", "columns of one text, \"element=6000\"");

    private static readonly ToolOption Year = new(
        "--year", "YYYY", "the year of columns of months whose headings have none");

    private static readonly ToolOption Known = new(
        "--known", "BOOK", "a book whose codes tell the columns apart, and whose rules the preview uses");

    private static readonly ToolOption Bytes = new(
        "--bytes", "N", "how much of the file is looked at (default 262144)");

    private static readonly ToolOption AsksNothing = new(
        "--no-questions", null, "asks nothing, on a terminal either");

    private static readonly ToolOption Rows = new("--rows", "N", "rows of the preview (default 10)");

    private static readonly ToolOption OfCurrency = new(
        "--currency", "CODE", "the currency of the book (default EUR)", "EUR", "USD", "GBP", "CHF");

    private static readonly ToolOption Profile = new("--profile", "FILE", "writes the profile as JSON");

    private static readonly ToolOption Book = new(
        "--book", "FOLDER", "writes a book of the postings into a new folder; this needs the natures of elements");

    private static readonly ToolOption AddTo = new(
        "--add-to", "BOOK", "adds the centers and elements that a book lacks to take the postings; nothing that it has "
            + "is changed");

    private static readonly ToolOption Name = new(
        "--name", "TEXT", "the name of the book (default: that of the file)");

    private static readonly ToolOption FirstMonth = new(
        "--first-month", "N", "the first month of the fiscal year (default 1)");

    private static readonly ToolOption Kind = new(
        "--kind", "KIND", "what centers are: cost (default), revenue, profit or investment",
        "cost", "revenue", "profit", "investment");

    private static readonly ToolOption Costs = new(
        "--cost", "LIST", "begins of the codes of cost elements, \"5,6,7\"");

    private static readonly ToolOption Revenues = new(
        "--revenue", "LIST", "begins of the codes of revenue elements, \"4\"");

    private static readonly ToolOption CenterNames = new("--center-names", "COLUMN", "the names of centers");

    private static readonly ToolOption ElementNames = new("--element-names", "COLUMN", "the names of elements");

    private static readonly ToolOption CenterParents = new(
        "--center-parents", "COLUMN", "the codes of the centers above");

    private static readonly ToolOption CenterPrefixes = new(
        "--center-prefixes", "LIST", "lengths of the begins of codes that make groups, \"1,2\"");

    private static readonly ToolOption ElementPrefixes = new("--element-prefixes", "LIST", "likewise for elements");

    private static readonly ToolOption Validity = new(
        "--validity", "RULE", "when centers are valid: always (default), from-first or first-through-last use",
        "always", "from-first", "first-through-last");

    /// <summary>All options.</summary>
    public static IReadOnlyList<ToolOption> All { get; } =
    [
        Table, Choose, Map, Constant, Year, Known, Bytes, AsksNothing, Rows, OfCurrency, Profile, ReportWords.Out,
        ReportWords.Rejected, Book, AddTo, Name, FirstMonth, Kind, Costs, Revenues, CenterNames, ElementNames,
        CenterParents,
        CenterPrefixes, ElementPrefixes, Validity,
    ];

    /// <summary>What the words say.</summary>
    /// <param name="words">The words.</param>
    /// <param name="file">The file that is imported.</param>
    /// <exception cref="UsageException">A value is none.</exception>
    public static ImportOptions Read(Words words, string file)
    {
        if (words.Has(AddTo) && (words.Has(Book) || words.Has(Known)))
        {
            throw new UsageException("--add-to names the book that there is; it goes without --book and --known.");
        }

        bool isBudget = words.Choice(Table, ("postings", false), ("budget", true)) == true;
        if (isBudget && (words.Has(AddTo) || words.Has(Book)))
        {
            throw new UsageException("--book and --add-to take the codes of postings; they go without --table budget.");
        }

        words.RequireOneFileEach(Profile, ReportWords.Out, ReportWords.Rejected);
        return new ImportOptions
        {
            File = file,
            IsBudget = isBudget,
            Choices = words.Pairs(Choose),
            Columns = words.Pairs(Map),
            Constants = words.Pairs(Constant),
            Year = words[Year],
            Known = words[Known],
            Bytes = words.Between(Bytes, FewestBytes, MostBytes) ?? new ImportOptions { File = file }.Bytes,
            AsksNothing = words.Has(AsksNothing),
            Rows = words.Between(Rows, 0, MostRows) ?? new ImportOptions { File = file }.Rows,
            Currency = CurrencyOf(words),
            Profile = words[Profile],
            Out = words[ReportWords.Out],
            Rejected = words[ReportWords.Rejected],
            Book = words[Book],
            AddTo = words[AddTo],
            Name = words[Name],
            Calendar = FiscalCalendar.Months(words.Between(FirstMonth, 1, MonthsOfYear) ?? 1, YearNaming.End),
            Kind = words.Choice(
                Kind,
                ("cost", CenterKind.Cost),
                ("revenue", CenterKind.Revenue),
                ("profit", CenterKind.Profit),
                ("investment", CenterKind.Investment)) ?? CenterKind.Cost,
            Costs = words.List(Costs),
            Revenues = words.List(Revenues),
            CenterNames = words[CenterNames],
            ElementNames = words[ElementNames],
            CenterParents = words[CenterParents],
            CenterPrefixes = words.Lengths(CenterPrefixes),
            ElementPrefixes = words.Lengths(ElementPrefixes),
            Validity = words.Choice(
                Validity,
                ("always", UseValidity.Always),
                ("from-first", UseValidity.FromFirstUse),
                ("first-through-last", UseValidity.FirstThroughLastUse)) ?? UseValidity.Always,
        };
    }

    private static Currency CurrencyOf(Words words) =>
        Currency.TryFromIso(words[OfCurrency] ?? "EUR", out Currency? currency)
            ? currency
            : throw new UsageException($"{OfCurrency.Name} is a code of ISO 4217, not '{words[OfCurrency]}'.");

    private static string[] List(this Words words, ToolOption option) =>
        words[option]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static (string Key, string Value)[] Pairs(this Words words, ToolOption option) =>
    [
        .. (words[option] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is > 0 and int place
                ? (pair[..place].Trim(), pair[(place + 1)..].Trim())
                : throw new UsageException(
                    $"{option.Name} is a list such as \"center=Department;element=4\", not '{pair}'.")),
    ];

    private static int[] Lengths(this Words words, ToolOption option)
    {
        int[] lengths =
        [
            .. words.List(option).Select(text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length > 0
                    ? length
                    : throw new UsageException($"{option.Name} is a list of lengths such as 1,2, not '{text}'.")),
        ];
        return lengths.Zip(lengths.Skip(1)).All(pair => pair.First < pair.Second)
            ? lengths
            : throw new UsageException($"{option.Name} is a list of rising lengths such as 1,2.");
    }

    private static int? Between(this Words words, ToolOption option, int least, int most)
    {
        string range = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        return words.Number(option, least, range) is not int number ? null
            : number <= most ? number
            : throw new UsageException($"{option.Name} is {range}, not '{words[option]}'.");
    }
}
