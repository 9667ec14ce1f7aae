using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Bulk;

/// <summary>On which days each center is valid, by day number; most centers have one stretch of days.</summary>
internal sealed class CenterDays
{
    private readonly int[] firsts;
    private readonly int[] lasts;
    private readonly (int First, int Last)[]?[] others;
    private readonly int latestFirst;
    private readonly int earliestLast;

    /// <summary>Takes the validities of some kind.</summary>
    public CenterDays(CenterHierarchy centers, Func<CenterValidity, bool> counts)
    {
        firsts = new int[centers.Centers.Length];
        lasts = new int[firsts.Length];
        others = new (int, int)[]?[firsts.Length];
        foreach (Center center in centers.Centers)
        {
            (int First, int Last)[] stretches = [.. center.Validities.Where(counts)
                .Select(validity => (DayOf(validity.From), DayOf(validity.Through)))];
            (firsts[center.Index], lasts[center.Index]) = stretches.Length > 0 ? stretches[0] : (0, -1);
            others[center.Index] = stretches.Length > 1 ? stretches : null;
        }

        latestFirst = firsts.DefaultIfEmpty().Max();
        earliestLast = lasts.DefaultIfEmpty().Min();
    }

    /// <summary>Whether every center is valid from a day through another; false when one stretch does not tell.
    /// </summary>
    public bool AllContain(int firstDay, int lastDay) => firstDay >= latestFirst && lastDay <= earliestLast;

    /// <summary>Whether a center is valid on a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int center, int day) =>
        (day >= firsts[center] && day <= lasts[center]) || ContainsElsewhere(center, day);

    private bool ContainsElsewhere(int center, int day)
    {
        foreach ((int first, int last) in others[center] ?? [])
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
