using System.Runtime.InteropServices;
using CostCenters.Cubes;

namespace CostCenters.Samples.LargeLedger;

/// <summary>How fast does a book of so many rows become a report, and what does that take?</summary>
internal static class Program
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;
    private const int Cancelled = 130;

    public static int Main(string[] args)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            Options options = Options.Parse(args);
            if (options.WantsHelp)
            {
                Console.Out.Write(Options.Usage);
                return Done;
            }

            return LedgerRun.Run(options, cancellation.Token);
        }
        catch (ClosedPipeException)
        {
            // Whoever reads the report has seen enough of it.
            return Done;
        }
        catch (UsageException error)
        {
            Messages.Line($"error: {error.Message}");
            Messages.Line("Try --help.");
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            Messages.Line("Cancelled; nothing of it is left.");
            return Cancelled;
        }
        catch (OutOfMemoryException)
        {
            long bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            Messages.Line($"error: The memory of {bytes:N0} bytes that may be used is not enough. Allow more.");
            return CouldNotRun;
        }
        catch (Exception error)
            when (error is RunException or AmountOverflowException or IOException or UnauthorizedAccessException)
        {
            Messages.Line($"error: {error.Message}");
            return CouldNotRun;
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }
    }
}
