using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations;

/// <summary>Head office is allocated to its plants by heads, 1 : 2.</summary>
public class AllocationCubeTests
{
    private static readonly ElementCode Charge = new("9000");

    private static readonly CubeSpace Space = Company.Space.Extend(
        Company.Space.Centers,
        Company.Space.Elements.ToBuilder()
            .Add(new CostElement(
                Charge, "Head office", ElementNature.Cost, category: ElementCategory.Secondary)).Build());

    private static readonly Cube Actual = Company.Cube(
        (Company.Head, Company.Salaries, 4, 100m),
        (Company.Head, Company.Freight, 4, 0.01m),
        (Company.Head, Company.Salaries, 5, 7m),
        (Company.Head, Company.Sales, 4, 9m),
        (Company.South, Company.Freight, 4, 50m)).In(Space);

    private static readonly FiscalPeriodRange April = new(Company.Period(4), Company.Period(4));

    private static AllocationNetwork Network(params ElementCode[] elements) => AllocationNetwork.FromCube(
        Actual,
        elements,
        April,
        [
            new AllocationSender(
                Company.Head,
                DriverBasis.Weights,
                [new AllocationDriver(Company.South, 2m), new AllocationDriver(Company.North, 1m)]),
        ],
        Networks.Refuse);

    [Fact] // 100.01 by 1 : 2 is 33.336.. and 66.673..
    public void ToCube_AddedToTheActuals_GivesLoadedCost()
    {
        AllocationRun run = AllocationRun.Create(Network(Company.Salaries, Company.Freight), AllocationMethod.Direct);
        Cube layer = run.ToCube(Space, Charge, Company.Period(4));
        CubeLayers layers = new CubeLayers(Space)
            .With(LayerKey.Actual, Actual).With(LayerKey.Allocation("April"), layer);
        Cube loaded = Cube.Merge(Space, layers.Keys.Select(key => layers[key]));

        Assert.Equal(0m, layer.Cells().Sum(cell => cell.Amount));
        Assert.Equal(-100.01m, Amount(layer, Company.Head));
        Assert.Equal(33.34m, Amount(layer, Company.North));
        Assert.Equal(66.67m, Amount(layer, Company.South));
        Assert.Equal(
            run[Company.South].Rest,
            loaded.Cells()
                .Where(cell => cell.Address.Center == Company.South && cell.Address.Period == Company.Period(4))
                .Sum(cell => cell.Amount));
    }

    [Fact] // North has 3 heads, South has no value: its driver is missing, not 0.
    public void FromKeyFigure_ReadsTheDriversOfTheReceivers()
    {
        var heads = new KeyFigureCode("heads");
        var figures = new KeyFigureTable(
            new KeyFigureCatalog([KeyFigure.Flow(heads, "heads", KeyFigurePreference.Neutral)]),
            Company.Calendar,
            [new KeyFigureValue(Company.Period(4), Company.North, heads, 3m)]);

        AllocationSender sender = AllocationSender.FromKeyFigure(
            Company.Head, figures, heads, [Company.North, Company.South], April);

        Assert.Equal([3m, null], sender.Drivers.Select(driver => driver.Value));
    }

    [Fact]
    public void FromCube_ReadsTheElementsAndPeriodsNamedAlone() =>
        Assert.Equal(
            100m,
            AllocationRun.Create(Network(Company.Salaries), AllocationMethod.Direct)[Company.Head].Primary);

    [Fact] // South pays two thirds of 100 salaries and of 0.01 freight, 66.673.. in all.
    public void Upstream_OfANetworkFromACube_EndsInCells()
    {
        AllocationRun run = AllocationRun.Create(Network(Company.Salaries, Company.Freight), AllocationMethod.Direct);
        TraceNode own = AllocationTrace.Upstream(run, Company.Head, Company.South, 0).Parts[0];

        Assert.Equal(Fraction.Of(200.02m) / Fraction.Of(3m), own.Amount);
        Assert.Equal(
            [
                (new CellAddress(Company.Head, Company.Salaries, Company.Period(4)),
                    Fraction.Of(200m) / Fraction.Of(3m)),
                (new(Company.Head, Company.Freight, Company.Period(4)), Fraction.Of(0.02m) / Fraction.Of(3m)),
            ],
            own.Parts.Select(cell => (cell.Cell!.Value, cell.Amount)));
    }

    [Fact]
    public void FromCube_Revenue_IsRefused() => Assert.Throws<ArgumentException>(() => Network(Company.Sales));

    [Fact]
    public void ToCube_OnAPrimaryElementOrInAnotherCurrency_IsRefused()
    {
        AllocationRun run = AllocationRun.Create(Network(Company.Salaries), AllocationMethod.Direct);
        var dollars = new CubeSpace(
            Space.Centers, Space.Elements, Space.Calendar, Currency.Usd, Space.Scale);

        Assert.Throws<ArgumentException>(() => run.ToCube(Space, Company.Freight, Company.Period(4)));
        Assert.Throws<ArgumentException>(() => run.ToCube(dollars, Charge, Company.Period(4)));
    }

    private static decimal Amount(Cube cube, CenterCode center) =>
        cube.TryGet(new CellAddress(center, Charge, Company.Period(4)), out CubeCell cell) ? cell.Amount : 0m;
}
