using NodaTime;
using NodaTime.Text;

namespace CostCenters.Calendars;

/// <summary>Dates in messages look the same in every culture.</summary>
internal static class IsoDate
{
    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
