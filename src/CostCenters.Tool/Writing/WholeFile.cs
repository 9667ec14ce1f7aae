namespace CostCenters.Tool.Writing;

/// <summary>
/// A file that appears whole or not at all: it is written beside its place under a name that nobody can guess, flushed
/// to the disk, and moved to its place at the end.
/// </summary>
/// <remarks>
/// A run that was killed leaves such a file behind. It is recognised by its name and by no program having it open, and
/// the next run that writes into the same folder removes it.
/// </remarks>
internal sealed class WholeFile : IDisposable
{
    private readonly string target;
    private readonly string temporary;
    private readonly FileStream stream;

    /// <summary>Creates the file beside its place, which a link at that place decides.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written there.</exception>
    public WholeFile(string path)
    {
        target = TargetOf(path);
        if (IsDevice(target))
        {
            throw new IOException($"'{path}' is a device, which no file may replace.");
        }

        string folder = Path.GetDirectoryName(target)!;
        Leftovers = RemoveLeftovers(folder);
        temporary = Unfinished.NewPath(folder);
        stream = new FileStream(temporary, OptionsLike(target));
    }

    /// <summary>What is written.</summary>
    public Stream Stream => stream;

    /// <summary>The names of files that runs before had left and that have been removed.</summary>
    public IReadOnlyList<string> Leftovers { get; }

    /// <summary>Where a path leads to: the file behind a link, not the link, is replaced.</summary>
    public static string TargetOf(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null)
            ?? Path.GetFullPath(path);

    /// <summary>Whether a path names a device, such as <c>/dev/null</c>.</summary>
    public static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="IOException">It cannot be written to its end, or not be moved.</exception>
    public void Complete()
    {
        // A file that is moved before it is on the disk may stand there empty after a crash.
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(temporary, target, overwrite: true);
    }

    /// <summary>Removes the file if it has not been put in its place.</summary>
    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The rest of the text cannot be written; the file goes anyway.
        }

        File.Delete(temporary);
    }

    /// <summary>A file that takes the place of another is as private as that one.</summary>
    private static FileStreamOptions OptionsLike(string target)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return options;
    }

    private static List<string> RemoveLeftovers(string folder) =>
        [.. Unfinished.In(folder).OfType<FileInfo>()
            .Where(file => Unfinished.IfNotInUse(file.FullName, file.Delete))
            .Select(file => file.Name)];
}
