namespace CostCenters.Csv.Tests.Samples;

/// <summary>Runs the variance report as its users do: as a program of its own.</summary>
internal sealed record VarianceReportProgram(int ExitCode, string Output, string Errors)
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "VarianceReport.dll");

    public static VarianceReportProgram Run(params string[] arguments) => Start(["dotnet", Program, .. arguments]);

    /// <summary>Runs a line of shell in which <c>$report</c> is the program.</summary>
    public static VarianceReportProgram Shell(string line) =>
        Start(["bash", "-c", $"report=\"dotnet {Program}\"; {line}"]);

    private static VarianceReportProgram Start(string[] command)
    {
        (int exitCode, string output, string errors) = ChildProgram.Run(command);
        return new VarianceReportProgram(exitCode, output, errors);
    }
}
