using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Tool.Views;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>What a command line asks of a report.</summary>
internal sealed class ReportOptions
{
    /// <summary>The actuals of the year before, period by period.</summary>
    public const string LastYear = "last-year";

    /// <summary>The actuals of the year before, by comparable weeks.</summary>
    public const string LastYearWeeks = "last-year-weeks";

    private const int NarrowestScreen = 40;
    private const int LastFiscalYear = 9999;

    private readonly Words words;

    private ReportOptions(Words words, string book)
    {
        this.words = words;
        Book = book;
    }

    /// <summary>The folder of the book.</summary>
    public string Book { get; }

    public string? Version => words[ReportWords.Version];

    public FiscalPeriod? From { get; private init; }

    public FiscalPeriod? Through { get; private init; }

    public int? Year { get; private init; }

    public bool YearToDate => words.Has(ReportWords.YearToDate);

    public bool FullYear => words.Has(ReportWords.FullYear);

    /// <summary>
    /// A budget version, <see cref="LastYear"/> or <see cref="LastYearWeeks"/>, or null for the budget.
    /// </summary>
    public string? Against => words[ReportWords.Against];

    /// <summary>The budget version of <see cref="Against"/>, if it is one.</summary>
    public string? AgainstVersion => Against is LastYear or LastYearWeeks ? null : Against;

    public string? Center => words[ReportWords.Center];

    /// <summary>How many levels of centers are shown; null for all.</summary>
    public int? Depth { get; private init; }

    public ReportDimensions By { get; private init; }

    public PivotFigure? Pivot { get; private init; }

    public Materiality? Material { get; private init; }

    public string? Explain { get; private init; }

    public int? Top { get; private init; }

    public ReportDimensions? Bridge { get; private init; }

    public bool WithCommitments => words.Has(ReportWords.WithCommitments);

    /// <summary>Whether the rest of the year is as so far, and not as budgeted.</summary>
    public bool ForecastsByRunRate { get; private init; }

    public OutputFormat Format { get; private init; }

    /// <summary>The culture of numbers and dates, or null for that of programs.</summary>
    public CultureInfo? Culture { get; private init; }

    public AmountUnit Unit { get; private init; }

    public int? Width { get; private init; }

    public bool WithNames => words.Has(ReportWords.WithNames);

    public string? Out => words[ReportWords.Out];

    public string? Rejected => words[ReportWords.Rejected];

    public string? Findings => words[ReportWords.Findings];

    public string? Html => words[ReportWords.Html];

    public string? Xlsx => words[ReportWords.Xlsx];

    /// <summary>All files that the run writes.</summary>
    public IEnumerable<string> Outputs => new[] { Out, Rejected, Findings, Html, Xlsx }.OfType<string>();

    /// <summary>What was said, by option, for those who read a file later; not where files are.</summary>
    public IEnumerable<KeyValuePair<string, string>> Said =>
        ReportWords.Report
            .Except([ReportWords.Out, ReportWords.Rejected, ReportWords.Findings, ReportWords.Html, ReportWords.Xlsx])
            .Where(words.Has)
            .Select(option => KeyValuePair.Create(option.Name, words[option] ?? "yes"));

    /// <summary>For whom CSV is written.</summary>
    public TableCsvFormat Csv =>
        Culture is CultureInfo culture ? TableCsvFormat.ForCulture(culture) : TableCsvFormat.Contract;

    /// <summary>Whether the report tells what the whole year holds.</summary>
    public bool HasOutlook =>
        words.Has(ReportWords.Outlook) || (YearToDate && Format == OutputFormat.Table && CanHaveOutlook);

    /// <summary>Whether pages and workbooks tell what the whole year holds.</summary>
    public bool FilesHaveOutlook => YearToDate && (Html ?? Xlsx) is not null && CanHaveOutlook;

    /// <summary>Whether CSV and JSON have the totals of a table.</summary>
    public bool HasTotals => words.Has(ReportWords.Totals);

    /// <summary>Whether the report itself is printed: not when a file for people is all that was asked for.</summary>
    public bool Prints => (Html ?? Xlsx) is null || words.Has(ReportWords.Format) || Out is not null;

    private bool IsView => Explain is not null || Material is not null || Top is not null || Bridge is not null;

    private bool CanHaveOutlook =>
        !IsView && Pivot is null && Against is null && !WithCommitments && !By.HasFlag(ReportDimensions.Period);

    /// <summary>Reads the words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="book">The folder of the book.</param>
    /// <param name="explain">The center to explain, or null.</param>
    /// <param name="top">How many of the largest differences, or null.</param>
    /// <param name="bridge">What a step of a bridge is, or null.</param>
    /// <exception cref="UsageException">The words are no values, or do not go together.</exception>
    public static ReportOptions Of(
        Words words, string book, string? explain = null, int? top = null, ReportDimensions? bridge = null)
    {
        var options = new ReportOptions(words, book)
        {
            From = words.Period(ReportWords.From),
            Through = words.Period(ReportWords.Through),
            Year = YearOf(words),
            Depth = words.Number(ReportWords.Depth, 1, "a number above 0"),
            By = words.Dimensions(ReportWords.By) ?? ReportDimensions.Center,
            Pivot = words.Choice(
                ReportWords.Pivot,
                ("actual", PivotFigure.Actual),
                ("budget", PivotFigure.Budget),
                ("difference", PivotFigure.Difference)),
            Format = words.Choice(
                ReportWords.Format,
                ("table", OutputFormat.Table),
                ("csv", OutputFormat.Csv),
                ("json", OutputFormat.Json)) ?? OutputFormat.Table,
            Culture = words.Culture(ReportWords.Culture),
            Unit = words.Choice(ReportWords.Unit, ("k", AmountUnit.Thousand), ("M", AmountUnit.Million))
                ?? AmountUnit.One,
            Width = words.Number(ReportWords.Width, NarrowestScreen, $"a number of {NarrowestScreen} or more"),
            ForecastsByRunRate = words.Choice(ReportWords.Forecast, ("budget", false), ("run-rate", true)) == true,
            Material = words.Materiality(ReportWords.Material),
            Explain = explain,
            Top = top,
            Bridge = bridge,
        };
        options.RequireViews();
        options.RequireRange();
        options.RequireFormat();
        options.RequireTotalsAndFiles();
        words.RequireOneFileEach(
            ReportWords.Out, ReportWords.Rejected, ReportWords.Findings, ReportWords.Html, ReportWords.Xlsx);
        return options;
    }

    private static int? YearOf(Words words)
    {
        int? year = words.Number(ReportWords.Year, 1, "a fiscal year such as 2026");
        return year <= LastFiscalYear || year is null
            ? year
            : throw new UsageException($"--year is a fiscal year such as 2026, not '{year}'.");
    }

    private void RequireViews()
    {
        object?[] views = [Explain, Material, Top, Bridge];
        if (views.Count(view => view is not null) > 1)
        {
            throw new UsageException("Name one of --explain, --material, --top and --bridge.");
        }

        if (WithCommitments && (IsView || Against is not null))
        {
            throw new UsageException(
                "--with-commitments goes with the plain report; leave --against, --explain, --material, --top and "
                    + "--bridge out.");
        }

        if (Pivot is not null && (IsView || WithCommitments || By.HasFlag(ReportDimensions.Period)))
        {
            throw new UsageException(
                "--pivot goes with the plain report by center or element; leave --explain, --material, --top, "
                    + "--bridge, --with-commitments and the period of --by out.");
        }

        if (Depth is not null && (Explain ?? (object?)Top ?? Bridge) is not null)
        {
            throw new UsageException("--depth goes with a report; leave it out here.");
        }

        if (Depth is not null && !By.HasFlag(ReportDimensions.Center))
        {
            throw new UsageException("--depth goes with a report by center; name center in --by.");
        }

        if (Explain is not null && Center is not null)
        {
            throw new UsageException("What is explained is a center already; leave --center out.");
        }
    }

    private void RequireRange()
    {
        if (YearToDate && From is not null)
        {
            throw new UsageException("--ytd begins with the year; leave --from out.");
        }

        if (Year is not null && (From ?? Through) is not null)
        {
            throw new UsageException("--year names the periods; leave --from and --through out.");
        }

        if (From > Through)
        {
            throw new UsageException($"--from {From} is after --through {Through}.");
        }

        if (words.Has(ReportWords.Outlook) && !(YearToDate && CanHaveOutlook))
        {
            throw new UsageException(
                "--outlook goes with --ytd and the plain report by center or element, against the budget.");
        }

        if (words.Has(ReportWords.Forecast) && !HasOutlook && !FilesHaveOutlook)
        {
            throw new UsageException(
                "--forecast goes with --ytd in a table, a page or a workbook, or with --outlook.");
        }
    }

    private void RequireFormat()
    {
        bool isTable = Format == OutputFormat.Table;
        if (Explain is not null && !isTable)
        {
            throw new UsageException("--explain is printed as a table; leave --format out.");
        }

        if (Culture is not null && Format == OutputFormat.Json)
        {
            throw new UsageException("--culture goes with a table or --format csv; json is for programs.");
        }

        if (Unit != AmountUnit.One && !isTable)
        {
            throw new UsageException("--unit goes with a table; csv and json hold exact figures.");
        }

        if (Width is not null && !isTable)
        {
            throw new UsageException("--width goes with a table.");
        }

        if (WithNames && isTable)
        {
            throw new UsageException("--with-names goes with --format csv or json; a table has names anyway.");
        }

        if (WithNames && Bridge is not null)
        {
            throw new UsageException("--with-names goes with a report; a bridge has steps.");
        }
    }

    private void RequireTotalsAndFiles()
    {
        bool isPlain = !IsView && !WithCommitments && !HasOutlook && By != ReportDimensions.Center;
        if (HasTotals && (Format == OutputFormat.Table || !isPlain))
        {
            throw new UsageException(
                "--totals goes with --format csv or json of a plain report or --pivot by element or period; a table "
                    + "has totals anyway, and by center alone the top centers hold everything.");
        }

        if ((Html ?? Xlsx) is not null && (Top ?? (object?)Bridge) is not null)
        {
            throw new UsageException(
                "A page and a workbook are of a report: leave --top and --bridge out. The page has bridges by center "
                    + "and element, and --material shows the differences of some size alone.");
        }
    }
}
