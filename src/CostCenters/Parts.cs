using System.Runtime.ExceptionServices;

namespace CostCenters;

/// <summary>Does a piece of work part by part, several at a time.</summary>
internal static class Parts
{
    /// <summary>Does all parts.</summary>
    /// <param name="count">How many parts there are.</param>
    /// <param name="threads">The most threads at work.</param>
    /// <param name="work">Does the part of a number; what it throws in the first part that fails is thrown.</param>
    public static void Do(int count, int threads, Action<int> work)
    {
        if (threads == 1)
        {
            for (int part = 0; part < count; part++)
            {
                work(part);
            }

            return;
        }

        var failures = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            try
            {
                work(part);
            }
            catch (Exception error)
            {
                failures[part] = ExceptionDispatchInfo.Capture(error);
            }
        });
        Array.Find(failures, failure => failure is not null)?.Throw();
    }
}
