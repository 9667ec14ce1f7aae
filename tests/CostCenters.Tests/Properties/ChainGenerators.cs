using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tests.Properties;

/// <summary>One rule of a chain.</summary>
/// <param name="Senders">How many centers send, counted from <paramref name="First"/> around; one center at least does
/// not.</param>
/// <param name="First">The first sender.</param>
/// <param name="Weights">The weights of all centers, for each sender in turn.</param>
/// <param name="Method">0 direct, 1 step-down, 2 reciprocal.</param>
/// <param name="Kind">0 and 1 assessments on two elements, 2 a distribution, 3 fixed amounts.</param>
/// <param name="Elements">0 all elements, 1 the first primary one, 2 the first and a secondary one.</param>
/// <param name="Part">0 the whole, else a percentage or the first so many.</param>
public sealed record ChainRuleCase(
    int Senders, int First, int[] Weights, int Method, int Kind, int Elements, int Part);

/// <summary>Centers with cents on two elements, and rules that move them.</summary>
public sealed record ChainCase(long[] Cents, ChainRuleCase[] Rules)
{
    private static readonly FiscalPeriod May = new(2026, 5);

    private static readonly ElementCode[] Elements = [new("cost"), new("other"), new("first"), new("second")];

    public int Centers => Cents.Length / 2;

    public Cube Cost
    {
        get
        {
            var hierarchy = new CenterHierarchy.Builder();
            for (int center = 0; center < Centers; center++)
            {
                hierarchy.Add(Code(center), new CenterValidity($"{center}", CenterKind.Cost));
            }

            var chart = new ElementChart.Builder();
            for (int element = 0; element < 4; element++)
            {
                chart.Add(new CostElement(
                    Elements[element],
                    $"{element}",
                    ElementNature.Cost,
                    category: element < 2 ? ElementCategory.Primary : ElementCategory.Secondary));
            }

            var cube = new CubeBuilder(new CubeSpace(
                hierarchy.Build(),
                chart.Build(),
                FiscalCalendar.Months(1, YearNaming.End),
                Currency.Eur,
                new DecimalScale(2)));
            for (int index = 0; index < Cents.Length; index++)
            {
                cube.Add(new CellAddress(Code(index / 2), Elements[index % 2], May), Cents[index] / 100m);
            }

            return cube.Build();
        }
    }

    public AllocationChain Run() => Run(Cost);

    public AllocationChain Run(Cube cost) => AllocationChain.Create(
        cost,
        Rules.Select(Rule),
        DriverTable.Create(Rules.SelectMany(Lines)),
        new FiscalPeriodRange(May, May),
        new DriverRules(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse));

    public override string ToString() => $"[{string.Join(", ", Cents)}] by " + string.Join("; ", Rules.Select(rule =>
        $"{rule.Senders} from {rule.First}, method {rule.Method}, kind {rule.Kind}, elements {rule.Elements}, part "
        + $"{rule.Part}, weights {string.Join(' ', rule.Weights)}"));

    private static CenterCode Code(int center) => new($"C{center}");

    private int[] SendersOf(ChainRuleCase rule) =>
        [.. Enumerable.Range(rule.First, Math.Min(rule.Senders, Centers - 1)).Select(center => center % Centers)];

    private IEnumerable<DriverLine> Lines(ChainRuleCase rule, int number)
    {
        int[] senders = SendersOf(rule);
        int last = (rule.First + Centers - 1) % Centers;
        return senders.SelectMany((_, index) => Enumerable.Range(0, Centers).Select(center =>
        {
            int weight = rule.Weights[((index * Centers) + center) % rule.Weights.Length];
            return new DriverLine(new($"{number}-{index}"), Code(center), center == last ? weight + 1 : weight);
        }));
    }

    private AllocationRule Rule(ChainRuleCase rule, int number)
    {
        int[] senders = SendersOf(rule);
        AllocationMethod method = rule.Method switch
        {
            0 => AllocationMethod.Direct,
            1 => AllocationMethod.StepDown(senders.Select(Code)),
            _ => AllocationMethod.Reciprocal,
        };
        DriverBasis basis = rule.Kind == 3 ? DriverBasis.FixedAmounts : DriverBasis.Weights;
        IEnumerable<RuleSender> all = senders.Select((center, index) =>
            new RuleSender(Code(center), basis, new($"{number}-{index}")));
        ElementCode[] elements = rule.Elements switch
        {
            0 => [],
            1 => [Elements[0]],
            _ => [Elements[0], Elements[2]],
        };
        PoolPart part = rule.Part == 0 || rule.Kind == 3 ? PoolPart.Whole
            : rule.Part % 2 == 0 || rule.Kind == 2 ? PoolPart.Percent(rule.Part) : PoolPart.First(rule.Part / 4m);
        return rule.Kind == 2
            ? AllocationRule.Distribution($"{number}", method, all, elements, part)
            : AllocationRule.Assessment($"{number}", method, all, elements, part, Elements[2 + (rule.Kind % 2)]);
    }
}

public static class ChainGenerators
{
    private static readonly Gen<long> Cents = Gen.OneOf(
        Gen.Elements(0L, 1L, -1L, 100L, 99_999_999_999L),
        Gen.Choose(-9_999, 99_999).Select(cents => (long)cents));

    private static readonly Gen<ChainRuleCase> Rules =
        from senders in Gen.Choose(1, 3)
        from first in Gen.Choose(0, 5)
        from weights in Gen.Choose(0, 9).ArrayOf(12)
        from method in Gen.Choose(0, 2)
        from kind in Gen.Choose(0, 3)
        from elements in Gen.Choose(0, 2)
        from part in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 100))
        select new ChainRuleCase(senders, first, weights, method, kind, elements, part);

    public static Arbitrary<ChainCase> ChainCases() => Arb.From(
        from centers in Gen.Choose(2, 6)
        from cents in Cents.ArrayOf(2 * centers)
        from count in Gen.Choose(1, 6)
        from rules in Rules.ArrayOf(count)
        select new ChainCase(cents, rules));
}
