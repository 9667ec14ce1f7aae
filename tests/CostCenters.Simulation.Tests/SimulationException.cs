namespace CostCenters.Simulation.Tests;

/// <summary>The library said something else than the model.</summary>
internal sealed class SimulationException : Exception
{
    public SimulationException(int seed, string where, string message, Exception? cause = null)
        : base($"seed {seed}, {where}: {message}{(cause is null ? "" : $"\n{cause}")}", cause)
    {
    }
}
