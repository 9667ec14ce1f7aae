using System.Globalization;
using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Allocations.Chains;

public class AllocationChainTests
{
    private static readonly CenterCode It = new("IT");
    private static readonly CenterCode Hr = new("HR");

    private static Chain Company() => new Chain("IT", "HR", "A", "B", "closed")
        .With("IT", 100m)
        .With("IT", 20m, Chain.Other)
        .With("HR", 60m)
        .With("A", 1_000m)
        .Drive("heads", ("IT", 1m), ("A", 3m), ("B", 2m))
        .Drive("machines", ("HR", 1m), ("A", 1m), ("B", 2m));

    [Fact] // HR 60 by 1 : 3 : 2, then IT 120 + 10 by 1 : 1 : 2, then what came back to HR, 32.5, by 3 : 2 once more.
    public void Create_RulesInSequence_EachTakesWhatTheEarlierOnesLeft()
    {
        AllocationChain chain = Company().Drive("rest", ("A", 3m), ("B", 2m)).Run(
            Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")),
            Chain.Direct("IT", Chain.Variable, Chain.By("IT", "machines")),
            Chain.Direct("HR again", Chain.Fixed, Chain.By("HR", "rest")));

        Assert.Equal("HR>IT 10, HR>A 30, HR>B 20", Chain.ChargesOf(chain, "HR"));
        Assert.Equal("IT>HR 32.5, IT>A 32.5, IT>B 65", Chain.ChargesOf(chain, "IT"));
        Assert.Equal("HR>A 19.5, HR>B 13", Chain.ChargesOf(chain, "HR again"));
        Assert.Equal(
            [(60m, 60m, 0m), (130m, 130m, 0m), (32.5m, 32.5m, 0m)],
            chain.Steps.Select(step => (step.In, step.Out, step.Rest)));
        Assert.Equal("IT -120, HR -60, A 82, B 98", Chain.LoadedOf(chain, _ => true));
        Assert.Equal([4, 4, 3], chain.Steps.Select(step => step.CellCount));
        Assert.Equal([0, 1, 2], chain.Steps.Select(step => step.Number));
    }

    [Fact] // IT takes 10 of HR's 60; HR again takes IT's 32.5.
    public void ConsumersOf_TellsWhoTookHowMuch()
    {
        AllocationChain chain = Company().Drive("rest", ("A", 3m), ("B", 2m)).Run(
            Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")),
            Chain.Direct("IT", Chain.Variable, Chain.By("IT", "machines")),
            Chain.Direct("HR again", Chain.Fixed, Chain.By("HR", "rest")));

        Assert.Equal(("IT", 10m), chain.ConsumersOf(chain.Steps[0]).Select(By).Single());
        Assert.Equal(("HR again", 32.5m), chain.ConsumersOf(chain.Steps[1]).Select(By).Single());
        Assert.Empty(chain.ConsumersOf(chain.Steps[2]));
        Assert.Equal(("HR", 10m), chain.Steps[1].Consumed.Select(By).Single());

        static (string, decimal) By(ConsumedOutput part) => (part.Step.Rule.Name, part.Amount);
    }

    [Fact] // 60 % of 60 and of 120, then the rest of both at once.
    public void Create_APercentageOfThePool_LeavesTheRestToTheNextRule()
    {
        AllocationChain chain = Company().Run(
            AllocationRule.Assessment(
                "part", AllocationMethod.Direct, [Chain.By("HR", "heads")], [], PoolPart.Percent(60m), Chain.Fixed),
            Chain.Direct("rest", Chain.Fixed, Chain.By("HR", "heads")));

        Assert.Equal("HR>IT 6, HR>A 18, HR>B 12", Chain.ChargesOf(chain, "part"));
        Assert.Equal("HR>IT 4, HR>A 12, HR>B 8", Chain.ChargesOf(chain, "rest"));
        SenderBalance balance = chain.Steps[0].Senders.Single();
        Assert.Equal(
            (60m, 36m, 0m, 36m, 24m),
            (balance.Pool, balance.Taken, balance.Received, balance.Sent, balance.Rest));
        Assert.Equal(Hr, balance.Sender);
    }

    [Fact] // 7 of 120 are of the element of 100 and of that of 20 in whole cents: 5.83 and 1.17.
    public void Create_TheFirstAmount_LeavesWholeCentsOfEveryElement()
    {
        AllocationChain chain = Company().Run(
            AllocationRule.Assessment(
                "first", AllocationMethod.Direct, [Chain.By("IT", "machines")], [], PoolPart.First(7m), Chain.Fixed),
            AllocationRule.Assessment(
                "other", AllocationMethod.Direct, [Chain.By("IT", "machines")], [Chain.Other], PoolPart.Whole,
                Chain.Variable));

        Assert.Equal(18.83m, chain.Steps[1].In);
        Assert.Equal(7m, chain.Steps[0].Out);
    }

    [Theory] // Cents have two decimals, and 64 bits of counts with eight decimals end near 92 thousand million.
    [InlineData("0.001", 2)]
    [InlineData("1000000000000000", 8)]
    public void Create_AFirstAmountThatTheScaleCannotCount_IsRefusedByName(string amount, int decimals)
    {
        AllocationRule rule = AllocationRule.Assessment(
            "first",
            AllocationMethod.Direct,
            [Chain.By("X", "x")],
            [],
            PoolPart.First(decimal.Parse(amount, CultureInfo.InvariantCulture)),
            Chain.Fixed);

        var error = Assert.Throws<AllocationException>(() =>
            new Chain(decimals, "X", "A").With("X", 1m).Drive("x", ("A", 1m)).Run(rule));

        Assert.Equal(
            [(AllocationFaultKind.TooFine, new CenterCode("X"))],
            error.Faults.Select(fault => (fault.Kind, fault.Center)));
        Assert.StartsWith("Rule 'first' in 2026-P05: ", error.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact] // 100 and 20 by 1 : 1 : 2, each on its own element.
    public void Create_Distribution_KeepsTheElements()
    {
        AllocationChain chain = Company().Run(AllocationRule.Distribution(
            "IT", AllocationMethod.Direct, [Chain.By("IT", "machines")], [], PoolPart.Whole));

        Assert.Equal([Chain.Cost, Chain.Other], chain.Steps.Select(step => step.Element));
        Assert.Equal("IT -100, HR 25, A 25, B 50", Chain.LoadedOf(chain, element => element == Chain.Cost));
        Assert.Equal("IT -20, HR 5, A 5, B 10", Chain.LoadedOf(chain, element => element == Chain.Other));
        Assert.Null(chain.Steps[0].Rule.BookedOn);
    }

    [Fact] // The rule of May by 1 : 1, the one of the same name from June on by 1 : 3.
    public void Create_ValidityOfRulesAndDrivers_IsAskedPeriodByPeriod()
    {
        AllocationChain chain = new Chain("IT", "A", "B")
            .With("IT", 8m).With("IT", 16m, period: Chain.June)
            .Drive("m", Chain.OnlyMay, ("A", 1m), ("B", 1m))
            .Drive("m", new PeriodValidity(Chain.June, null), ("A", 1m), ("B", 3m))
            .Run(
                Chain.May,
                Chain.June,
                Chain.Direct("IT", Chain.Fixed, Chain.By("IT", "m")),
                AllocationRule.Assessment(
                    "June alone", AllocationMethod.Direct, [Chain.By("A", "m")], [], PoolPart.Whole, Chain.Fixed,
                    new PeriodValidity(Chain.June, Chain.June)));

        Assert.Equal("IT>A 4, IT>B 4, IT>A 4, IT>B 12", Chain.ChargesOf(chain, "IT"));
        Assert.Equal("A>B 4", Chain.ChargesOf(chain, "June alone"));
    }

    [Fact] // 30 + 10 are charged whatever IT costs; 80 of 120 stay with it and go on with the next rule.
    public void Create_FixedAmounts_LeaveTheUnderRecovery()
    {
        AllocationChain chain = Company()
            .Drive("prices", ("A", 30m), ("B", 10m))
            .Run(
                Chain.Direct("at price", Chain.Fixed, Chain.By("IT", "prices", DriverBasis.FixedAmounts)),
                Chain.Direct("rest", Chain.Variable, Chain.By("IT", "machines")));

        Assert.Equal((120m, 40m, 80m), (chain.Steps[0].In, chain.Steps[0].Out, chain.Steps[0].Rest));
        Assert.Equal("IT>HR 20, IT>A 20, IT>B 40", Chain.ChargesOf(chain, "rest"));
        Assert.Equal(
            (AllocationFindingKind.UndistributedRest, 80m),
            chain.Findings.Select(finding => (finding.Kind, finding.Amount!.Value)).Single());
    }

    [Fact]
    public void Entries_AreBalancedAndMakeTheCube()
    {
        AllocationChain chain = Company().Run(Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")));

        Assert.Equal(0m, chain.Entries().Sum(entry => entry.Amount));
        AllocationEntry first = chain.Entries().First();
        Assert.Equal(
            ("HR", Chain.May, It, Chain.Fixed, 10m, Hr),
            (first.Rule, first.Period, first.Center, first.Element, first.Amount, first.Partner));
        Assert.True(chain.ToCube().TryGet(new CellAddress(Hr, Chain.Fixed, Chain.May), out CubeCell credit));
        Assert.Equal(-60m, credit.Amount);
    }

    [Fact]
    public void Create_EveryFaultOfEveryRule_IsReported()
    {
        AllocationException error = Assert.Throws<AllocationException>(() => Company()
            .Drive("gone", Chain.OnlyMay, ("closed", 1m))
            .Drive("wrong", ("nowhere", 1m))
            .Drive("none", new PeriodValidity(Chain.June, null), ("A", 1m))
            .Run(
                Chain.Direct("a", Chain.Fixed, Chain.By("IT", "gone")),
                Chain.Direct("b", Chain.Fixed, Chain.By("IT", "wrong")),
                Chain.Direct("c", Chain.Fixed, Chain.By("IT", "none")),
                Chain.Direct("c", Chain.Fixed, Chain.By("HR", "heads"))));

        Assert.Equal(
            [
                AllocationFaultKind.OverlappingValidity, AllocationFaultKind.CenterNotOpen,
                AllocationFaultKind.UnknownCenter, AllocationFaultKind.UnknownDriver,
            ],
            error.Faults.Select(fault => fault.Kind));
        Assert.Contains("Rule 'b' in 2026-P05", error.Faults[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OverlappingDrivers_AreRefused() => Assert.Equal(
        AllocationFaultKind.OverlappingValidity,
        Assert.Throws<AllocationException>(() => Company().Drive("heads", Chain.OnlyMay, ("A", 1m)).Run())
            .Faults.Single().Kind);

    [Fact]
    public void Create_RevenueOrAPrimaryElementToBookOn_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Company().Run(AllocationRule.Assessment(
            "IT", AllocationMethod.Direct, [Chain.By("IT", "machines")], [Chain.Sales], PoolPart.Whole, Chain.Fixed)));
        Assert.Throws<ArgumentException>(() => Company().Run(
            Chain.Direct("IT", Chain.Cost, Chain.By("IT", "machines"))));
    }

    [Fact]
    public void Rule_AmountsInADistributionOrPartsOfFixedAmounts_AreRefused()
    {
        RuleSender amounts = Chain.By("IT", "prices", DriverBasis.FixedAmounts);

        Assert.Throws<ArgumentException>(() => AllocationRule.Distribution(
            "IT", AllocationMethod.Direct, [amounts], [], PoolPart.Whole));
        Assert.Throws<ArgumentException>(() => AllocationRule.Distribution(
            "IT", AllocationMethod.Direct, [Chain.By("IT", "machines")], [], PoolPart.First(1m)));
        Assert.Throws<ArgumentException>(() => AllocationRule.Assessment(
            "IT", AllocationMethod.Direct, [amounts], [], PoolPart.Percent(50m), Chain.Fixed));
        Assert.Throws<ArgumentException>(() => AllocationRule.Assessment(
            "IT", AllocationMethod.Direct, [], [], PoolPart.Whole, Chain.Fixed));
    }

    [Fact] // Whoever has a clock takes the time of each rule from its reports.
    public void Create_ReportsEveryStepAndKeepsItsSource()
    {
        var seen = new List<AllocationStep>();
        var source = new AllocationSource(LayerKey.Actual, 17, Instant.FromUtc(2026, 6, 2, 8, 0));
        Chain company = Company();
        AllocationChain chain = AllocationChain.Create(
            Cube.Empty(company.Space),
            [Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads"))],
            DriverTable.Create([new DriverLine(new("heads"), new("A"), 1m)]),
            new FiscalPeriodRange(Chain.May, Chain.June),
            Networks.Refuse,
            source,
            new Reports(seen.Add));

        Assert.Equal(chain.Steps, seen);
        Assert.Same(source, chain.Source);
        Assert.Equal(
            (LayerKey.Actual, 17L, Instant.FromUtc(2026, 6, 2, 8, 0)), (source.Layer, source.Position, source.At));
        Assert.Equal([Chain.May, Chain.June], chain.Steps.Select(step => step.Period));
    }

    private sealed class Reports(Action<AllocationStep> tell) : IProgress<AllocationStep>
    {
        public void Report(AllocationStep value) => tell(value);
    }
}
