using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Reports;

namespace CostCenters.Tests.Properties;

/// <summary>
/// The report and its findings by the words of the contract: for each group a walk through all facts, no cube, no
/// roll-up.
/// </summary>
internal static class NaiveReport
{
    public static IEnumerable<string> Lines(ReportCase c, ReportDimensions dimensions)
    {
        var space = c.Org.Space;
        int?[] centers = dimensions.HasFlag(ReportDimensions.Center) ? [.. Preorder(c).Cast<int?>()] : [null];
        int?[] elements = dimensions.HasFlag(ReportDimensions.Element)
            ? [.. Enumerable.Range(0, c.Org.Elements.Length).OrderBy(Code, StringComparer.Ordinal).Cast<int?>()]
            : [null];
        FiscalPeriod?[] periods = dimensions.HasFlag(ReportDimensions.Period)
            ? [.. space.Calendar.Enumerate(c.Range).Cast<FiscalPeriod?>()]
            : [null];
        foreach (int? center in centers)
        {
            foreach (int? element in elements)
            {
                foreach (var period in periods)
                {
                    string[] names =
                    [
                        .. center is int place ? [c.Org.Centers[place].Code] : Array.Empty<string>(),
                        .. element is int number ? [Code(number)] : Array.Empty<string>(),
                        .. period is FiscalPeriod p ? [$"{p}"] : Array.Empty<string>(),
                    ];
                    foreach (var variance in Variances(c, center, element, period))
                    {
                        yield return string.Join(' ', [.. names, ReportText.Text(variance)]);
                    }
                }
            }
        }
    }

    public static IEnumerable<string> Findings(ReportCase c, CenterPeriodSet closed)
    {
        foreach (int center in Preorder(c))
        {
            foreach (int element in Enumerable.Range(0, c.Org.Elements.Length).OrderBy(Code, StringComparer.Ordinal))
            {
                string name = $"{c.Org.Centers[center].Code} {Code(element)}";
                var own = Of(c.Actual, center, element);
                var actual = own.Where(fact => c.Range.Contains(fact.AddressIn(c.Org).Period)).ToList();
                var outside = own.Except(actual, ReferenceEqualityComparer.Instance).Cast<Fact>().ToList();
                var budget = Of(c.Budget, center, element)
                    .Where(fact => c.Range.Contains(fact.AddressIn(c.Org).Period))
                    .ToList();
                var unreachable = budget.Where(fact => !IsReachable(c, fact.AddressIn(c.Org), closed)).ToList();
                if (actual.Count > 0 && budget.Count == 0)
                {
                    yield return $"{name} PostingWithoutBudget {actual.Sum(fact => fact.Count)}";
                }

                if (actual.Count == 0 && budget.Count > unreachable.Count)
                {
                    yield return $"{name} BudgetWithoutPosting {budget.Sum(fact => fact.Count)}";
                }

                if (actual.Count == 0 && unreachable.Count > 0)
                {
                    yield return $"{name} UnreachableBudget {unreachable.Sum(fact => fact.Count)}";
                }

                if (outside.Count > 0)
                {
                    yield return $"{name} PostingOutsideRange {outside.Sum(fact => fact.Count)}";
                }
            }
        }

        List<Fact> Of(Fact[] facts, int center, int element) =>
            [.. facts
                .Where(fact => fact.Center % c.Org.Centers.Length == center)
                .Where(fact => fact.Element % c.Org.Elements.Length == element)];
    }

    private static IEnumerable<Variance> Variances(ReportCase c, int? center, int? element, FiscalPeriod? period)
    {
        var (costBudget, costActual) = Sums(ElementNature.Cost);
        var (revenueBudget, revenueActual) = Sums(ElementNature.Revenue);
        if (costBudget is not null || costActual is not null)
        {
            yield return new Variance(Number(costBudget), Number(costActual ?? 0)!.Value, Measure.Cost);
        }

        if (revenueBudget is not null || revenueActual is not null)
        {
            yield return new Variance(Number(revenueBudget), Number(revenueActual ?? 0)!.Value, Measure.Revenue);
        }

        bool hasCost = costBudget is not null || costActual is not null;
        bool hasRevenue = revenueBudget is not null || revenueActual is not null;
        if (element is null && hasCost && hasRevenue)
        {
            yield return new Variance(
                costBudget is null && revenueBudget is null ? null : Number((revenueBudget ?? 0) - (costBudget ?? 0)),
                Number((revenueActual ?? 0) - (costActual ?? 0))!.Value,
                Measure.Margin);
        }

        decimal? Number(long? count) => count is long known ? c.Org.Space.Scale.ToDecimal(known) : null;

        (long? Budget, long? Actual) Sums(ElementNature nature) => (Sum(c.Budget, nature), Sum(c.Actual, nature));

        long? Sum(Fact[] facts, ElementNature nature)
        {
            var group = facts
                .Where(fact => c.Org.Elements[fact.Element % c.Org.Elements.Length] == nature)
                .Where(fact => element is null || fact.Element % c.Org.Elements.Length == element)
                .Where(fact => c.Range.Contains(fact.AddressIn(c.Org).Period))
                .Where(fact => period is null || fact.AddressIn(c.Org).Period == period)
                .Where(fact => center is null || IsBelow(c, fact.Center % c.Org.Centers.Length, center.Value))
                .ToList();
            return group.Count == 0 ? null : group.Sum(fact => fact.Count);
        }
    }

    private static bool IsReachable(ReportCase c, CellAddress cell, CenterPeriodSet closed)
    {
        var calendar = c.Org.Space.Calendar;
        var year = calendar.GetYear(cell.Period.Year);
        var days = calendar.IsAdjustment(cell.Period)
            ? new DateRange(year.First, year.Last)
            : calendar.DatesOf(cell.Period);
        var center = c.Org.Centers.Single(spec => spec.CenterCode == cell.Center);
        return !closed.Contains(cell.Center, cell.Period)
            && Enumerable.Range(0, days.Days)
                .Select(days.First.PlusDays)
                .Any(day => center.Validities.Any(v => !v.IsBlocked && v.FirstDay <= day && day <= v.LastDay));
    }

    private static bool IsBelow(ReportCase c, int center, int top) =>
        center == top || (ParentOf(c, center) is >= 0 and int parent && IsBelow(c, parent, top));

    private static int ParentOf(ReportCase c, int center) =>
        c.Org.Centers[center].PlacedAt(Organization.Day(c.AsOf)).Parent;

    private static IEnumerable<int> Preorder(ReportCase c, int parent = -1) =>
        Enumerable.Range(0, c.Org.Centers.Length)
            .Where(center => ParentOf(c, center) == parent)
            .OrderBy(center => c.Org.Centers[center].Code, StringComparer.Ordinal)
            .SelectMany(center => Preorder(c, center).Prepend(center));

    private static string Code(int element) => Organization.ElementCode(element).Value;
}
