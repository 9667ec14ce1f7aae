using System.Runtime.ExceptionServices;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Bulk;

/// <summary>Takes the rows of several files, several chunks at a time.</summary>
internal sealed class BulkImport(IReadOnlyList<BulkFile> files, BulkSettings settings)
{
    private readonly Lock dispensing = new();
    private int file = -1;
    private long chunk;
    private ExceptionDispatchInfo? failure;

    /// <summary>Takes all rows; files that are stopped tell so in their outcomes.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public void Run(IProgress<ImportProgress>? target, CancellationToken cancellation)
    {
        long totalBytes = files.Sum(each => each.ExpectedLength);
        var progress = new BulkProgress(target, totalBytes);
        long chunks = files.Sum(each => 1 + (each.ExpectedLength / settings.ChunkSize));
        var helpers = new Task[(int)Math.Min(settings.Threads, Math.Max(chunks, 1)) - 1];
        for (int helper = 0; helper < helpers.Length; helper++)
        {
            helpers[helper] = Task.Factory.StartNew(
                () => Work(progress, cancellation),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        Work(progress, cancellation);
        Task.WaitAll(helpers, CancellationToken.None);
        foreach (BulkFile each in files)
        {
            each.Dispose();
        }

        failure?.Throw();
        progress.Finish(files.Sum(each => each.Outcomes.RowCount));
    }

    private void Work(BulkProgress progress, CancellationToken cancellation)
    {
        try
        {
            var worker = new BulkWorker(settings, progress, cancellation);
            while (TryDispense(out BulkFile? next, out long number))
            {
                try
                {
                    worker.Take(next!, number);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    next!.Outcomes.StopUnreadable(error);
                    next.CutShort();
                }

                next!.CloseAfter(1);
            }
        }
        catch (Exception error)
        {
            Fail(ExceptionDispatchInfo.Capture(error));
        }
    }

    /// <summary>Hands out the chunks in the order of the files.</summary>
    private bool TryDispense(out BulkFile? next, out long number)
    {
        lock (dispensing)
        {
            while (failure is null)
            {
                if (file >= 0 && chunk < files[file].ChunkCount)
                {
                    next = files[file];
                    number = chunk++;
                    return true;
                }

                if (++file >= files.Count)
                {
                    file = files.Count - 1;
                    chunk = long.MaxValue;
                    break;
                }

                chunk = 0;
                files[file].Open();
            }

            (next, number) = (null, 0);
            return false;
        }
    }

    /// <summary>Keeps the first failure and lets no thread wait for what will not come.</summary>
    private void Fail(ExceptionDispatchInfo error)
    {
        lock (dispensing)
        {
            failure ??= error;
        }

        foreach (BulkFile each in files)
        {
            each.CutShort();
        }
    }
}
