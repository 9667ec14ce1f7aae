using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv.Proposals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Samples.ImportWizard;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = """
        Usage: ImportWizard [FILE] [options]

        Finds out how an export of another system is written, shows how it would be read, and writes the profile and a
        book that takes it. Nothing that figures depend on is guessed: what the file does not decide is asked on a
        terminal, and elsewhere must be told by a switch.
        Without FILE it looks at the export that comes with it.

          --choose LIST             answers to doubts, "dates=dd/MM/yyyy;numbers=comma"
          --map LIST                columns by heading or place, "center=Department;element=4"
          --constant LIST           columns of one text, "element=6000"
          --year YYYY               the year of columns of months whose headings have none
          --known BOOK              a book whose codes tell the columns apart, and whose rules the preview uses
          --bytes N                 how much of the file is looked at (default 262144)
          --no-questions            asks nothing, on a terminal either

          --rows N                  rows of the preview (default 10)
          --currency CODE           the currency of the book (default EUR)
          --profile FILE            writes the profile as JSON
          --out FILE                what is shown, instead of standard output

          --book FOLDER             writes a book of the postings; this needs the natures of elements
          --name TEXT               the name of the book (default: that of the file)
          --first-month N           the first month of the fiscal year (default 1)
          --kind KIND               what centers are: cost (default), revenue, profit or investment
          --cost LIST               begins of the codes of cost elements, "5,6,7"
          --revenue LIST            begins of the codes of revenue elements, "4"
          --center-names COLUMN     the names of centers
          --element-names COLUMN    the names of elements
          --center-parents COLUMN   the codes of the centers above
          --center-prefixes LIST    lengths of the begins of codes that make groups, "1,2"
          --element-prefixes LIST   likewise for elements
          --validity RULE           always (default), from-first or first-through-last use
          --help                    this text

        Exit codes: 0 all rows used, 1 could not run or something is open, 2 wrong usage, 3 some rows rejected.

        """;

    private static readonly string[] Valued =
    [
        "--choose", "--map", "--constant", "--year", "--known", "--bytes", "--rows", "--currency", "--profile", "--out",
        "--book", "--name", "--first-month", "--kind", "--cost", "--revenue", "--center-names", "--element-names",
        "--center-parents", "--center-prefixes", "--element-prefixes", "--validity",
    ];

    private readonly CommandLine line;

    private Options(CommandLine line) => this.line = line;

    public bool WantsHelp => line.WantsHelp;

    /// <summary>The export, or null for the one that comes with the program.</summary>
    public string? File => line.Subject;

    public IReadOnlyList<(string Key, string Value)> Choices => Pairs("--choose");

    public IReadOnlyList<(string Key, string Value)> Columns => Pairs("--map");

    public IReadOnlyList<(string Key, string Value)> Constants => Pairs("--constant");

    public string? Year => line["--year"];

    public string? Known => line["--known"];

    public int Bytes => Number("--bytes", 262_144, 1_024, 64 * 1024 * 1024);

    public int Rows => Number("--rows", 10, 0, 1_000);

    public bool AsksNothing => line.Has("--no-questions");

    public string? Profile => line["--profile"];

    public string? Out => line["--out"];

    public string? Book => line["--book"];

    public string? Name => line["--name"];

    public Currency Currency => Currency.TryFromIso(line["--currency"] ?? "EUR", out Currency? currency)
        ? currency
        : throw new UsageException($"--currency is a code of ISO 4217, not '{line["--currency"]}'.");

    public FiscalCalendar Calendar => FiscalCalendar.Months(Number("--first-month", 1, 1, 12), YearNaming.End);

    public CenterKind Kind => line["--kind"] switch
    {
        null or "cost" => CenterKind.Cost,
        "revenue" => CenterKind.Revenue,
        "profit" => CenterKind.Profit,
        "investment" => CenterKind.Investment,
        string other => throw new UsageException($"--kind is cost, revenue, profit or investment, not '{other}'."),
    };

    public IReadOnlyList<string> Costs => List("--cost");

    public IReadOnlyList<string> Revenues => List("--revenue");

    public string? CenterNames => line["--center-names"];

    public string? ElementNames => line["--element-names"];

    public string? CenterParents => line["--center-parents"];

    public IReadOnlyList<int> CenterPrefixes => Lengths("--center-prefixes");

    public IReadOnlyList<int> ElementPrefixes => Lengths("--element-prefixes");

    public UseValidity Validity => line["--validity"] switch
    {
        null or "always" => UseValidity.Always,
        "from-first" => UseValidity.FromFirstUse,
        "first-through-last" => UseValidity.FirstThroughLastUse,
        string other => throw new UsageException(
            $"--validity is always, from-first or first-through-last, not '{other}'."),
    };

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options(CommandLine.Parse(args, "file", Valued, "--no-questions"));
        _ = (options.Choices, options.Columns, options.Constants, options.Bytes, options.Rows, options.Currency);
        _ = (options.Calendar, options.Kind, options.CenterPrefixes, options.ElementPrefixes, options.Validity);
        return options;
    }

    private string[] List(string option) =>
        line[option]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private (string Key, string Value)[] Pairs(string option) =>
    [
        .. (line[option] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is > 0 and int place
                ? (pair[..place].Trim(), pair[(place + 1)..].Trim())
                : throw new UsageException(
                    $"{option} is a list such as \"center=Department;element=4\", not '{pair}'.")),
    ];

    private int[] Lengths(string option) =>
    [
        .. List(option).Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length > 0
                ? length
                : throw new UsageException($"{option} is a list of lengths such as 1,2, not '{text}'.")),
    ];

    private int Number(string option, int usual, int least, int most) =>
        line[option] is not string text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most ? number
        : throw new UsageException(string.Create(
            CultureInfo.InvariantCulture, $"{option} is a number from {least} to {most}, not '{text}'."));
}
