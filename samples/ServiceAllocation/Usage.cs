namespace CostCenters.Samples.ServiceAllocation;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    public const string Text = """
        Usage: ServiceAllocation [FOLDER] [options]

        Allocates the services of a company to each other and to its products: three methods side by side, the rules of
        a chain with their balance, the trace of one charge, plan prices, and the capacity that nobody used.
        Without FOLDER it reports on the company that comes with it. A folder holds
          book/              a book of CSV files with drivers.csv, allocations.csv and prices.csv
          plan.json          the period, what is compared, traced and priced, and the desk by time

          --format FORMAT    table (default), csv or json
          --explain CENTER   what the center costs in the end, and where each part came from
          --help             this text

        Exit codes: 0 all rows used, 1 could not run, 2 wrong usage, 3 some rows rejected.

        """;
}
