using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Structure;

/// <summary>Chains in which each is the parent of the next: what calls itself by depth ends here with a full stack, and
/// what looks at every parent of each takes minutes.</summary>
public class DeepStructureTests
{
    private const int Depth = 50_000;
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Fact]
    public void Build_DeepChain_IsWhole()
    {
        var tree = Chain(i => [new("", CenterKind.Cost, i == 0 ? null : Code(i - 1))]).Build().TreeAsOf(Day);

        Assert.Equal(Depth - 1, tree.Nodes[^1].Depth);
        for (int place = 0; place < Depth; place++)
        {
            Assert.Equal(Depth, tree.EndOf(place));
            Assert.Equal(place + 1 < Depth ? [place + 1] : [], tree.ChildrenOf(place));
        }
    }

    [Fact]
    public void FindFaults_DeepChainInACircle_TellsAllOfIt() => Assert.Equal(
        Enumerable.Range(0, Depth),
        Chain(i => [new("", CenterKind.Cost, Code((i + 1) % Depth))]).FindFaults().Select(fault => fault.Row));

    [Fact] // On each day one more center gets the parent that it has already; on the last day the circle closes.
    public void FindFaults_ChangesOnManyDaysInADeepChain_TellsTheOneThatClosesTheCircle()
    {
        var builder = Chain(i =>
        [
            new("", CenterKind.Cost, i == 0 ? null : Code(i - 1), through: Day.PlusDays(i)),
            new("", CenterKind.Cost, i == 0 ? null : Code(i - 1), from: Day.PlusDays(i + 1)),
        ]);
        Assert.Empty(builder.FindFaults());

        builder.Change(Code(0), new("", CenterKind.Cost, Code(Depth - 1), from: Day.PlusDays(Depth + 7)));

        var fault = Assert.Single(builder.FindFaults());
        Assert.Equal((StructureFaultKind.Cycle, Code(0).Value, 2 * Depth), (fault.Kind, fault.Code, fault.Row));
    }

    [Fact]
    public void Build_DeepChainOfElements_IsWhole()
    {
        var chart = new ElementChart.Builder();
        for (int i = 0; i < Depth; i++)
        {
            chart.Add(new CostElement(
                new($"{i}"), "", ElementNature.Cost, parent: i == 0 ? null : new ElementCode($"{i - 1}")));
        }

        Assert.Equal(Depth, chart.Build().Elements.Length);
        chart.Change(new CostElement(new("0"), "", ElementNature.Cost, parent: new($"{Depth - 1}")));
        Assert.Equal(Depth, chart.FindFaults().Length);
    }

    [Fact]
    public void FindFaults_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(() =>
        Chain(_ => [new("", CenterKind.Cost)]).FindFaults(new CancellationToken(canceled: true)));

    private static CenterHierarchy.Builder Chain(Func<int, CenterValidity[]> validities)
    {
        var builder = new CenterHierarchy.Builder();
        for (int i = 0; i < Depth; i++)
        {
            foreach (var validity in validities(i))
            {
                builder.Add(Code(i), validity);
            }
        }

        return builder;
    }

    private static CenterCode Code(int number) => new($"{number}");
}
