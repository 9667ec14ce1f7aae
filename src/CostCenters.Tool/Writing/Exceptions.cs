namespace CostCenters.Tool.Writing;

/// <summary>The program was called wrongly: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The program could not run: exit code 1.</summary>
internal sealed class RunException(string message) : Exception(message);

/// <summary>Whoever read the output has gone: the program ends quietly.</summary>
internal sealed class ClosedPipeException(IOException inner) : Exception(inner.Message, inner);
