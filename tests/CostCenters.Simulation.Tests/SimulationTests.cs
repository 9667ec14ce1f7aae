using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace CostCenters.Simulation.Tests;

/// <summary>
/// Some seconds of simulation, or as many minutes as <c>COSTCENTERS_SIMULATION_MINUTES</c> says. The message of a
/// failure begins with its seed; <c>COSTCENTERS_SIMULATION_SEED</c> begins with it again.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Days = 40;

    [Fact]
    public void Company_OfNewSeeds_SaysWhatTheModelSays()
    {
        var time = TimeSpan.FromMinutes((double)(Setting("COSTCENTERS_SIMULATION_MINUTES") ?? 0.1m));
        int seed = (int)(Setting("COSTCENTERS_SIMULATION_SEED") ?? Environment.TickCount & 0xFFFFFF);
        var watch = Stopwatch.StartNew();
        int first = seed;
        do
        {
            Simulator.Run(seed++, Days, new Subject());
        }
        while (watch.Elapsed < time);

        output.WriteLine($"seeds {first} to {seed - 1}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Company_OfAKnownSeed_SaysWhatTheModelSays(int seed) => Simulator.Run(seed, Days, new Subject());

    private static decimal? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;
}
