using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tables;

/// <summary>The two optional cells <c>from</c> and <c>through</c>, both fiscal periods and inclusive, of rows of which
/// one key has one value at a time.</summary>
/// <param name="periods">The periods of the calendar.</param>
/// <param name="from">The column of the first period.</param>
/// <param name="through">The column of the last period.</param>
internal sealed class ValidityCells<TKey>(FiscalPeriods periods, int from, int through)
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<PeriodValidity>> earlier = [];

    /// <summary>Reads the validity of a row; tells a fault and returns false.</summary>
    public bool TryRead(CellReader cells, out PeriodValidity validity)
    {
        validity = default;
        FiscalPeriod? first = null;
        FiscalPeriod? last = null;
        bool isWhole = !cells.HasValue(from) || periods.TryRead(cells, from, allowsYear: false, out _, out first);
        isWhole &= !cells.HasValue(through) || periods.TryRead(cells, through, allowsYear: false, out _, out last);
        if (isWhole && first > last)
        {
            isWhole = cells.Tell(
                through, ImportIssueCode.ReversedValidity, "The last period is before the first one.");
        }

        if (isWhole)
        {
            validity = new PeriodValidity(first, last);
        }

        return isWhole;
    }

    /// <summary>Takes the validity of a row that is whole so far; tells where an earlier row of the key overlaps it.
    /// </summary>
    public bool Take(CellReader cells, TKey key, PeriodValidity validity)
    {
        if (!earlier.TryGetValue(key, out List<PeriodValidity>? known))
        {
            earlier.Add(key, known = []);
        }

        if (known.Exists(validity.Overlaps))
        {
            return cells.Tell(
                from,
                ImportIssueCode.OverlappingValidity,
                "An earlier row counts in one of these periods already. End one where the other begins.");
        }

        known.Add(validity);
        return true;
    }

    /// <summary>Writes both cells.</summary>
    public static void Write(RowWriter writer, PeriodValidity validity)
    {
        writer.Code(validity.From?.ToString());
        writer.Code(validity.Through?.ToString());
    }
}
