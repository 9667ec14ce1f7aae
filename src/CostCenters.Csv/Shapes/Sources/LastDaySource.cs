using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class LastDaySource : ColumnSource
{
    public LastDaySource(ColumnSource end)
    {
        ArgumentNullException.ThrowIfNull(end);
        End = end;
    }

    public ColumnSource End { get; }

    internal override bool IsContractForm => true;

    internal override CellReading Bind(SourceBinder binder)
    {
        CellReading ends = End.Bind(binder);
        return row =>
        {
            string text = Encoding.UTF8.GetString(ends(row));
            if (text.Length == 0)
            {
                return default;
            }

            return row.ReadMoment(text) is LocalDateTime end
                ? row.Keep(LocalDatePattern.Iso.Format(end.PlusTicks(-1).Date))
                : row.Fault(
                    ImportIssueCode.BadDate, text, "The exclusive end of a span was expected by the date patterns.");
        };
    }
}
