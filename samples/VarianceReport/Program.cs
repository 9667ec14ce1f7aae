using CostCenters.Cubes;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Prints how far the actuals of a book lie from its budget.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;

    public static int Main(string[] args)
    {
        try
        {
            Options options = Options.Parse(args);
            if (options.WantsHelp)
            {
                Console.Out.Write(Options.Usage);
                return Done;
            }

            return ReportRun.Run(options);
        }
        catch (UsageException error)
        {
            Messages.Error(error.Message);
            Messages.Line("Try --help.");
            return WrongUsage;
        }
        catch (RunException error)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
        catch (AmountOverflowException error)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
        catch (OutOfMemoryException)
        {
            Messages.Error(MemoryNeed.NotEnough);
            return CouldNotRun;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
    }
}
