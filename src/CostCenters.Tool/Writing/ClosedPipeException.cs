namespace CostCenters.Tool.Writing;

/// <summary>Whoever read the output has gone: the program ends quietly.</summary>
internal sealed class ClosedPipeException(IOException inner) : Exception(inner.Message, inner);
