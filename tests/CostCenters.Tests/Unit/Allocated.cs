namespace CostCenters.Tests.Unit;

/// <summary>Holds work by what it allocates: the same on every machine, and many times more where it is done many times
/// over.</summary>
internal static class Allocated
{
    /// <summary>Does work on this thread, which may not allocate more than so many bytes.</summary>
    public static void AtMost(long bytes, Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
    }
}
