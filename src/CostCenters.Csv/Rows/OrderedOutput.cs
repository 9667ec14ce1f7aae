using System.Buffers;
using System.Runtime.ExceptionServices;

namespace CostCenters.Csv.Rows;

/// <summary>Writes parts that several threads make at the same time, one after the other in their order.</summary>
/// <param name="stream">Where to; used by one thread at a time.</param>
/// <param name="partCount">How many parts there are.</param>
/// <param name="newMaker">Makes what a thread makes parts with, given the number of a part and where to put it.</param>
internal sealed class OrderedOutput(
    Stream stream, int partCount, Func<Action<int, ArrayBufferWriter<byte>>> newMaker)
{
    private readonly object turns = new();
    private int lastTaken = -1;
    private int turn;
    private ExceptionDispatchInfo? failure;

    /// <summary>Writes all parts.</summary>
    /// <param name="threads">The most threads at work.</param>
    /// <param name="cancellation">Asked before each part.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void Write(int threads, CancellationToken cancellation)
    {
        var helpers = new Task[Math.Max(0, Math.Min(threads, partCount) - 1)];
        for (int helper = 0; helper < helpers.Length; helper++)
        {
            helpers[helper] = Task.Factory.StartNew(
                () => Work(cancellation),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        Work(cancellation);
        Task.WaitAll(helpers, CancellationToken.None);
        failure?.Throw();
    }

    private void Work(CancellationToken cancellation)
    {
        try
        {
            Action<int, ArrayBufferWriter<byte>> make = newMaker();
            var bytes = new ArrayBufferWriter<byte>();
            for (int part = NextPart(); part < partCount; part = NextPart())
            {
                cancellation.ThrowIfCancellationRequested();
                bytes.ResetWrittenCount();
                make(part, bytes);
                if (!WaitForTurn(part))
                {
                    return;
                }

                stream.Write(bytes.WrittenSpan);
                EndTurn();
            }
        }
        catch (Exception error)
        {
            Fail(ExceptionDispatchInfo.Capture(error));
        }
    }

    private int NextPart() => Interlocked.Increment(ref lastTaken);

    /// <summary>Waits until the parts before are written; false when one of them cannot be.</summary>
    private bool WaitForTurn(int part)
    {
        lock (turns)
        {
            while (turn != part && failure is null)
            {
                Monitor.Wait(turns);
            }

            return failure is null;
        }
    }

    private void EndTurn()
    {
        lock (turns)
        {
            turn++;
            Monitor.PulseAll(turns);
        }
    }

    /// <summary>Keeps the first failure and lets no thread wait for what will not come.</summary>
    private void Fail(ExceptionDispatchInfo error)
    {
        lock (turns)
        {
            failure ??= error;
            Monitor.PulseAll(turns);
        }
    }
}
