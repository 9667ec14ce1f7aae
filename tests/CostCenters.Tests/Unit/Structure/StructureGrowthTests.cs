using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Structure;

/// <summary>Master data that changes while numbers stay.</summary>
public class StructureGrowthTests
{
    private static readonly CenterCode A = new("A");
    private static readonly CenterCode B = new("B");

    [Theory] // What is left of one validity from the 10th through the 20th, where another center takes some days.
    [InlineData(1, 9, "10-20")]
    [InlineData(1, 10, "11-20")]
    [InlineData(10, 10, "11-20")]
    [InlineData(12, 14, "10-11 15-20")]
    [InlineData(20, 31, "10-19")]
    [InlineData(21, 31, "10-20")]
    [InlineData(10, 20, "")]
    [InlineData(1, 31, "")]
    public void Change_SomeDays_KeepsAllOtherDays(int from, int through, string left)
    {
        var center = new CenterHierarchy.Builder()
            .Add(B, new CenterValidity("", CenterKind.Cost))
            .Add(A, Between(10, 20, CenterKind.Cost))
            .Change(A, Between(from, through, CenterKind.Profit))
            .Build()[A];

        Assert.Equal(
            left,
            string.Join(' ', center.Validities
                .Where(validity => validity.Kind == CenterKind.Cost)
                .Select(validity => $"{validity.From.Day}-{validity.Through.Day}")));
        Assert.Equal(
            (from, through),
            center.Validities.Where(validity => validity.Kind == CenterKind.Profit)
                .Select(validity => (validity.From.Day, validity.Through.Day)).Single());
    }

    [Fact]
    public void Change_FromADayOn_GivesTheCenterANewParentAndKeepsItsNumberAndItsPast()
    {
        var before = new CenterHierarchy.Builder()
            .Add(A, new CenterValidity("Head", CenterKind.Cost))
            .Add(B, new CenterValidity("North", CenterKind.Cost, A, status: CenterStatus.Blocked, owner: "Kim"))
            .Build();

        var after = before.ToBuilder()
            .Change(B, new CenterValidity("North", CenterKind.Profit, from: new LocalDate(2026, 7, 1)))
            .Build();

        Assert.Equal(before.IndexOf(B), after.IndexOf(B));
        var june = after[B].At(new LocalDate(2026, 6, 30));
        Assert.Equal(
            ("North", CenterKind.Cost, A, CenterStatus.Blocked, "Kim"),
            (june!.Name, june.Kind, june.Parent, june.Status, june.Owner));
        Assert.Equal(CenterKind.Profit, after[B].At(new LocalDate(2026, 7, 1))!.Kind);
        Assert.Null(after[B].At(new LocalDate(2026, 7, 1))!.Parent);
    }

    [Fact]
    public void End_OpenValidity_EndsThatDay()
    {
        var center = new CenterHierarchy.Builder().Add(A, Between(1, 10, CenterKind.Cost))
            .Add(A, Between(11, 20, CenterKind.Cost))
            .Add(A, Between(21, 31, CenterKind.Cost))
            .End(A, Date(15))
            .Build()[A];

        Assert.Equal([(1, 10), (11, 15)], center.Validities.Select(v => (v.From.Day, v.Through.Day)));
        Assert.NotNull(center.At(Date(15)));
        Assert.Null(center.At(Date(16)));
    }

    [Fact]
    public void End_BeforeTheFirstDayOrUnknown_Throws()
    {
        var builder = new CenterHierarchy.Builder().Add(A, Between(10, 20, CenterKind.Cost));

        Assert.Throws<ArgumentException>(() => builder.End(A, Date(9)));
        Assert.Throws<KeyNotFoundException>(() => builder.End(B, Date(9)));
        Assert.Throws<KeyNotFoundException>(() => builder.Change(B, Between(1, 2, CenterKind.Cost)));
        Assert.Equal(20, builder.End(A, CenterValidity.End).Build()[A].Validities[0].Through.Day);
    }

    [Fact]
    public void Change_Element_KeepsItsNumber()
    {
        var chart = Company.Space.Elements.ToBuilder()
            .Change(new CostElement(Company.Salaries, "Wages", ElementNature.Cost, through: Date(31)))
            .Add(new CostElement(new("6001"), "Wages", ElementNature.Cost, from: Date(31).PlusDays(1)))
            .Build();

        Assert.Equal(Company.Space.Elements.IndexOf(Company.Salaries), chart.IndexOf(Company.Salaries));
        Assert.Equal("Wages", chart[Company.Salaries].Name);
        Assert.Equal(Company.Space.Elements.Elements.Length, chart.IndexOf(new("6001")));
        Assert.Throws<KeyNotFoundException>(() =>
            new ElementChart.Builder().Change(new CostElement(Company.Sales, "", ElementNature.Revenue)));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void IsValidOn_AroundBothEnds_IncludesBoth(int day, bool isValid)
    {
        var element = new CostElement(new("1"), "", ElementNature.Cost, from: Date(10), through: Date(20));

        Assert.Equal(isValid, element.IsValidOn(Date(day)));
    }

    [Fact]
    public void CostElement_NoDays_IsPrimaryAndAlwaysValid()
    {
        var element = new CostElement(new("1"), "", ElementNature.Cost);

        Assert.Equal(ElementCategory.Primary, element.Category);
        Assert.True(element.IsValidOn(CenterValidity.Beginning) && element.IsValidOn(CenterValidity.End));
        Assert.Equal(
            ElementCategory.Secondary,
            new CostElement(new("1"), "", ElementNature.Cost, category: ElementCategory.Secondary).Category);
    }

    [Fact]
    public void CostElement_ReversedDaysOrNoCategory_Throws()
    {
        Assert.Throws<ArgumentException>(() =>
            new CostElement(new("1"), "", ElementNature.Cost, from: Date(2), through: Date(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new CostElement(new("1"), "", ElementNature.Cost, category: (ElementCategory)2));
    }

    private static CenterValidity Between(int from, int through, CenterKind kind) =>
        new("", kind, from: Date(from), through: Date(through));

    private static LocalDate Date(int day) => new(2026, 1, day);
}
