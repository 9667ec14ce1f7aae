namespace CostCenters.Tool.Writing;

/// <summary>The program was called wrongly: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
