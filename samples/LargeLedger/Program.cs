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
        catch (UsageException error)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            Console.Error.WriteLine("Try --help.");
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled; nothing of it is left.");
            return Cancelled;
        }
        catch (OutOfMemoryException)
        {
            Console.Error.WriteLine($"error: {MemoryNeed.NotEnough}");
            return CouldNotRun;
        }
        catch (Exception error)
            when (error is RunException or AmountOverflowException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return CouldNotRun;
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }
    }
}
