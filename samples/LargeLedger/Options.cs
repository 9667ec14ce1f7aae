using System.Globalization;
using CostCenters.Reports;

namespace CostCenters.Samples.LargeLedger;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = $"""
        Usage: LargeLedger [options]

        Makes a book of so many rows, imports it, and prints how fast that was, the memory that it took,
        and the first rows of the report of budget against actual.

          --rows N           rows of postings; default 200000
          --budget-rows N    rows of the budget; default a fifth of --rows, at most 2000000
          --shape LIST       what the book looks like, words with commas between, see below
          --book DIR         make the book there and keep it, or take the one that is there
          --generate-only    make the book of --book, and no more
          --version NAME     budget version; needed when the book of --book has several
          --threads N        for the import; default one for each processor
          --by LIST          out of center, element, period; default center
          --top N            how many rows of the report to print; default 15
          --out FILE         the whole report as CSV
          --help             this text

        Words of --shape; without them postings stand in one file in order of date, of 1,000 centers:

        {BookShape.Words}

        The same numbers of rows make the same files, byte for byte.
        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected, 130 cancelled.

        """;

    private const string GenerateOnlyOption = "--generate-only";
    private const long DefaultRows = 200_000;
    private const long MostRows = 2_000_000_000;
    private const long MostBudgetRowsByDefault = 2_000_000;

    private static readonly string[] Known =
        ["--rows", "--budget-rows", "--shape", "--book", "--version", "--threads", "--by", "--top", "--out"];

    private readonly CommandLine line;

    private Options(CommandLine line) => this.line = line;

    public bool WantsHelp => line.WantsHelp;

    public bool GenerateOnly => line.Has(GenerateOnlyOption);

    public long Rows { get; private set; }

    public long BudgetRows { get; private set; }

    public BookShape Shape { get; private set; } = new();

    /// <summary>Whether rows or shape of a book are named, so that one that is there already cannot be meant.</summary>
    public bool NamesBook => line.Has("--rows") || line.Has("--budget-rows") || line.Has("--shape");

    /// <summary>The folder of the book, or null for one that is removed at the end.</summary>
    public string? Book => line["--book"];

    public string? Version => line["--version"];

    public int? Threads { get; private set; }

    public ReportDimensions By { get; private set; } = ReportDimensions.Center;

    public int Top { get; private set; }

    public string? Out => line["--out"];

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options(CommandLine.Parse(args, subject: null, Known, GenerateOnlyOption));
        options.Interpret();
        return options;
    }

    private void Interpret()
    {
        Shape = line["--shape"] is string words ? BookShape.Parse(words) : Shape;
        Rows = NumberOf("--rows", from: 1, MostRows) ?? DefaultRows;
        BudgetRows = NumberOf("--budget-rows", from: 1, MostRows)
            ?? Math.Clamp(Rows / 5, 1, Math.Min(MostBudgetRowsByDefault, Shape.Cells));
        Threads = (int?)NumberOf("--threads", from: 1, through: 1_024);
        Top = (int)(NumberOf("--top", from: 1, int.MaxValue) ?? 15);
        By = line["--by"] is string list ? DimensionsOf(list) : By;
        if (GenerateOnly && Book is null)
        {
            throw new UsageException($"{GenerateOnlyOption} needs --book, the folder to keep the book in.");
        }
    }

    private long? NumberOf(string name, long from, long through) =>
        line[name] is not string text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= from && number <= through ? number
        : throw new UsageException($"{name} is a number from {from} through {through}, not '{text}'.");

    private static ReportDimensions DimensionsOf(string list)
    {
        ReportDimensions dimensions = ReportDimensions.None;
        foreach (string name in list.Split(','))
        {
            ReportDimensions dimension = name switch
            {
                "center" => ReportDimensions.Center,
                "element" => ReportDimensions.Element,
                "period" => ReportDimensions.Period,
                _ => throw new UsageException($"--by takes center, element or period, not '{name}'."),
            };
            dimensions = dimensions.HasFlag(dimension)
                ? throw new UsageException($"--by names {name} twice.")
                : dimensions | dimension;
        }

        return dimensions;
    }
}
