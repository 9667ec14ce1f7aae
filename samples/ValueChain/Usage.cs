namespace CostCenters.Samples.ValueChains;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    public const string Text = """
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
}
