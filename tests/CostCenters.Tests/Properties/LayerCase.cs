using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit;
using CostCenters.Variances.Layers;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>What one element has in a period and center.</summary>
public sealed record LayerCell(int Center, int Period, int Cents, int Quantity);

/// <summary>An input or a product: a budget of so much a unit of output, and random actuals in two centers and periods.
/// </summary>
public sealed record LayerInput(int PerUnit, int PriceCents, LayerCell[] Actual)
{
    public decimal Price => PriceCents / 100m;

    public decimal Cost => Actual.Sum(cell => cell.Cents / 100m);

    public decimal Used => Actual.Sum(cell => cell.Quantity);
}

/// <summary>Two periods of two centers with every kind of element, told in plain numbers; the budget stands in the
/// first center.</summary>
public sealed record LayerCase(
    int[] Planned,
    int[] Made,
    LayerInput Metal,
    LayerInput Wood,
    LayerInput Labor,
    LayerInput Power,
    LayerInput Rent,
    LayerInput Tea,
    LayerInput Milk,
    int Share)
{
    public static readonly ElementCode MetalCode = new("5000");
    public static readonly ElementCode WoodCode = new("5010");
    public static readonly ElementCode LaborCode = new("5100");
    public static readonly ElementCode PowerCode = new("5200");
    public static readonly ElementCode RentCode = new("5300");
    public static readonly ElementCode CreditCode = new("9000");
    public static readonly ElementCode TeaCode = new("4010");
    public static readonly ElementCode MilkCode = new("4020");
    public static readonly ElementCode TeaCostCode = new("5400");

    private static readonly KeyFigureCode Figure = new("activity");

    private static readonly CenterCode[] Centers = [Company.Head, Company.North];

    private static readonly CubeSpace Space = new(
        Company.Centers().Build(), Elements(), Company.Calendar, Currency.Eur, new DecimalScale(2));

    public decimal PlannedOutput => Planned.Sum();

    public decimal Output => Made.Sum();

    /// <summary>Hours of a unit of output: those of labor.</summary>
    public decimal PlannedHours => PlannedOutput * Labor.PerUnit;

    public decimal AllowedHours => Output * Labor.PerUnit;

    public decimal WorkedHours => Worked.Sum();

    /// <summary>The budgeted cost of a unit of tea.</summary>
    public decimal TeaCost => Share / 100m;

    /// <summary>Fixed cost of a period in the budget: so much a planned unit, for the rate to be a number.</summary>
    public decimal RentBudget => PlannedOutput * Rent.PerUnit * Rent.Price;

    public VarianceScope Scope => new(
        new Comparison(Budget, Actual, new(Company.Period(1), Company.Period(2))), Centers);

    public ActivityFigures OutputFigures => Activity("piece", Planned, Made);

    public ActivityFigures HourFigures =>
        Activity("hour", [.. Planned.Select(units => units * Labor.PerUnit)], Worked);

    public ActivityFigures MarketFigures => Activity("piece", [100, 200], [150, 100 + Share]);

    public ActivityFigures AllocatedFigures => Activity("piece", Planned, [Share, 1]);

    public decimal Allocated => Share + 1;

    public Cube Budget => Of(1);

    /// <summary>A budget that allows twice the quantities, at prices that are a cent higher.</summary>
    public Cube Revised => Of(2);

    public Cube Actual
    {
        get
        {
            var builder = new CubeBuilder(Space);
            foreach ((ElementCode code, LayerInput input, bool counts) in Inputs)
            {
                foreach (LayerCell cell in input.Actual)
                {
                    builder.Add(
                        new CellAddress(Centers[cell.Center], code, Company.Period(cell.Period + 1)),
                        cell.Cents / 100m,
                        counts ? cell.Quantity : null);
                }
            }

            builder.Add(new CellAddress(Centers[0], CreditCode, Company.Period(1)), -3m * Allocated);
            return builder.Build();
        }
    }

    private int[] Worked => [.. Made.Select((units, period) => units + period + Share)];

    private IEnumerable<(ElementCode Code, LayerInput Input, bool Counts)> Inputs =>
    [
        (MetalCode, Metal, true), (WoodCode, Wood, true), (LaborCode, Labor, true), (PowerCode, Power, false),
        (RentCode, Rent, false), (TeaCode, Tea, true), (MilkCode, Milk, true),
    ];

    public override string ToString() =>
        $"planned {string.Join("+", Planned)}, made {string.Join("+", Made)}, share {Share}: "
        + string.Join("; ", Inputs.Select(item => $"{item.Code} {item.Input.PerUnit} x {item.Input.Price}, "
            + string.Join(", ", item.Input.Actual.AsEnumerable())));

    private static ElementChart Elements()
    {
        var chart = new ElementChart.Builder();
        Add(MetalCode, ElementNature.Cost, ElementBehavior.Variable, "kg");
        Add(WoodCode, ElementNature.Cost, ElementBehavior.Variable, "kg");
        Add(LaborCode, ElementNature.Cost, ElementBehavior.Variable, "hour");
        Add(PowerCode, ElementNature.Cost, ElementBehavior.Variable, null);
        Add(RentCode, ElementNature.Cost, ElementBehavior.Fixed, null);
        Add(CreditCode, ElementNature.Cost, null, null);
        Add(TeaCode, ElementNature.Revenue, null, "piece");
        Add(MilkCode, ElementNature.Revenue, null, "piece");
        Add(TeaCostCode, ElementNature.Cost, ElementBehavior.Variable, null);
        return chart.Build();

        void Add(ElementCode code, ElementNature nature, ElementBehavior? behavior, string? unit) =>
            chart.Add(new CostElement(code, $"Element {code}", nature, behavior, unit: unit));
    }

    private static ActivityFigures Activity(string unit, int[] planned, int[] actual)
    {
        return new ActivityFigures(Table(planned), Table(actual), Figure, [Company.Head]);

        KeyFigureTable Table(int[] values) => new(
            new KeyFigureCatalog([KeyFigure.Flow(Figure, unit, KeyFigurePreference.Neutral)]),
            Company.Calendar,
            values.Select((value, period) =>
                new KeyFigureValue(Company.Period(period + 1), Company.Head, Figure, value)));
    }

    private Cube Of(int times)
    {
        var builder = new CubeBuilder(Space);
        foreach ((ElementCode code, LayerInput input, bool counts) in Inputs)
        {
            for (int period = 0; period < Planned.Length; period++)
            {
                decimal quantity = Planned[period] * input.PerUnit * times;
                builder.Add(
                    new CellAddress(Centers[0], code, Company.Period(period + 1)),
                    quantity * (input.Price + ((times - 1) / 100m)),
                    counts ? quantity : null);
            }
        }

        builder.Add(
            new CellAddress(Centers[0], TeaCostCode, Company.Period(1)), TeaCost * PlannedOutput * Tea.PerUnit);
        return builder.Build();
    }
}

public static class LayerGenerators
{
    private static readonly Gen<LayerCell> Cells =
        from center in Gen.Choose(0, 1)
        from period in Gen.Choose(0, 1)
        from cents in Gen.OneOf(Gen.Choose(-9_999, 99_999), Gen.Elements(0, 1, 1_000_000_000))
        from quantity in Gen.Choose(1, 500)
        select new LayerCell(center, period, cents, quantity);

    private static readonly Gen<LayerInput> Inputs =
        from perUnit in Gen.Choose(1, 9)
        from price in Gen.Choose(1, 9_999)
        from cells in Cells.NonEmptyListOf().Resize(5)
        select new LayerInput(perUnit, price, [.. cells]);

    public static Arbitrary<LayerCase> Cases() => Arb.From(
        from planned in Gen.Choose(1, 99).Two()
        from made in Gen.Choose(0, 99).Two()
        from inputs in Inputs.ListOf(7)
        from share in Gen.Choose(0, 99)
        select new LayerCase(
            [planned.Item1, planned.Item2],
            [made.Item1, made.Item2 + 1],
            inputs[0],
            inputs[1],
            inputs[2],
            inputs[3],
            inputs[4],
            inputs[5],
            inputs[6],
            share));
}
