using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>Looks for what does not fit between budget and postings, so that no miss is silent.</summary>
public static class FindingSearch
{
    /// <summary>
    /// All findings of a comparison, by center in preorder of the tree, then by element code (ordinal), then by kind.
    /// </summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of the report; it gives the order alone, findings are about own amounts.</param>
    /// <param name="closed">The periods that are closed, by center.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    public static ImmutableArray<Finding> Find(Comparison comparison, CenterTree tree, CenterPeriodSet closed)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(closed);
        VarianceReport.RequireTree(comparison, tree);
        CubeSpace space = comparison.Space;
        var sums = new Dictionary<long, Sums>();
        AddActuals(comparison, sums);
        AddBudgets(comparison, closed, sums);
        var placeOfCenter = new int[tree.Nodes.Length];
        for (int place = 0; place < placeOfCenter.Length; place++)
        {
            placeOfCenter[tree.Nodes[place].Center.Index] = place;
        }

        return [.. sums
            .Select(pair => (
                Center: space.Centers.Centers[(int)(pair.Key / space.ElementCount)],
                Element: space.Elements.Elements[(int)(pair.Key % space.ElementCount)],
                Sums: pair.Value))
            .OrderBy(cell => placeOfCenter[cell.Center.Index])
            .ThenBy(cell => cell.Element.Code)
            .SelectMany(cell => cell.Sums.Findings().Select(finding => new Finding(
                finding.Kind, cell.Center, cell.Element, space.Scale.ToDecimal(finding.Amount))))];
    }

    private static void AddActuals(Comparison comparison, Dictionary<long, Sums> sums)
    {
        var inRange = comparison.ActualOrdinals.ToHashSet();
        foreach ((int period, long cell, long amount) in CellsOf(comparison.Actual))
        {
            Sums ofCell = SumsOf(sums, cell);
            if (inRange.Contains(period))
            {
                ofCell.Actual = (ofCell.Actual ?? 0) + amount;
            }
            else
            {
                ofCell.Outside = (ofCell.Outside ?? 0) + amount;
            }
        }
    }

    private static void AddBudgets(Comparison comparison, CenterPeriodSet closed, Dictionary<long, Sums> sums)
    {
        CubeSpace space = comparison.Space;
        var indexInRange = comparison.BudgetOrdinals
            .Select((ordinal, index) => (ordinal, index))
            .ToDictionary(pair => pair.ordinal, pair => pair.index);
        foreach ((int period, long cell, long amount) in CellsOf(comparison.Budget))
        {
            if (!indexInRange.TryGetValue(period, out int index))
            {
                continue;
            }

            Sums ofCell = SumsOf(sums, cell);
            ofCell.Budget = (ofCell.Budget ?? 0) + amount;
            Center center = space.Centers.Centers[(int)(cell / space.ElementCount)];
            FiscalPeriod posted = comparison.Periods[index];
            DateRange days = PostableDays(space.Calendar, posted);
            if (closed.Contains(center.Code, posted) || !center.TakesPostingsBetween(days.First, days.Last))
            {
                ofCell.Unreachable = (ofCell.Unreachable ?? 0) + amount;
            }
            else
            {
                ofCell.IsReachable = true;
            }
        }
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

    private static Sums SumsOf(Dictionary<long, Sums> sums, long cell)
    {
        if (!sums.TryGetValue(cell, out Sums? ofCell))
        {
            sums.Add(cell, ofCell = new Sums());
        }

        return ofCell;
    }

    private static IEnumerable<(int Period, long Cell, long Amount)> CellsOf(Cube cube)
    {
        for (int period = 0; period < cube.BlockCount; period++)
        {
            long position = 0;
            while (cube.Block(period) is CubeBlock block
                && block.TryNext(ref position, out long cell, out long amount))
            {
                yield return (period, cell, amount);
            }
        }
    }

    /// <summary>What is known of one center and element; null where there is nothing.</summary>
    private sealed class Sums
    {
        public Int128? Actual { get; set; }

        public Int128? Outside { get; set; }

        public Int128? Budget { get; set; }

        public Int128? Unreachable { get; set; }

        public bool IsReachable { get; set; }

        public IEnumerable<(FindingKind Kind, Int128 Amount)> Findings()
        {
            if (Actual is Int128 actual && Budget is null)
            {
                yield return (FindingKind.PostingWithoutBudget, actual);
            }

            if (Budget is Int128 budget && Actual is null && IsReachable)
            {
                yield return (FindingKind.BudgetWithoutPosting, budget);
            }

            if (Unreachable is Int128 unreachable && Actual is null)
            {
                yield return (FindingKind.UnreachableBudget, unreachable);
            }

            if (Outside is Int128 outside)
            {
                yield return (FindingKind.PostingOutsideRange, outside);
            }
        }
    }
}
