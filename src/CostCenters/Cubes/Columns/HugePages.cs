using System.Runtime.InteropServices;

namespace CostCenters.Cubes.Columns;

/// <summary>Asks the system to map large arrays in large pages: then a cube costs far fewer page faults.</summary>
/// <remarks>A wish alone. Where it is not heard, nothing changes but the time.</remarks>
internal static partial class HugePages
{
    private const int WantsHugePages = 14; // MADV_HUGEPAGE
    private const int WantsMapping = 23; // MADV_POPULATE_WRITE
    private const nint SmallPageSize = 4 * 1024;
    private const nint PageSize = 2 * 1024 * 1024;

    /// <summary>Asks for an array that has not been touched yet.</summary>
    /// <param name="start">Where it stands.</param>
    /// <param name="length">Its bytes.</param>
    /// <returns>How many bytes there are before its first large page.</returns>
    public static nint Ask(nint start, nint length)
    {
        nint first = (start + PageSize - 1) & -PageSize;
        nint end = (start + length) & -PageSize;
        if (!OperatingSystem.IsLinux() || end <= first)
        {
            return 0;
        }

        return TryAdvise(first, end - first, WantsHugePages) ? first - start : 0;
    }

    /// <summary>Maps pages now that are touched soon; what stands in them already stays.</summary>
    /// <param name="start">Where they stand.</param>
    /// <param name="length">Their bytes.</param>
    public static void Map(nint start, nint length)
    {
        nint first = (start + SmallPageSize - 1) & -SmallPageSize;
        nint end = (start + length) & -SmallPageSize;
        if (OperatingSystem.IsLinux() && end > first)
        {
            TryAdvise(first, end - first, WantsMapping);
        }
    }

    private static bool TryAdvise(nint start, nint length, int advice)
    {
        try
        {
            return Advise(start, length, advice) == 0;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system without that call.
            return false;
        }
    }

    // Safe: an advice that changes no byte; its callers pass whole pages of an array that is pinned.
    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}
