using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Samples.VarianceReport;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = """
        Usage: VarianceReport [BOOK] [options]

        Prints how far the actuals of a book (a folder of CSV files) lie from its budget.
        Without BOOK it reports on the sample company that comes with it.

          --version NAME            budget version; needed when the book has several
          --from P, --through P     fiscal periods such as 2026-P03, both inclusive; else
                                    from the first budget to the last budget or posting,
                                    whichever ends first
          --full-year               to the last budget, posted or not
          --ytd                     from the first period of the year in which it ends
          --by LIST                 out of center, element, period; default center
          --format FORMAT           table (default), csv or json
          --culture NAME            csv for the spreadsheets of a culture such as de-DE; else
                                    csv for programs, by the contract
          --out FILE                instead of standard output
          --rejected FILE           the rejected rows, one line for each fault
          --findings FILE           every finding, of which the largest are told anyway
          --explain CENTER          where the difference of a center comes from
          --material AMOUNT[,PERCENT]  rows that differ by so much alone, the rest as other
          --top N                   the N largest differences, each center's own amounts
          --bridge DIMENSION        from budget to actual by center, element or period
          --against WHAT            in place of the budget: a budget version, last-year, or
                                    last-year-weeks, each week with the one 52 weeks earlier
          --with-commitments        with what is ordered by commitments.csv and what is still
                                    available
          --help                    this text

        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.

        """;

    /// <summary>The actuals of the year before, period by period.</summary>
    public const string LastYear = "last-year";

    /// <summary>The actuals of the year before, by comparable weeks.</summary>
    public const string LastYearWeeks = "last-year-weeks";

    private const string YearToDateOption = "--ytd";
    private const string FullYearOption = "--full-year";
    private const string CommitmentsOption = "--with-commitments";

    private static readonly string[] Known =
    [
        "--version", "--from", "--through", "--by", "--format", "--out", "--rejected", "--findings", "--explain",
        "--material", "--top", "--bridge", "--against", "--culture",
    ];

    private readonly CommandLine line;

    private Options(CommandLine line) => this.line = line;

    public bool WantsHelp => line.WantsHelp;

    /// <summary>The folder of the book, or null for the sample company.</summary>
    public string? Book => line.Subject;

    public string? Version => line["--version"];

    public FiscalPeriod? From { get; private set; }

    public FiscalPeriod? Through { get; private set; }

    public ReportDimensions By { get; private set; } = ReportDimensions.Center;

    public OutputFormat Format { get; private set; } = OutputFormat.Table;

    /// <summary>For whom CSV is written.</summary>
    public TableCsvFormat Csv { get; private set; } = TableCsvFormat.Contract;

    public string? Out => line["--out"];

    public string? Rejected => line["--rejected"];

    public string? Findings => line["--findings"];

    /// <summary>All files that the run writes.</summary>
    public IEnumerable<string> Outputs => new[] { Out, Rejected, Findings }.OfType<string>();

    public string? Explain => line["--explain"];

    public Materiality? Material { get; private set; }

    public int? Top { get; private set; }

    public ReportDimensions? Bridge { get; private set; }

    /// <summary>
    /// A budget version, <see cref="LastYear"/> or <see cref="LastYearWeeks"/>, or null for the budget.
    /// </summary>
    public string? Against => line["--against"];

    /// <summary>The budget version of <see cref="Against"/>, if it is one.</summary>
    public string? AgainstVersion => Against is LastYear or LastYearWeeks ? null : Against;

    public bool YearToDate => line.Has(YearToDateOption);

    public bool FullYear => line.Has(FullYearOption);

    public bool WithCommitments => line.Has(CommitmentsOption);

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options(
            CommandLine.Parse(args, "book", Known, YearToDateOption, FullYearOption, CommitmentsOption));
        options.Interpret();
        return options;
    }

    private void Interpret()
    {
        From = PeriodOf("--from");
        Through = PeriodOf("--through");
        By = line["--by"] is string list ? DimensionsOf(list) : By;
        Format = line["--format"] switch
        {
            null or "table" => OutputFormat.Table,
            "csv" => OutputFormat.Csv,
            "json" => OutputFormat.Json,
            string other => throw new UsageException($"--format is table, csv or json, not '{other}'."),
        };
        Csv = line["--culture"] is string culture ? CsvOf(culture) : Csv;
        Material = line["--material"] is string threshold ? MaterialityOf(threshold) : null;
        Top = line["--top"] is string top ? CountOf(top) : null;
        Bridge = line["--bridge"] is string step ? DimensionOf("--bridge", step) : null;
        object?[] views = [Explain, Material, Top, Bridge];
        if (views.Count(view => view is not null) > 1)
        {
            throw new UsageException("Name one of --explain, --material, --top and --bridge.");
        }

        if (WithCommitments && (Against is not null || Array.Exists(views, view => view is not null)))
        {
            throw new UsageException(
                "--with-commitments goes with the plain report; leave --against, --explain, --material, --top and "
                    + "--bridge out.");
        }

        if (YearToDate && From is not null)
        {
            throw new UsageException("--ytd begins with the year; leave --from out.");
        }

        if (From > Through)
        {
            throw new UsageException($"--from {From} is after --through {Through}.");
        }

        if (Explain is not null && Format != OutputFormat.Table)
        {
            throw new UsageException("--explain is printed as a table; leave --format out.");
        }

        RequireOneFileEach("--out", "--rejected", "--findings");
    }

    private TableCsvFormat CsvOf(string culture)
    {
        if (Format != OutputFormat.Csv)
        {
            throw new UsageException("--culture goes with --format csv.");
        }

        try
        {
            return TableCsvFormat.ForCulture(CultureInfo.GetCultureInfo(culture, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
            throw new UsageException($"--culture is the name of a culture such as de-DE, not '{culture}'.");
        }
    }

    private void RequireOneFileEach(params string[] names)
    {
        var ofFiles = names.Where(line.Has).ToLookup(name => Path.GetFullPath(line[name]!));
        if (ofFiles.FirstOrDefault(file => file.Count() > 1) is { } shared)
        {
            throw new UsageException($"{string.Join(" and ", shared)} name the same file.");
        }
    }

    private FiscalPeriod? PeriodOf(string name) =>
        line[name] is not string text ? null
        : FiscalPeriod.TryParse(text, out FiscalPeriod period) ? period
        : throw new UsageException($"{name} is a fiscal period such as 2026-P03, not '{text}'.");

    private static ReportDimensions DimensionsOf(string list)
    {
        ReportDimensions dimensions = ReportDimensions.None;
        foreach (string name in list.Split(','))
        {
            ReportDimensions dimension = DimensionOf("--by", name);
            dimensions = dimensions.HasFlag(dimension)
                ? throw new UsageException($"--by names {name} twice.")
                : dimensions | dimension;
        }

        return dimensions;
    }

    private static ReportDimensions DimensionOf(string option, string name) =>
        name switch
        {
            "center" => ReportDimensions.Center,
            "element" => ReportDimensions.Element,
            "period" => ReportDimensions.Period,
            _ => throw new UsageException($"{option} takes center, element or period, not '{name}'."),
        };

    private static Materiality MaterialityOf(string text)
    {
        string[] parts = text.Split(',');
        return parts.Length <= 2
            && TryNumber(parts[0], out decimal amount)
            && TryNumber(parts.Length == 2 ? parts[1] : "0", out decimal percent)
                ? new Materiality(amount, parts.Length == 2 ? percent : null)
                : throw new UsageException($"--material is AMOUNT or AMOUNT,PERCENT such as 5000,10, not '{text}'.");
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static int CountOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new UsageException($"--top is a number above 0, not '{text}'.");
}
