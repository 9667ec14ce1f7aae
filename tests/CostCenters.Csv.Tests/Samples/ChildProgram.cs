using System.Diagnostics;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>Runs a command to its end and keeps what it says.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="meanwhile">What happens while it runs, or null.</param>
    public static (int ExitCode, string Output, string Errors) Run(
        string[] command, Action<Process>? meanwhile = null)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["NO_COLOR"] = null, ["TERM"] = "xterm-256color" },
            },
        };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        meanwhile?.Invoke(process);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', command)}' did not end.");
        }

        Task.WaitAll(output, errors);
        return (process.ExitCode, output.Result, errors.Result);
    }
}
