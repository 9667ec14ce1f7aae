using System.Runtime.InteropServices;

namespace CostCenters.Csv.Folders;

/// <summary>Flushes the names in a folder to the disk, as a file's content is flushed by its own stream.</summary>
/// <remarks>A wish alone: where the system has no such call, it keeps names in the order of their changes.</remarks>
internal static partial class FolderFlush
{
    private const int ForReading = 0; // O_RDONLY

    /// <summary>Flushes the names that stand directly in a folder.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            int handle = Open(folder, ForReading);
            if (handle >= 0)
            {
                _ = Synchronize(handle);
                _ = Close(handle);
            }
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system without that call.
        }
    }

    // Safe: the path is copied with a zero behind it, and the call writes nothing.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    // Safe: a number goes in and a number comes back.
    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronize(int handle);

    // Safe: as above, and once for each handle that was opened.
    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
