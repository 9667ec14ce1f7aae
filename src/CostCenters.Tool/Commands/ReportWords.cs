namespace CostCenters.Tool.Commands;

/// <summary>The options of the commands that report, in the order of their help.</summary>
internal static class ReportWords
{
    public static readonly ToolOption Version = new(
        "--version", "NAME", "budget version; needed when the book has several");

    public static readonly ToolOption From = new(
        "--from", "P", "first fiscal period, such as 2026-P03; else the first that has a budget");

    public static readonly ToolOption Through = new(
        "--through", "P", "last fiscal period, inclusive; else the last budget or posting, whichever ends first");

    public static readonly ToolOption Year = new(
        "--year", "YEAR", "the fiscal year, such as 2026, as far as there are postings");

    public static readonly ToolOption YearToDate = new(
        "--ytd", null, "from the first period of the year in which it ends; tables, pages and workbooks then tell "
            + "the budget of the year, what remains, the forecast and the per cent used");

    public static readonly ToolOption FullYear = new(
        "--full-year", null, "to the last budget, posted or not");

    public static readonly ToolOption Outlook = new(
        "--outlook", null, "with --ytd: the columns of the year in csv and json, too");

    public static readonly ToolOption Forecast = new(
        "--forecast", "METHOD", "the rest of the year as budgeted (budget, the default), or as much in each period as "
            + "so far (run-rate)", "budget", "run-rate");

    public static readonly ToolOption Against = new(
        "--against", "WHAT", "in place of the budget: a budget version, last-year, or last-year-weeks, each week with "
            + "the one 52 weeks earlier", ReportOptions.LastYear, ReportOptions.LastYearWeeks);

    public static readonly ToolOption Center = new(
        "--center", "CODE", "this center and those below it alone");

    public static readonly ToolOption Depth = new(
        "--depth", "N", "no deeper than N levels of centers; their figures hold what is below");

    public static readonly ToolOption By = new(
        "--by", "LIST", "out of center, element, period; default center",
        "center", "element", "period", "center,element", "center,period");

    public static readonly ToolOption Pivot = new(
        "--pivot", "FIGURE", "periods side by side with their total, of actual, budget or difference",
        "actual", "budget", "difference");

    public static readonly ToolOption Material = new(
        "--material", "AMOUNT[,PERCENT]", "rows that differ by so much alone, the rest as other");

    public static readonly ToolOption WithCommitments = new(
        "--with-commitments", null, "with what is ordered by commitments.csv and what is still available");

    public static readonly ToolOption Explain = new(
        "--explain", "CENTER", "where the difference of a center comes from");

    public static readonly ToolOption Top = new(
        "--top", "N", "the N largest differences, each center's own amounts");

    public static readonly ToolOption Bridge = new(
        "--bridge", "DIMENSION", "from budget to actual by center, element or period", "center", "element", "period");

    public static readonly ToolOption Format = new(
        "--format", "FORMAT", "table (default), csv or json", "table", "csv", "json");

    public static readonly ToolOption Culture = new(
        "--culture", "NAME", "numbers and dates as in a culture such as de-DE; csv for its spreadsheets. Else plain "
            + "numbers, and csv for programs", "de-DE", "en-US", "en-GB", "fr-FR");

    public static readonly ToolOption Unit = new(
        "--unit", "UNIT", "amounts of a table in thousands (k) or millions (M), rounded for show alone", "k", "M");

    public static readonly ToolOption WithNames = new(
        "--with-names", null, "csv and json with names beside codes, and what the title of a table says");

    public static readonly ToolOption Totals = new(
        "--totals", null, "csv and json with the totals that a table by element or period has");

    public static readonly ToolOption Width = new(
        "--width", "N", "columns of the screen, 40 or more; else those of the terminal, and no limit elsewhere");

    public static readonly ToolOption Html = new(
        "--html", "FILE", "the report as a page for a browser");

    public static readonly ToolOption Xlsx = new(
        "--xlsx", "FILE", "the report as a workbook for Excel");

    public static readonly ToolOption Out = new(
        "--out", "FILE", "instead of standard output");

    public static readonly ToolOption Rejected = new(
        "--rejected", "FILE", "the rejected rows, one line for each fault");

    public static readonly ToolOption Findings = new(
        "--findings", "FILE", "every finding, of which the largest are told anyway");

    /// <summary>What is compared, and in which periods.</summary>
    public static readonly IReadOnlyList<ToolOption> Comparing = [Version, From, Through, Year, YearToDate, FullYear,
        Against];

    /// <summary>How it is written.</summary>
    public static readonly IReadOnlyList<ToolOption> Writing = [Format, Culture, Unit, WithNames, Width, Out, Rejected,
        Findings];

    /// <summary>The options of a report.</summary>
    public static readonly IReadOnlyList<ToolOption> Report =
    [
        .. Comparing, Outlook, Forecast, Center, Depth, By, Pivot, Material, WithCommitments, Totals, Html,
        Xlsx, .. Writing,
    ];
}
