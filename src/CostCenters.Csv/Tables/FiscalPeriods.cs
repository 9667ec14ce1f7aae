using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tables;

/// <summary>Reads periods and years of a fiscal calendar out of cells.</summary>
internal sealed class FiscalPeriods(FiscalCalendar calendar)
{
    /// <summary>Reads a period or, where allowed, a whole year; tells a fault and returns false.</summary>
    public bool TryRead(CellReader cells, int column, bool allowsYear, out int year, out FiscalPeriod? period)
    {
        period = null;
        if (!cells.TryGetPeriod(column, out year, out int? number))
        {
            return false;
        }

        if (number is null && !allowsYear)
        {
            return cells.Tell(
                column, ImportIssueCode.BadPeriod, "A period such as 2026-P03 was expected, not a whole year.");
        }

        if (!calendar.IsWholeYearSupported(year))
        {
            return cells.Tell(
                column,
                ImportIssueCode.BadPeriod,
                "A fiscal year with all its days from 1900-01-01 to 2149-12-31 was expected.");
        }

        period = number is int n ? new FiscalPeriod(year, n) : null;
        return period is null
            || calendar.Contains(period.Value)
            || cells.Tell(
                column,
                ImportIssueCode.BadPeriod,
                $"The fiscal calendar has periods P01 to P{calendar.PeriodCount + calendar.AdjustmentPeriodCount:00}.");
    }
}
