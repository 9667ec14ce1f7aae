namespace CostCenters.Samples.ImportWizard;

/// <summary>How is this export written, and what would an import make of it?</summary>
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

            using var outputs = new Outputs(options.Out);
            return new Wizard(options, outputs).Run();
        }
        catch (UsageException error)
        {
            Messages.Error(error.Message);
            Messages.Line("Try --help.");
            return WrongUsage;
        }
        catch (OutOfMemoryException)
        {
            Messages.Error(MemoryNeed.NotEnough);
            return CouldNotRun;
        }
        catch (Exception error) when (error is RunException or IOException or UnauthorizedAccessException)
        {
            Messages.Error(error.Message);
            return CouldNotRun;
        }
    }
}
