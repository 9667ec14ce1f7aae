using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Profitability.Segments;

/// <summary>Two shops and a head office, with elements of every kind.</summary>
internal static class Shops
{
    public static readonly CenterCode Office = new("office");
    public static readonly CenterCode East = new("east");
    public static readonly CenterCode West = new("west");
    public static readonly ElementCode Sales = new("sales");
    public static readonly ElementCode Goods = new("goods");
    public static readonly ElementCode Wages = new("wages");
    public static readonly ElementCode Rent = new("rent");
    public static readonly ElementCode Power = new("power");
    public static readonly ElementCode Services = new("services");
    public static readonly ElementCode Credits = new("credits");

    public static readonly CubeSpace Space = new(
        new CenterHierarchy.Builder()
            .Add(Office, new CenterValidity("Office", CenterKind.Profit, owner: "the director"))
            .Add(East, new CenterValidity("East", CenterKind.Profit, Office, owner: "Ada"))
            .Add(West, new CenterValidity("West", CenterKind.Profit, Office, owner: "Ben"))
            .Build(),
        new ElementChart.Builder()
            .Add(new CostElement(Sales, "Sales", ElementNature.Revenue))
            .Add(new CostElement(Goods, "Goods", ElementNature.Cost, ElementBehavior.Variable))
            .Add(new CostElement(Wages, "Wages", ElementNature.Cost, ElementBehavior.Fixed))
            .Add(new CostElement(Rent, "Rent", ElementNature.Cost, ElementBehavior.Fixed))
            .Add(new CostElement(Power, "Power", ElementNature.Cost, ElementBehavior.Mixed))
            .Add(new CostElement(
                Services, "Services", ElementNature.Cost, category: ElementCategory.Secondary))
            .Add(new CostElement(
                Credits, "Credits", ElementNature.Revenue, category: ElementCategory.Secondary))
            .Build(),
        Company.Calendar,
        Currency.Eur,
        new DecimalScale(2));

    /// <summary>Wages are decided on by the shop, rent by the director, a quarter of power moves with sales.</summary>
    public static readonly ResponsibilityTable Answers = ResponsibilityTable.Create(
    [
        new Responsibility(Wages, null, isControllable: true),
        new Responsibility(Rent, null, isControllable: false, "the director"),
        new Responsibility(Rent, Office, isControllable: true),
        new Responsibility(Power, null, isControllable: true, variableShare: 0.25m),
    ]);

    public static Cube Cube(params (CenterCode Center, ElementCode Element, decimal Amount)[] cells)
    {
        var builder = new CubeBuilder(Space);
        foreach (var (center, element, amount) in cells)
        {
            builder.Add(new CellAddress(center, element, Company.Period(1)), amount);
        }

        return builder.Build();
    }

    public static Cube January => Cube(
        (Office, Rent, 50m), (Office, Services, -30m), (East, Sales, 1_000m), (East, Goods, 600m), (East, Wages, 120m),
        (East, Rent, 80m), (East, Power, 40m), (East, Services, 20m), (West, Sales, 500m), (West, Goods, 350m),
        (West, Services, 10m));

    public static Segment Shop(string name, string? parent, CenterCode center) => new(name, parent, [center], []);
}
