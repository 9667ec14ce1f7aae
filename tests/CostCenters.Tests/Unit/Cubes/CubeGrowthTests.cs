using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Cubes;

/// <summary>Cubes over spaces of which one extends the other.</summary>
public class CubeGrowthTests
{
    private static readonly CenterCode Depot = new("1110");
    private static readonly ElementCode Rent = new("5000");

    private static readonly CubeSpace Later = Company.Space.Extend(
        Company.Space.Centers.ToBuilder().Add(Depot, new("Depot", CenterKind.Cost, Company.North)).Build(),
        Company.Space.Elements.ToBuilder().Add(new CostElement(Rent, "Rent", ElementNature.Cost)).Build());

    [Fact]
    public void In_ExtendedSpace_HoldsTheSameCellsAndNothingOnTheNewOnes()
    {
        var cube = Company.Cube((Company.South, Company.Freight, 4, 10m), (Company.Head, Company.Sales, 1, 0m));

        var viewed = cube.In(Later);

        Assert.Same(Later, viewed.Space);
        Assert.Equal(cube.Cells(), viewed.Cells());
        Assert.Equal((cube.CellCount, cube.Periods), (viewed.CellCount, viewed.Periods));
        Assert.True(viewed.TryGet(new(Company.Head, Company.Sales, Company.Period(1)), out _));
        Assert.False(viewed.TryGet(new(Company.South, Rent, Company.Period(4)), out _));
        Assert.False(viewed.TryGet(new(Depot, Company.Freight, Company.Period(4)), out _));
        Assert.Same(cube, cube.In(Company.Space));
    }

    [Fact]
    public void Merge_EarlierAndLaterSpace_NumbersCellsByTheLaterOne()
    {
        var earlier = Company.Cube((Company.South, Company.Freight, 4, 10m), (Company.Head, Company.Sales, 1, 1m));
        var later = new CubeBuilder(Later)
            .Add(new(Depot, Rent, Company.Period(4)), 5m)
            .Add(new(Company.South, Company.Freight, Company.Period(4)), -4m)
            .Build();

        Assert.Equal(
            ["1000 4000 1", "1200 6100 6", "1110 5000 5"],
            Cube.Merge(Later, [earlier, later]).Cells().Select(cell => FormattableString.Invariant(
                $"{cell.Address.Center} {cell.Address.Element} {cell.Amount:0}")));
        Assert.Equal(
            Cube.Merge(Later, [earlier, later]).Cells(), Cube.Merge(Later, [later, earlier.In(Later)]).Cells());
        Assert.Throws<CubeSpaceMismatchException>(() => Cube.Merge(Company.Space, [later]));
    }

    [Fact]
    public void Layers_WithALaterCube_GoOnInItsSpace()
    {
        var actual = Company.Cube((Company.South, Company.Freight, 4, 10m));
        var layers = new CubeLayers(Company.Space).With(LayerKey.Actual, actual);

        var extended = layers.With(LayerKey.Budget("a", 1), Cube.Empty(Later));

        Assert.Same(Later, extended.Space);
        Assert.Same(Later, extended[LayerKey.Actual].Space);
        Assert.Equal(actual.Cells(), extended[LayerKey.Actual].Cells());
        Assert.Same(Later, extended.With(LayerKey.Budget("b", 1), actual)[LayerKey.Budget("b", 1)].Space);
        Assert.Same(extended, extended.In(Later));
        Assert.Throws<CubeSpaceMismatchException>(() => extended.In(Company.Space));
    }

    [Fact]
    public void Comparison_BudgetOfALaterSpace_IsOverTheLaterOne()
    {
        var actual = Company.Cube((Company.South, Company.Freight, 4, 10m));
        var budget = new CubeBuilder(Later).Add(new(Depot, Rent, Company.Period(4)), 5m).Build();
        var range = new FiscalPeriodRange(Company.Period(4), Company.Period(4));

        var comparison = new Comparison(budget, actual, range);

        Assert.Same(Later, comparison.Space);
        Assert.Same(Later, comparison.Actual.Space);
        Assert.Same(Later, new Comparison(actual, budget, range).Budget.Space);
        Assert.Same(Later, new Comparison(actual, actual, range).In(Later).Space);
    }

    [Theory]
    [InlineData("USD", 2, 1, 1, "counts EUR, the other USD")]
    [InlineData("EUR", 3, 1, 1, "counts by")]
    [InlineData("EUR", 2, 2, 1, "calendars")]
    [InlineData("EUR", 2, 1, 0, "other centers or elements (4 x 3 and 3 x 3)")]
    [InlineData("EUR", 2, 1, 1, "made separately")]
    public void In_SpaceOfOtherOrigin_IsRefusedAndToldWhy(
        string currency, int digits, int month, int centers, string why)
    {
        var other = new CubeSpace(
            centers == 1
                ? Company.Space.Centers
                : new CenterHierarchy.Builder().Add(new("a"), new("", CenterKind.Cost))
                    .Add(new("b"), new("", CenterKind.Cost)).Add(new("c"), new("", CenterKind.Cost)).Build(),
            Company.Space.Elements,
            month == 1 ? Company.Calendar : FiscalCalendar.Months(month, YearNaming.End),
            currency == "EUR" ? Currency.Eur : Currency.Usd,
            new DecimalScale(digits));

        var error = Assert.Throws<CubeSpaceMismatchException>(() => new Comparison(
            Company.Cube(), Cube.Empty(other), new FiscalPeriodRange(Company.Period(1), Company.Period(1))));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Equal((Company.Space, other), (error.First, error.Second));
    }

    [Fact]
    public void In_SiblingOrEarlierSpace_IsRefusedAndToldWhy()
    {
        var sibling = Company.Space.Extend(Company.Space.Centers, Company.Space.Elements);

        Assert.Contains(
            "each in its own way",
            Assert.Throws<CubeSpaceMismatchException>(() => Cube.Empty(sibling).In(Later)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "is the earlier one",
            Assert.Throws<CubeSpaceMismatchException>(() => Cube.Empty(Later).In(Company.Space)).Message,
            StringComparison.Ordinal);
    }
}
