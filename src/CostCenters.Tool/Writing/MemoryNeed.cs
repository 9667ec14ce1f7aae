using System.Globalization;

namespace CostCenters.Tool.Writing;

/// <summary>What a program may take of the memory, and what it would need.</summary>
internal static class MemoryNeed
{
    private const double Megabyte = 1e6;

    /// <summary>What is told when the memory was not enough for something that was not known beforehand.</summary>
    public static string NotEnough =>
        $"The memory of {Text(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)} MB that may be used is not enough. "
        + "Allow more, or report by fewer dimensions or periods.";

    /// <summary>Refuses what does not fit into the memory that is left.</summary>
    /// <param name="bytes">What it needs.</param>
    /// <param name="what">Its name.</param>
    /// <param name="instead">What to do then.</param>
    /// <exception cref="RunException">It does not fit.</exception>
    public static void Require(long bytes, string what, string instead)
    {
        long left = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false);
        if (bytes > left)
        {
            throw new RunException(
                $"{what} needs about {Text(bytes)} MB of memory, {Text(Math.Max(left, 0))} MB are left. {instead}");
        }
    }

    private static string Text(long bytes) =>
        (bytes / Megabyte).ToString("N0", CultureInfo.InvariantCulture);
}
