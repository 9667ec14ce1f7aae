namespace CostCenters.Samples.LargeLedger;

/// <summary>The program was called wrongly: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The program could not run: exit code 1.</summary>
internal sealed class RunException(string message) : Exception(message);
