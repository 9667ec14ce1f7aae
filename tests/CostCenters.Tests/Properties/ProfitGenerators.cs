using CostCenters.Allocations;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Structure;
using CostCenters.Tests.Unit;
using CostCenters.Tests.Unit.Allocations;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>Cells of six centers and six elements, and segments that hold a center each, in a forest.</summary>
/// <param name="Cells">Center, element and cents.</param>
/// <param name="Parents">For each center's segment a smaller number as its parent, or -1; -2 for no segment.</param>
public sealed record SegmentCase((int Center, int Element, int Cents)[] Cells, int[] Parents)
{
    private static readonly CenterCode[] Codes =
        [.. Enumerable.Range(0, 6).Select(number => new CenterCode($"C{number}"))];

    private static readonly CostElement[] Elements =
    [
        new(new("sales"), "", ElementNature.Revenue),
        new(new("goods"), "", ElementNature.Cost, ElementBehavior.Variable),
        new(new("wages"), "", ElementNature.Cost, ElementBehavior.Fixed),
        new(new("rent"), "", ElementNature.Cost, ElementBehavior.Fixed),
        new(new("power"), "", ElementNature.Cost, ElementBehavior.Mixed),
        new(new("services"), "", ElementNature.Cost, category: ElementCategory.Secondary),
    ];

    private static readonly CubeSpace Space = NewSpace();

    private static readonly ResponsibilityTable Answers = ResponsibilityTable.Create(
    [
        new Responsibility(new("wages"), null, isControllable: true),
        new Responsibility(new("rent"), null, isControllable: false),
        new Responsibility(new("power"), null, isControllable: true, variableShare: 0.3m),
    ]);

    public Cube Cube
    {
        get
        {
            var builder = new CubeBuilder(Space);
            foreach (var (center, element, cents) in Cells)
            {
                builder.Add(
                    new CellAddress(Codes[center], Elements[element].Code, Company.Period(1 + (cents & 1))),
                    cents / 100m);
            }

            return builder.Build();
        }
    }

    /// <summary>Revenue less cost of some centers, added up by hand.</summary>
    public decimal ProfitOf(IEnumerable<int> centers) => Cells.Where(cell => centers.Contains(cell.Center))
        .Sum(cell => cell.Element == 0 ? (decimal)cell.Cents : -cell.Cents) / 100m;

    /// <summary>The centers of a segment and of those below it.</summary>
    public IEnumerable<int> Below(int segment) => Enumerable.Range(0, Parents.Length).Where(center =>
    {
        while (center >= 0 && center != segment)
        {
            center = Parents[center];
        }

        return center == segment;
    });

    public SegmentStatement Statement(int? without = null) => SegmentStatement.FromCube(
        Cube,
        new(Company.Period(1), Company.Period(2)),
        Segmentation.Create(Enumerable.Range(0, Parents.Length)
            .Where(center => Parents[center] > -2 && center != without && !IsBelow(center, without))
            .Select(center => new Segment(
                $"S{center}", Parents[center] < 0 ? null : $"S{Parents[center]}", [Codes[center]], []))
            .Reverse()),
        Answers);

    public override string ToString() => $"[{string.Join(", ", Cells)}] in [{string.Join(", ", Parents)}]";

    private bool IsBelow(int center, int? segment) => segment is int top && Below(top).Contains(center);

    private static CubeSpace NewSpace()
    {
        var centers = new CenterHierarchy.Builder();
        foreach (CenterCode code in Codes)
        {
            _ = centers.Add(code, new CenterValidity("", CenterKind.Profit));
        }

        var elements = new ElementChart.Builder();
        foreach (CostElement element in Elements)
        {
            _ = elements.Add(element);
        }

        return new CubeSpace(
            centers.Build(), elements.Build(), Company.Calendar, Currency.Eur, new DecimalScale(2));
    }
}

/// <summary>Five centers that sell to each other, at two sets of prices.</summary>
public sealed record TransferCase(int[] Own, (int Seller, int Step, int Units, int Price, int Buyer)[] Sales)
{
    public TransferStatement Statement(bool dual, int more) => TransferStatement.Create(
        Currency.Eur,
        Own.Select((cents, center) => new TransferParty(
            new($"{center}"), new SegmentMargins(cents / 100m, 0m, 0m, 0m, 0m))),
        Sales.Select(sale => new Transfer(
            new($"{sale.Seller}"),
            new($"{(sale.Seller + sale.Step) % Own.Length}"),
            sale.Units,
            dual
                ? TransferPrice.Dual(PriceOf(sale.Price + more), PriceOf(sale.Buyer))
                : PriceOf(sale.Price + more))));

    public override string ToString() => $"[{string.Join(", ", Own)}] [{string.Join(", ", Sales)}]";

    private static TransferPrice PriceOf(int cents) =>
        TransferPrice.Negotiated(new Money(cents / 100m, Currency.Eur));
}

/// <summary>Three services and two products, of which figures follow each other; figures 0 and 1 are the capacities of
/// two services, 2 and 3 measures, 4 and 5 revenues, 6 and 7 costs.</summary>
/// <param name="Links">Source, target, thousandths of elasticity and lag; without a lag the target is a later figure.
/// </param>
/// <param name="Cuts">Cuts in percent of both services, from a period on.</param>
public sealed record RippleCaseOf(
    (int Source, int Target, int Thousandths, int Lag)[] Links, (int Percent, int From)[] Cuts)
{
    public const int PeriodCount = 5;

    private static readonly RippleFigure[] Figures =
    [
        RippleFigure.Capacity(new("s0")), RippleFigure.Capacity(new("s1")),
        RippleFigure.Measure(new("s0"), new("time")), RippleFigure.Measure(new("s1"), new("stock-outs")),
        RippleFigure.Revenue(new("a")), RippleFigure.Revenue(new("b")),
        RippleFigure.Cost(new("a")), RippleFigure.Cost(new("s2")),
    ];

    private static readonly decimal[] Bases = [0m, 0m, 8m, 0.02m, 9_000m, 7_000m, 4_000m, 300m];

    private static readonly decimal[] Costs = [1_000m, 500m];

    private static readonly AllocationRun Run = AllocationRun.Create(
        Networks.Of(
            Networks.Costs(("s0", 1_000m), ("s1", 500m), ("s2", 300m), ("a", 4_000m), ("b", 0m)),
            Networks.Sender("s0", ("s1", 1m), ("a", 2m), ("b", 3m)),
            Networks.Sender("s1", ("s0", 1m), ("s2", 1m), ("a", 5m)),
            Networks.Sender("s2", ("s1", 2m), ("b", 3m))),
        AllocationMethod.Reciprocal);

    public RippleModel Model(bool withoutEffects = false, decimal spare = 3m) => RippleModel.Create(
        Run,
        Enumerable.Range(1, PeriodCount).Select(Company.Period),
        [
            .. Enumerable.Range(2, 6).Select(figure =>
                new RippleBase(Figures[figure], Enumerable.Repeat(Bases[figure], PeriodCount))),
            .. Costs.Select((cost, service) => new RippleBase(
                RippleFigure.Cost(new($"s{service}")), Enumerable.Repeat(cost, PeriodCount))),
        ],
        [new ServiceLimit(
            new("s0"), 6m * spare, [new(new("a"), 2m), new(new("b"), 4m)], ServingRule.InOrder)],
        Links.Select(link => new RippleDependency(
            Figures[link.Source],
            Figures[link.Target],
            withoutEffects ? Elasticity.Of(0m) : new Elasticity(0m, link.Thousandths / 1_000m, link.Thousandths / 500m),
            link.Lag)));

    public RippleChange[] Changes(params int[] services) =>
    [
        .. services.Select(service => RippleChange.Percent(
            new($"s{service}"), Cuts[service].Percent, Company.Period(Cuts[service].From))),
    ];

    /// <summary>What becomes of a figure, by the definition alone.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="period">The period, from 0.</param>
    /// <param name="other">A link with another elasticity, or null.</param>
    public Fraction Oracle(int figure, int period, (int Link, Fraction Elasticity)? other = null)
    {
        Fraction value = figure < 2 && period + 1 >= Cuts[figure].From
            ? Fraction.Of(Cuts[figure].Percent / 100m)
            : Fraction.Zero;
        for (int number = 0; number < Links.Length; number++)
        {
            var link = Links[number];
            if (link.Target == figure && period >= link.Lag)
            {
                value += (number == other?.Link ? other.Value.Elasticity : Fraction.Of(link.Thousandths / 1_000m))
                    * Oracle(link.Source, period - link.Lag, other);
            }
        }

        return value;
    }

    public Fraction OracleProfit((int Link, Fraction Elasticity)? other = null) => Fraction.Sum(
        from period in Enumerable.Range(0, PeriodCount)
        from figure in Enumerable.Range(4, 4)
        let amount = Oracle(figure, period, other) * Fraction.Of(Bases[figure])
        select figure < 6 ? amount : -amount) + PlainSaving();

    public Fraction PlainSaving() => Fraction.Sum(
        from period in Enumerable.Range(1, PeriodCount)
        from service in Enumerable.Range(0, 2)
        where period >= Cuts[service].From
        select Fraction.Of(-Costs[service] * Cuts[service].Percent / 100m));

    public static RippleFigure FigureOf(int number) => Figures[number];

    public override string ToString() => $"[{string.Join(", ", Links)}] cut [{string.Join(", ", Cuts)}]";
}

public static class ProfitGenerators
{
    public static Arbitrary<SegmentCase> SegmentCases() => Arb.From(
        from cells in (from center in Gen.Choose(0, 5)
                       from element in Gen.Choose(0, 5)
                       from cents in Gen.OneOf(Gen.Elements(0, 1, -1, int.MaxValue), Gen.Choose(-99_999, 99_999))
                       select (center, element, cents)).ArrayOf()
        from parents in Gen.Choose(-2, 5).ArrayOf(6)
        select new SegmentCase(cells, Forest(parents)));

    public static Arbitrary<TransferCase> TransferCases() => Arb.From(
        from own in Gen.Choose(-99_999, 99_999).ArrayOf(5)
        from sales in (from seller in Gen.Choose(0, 4)
                       from step in Gen.Choose(1, 4)
                       from units in Gen.Choose(-20, 500)
                       from price in Gen.Choose(0, 9_999)
                       from buyer in Gen.Choose(0, 9_999)
                       select (seller, step, units, price, buyer)).ArrayOf()
        select new TransferCase(own, sales));

    public static Arbitrary<RippleCaseOf> RippleCases() => Arb.From(
        from links in (from source in Gen.Choose(0, 6)
                       from step in Gen.Choose(1, 7)
                       from any in Gen.Choose(2, 7)
                       from thousandths in Gen.OneOf(Gen.Elements(0, 50, -50), Gen.Choose(-50, 50))
                       from lag in Gen.Choose(0, 2)
                       let target = lag == 0 ? Math.Clamp(source + step, 2, 7) : any
                       where target != source
                       select (source, target, thousandths, lag)).ArrayOf(9)
        from cuts in (from percent in Gen.OneOf(Gen.Elements(0, -1, 20), Gen.Choose(-60, 60))
                      from first in Gen.Choose(1, RippleCaseOf.PeriodCount)
                      select (percent, first)).ArrayOf(2)
        select new RippleCaseOf(links, cuts));

    /// <summary>A parent comes before its parts, and is a segment itself.</summary>
    private static int[] Forest(int[] parents)
    {
        for (int center = 0; center < parents.Length; center++)
        {
            parents[center] = parents[center] >= center || (parents[center] >= 0 && parents[parents[center]] == -2)
                ? -1
                : parents[center];
        }

        return parents;
    }
}
