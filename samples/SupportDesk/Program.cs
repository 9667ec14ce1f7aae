namespace CostCenters.Samples.SupportDesk;

/// <summary>Tells whether support got cheaper, and whether the saving was one.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;

    private static string Sample => Path.Combine(AppContext.BaseDirectory, "Desk");

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

            return Run(options);
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
        catch (Exception error) when (error is RunException or OverflowException or IOException
            or UnauthorizedAccessException or ArgumentException)
        {
            // An argument that the library refuses comes from desk.json, such as a margin of 1.

            Messages.Error(error.Message);
            return CouldNotRun;
        }
    }

    private static int Run(Options options)
    {
        var files = new DeskFiles(options.Folder ?? Sample);
        if (files.Read() is not Desk desk)
        {
            return CouldNotRun;
        }

        var report = new DeskReport(desk);
        using var outputs = new Outputs(options.Out);
        outputs.WriteReport(output => Write(report, options.Format, output));
        return outputs.ExitCode(files.Rejected);
    }

    private static void Write(DeskReport report, OutputFormat format, Output output)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                FigureRows.WriteCsv(report, output.IsTerminal ? new TerminalText(output.Stream) : output.Stream);
                break;
            case OutputFormat.Json:
                JsonRows.Write(FigureRows.Columns, FigureRows.Of(report), output.Stream);
                break;
            default:
                Terminal.Draw(output, DeskView.Draw(report));
                break;
        }
    }
}
