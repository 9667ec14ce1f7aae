using System.Data.Common;
using System.Globalization;

namespace CostCenters.Data.Statements;

/// <summary>Rows of one center, element, span of days, adjustment period and fault, added up by the engine.</summary>
internal sealed record LedgerGroup(
    string? Center,
    string? Element,
    long? Span,
    long? AdjustmentPeriod,
    RowFaults Faults,
    Int128 Amount,
    Int128? Quantity,
    long Rows,
    object? Watermark,
    long? RowsWithWatermark)
{
    public static long? Number(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);
}
