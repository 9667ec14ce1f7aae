namespace CostCenters.Control;

/// <summary>A take-over in counts: of which line of the new document, how much is taken, and the amount of that line.
/// </summary>
internal readonly record struct TakenLine(int Line, TakeOver TakeOver, long Taken, long Amount);
