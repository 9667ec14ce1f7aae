namespace CostCenters.Samples.SupportDesk;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = """
        Usage: SupportDesk [FOLDER] [options]

        Tells whether a support desk got cheaper, and whether the saving was one.
        Without FOLDER it reports on the desk that comes with it. A folder holds
          book/                     the accounts: a book of CSV files
          contacts.csv              one row for each time that a customer turned to the desk
          key-figures.csv           what else was counted, by period and center
          key-figures-budget.csv    what was planned of it
          desk.json                 channels, working hours, guards, improvements, margin, memo

          --format FORMAT           table (default), csv or json
          --out FILE                instead of standard output
          --help                    this text

        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.

        """;

    private readonly CommandLine line;

    private Options(CommandLine line) => this.line = line;

    public bool WantsHelp => line.WantsHelp;

    /// <summary>The folder of the desk, or null for the one that comes with the program.</summary>
    public string? Folder => line.Subject;

    public string? Out => line["--out"];

    public OutputFormat Format => line["--format"] switch
    {
        null or "table" => OutputFormat.Table,
        "csv" => OutputFormat.Csv,
        "json" => OutputFormat.Json,
        string other => throw new UsageException($"--format is table, csv or json, not '{other}'."),
    };

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options(CommandLine.Parse(args, "folder", ["--format", "--out"]));
        _ = options.Format;
        return options;
    }
}
