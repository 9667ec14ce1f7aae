namespace CostCenters.Data.Statements;

/// <summary>Where the postings of a cell lie: only in spans of days in which they may be posted.</summary>
internal sealed record CellPlace(string Center, string Element, IReadOnlyList<int> Spans, int AdjustmentPeriod);
