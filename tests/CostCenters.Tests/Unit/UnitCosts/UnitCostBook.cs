using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.UnitCosts;

/// <summary>The costs of the small support organisation.</summary>
internal static class UnitCostBook
{
    public static readonly ElementCode Wages = new("wages");
    public static readonly ElementCode Fees = new("fees");
    public static readonly ElementCode Rent = new("rent");

    public static readonly CubeSpace Space = new(
        Centers,
        new ElementChart.Builder()
            .Add(new CostElement(Wages, "", ElementNature.Cost))
            .Add(new CostElement(Fees, "", ElementNature.Revenue))
            .Add(new CostElement(Rent, "", ElementNature.Cost))
            .Build(),
        Calendar,
        Currency.Eur,
        new DecimalScale(2));

    public static Cube Costs(
        params IEnumerable<(string Center, ElementCode Element, int Period, decimal Amount)> cells) =>
        cells.Aggregate(
            new CubeBuilder(Space),
            (builder, cell) => builder.Add(
                new CellAddress(new CenterCode(cell.Center), cell.Element, P(cell.Period)), cell.Amount)).Build();
}
