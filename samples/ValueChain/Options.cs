namespace CostCenters.Samples.ValueChains;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(bool WantsHelp, string Folder, string Format)
{
    public const string Usage = """
        Usage: ValueChain [FOLDER] [options]

        Tells what the segments of a company earn at each level of margin, whose revenue stands on which service, what
        a cut of a service does elsewhere, and what becomes of it as a profit center.
        Without FOLDER it reports on the company that comes with it. A folder holds
          book/              a book of CSV files with drivers.csv and a budget
          key-figures.csv    assets and service measures
          plan.json          segments, responsibilities, the cut and what it is assumed to do, transfer prices

          --format FORMAT    table (default), csv or json
          --help             this text

        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.

        """;

    /// <exception cref="UsageException">The command line is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var line = CommandLine.Parse(args, "folder", ["--format"]);
        string format = line["--format"] ?? "table";
        return format is "table" or "csv" or "json"
            ? new Options(line.WantsHelp, line.Subject ?? Path.Combine(AppContext.BaseDirectory, "Company"), format)
            : throw new UsageException($"--format is table, csv or json, not '{format}'.");
    }
}
