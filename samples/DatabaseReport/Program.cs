using CostCenters.Cubes;
using CostCenters.Data.Results;

namespace CostCenters.Samples.DatabaseReport;

/// <summary>Prints the variance report of a book that lies in a database.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            Options options = Options.Parse(args);
            if (options.WantsHelp)
            {
                Console.Out.Write(Options.Usage);
                return Done;
            }

            return await ReportRun.RunAsync(options);
        }
        catch (UsageException error)
        {
            Messages.Error(error.Message);
            Messages.Line("Try --help.");
            return WrongUsage;
        }
        catch (Exception error) when (error is RunException or AmountOverflowException or SqlColumnException
            or IOException or UnauthorizedAccessException or System.Data.Common.DbException or FormatException
            or InvalidOperationException)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
    }
}
