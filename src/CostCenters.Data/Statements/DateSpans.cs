using System.Collections.Immutable;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Data.Statements;

/// <summary>The calendar cut into spans of days in which nothing changes: neither the period nor what is
/// valid.</summary>
/// <remarks>
/// An engine that groups by span tells valid rows from others by itself: whether a center takes a posting is the same
/// on every day of a span, so the rule stays in one place and is asked once a group. Immutable.
/// </remarks>
internal sealed class DateSpans
{
    private readonly ImmutableArray<int> firstDays;
    private readonly ImmutableArray<int> periods;

    public DateSpans(CubeSpace space)
    {
        FiscalCalendar calendar = space.Calendar;
        var cuts = new SortedSet<int> { 0 };
        for (int day = 1; day < FiscalCalendar.DayCount; day++)
        {
            if (calendar.OrdinalOfDay(day) != calendar.OrdinalOfDay(day - 1))
            {
                cuts.Add(day);
            }
        }

        foreach (CenterValidity validity in space.Centers.Centers.SelectMany(center => center.Validities))
        {
            Cut(cuts, validity.From, validity.Through);
        }

        foreach (CostElement element in space.Elements.Elements)
        {
            Cut(cuts, element.From, element.Through);
        }

        firstDays = [.. cuts];
        periods = [.. firstDays.Select(calendar.OrdinalOfDay)];
    }

    /// <summary>How many spans there are; they are numbered from 1.</summary>
    public int Count => firstDays.Length;

    /// <summary>The first days of all spans and the day after the last one, as the dialects take them.</summary>
    public string FirstDays
    {
        get
        {
            var text = new StringBuilder("[");
            foreach (int day in firstDays.Append(FiscalCalendar.DayCount))
            {
                text.Append(text.Length > 1 ? "," : "").Append('"').Append(TextOf(day)).Append('"');
            }

            return text.Append(']').ToString();
        }
    }

    /// <summary>The number of the first day of a span.</summary>
    public int FirstDayOf(int span) => firstDays[span - 1];

    /// <summary>The first day of a span, or the day behind the last one, as a parameter.</summary>
    public DateOnly DateOf(int span) => new DateOnly(1900, 1, 1).AddDays(
        span <= Count ? FirstDayOf(span) : FiscalCalendar.DayCount);

    /// <summary>The ordinal of the regular period of a span.</summary>
    public int PeriodOf(int span) => periods[span - 1];

    /// <summary>The spans of a period.</summary>
    public IEnumerable<int> SpansOf(int period) =>
        Enumerable.Range(1, Count).Where(span => PeriodOf(span) == period);

    private static void Cut(SortedSet<int> cuts, LocalDate from, LocalDate through)
    {
        if (from > FiscalCalendar.FirstDate && from <= FiscalCalendar.LastDate)
        {
            cuts.Add(FiscalCalendar.DayNumber(from));
        }

        if (through >= FiscalCalendar.FirstDate && through < FiscalCalendar.LastDate)
        {
            cuts.Add(FiscalCalendar.DayNumber(through) + 1);
        }
    }

    private static string TextOf(int day) =>
        NodaTime.Text.LocalDatePattern.Iso.Format(FiscalCalendar.FirstDate.PlusDays(day));
}
