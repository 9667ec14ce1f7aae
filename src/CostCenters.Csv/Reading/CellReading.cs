
namespace CostCenters.Csv.Reading;

/// <summary>Reads a text from the current row; valid until the next one.</summary>
internal delegate ReadOnlySpan<byte> CellReading(ForeignRow row);
