using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CostCenters.Tool.Writing;

/// <summary>
/// Where a result goes: standard output, a device or pipe that is written to as it is, or a file that appears whole or
/// not at all.
/// </summary>
internal sealed class Output : IDisposable
{
    private const int StandardOutput = 1;

    private readonly WholeFile? file;
    private readonly bool isStandardOutput;
    private bool isComplete;

    /// <summary>Opens an output.</summary>
    /// <param name="path">A file, or null for standard output.</param>
    /// <exception cref="RunException">It cannot be written.</exception>
    public Output(string? path)
    {
        if (path is null or "/dev/stdout")
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

            file = new WholeFile(path);
            Stream = file.Stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"Cannot write '{path}': {error.Message}");
        }
    }

    public Stream Stream { get; }

    /// <summary>What the opening did besides, to be told: unfinished outputs of runs before that it removed.</summary>
    public IEnumerable<string> Notes => (file?.Leftovers ?? []).Select(name =>
        $"note: removed '{name}', the unfinished output of a run that was broken off.");

    /// <summary>Whether the output is a person's terminal.</summary>
    public bool IsTerminal => isStandardOutput && !Console.IsOutputRedirected;

    /// <summary>Writes a text to standard output.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads it.</exception>
    /// <exception cref="RunException">It cannot be written.</exception>
    public static void WriteText(string text)
    {
        using var output = new Output(null);
        output.Stream.Write(Encoding.UTF8.GetBytes(text));
        output.Complete();
    }

    /// <summary>Writes a text.</summary>
    public void Write(string text) => Stream.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes what is left, and puts a file in its place.</summary>
    public void Complete()
    {
        if (file is null)
        {
            Stream.Dispose();
        }
        else
        {
            file.Complete();
        }

        isComplete = true;
    }

    public void Dispose()
    {
        if (isComplete)
        {
            return;
        }

        try
        {
            if (file is null)
            {
                Stream.Dispose();
            }
            else
            {
                file.Dispose();
            }
        }
        catch (Exception error) when (error is ClosedPipeException or IOException or UnauthorizedAccessException)
        {
            // The output is given up already, for this or for another reason.
        }
    }

    /// <summary>A pipe or another device is written to as it is; null for a file and for what is not there.</summary>
    private static FileStream? OpenDevice(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        // Opening a file for writing also shows that it may be written, which replacing it would not ask.
        FileStream stream = File.Open(path, FileMode.Open, FileAccess.Write);
        if (stream.CanSeek && !WholeFile.IsDevice(WholeFile.TargetOf(path)) && !WholeFile.IsDevice(path))
        {
            stream.Dispose();
            return null;
        }

        return stream;
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

        try
        {
            var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write);
            return stream.CanSeek ? new BufferedStream(Console.OpenStandardOutput()) : new PipeStream(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RunException($"Cannot write to standard output: {error.Message}");
        }
    }
}
