using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations.Chains;

/// <summary>Cases of several steps from other systems, by the ids of the case list.</summary>
public class PeerChainTests
{
    [Theory] // D5, Tryton: plans that are independent of each other each take their percentage of the same 200.
    [InlineData(200, 100, "X>A 200")]
    [InlineData(200, 50, "X>A 100")]
    [InlineData(200, 25, "X>A 50")]
    [InlineData(0.02, 100, "X>A 0.02")] // 2 of a currency without decimals at 100 per home unit
    public void D5_PercentagesOfIndependentPlans_LeaveTheRest(decimal amount, int percent, string expected)
    {
        AllocationChain chain = new Chain("X", "A").With("X", amount).Drive("all", ("A", 1m)).Run(
            AllocationRule.Assessment(
                "plan", AllocationMethod.Direct, [Chain.By("X", "all")], [], PoolPart.Percent(percent), Chain.Fixed));

        Assert.Equal(expected, Chain.ChargesOf(chain, "plan"));
        Assert.Equal(amount * (100 - percent) / 100, chain.Steps[0].Rest);
    }

    [Fact] // D6, Tryton: a discount of 60 made of 40 and 20 is 66.67 and 33.33 %.
    public void D6_SharesByAmountsOfACube_AreTheirPercentages()
    {
        Chain company = new Chain("discount", "c1", "c2").With("discount", 60m);
        Cube sales = new CubeBuilder(company.Space)
            .Add(new CellAddress(new("c1"), Chain.Sales, Chain.May), 40m)
            .Add(new CellAddress(new("c2"), Chain.Sales, Chain.May), 20m)
            .Build();
        AllocationSender sender = AllocationSender.FromCube(
            new("discount"), sales, [Chain.Sales], [new("c1"), new("c2")], new(Chain.May, Chain.May));
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Networks.Costs(("discount", 60m), ("c1", 0m), ("c2", 0m)), sender), AllocationMethod.Direct);

        ConsumptionMatrix matrix = ConsumptionMatrix.Create(run);
        Assert.Equal(
            [66.67m, 33.33m],
            new[] { "c1", "c2" }.Select(center => (matrix.Direct(new("discount"), new(center)) * Fraction.Of(100m))
                .RoundTo(2, MidpointRounding.ToEven)));
        Assert.Equal("discount>c1 40, discount>c2 20", Networks.ChargesOf(run));
    }

    [Fact] // D11, Business Central: 5 : 2 : 4 as percentages of 5 decimals make 100.00001 before they are corrected.
    public void D11_SharesOfHundred_MakeHundred()
    {
        AllocationRun run = AllocationRun.Create(
            AllocationNetwork.Create(
                Currency.Eur,
                new DecimalScale(5),
                Networks.Costs(("pool", 100m), ("a", 0m), ("b", 0m), ("c", 0m)),
                [Networks.Sender("pool", ("a", 5m), ("b", 2m), ("c", 4m))],
                Networks.Refuse),
            AllocationMethod.Direct);

        // 45.454545.., 18.181818.. and 36.363636..: two of the three are rounded up, those that lose most.
        Assert.Equal([45.45454m, 18.18182m, 36.36364m], run.Charges.Select(charge => charge.Amount));
    }

    [Fact] // D12, Business Central: share = base × weighting, here 10 × 3 and 20 × 0.5.
    public void D12_BaseTimesWeighting_IsTheDriver() => Assert.Equal(
        "X>A 75, X>B 25",
        Chain.ChargesOf(
            new Chain("X", "A", "B").With("X", 100m).Drive("base", ("A", 10m * 3m), ("B", 20m * 0.5m))
                .Run(Chain.Direct("r", Chain.Fixed, Chain.By("X", "base"))),
            "r"));

    [Fact] // D12: a blocked target fails the run, and so does a source that is named twice.
    public void D12_ABlockedTargetOrASourceTwice_IsRefused()
    {
        Chain company = new Chain("X", "A", "closed").With("X", 100m)
            .Drive("good", ("A", 1m)).Drive("bad", ("A", 1m), ("closed", 1m));

        Assert.Equal(
            [(AllocationFaultKind.CenterNotOpen, new CenterCode("closed")), (AllocationFaultKind.Duplicate, new("X"))],
            Assert.Throws<AllocationException>(() => company.Run(
                Chain.Direct("blocked", Chain.Fixed, Chain.By("X", "bad")),
                Chain.Direct("twice", Chain.Fixed, Chain.By("X", "good"), Chain.By("X", "good"))))
                .Faults.Select(fault => (fault.Kind, fault.Center)));
    }

    [Fact] // E5, Amadeus: 108 in a cycle that is untangled into rules, all keys 1; the only consumer gets all of it.
    public void E5_CycleInSequence_EndsWithTheOnlyConsumer()
    {
        AllocationChain chain = new Chain("s1", "s2", "s3", "app")
            .With("s1", 108m)
            .Drive("of s1", ("s2", 1m), ("s3", 1m), ("app", 1m))
            .Drive("of s2", ("s1", 1m), ("s3", 1m), ("app", 1m))
            .Drive("of s3", ("s1", 1m), ("s2", 1m), ("app", 1m))
            .Drive("end", ("app", 1m))
            .Run(
                Chain.Direct("1", Chain.Fixed, Chain.By("s1", "of s1")),
                Chain.Direct("2", Chain.Fixed, Chain.By("s2", "of s2")),
                Chain.Direct("3", Chain.Fixed, Chain.By("s3", "of s3")),
                Chain.Direct("4", Chain.Fixed, Chain.By("s1", "end"), Chain.By("s2", "end")));

        // 36 each; 12 each of 36; 16 each of 36 + 12; what came back to s1 is 12 + 16, to s2 16.
        Assert.Equal("s1>s2 36, s1>s3 36, s1>app 36", Chain.ChargesOf(chain, "1"));
        Assert.Equal("s2>s1 12, s2>s3 12, s2>app 12", Chain.ChargesOf(chain, "2"));
        Assert.Equal("s3>s1 16, s3>s2 16, s3>app 16", Chain.ChargesOf(chain, "3"));
        Assert.Equal("s1>app 28, s2>app 16", Chain.ChargesOf(chain, "4"));
        Assert.Equal("s1 -108, app 108", Chain.LoadedOf(chain, _ => true));
    }

    [Fact] // E10, Dynamics 365, overhead calculation: the whole chain, fixed and variable apart.
    public void E10_OverheadCalculation_EndsWithTenThousand()
    {
        AllocationChain chain = Overhead().Run(
            AllocationRule.Assessment(
                "power, first 1,000 fixed", AllocationMethod.Direct, [Chain.By("power", "users")], [],
                PoolPart.First(1_000m), Chain.Fixed),
            Chain.Direct("power, variable", Chain.Variable, Chain.By("power", "kWh")),
            Chain.Direct("hours", Chain.Variable, Chain.By("HR", "hours at 10", DriverBasis.FixedAmounts)),
            Apart("HR", Chain.Fixed), Apart("HR", Chain.Variable),
            Apart("finance", Chain.Fixed), Apart("finance", Chain.Variable),
            Apart("assembly", Chain.Fixed), Apart("assembly", Chain.Variable),
            Apart("packaging", Chain.Fixed), Apart("packaging", Chain.Variable));

        Assert.Equal("power>HR 500, power>finance 500", Chain.ChargesOf(chain, "power, first 1,000 fixed"));
        Assert.Equal("power>HR 1285.71, power>finance 7714.29", Chain.ChargesOf(chain, "power, variable"));
        Assert.Equal(1_245.71m, chain.StepsOf("HR variable").Single().In);
        Assert.Equal("HR>finance 175, HR>assembly 275, HR>packaging 50", Chain.ChargesOf(chain, "HR fixed"));
        Assert.Equal(
            "HR>finance 436, HR>assembly 685.14, HR>packaging 124.57", Chain.ChargesOf(chain, "HR variable"));
        Assert.Equal("finance>assembly 438.75, finance>packaging 236.25", Chain.ChargesOf(chain, "finance fixed"));
        Assert.Equal("finance>assembly 5297.69, finance>packaging 2852.6", Chain.ChargesOf(chain, "finance variable"));
        Assert.Equal("assembly>p1 535.31, assembly>p2 178.44", Chain.ChargesOf(chain, "assembly fixed"));
        Assert.Equal("assembly>p1 4487.12, assembly>p2 1495.71", Chain.ChargesOf(chain, "assembly variable"));
        Assert.Equal("packaging>p1 241.05, packaging>p2 45.2", Chain.ChargesOf(chain, "packaging fixed"));
        Assert.Equal("packaging>p1 2507.09, packaging>p2 470.08", Chain.ChargesOf(chain, "packaging variable"));
        Assert.Equal(
            "power -10000, project 1 30, project 2 10, p1 7770.57, p2 2189.43", Chain.LoadedOf(chain, _ => true));
        Assert.Equal(
            "power -1000, p1 776.36, p2 223.64", Chain.LoadedOf(chain, element => element == Chain.Fixed));
    }

    [Fact] // E12, 4d: overhead of 7 an hour × 24 = 168 by 28 : 36 : 18, to three decimals; with 30 idle it is 280.
    public void E12_OverheadByUse_ToThreeDecimals()
    {
        AllocationRun run = AllocationRun.Create(
            AllocationNetwork.Create(
                Currency.Eur,
                new DecimalScale(3),
                Networks.Costs(("overhead", 7m * 24m), ("n1", 28m), ("n2", 36m), ("n3", 18m), ("idle", 30m)),
                [Networks.Sender("overhead", ("n1", 28m), ("n2", 36m), ("n3", 18m))],
                Networks.Refuse),
            AllocationMethod.Direct);

        Assert.Equal(
            [0m, 85.366m, 109.756m, 54.878m, 30m], run.Balances.Select(balance => balance.Rest));
        Assert.Equal(280m, run.Balances.Sum(balance => balance.Rest));
    }

    [Fact] // E13, 3a: 28, 36 and 18 of their own, and idle cost of both clusters by use; 112 in all.
    public void E13_IdleCostOfTwoClusters_ByUse()
    {
        AllocationChain chain = new Chain("cpu1", "ram1", "cpu2", "ram2", "n1", "n2", "n3")
            .With("cpu1", 5m).With("ram1", 15m).With("cpu2", 5m).With("ram2", 5m)
            .With("n1", 28m).With("n2", 36m).With("n3", 18m)
            .Drive("cpu 1", ("n1", 3m), ("n2", 3m))
            .Drive("ram 1", ("n1", 13m), ("n2", 3m))
            .Drive("cluster 2", ("n2", 3m), ("n3", 3m))
            .Run(Chain.Direct(
                "idle",
                Chain.Fixed,
                Chain.By("cpu1", "cpu 1"),
                Chain.By("ram1", "ram 1"),
                Chain.By("cpu2", "cluster 2"),
                Chain.By("ram2", "cluster 2")));

        // 28 + 2.5 + 12.1875, 36 + 2.5 + 2.8125 + 5 and 18 + 5.
        Assert.Equal(
            [42.69m, 46.31m, 23m],
            new[] { "n1", "n2", "n3" }.Select(center => ChainTrace.Loaded(chain, new(center), Chain.May, 0)
                .Amount.RoundTo(2, MidpointRounding.ToEven)));
    }

    private static Chain Overhead() => new Chain(
            "power", "HR", "finance", "assembly", "packaging", "project 1", "project 2", "p1", "p2")
        .With("power", 10_000m)
        .Drive("users", ("HR", 1m), ("finance", 1m), ("assembly", 0m))
        .Drive("kWh", ("HR", 1_000m), ("finance", 6_000m), ("assembly", 0m))
        .Drive("hours at 10", ("project 1", 30m), ("project 2", 10m))
        .Drive("HR", ("finance", 35m), ("assembly", 55m), ("packaging", 10m))
        .Drive("finance", ("assembly", 65m), ("packaging", 35m))
        .Drive("assembly", ("p1", 60m), ("p2", 20m))
        .Drive("packaging", ("p1", 80m), ("p2", 15m));

    /// <summary>A rule that sends what a center was charged as fixed or as variable, and keeps it so.</summary>
    private static AllocationRule Apart(string center, ElementCode element) => AllocationRule.Assessment(
        $"{center} {element}", AllocationMethod.Direct, [Chain.By(center, center)], [element], PoolPart.Whole, element);
}
