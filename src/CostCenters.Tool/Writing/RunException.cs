namespace CostCenters.Tool.Writing;

/// <summary>The program could not run: exit code 1.</summary>
internal sealed class RunException(string message) : Exception(message);
