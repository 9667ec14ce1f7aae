using CostCenters.Calendars;
using CostCenters.Reports;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = """
        Usage: DatabaseReport [BOOK] [options]

        Prints how far the actuals of a book lie from its budget, grouped in a database. If the
        database has no book yet, BOOK (a folder of CSV files) is loaded first; without BOOK it
        is the sample company.

          --engine NAME             duckdb (default), postgresql or sqlite
          --connection STRING       of the provider; else a database in memory, which PostgreSQL
                                    does not have
          --version NAME            budget version; needed when the book has several
          --from P, --through P     fiscal periods such as 2026-P03, both inclusive
          --full-year               to the last budget, posted or not
          --by LIST                 out of center, element, period; default center
          --format FORMAT           csv (default) or json
          --out FILE                instead of standard output
          --rejected FILE           the rejected rows of a loading, one line for each fault
          --postings FILE           the postings behind the report, with the keys of their rows
          --help                    this text

        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.

        """;

    private static readonly string[] Known =
    [
        "--engine", "--connection", "--version", "--from", "--through", "--by", "--format", "--out", "--rejected",
        "--postings",
    ];

    private readonly CommandLine line;

    private Options(CommandLine line) => this.line = line;

    public bool WantsHelp => line.WantsHelp;

    /// <summary>The folder of the book, or null for the sample company.</summary>
    public string? Book => line.Subject;

    public string Engine => line["--engine"] ?? "duckdb";

    public string? Connection => line["--connection"];

    public string? Version => line["--version"];

    public FiscalPeriod? From => PeriodOf("--from");

    public FiscalPeriod? Through => PeriodOf("--through");

    public bool FullYear => line.Has("--full-year");

    public ReportDimensions By { get; private set; } = ReportDimensions.Center;

    public bool IsJson { get; private set; }

    public string? Out => line["--out"];

    public string? Rejected => line["--rejected"];

    public string? Postings => line["--postings"];

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options(CommandLine.Parse(args, "book", Known, "--full-year"));
        options.Interpret();
        return options;
    }

    private void Interpret()
    {
        IsJson = line["--format"] switch
        {
            null or "csv" => false,
            "json" => true,
            string other => throw new UsageException($"--format is csv or json, not '{other}'."),
        };
        foreach (string name in line["--by"]?.Split(',') ?? [])
        {
            ReportDimensions dimension = name switch
            {
                "center" => ReportDimensions.Center,
                "element" => ReportDimensions.Element,
                "period" => ReportDimensions.Period,
                _ => throw new UsageException($"--by takes center, element or period, not '{name}'."),
            };
            By = name == line["--by"]!.Split(',')[0] ? dimension : By | dimension;
        }

        if (From > Through)
        {
            throw new UsageException($"--from {From} is after --through {Through}.");
        }
    }

    private FiscalPeriod? PeriodOf(string name) =>
        line[name] is not string text ? null
        : FiscalPeriod.TryParse(text, out FiscalPeriod period) ? period
        : throw new UsageException($"{name} is a fiscal period such as 2026-P03, not '{text}'.");
}
