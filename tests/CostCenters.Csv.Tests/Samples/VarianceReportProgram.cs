namespace CostCenters.Csv.Tests.Samples;

/// <summary>Runs the variance report, or another sample, as its users do: as a program of its own.</summary>
internal sealed record VarianceReportProgram(int ExitCode, string Output, string Errors)
{
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
        (int exitCode, string output, string errors) = ChildProgram.Run(command);
        return new VarianceReportProgram(exitCode, output, errors);
    }
}
