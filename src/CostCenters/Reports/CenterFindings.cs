using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Reports;

/// <summary>Looks for the findings of one center after the other. Not safe for use by several threads.</summary>
internal sealed class CenterFindings
{
    private readonly Comparison comparison;
    private readonly CenterPeriodSet closed;
    private readonly FindingGroups groups;
    private readonly int[] outside;
    private readonly int[] limited;
    private readonly DateRange[] postableDays;
    private readonly bool[] isReachable;
    private readonly ulong[] ofPeriod;
    private readonly int[] places;
    private readonly long[] amounts;
    private readonly GroupAmounts[] amountsOf;
    private readonly Marks posted;
    private readonly Marks postedOutside;
    private readonly Marks reachable;
    private readonly Marks unreachable;

    public CenterFindings(Comparison comparison, CenterPeriodSet closed, FindingGroups groups)
    {
        this.comparison = comparison;
        this.closed = closed;
        this.groups = groups;
        outside =
        [
            .. Enumerable.Range(0, comparison.Actual.BlockCount)
                .Except(comparison.ActualOrdinals)
                .Except(comparison.BudgetOrdinals.Where(IsOtherSide))
                .Where(period => comparison.Actual.Block(period) is not null),
        ];
        limited = [.. Enumerable.Range(0, comparison.Space.ElementCount).Where(IsLimited)];
        postableDays = [.. comparison.Periods.Select(period => PostableDays(comparison.Space.Calendar, period))];
        isReachable = new bool[postableDays.Length];
        ofPeriod = NewMarks().ByElement;
        places = new int[comparison.Space.ElementCount];
        amounts = new long[comparison.Space.ElementCount];
        amountsOf = new GroupAmounts[groups.Count];
        posted = NewMarks();
        postedOutside = NewMarks();
        reachable = NewMarks();
        unreachable = NewMarks();
    }

    public IEnumerable<FoundAmount> Find(Center center, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Mark(center);
        if (!HasAny())
        {
            return [];
        }

        AddUp(center);
        return List(center);
    }

    /// <summary>A posting to an adjustment period may bear any day of the year.</summary>
    private static DateRange PostableDays(FiscalCalendar calendar, FiscalPeriod period)
    {
        if (!calendar.IsAdjustment(period))
        {
            return calendar.DatesOf(period);
        }

        FiscalYear year = calendar.GetYear(period.Year);
        return new DateRange(year.First, year.Last);
    }

    private Marks NewMarks()
    {
        ulong[] byElement = new ulong[(comparison.Space.ElementCount + 63) / 64];
        return new Marks(byElement, groups.MarksLike(byElement));
    }

    /// <summary>Whether the actuals of a period are what the actuals are compared with.</summary>
    private bool IsOtherSide(int period) =>
        ReferenceEquals(comparison.Actual.Block(period), comparison.Budget.Block(period));

    private bool IsLimited(int number)
    {
        CostElement element = comparison.Space.Elements.Elements[number];
        return element.From > CenterValidity.Beginning || element.Through < CenterValidity.End;
    }

    private bool HasAny()
    {
        ulong any = 0;
        for (int word = 0; word < posted.ByGroup.Length; word++)
        {
            any |= (posted.ByGroup[word] ^ (reachable.ByGroup[word] | unreachable.ByGroup[word]))
                | postedOutside.ByGroup[word];
        }

        return any != 0;
    }

    private IEnumerable<FoundAmount> List(Center center)
    {
        foreach (int group in groups.Order)
        {
            bool hasPosting = posted.Holds(group);
            bool hasReachable = reachable.Holds(group);
            bool hasUnreachable = unreachable.Holds(group);
            if (hasPosting && !hasReachable && !hasUnreachable)
            {
                yield return Of(FindingKind.PostingWithoutBudget, center, group, amountsOf[group].Posted);
            }

            if (hasReachable && !hasPosting)
            {
                yield return Of(FindingKind.BudgetWithoutPosting, center, group, amountsOf[group].Budget);
            }

            if (hasUnreachable && !hasPosting)
            {
                yield return Of(FindingKind.UnreachableBudget, center, group, amountsOf[group].Unreachable);
            }

            if (postedOutside.Holds(group))
            {
                yield return Of(FindingKind.PostingOutsideRange, center, group, amountsOf[group].Outside);
            }
        }
    }

    private FoundAmount Of(FindingKind kind, Center center, int group, Int128 amount) =>
        new(kind, center, groups.ElementOf(group), groups.MeasureOf(group), amount);

    /// <summary>Marks which elements of a center, and which groups, have what.</summary>
    private void Mark(Center center)
    {
        Array.Clear(posted.ByElement);
        Array.Clear(postedOutside.ByElement);
        Array.Clear(reachable.ByElement);
        Array.Clear(unreachable.ByElement);
        for (int index = 0; index < postableDays.Length; index++)
        {
            isReachable[index] = !closed.Contains(center.Code, comparison.Periods[index])
                && center.TakesPostingsBetween(postableDays[index].First, postableDays[index].Last);
            MarkBudget(center, index);
            Mark(comparison.Actual, comparison.ActualOrdinals[index], center, posted.ByElement);
        }

        foreach (int period in outside)
        {
            Mark(comparison.Actual, period, center, postedOutside.ByElement);
        }

        groups.Mark(posted.ByElement, posted.ByGroup);
        groups.Mark(postedOutside.ByElement, postedOutside.ByGroup);
        groups.Mark(reachable.ByElement, reachable.ByGroup);
        groups.Mark(unreachable.ByElement, unreachable.ByGroup);
    }

    private void MarkBudget(Center center, int index)
    {
        ulong[] marks = isReachable[index] ? reachable.ByElement : unreachable.ByElement;
        if (!isReachable[index] || limited.Length == 0)
        {
            Mark(comparison.Budget, comparison.BudgetOrdinals[index], center, marks);
            return;
        }

        Array.Clear(ofPeriod);
        Mark(comparison.Budget, comparison.BudgetOrdinals[index], center, ofPeriod);
        foreach (int element in limited)
        {
            if (!TakesPostings(center, element, index))
            {
                ulong bit = ofPeriod[element >> 6] & (1UL << (element & 63));
                ofPeriod[element >> 6] &= ~bit;
                unreachable.ByElement[element >> 6] |= bit;
            }
        }

        for (int word = 0; word < marks.Length; word++)
        {
            marks[word] |= ofPeriod[word];
        }
    }

    private static void Mark(Cube cube, int period, Center center, ulong[] marks) =>
        cube.Block(period)?.Amounts.MarkRow(center.Index, marks);

    /// <summary>Whether there is a day of a period on which the center is open and the element valid.</summary>
    private bool TakesPostings(Center center, int element, int index)
    {
        if (!isReachable[index] || limited.Length == 0)
        {
            return isReachable[index];
        }

        CostElement limits = comparison.Space.Elements.Elements[element];
        LocalDate from = LocalDate.Max(limits.From, postableDays[index].First);
        LocalDate through = LocalDate.Min(limits.Through, postableDays[index].Last);
        return from <= through && center.TakesPostingsBetween(from, through);
    }

    /// <summary>Adds up what a center holds, each period once.</summary>
    private void AddUp(Center center)
    {
        Array.Clear(amountsOf);
        for (int index = 0; index < postableDays.Length; index++)
        {
            int count = ReadRow(comparison.Actual, comparison.ActualOrdinals[index], center);
            for (int i = 0; i < count; i++)
            {
                amountsOf[groups.GroupOf(places[i])].Posted += amounts[i];
            }

            count = ReadRow(comparison.Budget, comparison.BudgetOrdinals[index], center);
            for (int i = 0; i < count; i++)
            {
                ref GroupAmounts group = ref amountsOf[groups.GroupOf(places[i])];
                group.Budget += amounts[i];
                group.Unreachable += TakesPostings(center, places[i], index) ? 0 : amounts[i];
            }
        }

        foreach (int period in outside)
        {
            int count = ReadRow(comparison.Actual, period, center);
            for (int i = 0; i < count; i++)
            {
                amountsOf[groups.GroupOf(places[i])].Outside += amounts[i];
            }
        }
    }

    private int ReadRow(Cube cube, int period, Center center) =>
        cube.Block(period)?.Amounts.ReadRow(center.Index, places, amounts) ?? 0;

    /// <summary>What a group holds in all periods together.</summary>
    private struct GroupAmounts
    {
        public Int128 Posted;
        public Int128 Budget;
        public Int128 Unreachable;
        public Int128 Outside;
    }

    /// <param name="ByElement">A bit for each element.</param>
    /// <param name="ByGroup">A bit for each group; the same bits where each element is looked at by itself.</param>
    private sealed record Marks(ulong[] ByElement, ulong[] ByGroup)
    {
        public bool Holds(int group) => (ByGroup[group >> 6] & (1UL << (group & 63))) != 0;
    }
}
