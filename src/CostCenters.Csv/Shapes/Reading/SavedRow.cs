namespace CostCenters.Csv.Shapes.Reading;

/// <summary>A row of a file that was read ahead.</summary>
internal sealed record SavedRow(byte[][] Cells, long Line, bool HasFrame);
