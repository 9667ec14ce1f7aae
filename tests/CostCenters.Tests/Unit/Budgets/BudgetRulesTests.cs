using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Budgets;

public class BudgetRulesTests
{
    private static readonly ElementCode Retired = new("6200");

    private static readonly CubeSpace Space = new(
        Company.Centers().Build(),
        Company.Elements()
            .Add(new CostElement(
                Retired, "Leasing", ElementNature.Cost, from: new(2025, 2, 1), through: new(2027, 5, 30)))
            .Build(),
        Company.Calendar,
        Currency.Eur,
        new DecimalScale(2));

    [Fact]
    public void IsValid_EveryPeriodOfThreeYears_AsTheLastDaySays()
    {
        var rules = new BudgetRules(Space);
        FiscalCalendar calendar = Space.Calendar;
        for (int year = 2025; year <= 2027; year++)
        {
            int first = calendar.OrdinalOf(new FiscalPeriod(year, 1));
            foreach (Center center in Space.Centers.Centers)
            {
                for (int element = 0; element < Space.Elements.Elements.Length; element++)
                {
                    var valid = Enumerable.Range(0, 14)
                        .Select(place => IsValid(center, element, first + place)).ToList();

                    Assert.Equal(
                        valid,
                        Enumerable.Range(0, 14).Select(
                            place => rules.IsValid(center.Index, element, first + place, periodCount: 1)));
                    Assert.Equal(
                        valid.Take(12).All(each => each),
                        rules.IsValid(center.Index, element, first, calendar.PeriodCount));
                }
            }
        }

        bool IsValid(Center center, int element, int ordinal)
        {
            var last = calendar.DatesOf(calendar.PeriodAt(ordinal)).Last;
            return center.At(last) is not null && Space.Elements.Elements[element].IsValidOn(last);
        }
    }

    // Fiscal 1900 begins in 1899, before the days have numbers.
    [Fact]
    public void IsValid_PeriodBeforeTheFirstDay_TakesWhatIsAlwaysValid()
    {
        CubeSpace space = new(
            Company.Centers().Build(),
            Company.Elements().Build(),
            FiscalCalendar.Months(7, YearNaming.End),
            Currency.Eur,
            new DecimalScale(2));

        Assert.True(new BudgetRules(space).IsValid(space.Centers.IndexOf(Company.North), 0, firstPeriod: 0, 12));
    }

    [Fact] // Its first months end in 1899; a leasing that begins with 1900 is not valid then.
    public void IsValid_PeriodBeforeTheFirstDay_DoesNotTakeWhatBeginsWithIt()
    {
        CubeSpace space = new(
            Company.Centers().Build(),
            new ElementChart.Builder()
                .Add(new CostElement(Retired, "Leasing", ElementNature.Cost, from: FiscalCalendar.FirstDate))
                .Build(),
            FiscalCalendar.Months(7, YearNaming.End),
            Currency.Eur,
            new DecimalScale(2));
        var rules = new BudgetRules(space);

        Assert.Equal(
            [.. Enumerable.Repeat(false, 6), .. Enumerable.Repeat(true, 6)],
            Enumerable.Range(0, 12).Select(period => rules.IsElementValid(0, period, periodCount: 1)));
    }

    [Fact]
    public void Constructor_NoSpace_Throws() =>
        Assert.Throws<ArgumentNullException>("space", () => new BudgetRules(null!));

    [Fact]
    public void Add_ElementThatIsNotValid_Throws()
    {
        var version = new BudgetVersion.Builder(
            Space, "adopted", 1, Phasing.Even(RemainderRule.LargestRemainder));

        version.Add(BudgetLine.ForYear(Company.North, Retired, 2026, 12m));
        Assert.Throws<ArgumentException>(
            () => version.Add(BudgetLine.ForPeriod(Company.North, Retired, new(2027, 5), 1m)));
        Assert.Throws<ArgumentException>(() => version.Add(BudgetLine.ForYear(Company.North, Retired, 2025, 12m)));
    }

    [Fact]
    public void Add_ThirteenWeightsOnTwelvePeriods_ThrowsAndAddsNothing()
    {
        var version = new BudgetVersion.Builder(
            Space, "adopted", 1, Phasing.ByWeights([.. Enumerable.Repeat(1m, 13)], RemainderRule.LargestRemainder));

        Assert.Throws<ArgumentException>(() => version.Add(BudgetLine.ForYear(Company.North, Retired, 2026, 13m)));
        Assert.Empty(version.Freeze().Lines);
    }
}
