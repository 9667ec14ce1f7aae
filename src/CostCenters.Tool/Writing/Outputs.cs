namespace CostCenters.Tool.Writing;

/// <summary>The report of a run and what is written beside it; one that fails does not take the others along.</summary>
/// <remarks>
/// The report goes first, since it is what the run is for. Who reads it may stop reading at any time, which is no
/// fault; every other fault is told, and makes the exit code 1.
/// </remarks>
internal sealed class Outputs : IDisposable
{
    private const int AllRowsUsed = 0;
    private const int CouldNotRun = 1;
    private const int SomeRowsRejected = 3;

    private readonly Output report;
    private readonly string? reportPath;
    private bool hasFailed;

    /// <summary>Opens the output of the report.</summary>
    /// <param name="path">A file, or null for standard output.</param>
    /// <exception cref="RunException">It cannot be written.</exception>
    public Outputs(string? path)
    {
        reportPath = path;
        report = Open(path);
    }

    /// <summary>Writes the report.</summary>
    public void WriteReport(Action<Output> write)
    {
        try
        {
            write(report);
            report.Complete();
        }
        catch (ClosedPipeException)
        {
            // Whoever reads the report has seen enough of it.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(reportPath, error);
        }
    }

    /// <summary>Writes something beside the report.</summary>
    /// <param name="path">Where to, or null if it is not asked for.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Whether it was written.</returns>
    public bool WriteBeside(string? path, Action<Stream> write)
    {
        if (path is null)
        {
            return false;
        }

        try
        {
            using Output output = Open(path);
            write(output.Stream);
            output.Complete();
            return true;
        }
        catch (RunException error)
        {
            hasFailed = true;
            Messages.Error(error.Message);
        }
        catch (ClosedPipeException error)
        {
            Fail(path, error.InnerException!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(path, error);
        }

        return false;
    }

    /// <summary>The exit code of the run.</summary>
    /// <param name="rejectedRows">How many rows could not be used.</param>
    public int ExitCode(long rejectedRows) =>
        hasFailed ? CouldNotRun : rejectedRows == 0 ? AllRowsUsed : SomeRowsRejected;

    public void Dispose() => report.Dispose();

    private static Output Open(string? path)
    {
        var output = new Output(path);
        foreach (string note in output.Notes)
        {
            Messages.Line(note);
        }

        return output;
    }

    private void Fail(string? path, Exception error)
    {
        hasFailed = true;
        Messages.Error($"Cannot write {(path is null ? "to standard output" : $"'{path}'")}: {error.Message}");
    }
}
