using Microsoft.Win32.SafeHandles;

namespace CostCenters.Samples;

/// <summary>
/// Where a result goes: standard output, or a file that appears whole or not at all, since it is written beside its
/// place and moved there at the end.
/// </summary>
internal sealed class Output : IDisposable
{
    private const int StandardOutput = 1;

    private readonly string? target;
    private readonly string? temporary;
    private readonly bool isStandardOutput;
    private bool isComplete;

    public Output(string? path)
    {
        if (path is null)
        {
            Stream = OpenStandardOutput();
            isStandardOutput = true;
            return;
        }

        if (Directory.Exists(path))
        {
            throw new RunException($"Cannot write '{path}': it is a folder.");
        }

        try
        {
            if (OpenDevice(path) is { } device)
            {
                Stream = device;
                return;
            }

            target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null)
                ?? Path.GetFullPath(path);
            temporary = $"{target}.{Environment.ProcessId}.tmp";
            Stream = new FileStream(temporary, OptionsLike(target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"Cannot write '{path}': {error.Message}");
        }
    }

    public Stream Stream { get; }

    /// <summary>Whether the output is a person's terminal.</summary>
    public bool IsTerminal => isStandardOutput && !Console.IsOutputRedirected;

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        Stream.Dispose();
        if (temporary is not null)
        {
            File.Move(temporary, target!, overwrite: true);
        }

        isComplete = true;
    }

    /// <summary>A pipe or another device is written to as it is; null for a file and for what is not there.</summary>
    private static PipeStream? OpenDevice(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        // Opening a file for writing also shows that it may be written, which replacing it would not ask.
        FileStream stream = File.Open(path, FileMode.Open, FileAccess.Write);
        if (stream.CanSeek && !path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            stream.Dispose();
            return null;
        }

        return new PipeStream(stream);
    }

    /// <summary>A file that takes the place of another is as private as that one.</summary>
    private static FileStreamOptions OptionsLike(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return options;
    }

    /// <summary>
    /// A closed pipe is noticed only by a stream of our own. That stream would not move the place in a file at which
    /// the next program writes on, so a file gets the console's.
    /// </summary>
    private static Stream OpenStandardOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write);
        return stream.CanSeek ? new BufferedStream(Console.OpenStandardOutput()) : new PipeStream(stream);
    }

    public void Dispose()
    {
        if (isComplete)
        {
            return;
        }

        try
        {
            Stream.Dispose();
        }
        catch (ClosedPipeException)
        {
            // The run ends already, for this or for another reason.
        }

        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}
