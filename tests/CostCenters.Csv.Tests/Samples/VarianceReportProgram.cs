using System.Diagnostics;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>Runs the variance report, or another sample, as its users do: as a program of its own.</summary>
internal sealed record VarianceReportProgram(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Program => PathOf("VarianceReport");

    public static VarianceReportProgram Run(params string[] arguments) => Start(["dotnet", Program, .. arguments]);

    public static VarianceReportProgram RunOther(string sample, params string[] arguments) =>
        Start(["dotnet", PathOf(sample), .. arguments]);

    /// <summary>Runs a line of shell in which <c>$report</c> is the program.</summary>
    public static VarianceReportProgram Shell(string line) =>
        Start(["bash", "-c", $"report=\"dotnet {Program}\"; {line}"]);

    private static string PathOf(string sample) => Path.Combine(AppContext.BaseDirectory, $"{sample}.dll");

    private static VarianceReportProgram Start(string[] command)
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
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', command)}' did not end.");
        }

        Task.WaitAll(output, errors);
        return new VarianceReportProgram(process.ExitCode, output.Result, errors.Result);
    }
}
