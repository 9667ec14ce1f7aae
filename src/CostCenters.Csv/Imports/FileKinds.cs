using System.Runtime.InteropServices;

namespace CostCenters.Csv.Imports;

/// <summary>Tells files from what only looks like one: pipes, devices and sockets.</summary>
/// <remarks>
/// Opening a pipe to look at it would wait for its writer, and closing it again would end that program; so the system
/// is asked without opening anything. Where it cannot be asked, everything counts as a file.
/// </remarks>
internal static partial class FileKinds
{
    /// <summary>What is told of an input that is no file.</summary>
    public const string NoFile =
        "A file was expected, this is a pipe, a device or a socket. Write its content into a file first.";

    private const int RelativeToWorkingFolder = -100; // AT_FDCWD
    private const uint TypeWanted = 1; // STATX_TYPE
    private const int StatusLength = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether a path leads to a pipe, a device or a socket, links followed.</summary>
    public static bool IsNoFile(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            byte[] status = new byte[StatusLength];
            return Status(RelativeToWorkingFolder, path, 0, TypeWanted, status) == 0
                && (BitConverter.ToUInt16(status, ModeOffset) & TypeMask)
                    is not (RegularFile or Folder);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system without that call.
            return false;
        }
    }

    // Safe: the array has as many bytes as the call writes, and is pinned while it does.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint wanted, [Out] byte[] status);
}
