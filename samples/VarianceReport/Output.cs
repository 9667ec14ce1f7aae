using Microsoft.Win32.SafeHandles;

namespace CostCenters.Samples.VarianceReport;

/// <summary>
/// Where a result goes: standard output, or a file that appears whole or not at all, since it is written beside its
/// place and moved there at the end.
/// </summary>
internal sealed class Output : IDisposable
{
    private const int StandardOutput = 1;

    private readonly string? target;
    private readonly string? temporary;
    private bool isComplete;

    public Output(string? path)
    {
        if (path is null)
        {
            Stream = OpenStandardOutput();
            return;
        }

        if (Directory.Exists(path))
        {
            throw new RunException($"Cannot write '{path}': it is a folder.");
        }

        target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null)
            ?? Path.GetFullPath(path);
        temporary = target.StartsWith("/dev/", StringComparison.Ordinal)
            ? null
            : $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            if (temporary is not null && File.Exists(target))
            {
                // A move would replace a file that may not be written.
                File.Open(target, FileMode.Open, FileAccess.Write).Dispose();
            }

            Stream = File.Open(temporary ?? target, FileMode.Create, FileAccess.Write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"Cannot write '{path}': {error.Message}");
        }
    }

    public Stream Stream { get; }

    /// <summary>Whether the output is a person's terminal.</summary>
    public bool IsTerminal => target is null && !Console.IsOutputRedirected;

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
