using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;
using static CostCenters.Tests.Unit.UnitCosts.UnitCostBook;

namespace CostCenters.Tests.Unit.UnitCosts;

public class UnitCostCaseSourceTests
{
    private static readonly UnitCostCaseSource Source = new(
        CostScope.Below(Tree, new CenterCode("S"), [Rent]),
        [Group("S11", Heads), Group("S12", null)]);

    [Fact] // S11: 100 for 10 contacts of 25 heads; S12: 60 for 40 contacts, without an input.
    public void Read_Cubes_GivesTheGroups()
    {
        var read = Source.Read(
            Costs(("S11", Wages, 1, 70), ("S11", Wages, 2, 30), ("S12", Wages, 2, 60), ("S1", Rent, 1, 500)),
            Table(
                Value(Calls, "S11", 1, 4), Value(Calls, "S11", 2, 6), Value(Heads, "S11", 1, 25),
                Value(Calls, "S12", 2, 40)),
            Range(1, 2));

        Assert.Equal((Fraction.Of(500), Fraction.Of(50)), (read.FixedCost, read.Units));
        Assert.Equal(Fraction.Of(660) / Fraction.Of(50), read.UnitCost.Value);
        Assert.Equal(
            [("heads", Fraction.Of(2.5m), Fraction.Of(4)), ("units", Fraction.One, Fraction.Of(1.5m))],
            read.Groups.Select(group => (group.InputUnit, group.InputPerUnit!.Value, group.InputPrice)));
    }

    [Fact] // S11 has no contacts and S12 none either way: what they cost is borne by no unit of theirs.
    public void Read_CostWithoutUnitsOrInput_CountsAsFixed()
    {
        var read = Source.Read(
            Costs(("S11", Wages, 1, 70), ("S12", Wages, 1, 60)),
            Table(Value(Calls, "S11", 1, 4), Value(Calls, "S12", 1, 0)),
            Range(1, 1));

        Assert.Equal((Fraction.Of(130), Fraction.Of(4)), (read.FixedCost, read.Units));
        Assert.Equal(Fraction.Of(32.5m), read.UnitCost.Value);
    }

    [Fact]
    public void Read_CreditsThatOutweighTheCost_StayExact()
    {
        var read = Source.Read(Costs(("S12", Wages, 1, -60)), Table(Value(Calls, "S12", 1, 40)), Range(1, 1));

        Assert.Equal(Fraction.Of(-1.5m), read.UnitCost.Value);
    }

    [Fact]
    public void Read_NegativeUnits_IsRefused() =>
        Assert.Contains("'contacts' of 'S12'", Assert.Throws<ArgumentException>(() => Source.Read(
            Costs(), Table(Value(Calls, "S12", 1, -1)), Range(1, 1))).Message, StringComparison.Ordinal);

    [Fact] // The same posted 100 and the 40 that an allocation adds: direct is 10 a contact, fully loaded 14.
    public void Read_LoadedCube_GivesTheFullyLoadedUnitCost()
    {
        KeyFigureTable contacts = Table(Value(Calls, "S11", 1, 10));
        var scope = CostScope.Below(Tree, new CenterCode("S1"), [Wages, Rent]);
        UnitCost Read(Cube cube) => new UnitCostSource(cube, scope, contacts, Calls, scope.Centers).Read(Range(1, 1));

        Assert.Equal(Fraction.Of(10), Read(Costs(("S11", Wages, 1, 100))).Value);
        Assert.Equal(Fraction.Of(14), Read(Costs(("S11", Wages, 1, 100), ("S11", Rent, 1, 40))).Value);
    }

    private static UnitCostGroupSource Group(string center, KeyFigureCode? input) =>
        new(center, new CostScope([new CenterCode(center)], [Wages]), Calls, input, [new CenterCode(center)]);
}
