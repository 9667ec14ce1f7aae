using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>On which days each center or element is valid, by numbers; most have one stretch of days.</summary>
/// <remarks>
/// Centers are numbered as in <see cref="CenterHierarchy.IndexOf"/>, elements as in
/// <see cref="ElementChart.IndexOf"/>, days as in <see cref="FiscalCalendar.DayNumber"/>. Immutable; safe for all
/// threads.
/// </remarks>
public sealed class ValidDays
{
    private readonly int[] firsts;
    private readonly int[] lasts;
    private readonly (int First, int Last)[]?[] others;
    private readonly int latestFirst;
    private readonly int earliestLast;

    private ValidDays(int count, Func<int, IEnumerable<(LocalDate From, LocalDate Through)>> stretchesOf)
    {
        firsts = new int[count];
        lasts = new int[count];
        others = new (int, int)[]?[count];
        for (int number = 0; number < count; number++)
        {
            (int First, int Last)[] stretches =
                [.. stretchesOf(number).Select(stretch => (DayOf(stretch.From), DayOf(stretch.Through)))];
            (firsts[number], lasts[number]) = stretches.Length > 0 ? stretches[0] : (0, -1);
            others[number] = stretches.Length > 1 ? stretches : null;
        }

        latestFirst = firsts.DefaultIfEmpty().Max();
        earliestLast = lasts.DefaultIfEmpty().Min();
    }

    /// <summary>The days on which each center is valid.</summary>
    /// <param name="centers">The centers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="centers"/> is null.</exception>
    public static ValidDays OfCenters(CenterHierarchy centers) => Of(centers, _ => true);

    /// <summary>The days on which each center is valid and open.</summary>
    /// <param name="centers">The centers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="centers"/> is null.</exception>
    public static ValidDays OfOpenCenters(CenterHierarchy centers) =>
        Of(centers, validity => validity.Status == CenterStatus.Open);

    /// <summary>The days on which each element is valid.</summary>
    /// <param name="elements">The elements.</param>
    /// <exception cref="ArgumentNullException"><paramref name="elements"/> is null.</exception>
    public static ValidDays OfElements(ElementChart elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return new ValidDays(elements.Elements.Length, number =>
            [(elements.Elements[number].From, elements.Elements[number].Through)]);
    }

    /// <summary>Whether one is valid on a day.</summary>
    /// <param name="number">The number of a center or element.</param>
    /// <param name="day">The number of a day.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int number, int day) =>
        (day >= firsts[number] && day <= lasts[number]) || ContainsElsewhere(number, day);

    /// <summary>Whether all are valid from a day through another; false, too, when one of several stretches would have
    /// to tell.</summary>
    /// <param name="firstDay">The number of the first day.</param>
    /// <param name="lastDay">The number of the last day.</param>
    public bool AllContain(int firstDay, int lastDay) => firstDay >= latestFirst && lastDay <= earliestLast;

    private static ValidDays Of(CenterHierarchy centers, Func<CenterValidity, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(centers);
        return new ValidDays(centers.Centers.Length, number => centers.Centers[number].Validities.Where(counts)
            .Select(validity => (validity.From, validity.Through)));
    }

    private bool ContainsElsewhere(int number, int day)
    {
        foreach ((int first, int last) in others[number] ?? [])
        {
            if (day >= first && day <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of a day, or the nearest one that a posting can have.</summary>
    private static int DayOf(LocalDate date) =>
        date < FiscalCalendar.FirstDate ? -1
        : date > FiscalCalendar.LastDate ? FiscalCalendar.DayCount
        : FiscalCalendar.DayNumber(date);
}
