using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>Findings of comparisons whose two ranges differ.</summary>
[Laws(Arbitrary = [typeof(Generators)])]
public class FindingRangeProperties
{
    [Property] // Issue 11, point 13: the budget stands in another range than the actuals, which decide all but its sum.
    public void Find_BudgetOfTheYearBefore_IsAsThatOfTheRange(ReportCase c)
    {
        var random = new Random(c.Seed);
        var moved = new CubeBuilder(c.Org.Space);
        var closed = CenterPeriodSet.Empty;
        foreach (var fact in c.Budget)
        {
            var address = fact.AddressIn(c.Org);
            closed = random.Next(3) == 0 ? closed.With(address.Center, address.Period) : closed;
            moved.AddCounts(
                c.Org.Space.Centers.IndexOf(address.Center),
                c.Org.Space.Elements.IndexOf(address.Element),
                c.Org.Space.Calendar.OrdinalOf(YearBefore(address.Period)),
                fact.Count,
                fact.Quantity);
        }

        var comparison = new Comparison(
            moved.Build(),
            new FiscalPeriodRange(YearBefore(c.Range.From), YearBefore(c.Range.Through)),
            ReportProperties.Comparison(c).Actual,
            c.Range);

        Assert.Equal(
            NaiveReport.Findings(c, closed),
            FindingSearch.Find(comparison, ReportProperties.Tree(c), closed).Select(f => FormattableString.Invariant(
                $"{f.Center} {f.Element.Code} {f.Kind} {c.Org.Space.Scale.ToCount(f.Amount)}")));

        static FiscalPeriod YearBefore(FiscalPeriod period) => new(period.Year - 1, period.Number);
    }
}
