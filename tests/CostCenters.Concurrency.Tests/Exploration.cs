using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;
using ControlledTask = Microsoft.Coyote.Rewriting.Types.Threading.Tasks.Task;

namespace CostCenters.Concurrency.Tests;

/// <summary>Runs operations again and again, each time in another order of their steps.</summary>
internal static class Exploration
{
    /// <summary>Explores schedules until one fails, or the bound is reached.</summary>
    /// <param name="schedules">The bound.</param>
    /// <param name="body">What is run for each schedule; it gives the operations to <see cref="Together"/>.</param>
    /// <returns>How many schedules were explored, and what failed in the last one.</returns>
    public static (int Explored, IReadOnlyCollection<string> Faults) Run(int schedules, Action body)
    {
        Configuration configuration = Configuration.Create()
            .WithTestingIterations((uint)schedules)
            .WithRandomGeneratorSeed(1)
            .WithMaxSchedulingSteps(10_000)
            .WithPartiallyControlledConcurrencyAllowed(false)
            .WithPotentialDeadlocksReportedAsBugs(false)
            .WithTelemetryEnabled(false);
        using TestingEngine engine = TestingEngine.Create(configuration, body);
        engine.Run();
        TestReport report = engine.TestReport;
        return (report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths, report.BugReports);
    }

    /// <summary>Runs operations side by side to their ends.</summary>
    public static void Together(params Action[] operations) =>
        ControlledTask.WaitAll([.. operations.Select(operation => ControlledTask.Run(operation))]);
}
