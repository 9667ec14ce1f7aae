using System.Globalization;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support;
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
                Value(Calls, "S12", 1, 0), Value(Calls, "S12", 2, 40)),
            Range(1, 2));

        Assert.Equal((Fraction.Of(500), Fraction.Of(50)), (read.FixedCost.Value, read.Units.Value));
        Assert.Empty(read.Gaps);
        Assert.Equal(Fraction.Of(660) / Fraction.Of(50), read.UnitCost.Value);
        Assert.Equal(
            [("heads", Fraction.Of(2.5m), Fraction.Of(4)), ("units", Fraction.One, Fraction.Of(1.5m))],
            read.Groups.Select(group => (group.InputUnit, group.InputPerUnit!.Value, group.InputPrice)));
    }

    [Fact] // S11 has no contacts and S12 none either way: what they cost is borne by no unit of theirs.
    public void Read_CostWithoutUnitsOrInput_CountsAsFixed()
    {
        var read = Source.Read(
            Costs(("S11", Wages, 1, 70), ("S12", Wages, 1, 60), ("S1", Rent, 1, 0)),
            Table(Value(Calls, "S11", 1, 4), Value(Heads, "S11", 1, 0), Value(Calls, "S12", 1, 0)),
            Range(1, 1));

        Assert.Equal((Fraction.Of(130), Fraction.Of(4)), (read.FixedCost.Value, read.Units.Value));
        Assert.Equal(Fraction.Of(32.5m), read.UnitCost.Value);
    }

    [Fact]
    public void Read_CreditsThatOutweighTheCost_StayExact()
    {
        var read = new UnitCostCaseSource(new CostScope([], []), [Group("S12", null)]).Read(
            Costs(("S12", Wages, 1, -60)), Table(Value(Calls, "S12", 1, 40)), Range(1, 1));

        Assert.Equal(Fraction.Of(-1.5m), read.UnitCost.Value);
        Assert.Empty(read.Gaps);
    }

    // Each part in turn is not recorded; what names it, and what of the unit cost can still be said.
    public static TheoryData<string, string, string> Missing => new()
    {
        { "none", "", "660 / 50" },
        { "rent", "FixedCost: NoValue", "160 / 50" },
        { "wages S11", "VariableCost of S11: NoValue", "560 / 50" },
        { "wages S12", "VariableCost of S12: NoValue", "600 / 50" },
        { "calls S11", "Units contacts of S11: NoValue", "660 / none: Incomplete" },
        { "calls S12", "Units contacts of S12: NoValue", "660 / none: Incomplete" },
        { "input S11", "Input customers of S11: NoValue", "660 / 50" },
    };

    [Theory] // Issue 11, point 10: absent was read as 0, and its cost as fixed.
    [MemberData(nameof(Missing))]
    public void Read_EachPartMissing_IsAGapWithItsName(string missing, string expected, string unitCost)
    {
        UnitCostCase complete = ReadWithout("none");
        UnitCostCase read = ReadWithout(missing);

        Assert.Equal(expected, string.Join("; ", read.Gaps));
        Assert.Equal(unitCost, $"{read.UnitCost.Cost} / {read.UnitCost.Quantity}");
        foreach (bool isActual in new[] { false, true })
        {
            var change = UnitCostChange.Explain(
                isActual ? complete : read,
                isActual ? read : complete,
                NewGroups.PartsOfMix,
                Currency.Eur,
                "contact");
            Assert.Equal(missing != "none", change.Split is null);
            Assert.Equal(
                missing == "none" ? FigureGap.None
                : missing.StartsWith("calls", StringComparison.Ordinal) ? FigureGap.Incomplete
                : FigureGap.NoValue,
                change.Gap);
            Assert.Equal(read.Gaps, isActual ? change.ActualGaps : change.BaselineGaps);
        }
    }

    [Fact] // Minutes of the second month are not recorded: the sum of the first alone is not the input of both.
    public void Read_InputOfOneMonthMissing_IsAGap()
    {
        var source = new UnitCostCaseSource(new CostScope([], []), [Group("S11", Customers)]);
        UnitCostCase Read(params KeyFigureValue[] more) => source.Read(
            Costs(("S11", Wages, 1, 70), ("S11", Wages, 2, 30)),
            Table([Value(Calls, "S11", 1, 4), Value(Calls, "S11", 2, 6), Value(Customers, "S11", 1, 3), .. more]),
            Range(1, 2));

        Assert.Equal("Input customers of S11, 2026-P02: Incomplete", Assert.Single(Read().Gaps).ToString());
        Assert.Empty(Read(Value(Customers, "S11", 2, 0)).Gaps);
    }

    // A center of several lacks one of its values in P02; by each road it is named, and there is no unit cost.
    public static TheoryData<string, string> MissingOfOne => new()
    {
        { "contacts S11", "Units contacts{0}, center S11, 2026-P02: Incomplete" },
        { "contacts S12", "Units contacts{0}, center S12, 2026-P02: Incomplete" },
        { "customers S11", "Input customers{0}, center S11, 2026-P02: Incomplete" },
        { "customers S12", "Input customers{0}, center S12, 2026-P02: Incomplete" },
    };

    [Theory] // Issue 11, point 10: the figure of one of several centers was summed as if it were 0.
    [MemberData(nameof(MissingOfOne))]
    public void Read_OneOfSeveralCentersMissing_IsAGapWithItsName(string missing, string expected)
    {
        KeyFigureTable figures = Table(
            from figure in new[] { Calls, Customers }
            from center in new[] { "S11", "S12" }
            from period in new[] { 1, 2 }
            where period == 1 || $"{figure} {center}" != missing
            select Value(figure, center, period, 10));
        Cube cube = Costs(("S11", Wages, 1, 70), ("S12", Wages, 2, 60));
        var scope = new CostScope([new("S11"), new("S12")], [Wages]);
        var group = new UnitCostGroupSource("desk", scope, Calls, Customers, scope.Centers);
        UnitCostCase read = new UnitCostCaseSource(new CostScope([], []), [group]).Read(cube, figures, Range(1, 2));
        var single = new UnitCostSource(cube, scope, figures, Calls, scope.Centers);

        Assert.Equal(
            string.Format(CultureInfo.InvariantCulture, expected, " of desk"), Assert.Single(read.Gaps).ToString());
        Assert.Equal(single.Read(Range(1, 2)), read.UnitCost);
        if (missing.StartsWith("contacts", StringComparison.Ordinal))
        {
            Assert.Equal(
                string.Format(CultureInfo.InvariantCulture, expected, ""),
                Assert.Single(single.FindGaps(Range(1, 2))).ToString());
            Assert.Equal(FigureGap.Incomplete, UnitCostSource.OfRates(
                [new UnitRate(Range(1, 2), 5)], figures, Calls, scope.Centers).Read(Range(1, 2)).Cost.Gap);
            Assert.Equal(FigureGap.Incomplete, read.Units.Gap);
        }

        Assert.Empty(single.FindGaps(Range(1, 1)));
    }

    [Fact] // One group has no contacts recorded in P02, in which the other has some.
    public void Read_GroupWithoutUnitsInAPeriodOfAnother_IsAGap()
    {
        var source = new UnitCostCaseSource(new CostScope([], []), [Group("S11", null), Group("S12", null)]);
        UnitCostCase read = source.Read(
            Costs(("S11", Wages, 1, 70), ("S12", Wages, 2, 60)),
            Table(Value(Calls, "S11", 1, 4), Value(Calls, "S12", 1, 4), Value(Calls, "S12", 2, 4)),
            Range(1, 2));

        Assert.Equal("Units contacts of S11, 2026-P02: Incomplete", Assert.Single(read.Gaps).ToString());
        Assert.Null(read.UnitCost.Value);
    }

    [Fact] // A cost that was not posted, and units that were not recorded at all.
    public void FindGaps_NothingRecorded_NamesBothParts() =>
        Assert.Equal(
            ["Cost: NoValue", "Units contacts: NoValue"],
            new UnitCostSource(Costs(), new CostScope([new("S12")], [Wages]), Table(), Calls, [new("S12")])
                .FindGaps(Range(1, 1)).Select(gap => gap.ToString()));

    [Fact] // The ratio needs its divisor in each month; a stock is taken when it is taken.
    public void FindGaps_ComputedUnits_NameTheInputThatLacks()
    {
        var source = new UnitCostSource(
            Costs(("S12", Wages, 1, 60)),
            new CostScope([new("S12")], [Wages]),
            Table(Value(Calls, "S12", 1, 8), Value(Customers, "S12", 1, 2), Value(Calls, "S12", 2, 4)),
            Rate,
            [new("S12")]);

        Assert.Equal(
            "Units customers, 2026-P02: Incomplete", Assert.Single(source.FindGaps(Range(1, 2))).ToString());
        Assert.Equal(Fraction.Of(15), source.Read(Range(1, 1)).Value);
    }

    [Theory] // Two roads to a figure: the case of one group, and cost over units.
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Read_CaseAndSource_GiveOneAnswer(bool hasCost, bool hasUnits)
    {
        Cube cube = hasCost ? Costs(("S12", Wages, 1, 60)) : Costs();
        KeyFigureTable table = hasUnits ? Table(Value(Calls, "S12", 1, 40)) : Table();
        CenterCode[] centers = [new("S12")];
        UnitCostCase read = new UnitCostCaseSource(new CostScope([], []), [Group("S12", null)])
            .Read(cube, table, Range(1, 1));

        Assert.Equal(
            new UnitCostSource(cube, new CostScope(centers, [Wages]), table, Calls, centers).Read(Range(1, 1)),
            read.UnitCost);
        Assert.Equal(hasCost && hasUnits, read.Gaps.IsEmpty);
    }

    [Fact]
    public void Read_OfALayer_IsThatOfItsCube()
    {
        Cube cube = Costs();
        CubeLayers layers = new CubeLayers(cube.Space).With(LayerKey.Actual, cube);
        KeyFigureTable table = Table(Value(Calls, "S11", 1, 10), Value(Calls, "S12", 1, 5));
        var scope = CostScope.Below(Tree, new CenterCode("S1"), [Wages, Rent]);
        var source = new UnitCostCaseSource(scope, [Group("S12", null)]);

        Assert.Equal(
            new UnitCostSource(cube, scope, table, Calls, scope.Centers).Read(Range(1, 2)),
            new UnitCostSource(layers, LayerKey.Actual, scope, table, Calls, scope.Centers).Read(Range(1, 2)));
        Assert.Equal(
            source.Read(cube, table, Range(1, 2)).UnitCost,
            source.Read(layers, LayerKey.Actual, table, Range(1, 2)).UnitCost);
        Assert.Equal(
            MemoStatement.Create(cube, scope, Range(1, 2), []).Cost,
            MemoStatement.Create(layers, LayerKey.Actual, scope, Range(1, 2), []).Cost);
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
        UnitCost Read(Cube cube) => new UnitCostSource(cube, scope, contacts, Calls, [new("S11")]).Read(Range(1, 1));

        Assert.Equal(Fraction.Of(10), Read(Costs(("S11", Wages, 1, 100))).Value);
        Assert.Equal(Fraction.Of(14), Read(Costs(("S11", Wages, 1, 100), ("S11", Rent, 1, 40))).Value);
    }

    private static UnitCostCase ReadWithout(string missing)
    {
        (string Name, (string, ElementCode, int, decimal) Cell)[] costs =
        [
            ("rent", ("S1", Rent, 1, 500)), ("wages S11", ("S11", Wages, 1, 100)), ("wages S12", ("S12", Wages, 1, 60)),
        ];
        (string Name, KeyFigureValue Value)[] figures =
        [
            ("calls S11", Value(Calls, "S11", 1, 10)), ("calls S12", Value(Calls, "S12", 1, 40)),
            ("input S11", Value(Customers, "S11", 1, 25)),
        ];
        var source = new UnitCostCaseSource(
            CostScope.Below(Tree, new CenterCode("S"), [Rent]), [Group("S11", Customers), Group("S12", null)]);
        return source.Read(
            Costs(costs.Where(cost => cost.Name != missing).Select(cost => cost.Cell)),
            Table(figures.Where(figure => figure.Name != missing).Select(figure => figure.Value)),
            Range(1, 1));
    }

    private static UnitCostGroupSource Group(string center, KeyFigureCode? input) =>
        new(center, new CostScope([new CenterCode(center)], [Wages]), Calls, input, [new CenterCode(center)]);
}
