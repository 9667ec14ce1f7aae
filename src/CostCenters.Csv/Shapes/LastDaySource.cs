using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Reading;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes;

internal sealed class LastDaySource : ColumnSource
{
    public LastDaySource(ColumnSource end)
    {
        ArgumentNullException.ThrowIfNull(end);
        End = end;
    }

    public ColumnSource End { get; }

    internal override bool IsContractForm => true;
}
