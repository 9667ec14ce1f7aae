using CostCenters.Csv.Tests.Samples;

namespace CostCenters.Tool.Tests;

/// <summary>Runs the command as its users do: as a program of its own.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CostCenters.Tool.dll");

    public static ToolRun Of(params string[] arguments) => Start(["dotnet", Program, .. arguments]);

    /// <summary>Runs a line of shell in which <c>$costcenters</c> is the program.</summary>
    public static ToolRun Shell(string line) => Start(["bash", "-c", $"costcenters=\"dotnet {Program}\"; {line}"]);

    private static ToolRun Start(string[] command)
    {
        (int exitCode, string output, string errors) = ChildProgram.Run(command);
        return new ToolRun(exitCode, output, errors);
    }
}
