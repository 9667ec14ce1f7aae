using System.Runtime.InteropServices;

namespace CostCenters.Cubes;

/// <summary>Asks the system to map large arrays in large pages: then a cube costs far fewer page faults.</summary>
/// <remarks>A wish alone. Where it is not heard, nothing changes but the time.</remarks>
internal static partial class HugePages
{
    private const int WantsHugePages = 14; // MADV_HUGEPAGE
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

        try
        {
            return Advise(first, end - first, WantsHugePages) == 0 ? first - start : 0;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system without that call.
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}
