using System.Security.Cryptography;

namespace CostCenters.Tool.Writing;

/// <summary>
/// The names of files and folders that are not finished: nobody can guess them, and what a broken-off run has left is
/// recognised by them.
/// </summary>
internal static class Unfinished
{
    private const string Prefix = "costcenters-";
    private const string Suffix = ".tmp";
    private const int RandomDigits = 32;

    /// <summary>A path in a folder that no other run has.</summary>
    public static string NewPath(string folder) =>
        Path.Combine(
            folder, Prefix + RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true) + Suffix);

    /// <summary>What such names there are in a folder; links are none of ours.</summary>
    public static IEnumerable<FileSystemInfo> In(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos($"{Prefix}*{Suffix}")
            .Where(entry => IsOurs(entry.Name) && entry.LinkTarget is null);

    /// <summary>Runs something if no program has a file open; a run that is alive has its own.</summary>
    public static bool IfNotInUse(string path, Action remove)
    {
        try
        {
            // To write as well, since opening a pipe to read alone would wait for its writer.
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                remove();
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsOurs(string name)
    {
        string digits = name[Prefix.Length..^Suffix.Length];
        return digits.Length == RandomDigits && digits.All(char.IsAsciiHexDigitLower);
    }
}
