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

    private string? format;

    private Options()
    {
    }

    public bool WantsHelp { get; private set; }

    /// <summary>The folder of the desk, or null for the one that comes with the program.</summary>
    public string? Folder { get; private set; }

    public string? Out { get; private set; }

    public OutputFormat Format { get; private set; }

    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options();
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h")
            {
                options.WantsHelp = true;
            }
            else if (args[i].StartsWith('-'))
            {
                options.Take(args[i], ++i < args.Count ? args[i] : null);
            }
            else if (args[i].Length == 0)
            {
                throw new UsageException("The name of the folder is empty.");
            }
            else if (options.Folder is null)
            {
                options.Folder = args[i];
            }
            else
            {
                throw new UsageException($"One folder was expected, '{options.Folder}' and '{args[i]}' came.");
            }
        }

        options.Format = options.format switch
        {
            null or "table" => OutputFormat.Table,
            "csv" => OutputFormat.Csv,
            "json" => OutputFormat.Json,
            string other => throw new UsageException($"--format is table, csv or json, not '{other}'."),
        };
        return options;
    }

    private void Take(string name, string? value)
    {
        string? before = name switch
        {
            "--format" => format,
            "--out" => Out,
            _ => throw new UsageException($"There is no option '{name}'."),
        };
        if (string.IsNullOrEmpty(value))
        {
            throw new UsageException($"The option {name} needs a value.");
        }

        if (before is not null)
        {
            throw new UsageException($"The option {name} stands twice.");
        }

        if (name == "--out")
        {
            Out = value;
        }
        else
        {
            format = value;
        }
    }
}
