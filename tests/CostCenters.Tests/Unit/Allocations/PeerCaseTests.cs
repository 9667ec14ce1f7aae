using CostCenters.Allocations;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Allocations;

/// <summary>Figures from the test suites and the documentation of other systems, by the ids of the case list.</summary>
public class PeerCaseTests
{
    [Theory]
    [InlineData("D1", "100.03", "0.7 0.3", "70.02 30.01")] // Tryton, analytic account
    [InlineData("D4", "182.25", "25 25 25 25", "45.57 45.56 45.56 45.56")] // the same
    [InlineData("D7", "785.08", "33.33 33.33 33.34", "261.67 261.67 261.74")] // Odoo, pull request 94871
    [InlineData("D7", "182.25", "98 2", "178.61 3.64")] // Odoo, pull request 214736: 178.605 and 3.645 are a tie
    [InlineData("E9", "1000", "2000 5000 3000", "200 500 300")] // Dynamics 365, allocation bases
    [InlineData("E9", "1000", "1 2 2", "200 400 400")] // the same
    [InlineData("E9", "1000", "2450 4100 15000", "113.69 190.25 696.06")] // 113.6891, 190.2552, 696.0557
    [InlineData("E15", "1000", "0.6 0.4", "600 400")] // Atomy, which loses 240 of them
    public void Split_OfOnePool_KeepsIt(string id, string amount, string weights, string expected)
    {
        decimal[] drivers = [.. Numbers(weights)];
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                [new(new("pool"), Numbers(amount).Single()),
                    .. drivers.Select((_, index) => new CenterCost(new($"{index}"), 0m))],
                Networks.Sender("pool", [.. drivers.Select((driver, index) => ($"{index}", (decimal?)driver))])),
            AllocationMethod.Direct);

        Assert.True(
            Numbers(expected).SequenceEqual(run.Charges.Select(charge => charge.Amount)),
            $"{id}: {Networks.ChargesOf(run)}");
    }

    [Theory] // D6, Tryton, a mandatory plan.
    [InlineData("100.01")]
    [InlineData("99.9")]
    public void D6_PercentagesThatDoNotMakeHundred_AreRefused(string sum)
    {
        decimal rest = Numbers(sum).Single() - 60m;

        Assert.Equal(
            AllocationFaultKind.PercentagesNotHundred,
            Assert.Single(Assert.Throws<AllocationException>(() => Networks.Of(
                Networks.Costs(("pool", 1m), ("a", 0m), ("b", 0m)),
                Networks.Sender(DriverBasis.Percentages, "pool", ("a", 60m), ("b", rest)))).Faults).Kind);
    }

    [Fact] // D9, OCA account-analytic 408: parts that are rounded first make 19.96.
    public void D9_PartsOfSeveralPools_KeepTheTotal()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("x", 31.66m), ("y", 44.66m), ("a", 0.87m), ("b", 0m)),
                Networks.Sender(DriverBasis.Percentages, "x", ("a", 25m), ("b", 75m)),
                Networks.Sender(DriverBasis.Percentages, "y", ("a", 25m), ("b", 75m))),
            AllocationMethod.Direct);

        // Exactly 19.95; each pool is kept by itself, so its own tie goes to the earlier center.
        Assert.Equal(Fraction.Of(19.95m), run.UnroundedGross(Networks.Center("a")));
        Assert.Equal(77.19m, run.Balances.Sum(balance => balance.Rest));
    }

    [Fact] // E2, BHIMA: laundry, housekeeping and administration step down to surgery and pharmacy.
    public void E2_StepDown_OfAHospital()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(
                    ("laundry", 7_000m), ("housekeeping", 5_000m), ("administration", 20_000m), ("surgery", 40_000m),
                    ("pharmacy", 100_000m)),
                Networks.Sender(
                    "laundry", ("housekeeping", 5m), ("administration", 20m), ("surgery", 40m), ("pharmacy", 20m)),
                Networks.Sender("housekeeping", ("administration", 100m), ("surgery", 100m), ("pharmacy", 100m)),
                Networks.Sender("administration", ("surgery", 4m), ("pharmacy", 2m))),
            Networks.StepDown("laundry", "housekeeping", "administration"));

        Assert.Equal(
            "laundry 0, housekeeping 0, administration 0, surgery 60732.03, pharmacy 111267.97",
            Networks.RestsOf(run));
        Assert.Equal(
            60732.02614379085m, run.UnroundedGross(Networks.Center("surgery")).RoundTo(11, MidpointRounding.ToEven));
    }

    [Fact] // E3, Amadeus: a container of compute and disks, through four services to two products.
    public void E3_Chain_OfAContainer()
    {
        AllocationRun run = AllocationRun.Create(Networks.Container, AllocationMethod.Reciprocal);

        Assert.Equal(
            "compute>monitoring 5, compute>history 5, compute>web 60, compute>reporting 10, disks>monitoring 2, "
            + "disks>history 18, monitoring>history 1, monitoring>web 5, monitoring>reporting 1, history>web 12, "
            + "history>reporting 12, web>b2b 7.7, web>b2c 69.3, reporting>b2b 20.7, reporting>b2c 2.3",
            Networks.ChargesOf(run));
    }

    [Fact] // E5 as a circle: whatever way it takes, all of 108 ends with the only consumer.
    public void E5_Circle_EndsWithTheOnlyConsumer()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("s1", 108m), ("s2", 0m), ("s3", 0m), ("app", 0m)),
                Networks.Sender("s1", ("s2", 1m), ("s3", 1m), ("app", 1m)),
                Networks.Sender("s2", ("s1", 1m), ("s3", 1m), ("app", 1m)),
                Networks.Sender("s3", ("s1", 1m), ("s2", 1m), ("app", 1m))),
            AllocationMethod.Reciprocal);

        Assert.Equal("s1 0, s2 0, s3 0, app 108", Networks.RestsOf(run));
    }

    [Fact] // E6, Amadeus: a negative key is left out, keys of 0 alone are even; here with a finding for each.
    public void E6_NegativeAndZeroKeys_AreTreatedAndReported()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(
                    ("s1", 100m), ("s2", 0m), ("s3", 0m), ("s4", 0m), ("s5", 0m), ("s6", 0m), ("s7", 0m), ("s8", 0m)),
                new DriverRules(DriverTreatment.Even, DriverTreatment.Refuse, DriverTreatment.Skip),
                Networks.Sender("s1", ("s2", -1m), ("s3", 0m), ("s4", 1m)),
                Networks.Sender("s4", ("s5", 0m), ("s6", 0m)),
                Networks.Sender("s5", ("s7", 1m), ("s8", 3m))),
            AllocationMethod.Reciprocal);

        Assert.Equal("s1>s4 100, s4>s5 50, s4>s6 50, s5>s7 12.5, s5>s8 37.5", Networks.ChargesOf(run));
        Assert.Equal(
            [AllocationFindingKind.NegativeDriver, AllocationFindingKind.ZeroDrivers],
            run.Findings.Select(finding => finding.Kind));
    }

    [Fact] // E10, Dynamics 365, overhead calculation: the fixed part of the chain.
    public void E10_FixedCostOfAChain_KeepsTheTotal()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(
                    ("HR", 500m), ("finance", 500m), ("assembly", 0m), ("packaging", 0m), ("p1", 0m), ("p2", 0m)),
                Networks.Sender("HR", ("finance", 35m), ("assembly", 55m), ("packaging", 10m)),
                Networks.Sender("finance", ("assembly", 65m), ("packaging", 35m)),
                Networks.Sender("assembly", ("p1", 60m), ("p2", 20m)),
                Networks.Sender("packaging", ("p1", 80m), ("p2", 15m))),
            Networks.StepDown("HR", "finance", "assembly", "packaging"));

        Assert.Equal(
            "HR>finance 175, HR>assembly 275, HR>packaging 50, finance>assembly 438.75, finance>packaging 236.25, "
            + "assembly>p1 535.31, assembly>p2 178.44, packaging>p1 241.05, packaging>p2 45.2",
            Networks.ChargesOf(run));
        Assert.Equal("HR 0, finance 0, assembly 0, packaging 0, p1 776.36, p2 223.64", Networks.RestsOf(run));
    }

    [Fact] // E12, 4c and 4d: the namespace 1 shares 16 evenly over three users, overhead 168 follows 28 : 36 : 18.
    public void E12_OverheadByUse_KeepsTheTotal()
    {
        AllocationRun shared = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("pool", 16m), ("n1", 12m), ("n2", 36m), ("n3", 18m)),
                Networks.Sender("pool", ("n1", 1m), ("n2", 1m), ("n3", 1m))),
            AllocationMethod.Direct);
        AllocationRun overhead = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("overhead", 168m), ("n1", 28m), ("n2", 36m), ("n3", 18m)),
                Networks.Sender("overhead", ("n1", 28m), ("n2", 36m), ("n3", 18m))),
            AllocationMethod.Direct);

        // 5.3333 each; 57.3659, 73.7561 and 36.8780, of which the last two lose most when they are cut.
        Assert.Equal("pool 0, n1 17.34, n2 41.33, n3 23.33", Networks.RestsOf(shared));
        Assert.Equal("overhead 0, n1 85.36, n2 109.76, n3 54.88", Networks.RestsOf(overhead));
    }

    [Fact] // E13, 3a: idle cost of each cluster and resource by use.
    public void E13_IdleCost_ByUse()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("cpu1", 5m), ("ram1", 15m), ("n1", 0m), ("n2", 0m)),
                Networks.Sender("cpu1", ("n1", 3m), ("n2", 3m)),
                Networks.Sender("ram1", ("n1", 13m), ("n2", 3m))),
            AllocationMethod.Direct);

        // 2.5 and 12.1875, 2.5 and 2.8125.
        Assert.Equal("cpu1 0, ram1 0, n1 14.69, n2 5.31", Networks.RestsOf(run));
    }

    private static IEnumerable<decimal> Numbers(string text) => text.Split(' ').Select(number =>
        decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
