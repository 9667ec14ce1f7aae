using CostCenters.Allocations;

namespace CostCenters.Tests.Unit.Allocations;

public class AllocationNetworkTests
{
    private static readonly CenterCost[] Costs = Networks.Costs(("IT", 100m), ("HR", 50m), ("A", 0m), ("B", 0m));

    public static TheoryData<string, AllocationFaultKind, AllocationSender> Faults => new()
    {
        { "unknown sender", AllocationFaultKind.UnknownCenter, Networks.Sender("none", ("A", 1m)) },
        { "unknown receiver", AllocationFaultKind.UnknownCenter, Networks.Sender("IT", ("none", 1m), ("A", 1m)) },
        { "receiver twice", AllocationFaultKind.Duplicate, Networks.Sender("IT", ("A", 1m), ("A", 1m)) },
        { "no receiver", AllocationFaultKind.NoReceiver, Networks.Sender("IT") },
        { "negative", AllocationFaultKind.NegativeDriver, Networks.Sender("IT", ("A", -1m), ("B", 1m)) },
        { "missing", AllocationFaultKind.MissingDriver, Networks.Sender("IT", ("A", null), ("B", 1m)) },
        { "zero", AllocationFaultKind.ZeroDrivers, Networks.Sender("IT", ("A", 0m), ("B", 0m)) },
        {
            "percentages of 100.01", AllocationFaultKind.PercentagesNotHundred,
            Networks.Sender(DriverBasis.Percentages, "IT", ("A", 50m), ("B", 50.01m))
        },
        {
            "a fixed amount of half a cent", AllocationFaultKind.TooFine,
            Networks.Sender(DriverBasis.FixedAmounts, "IT", ("A", 0.005m))
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Create_WithAFault_IsRefusedByName(string name, AllocationFaultKind kind, AllocationSender sender)
    {
        var error = Assert.Throws<AllocationException>(() => Networks.Of(Costs, sender));

        AllocationFault fault = Assert.Single(error.Faults);
        Assert.True(kind == fault.Kind, $"{name}: {fault.Message}");
        Assert.Equal(sender.Center, fault.Center);
        Assert.Contains($"'{sender.Center}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WithSeveralFaults_ReportsAll() =>
        Assert.Equal(
            [AllocationFaultKind.Duplicate, AllocationFaultKind.NegativeDriver, AllocationFaultKind.UnknownCenter],
            Assert.Throws<AllocationException>(() => Networks.Of(
                [.. Costs, .. Networks.Costs(("A", 1m))],
                Networks.Sender("none", ("A", 1m)),
                Networks.Sender("IT", ("A", -1m), ("B", 1m)))).Faults.Select(fault => fault.Kind));

    [Theory] // The driver of B is 1, that of A is what cannot be used.
    [InlineData(-1, DriverTreatment.Skip, "IT>B 100")]
    [InlineData(-1, DriverTreatment.Even, "IT>A 50, IT>B 50")]
    [InlineData(null, DriverTreatment.Skip, "IT>B 100")]
    [InlineData(null, DriverTreatment.Even, "IT>A 50, IT>B 50")]
    public void Create_AsTheRulesSay_TreatsDriversWithAFinding(int? driver, DriverTreatment treatment, string expected)
    {
        AllocationNetwork network = Networks.Of(
            Costs, Networks.Rules(treatment), Networks.Sender("IT", ("A", driver), ("B", 1m)));

        Assert.Equal(expected, Networks.ChargesOf(AllocationRun.Create(network, AllocationMethod.Direct)));
        AllocationFinding finding = Assert.Single(network.Findings);
        Assert.Equal(
            driver is null ? AllocationFindingKind.MissingDriver : AllocationFindingKind.NegativeDriver, finding.Kind);
        Assert.Equal((Networks.Center("A"), treatment), (finding.Receiver, finding.Treatment));
    }

    [Fact]
    public void Create_DriversOfZero_CanBeMadeEven()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Costs, Networks.Even, Networks.Sender("IT", ("A", 0m), ("B", 0m))), AllocationMethod.Direct);

        Assert.Equal("IT>A 50, IT>B 50", Networks.ChargesOf(run));
        Assert.Equal(AllocationFindingKind.ZeroDrivers, Assert.Single(run.Findings).Kind);
    }

    [Fact]
    public void Create_DriversOfZeroSkipped_LeaveThePoolAsARest()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Costs, Networks.Skip, Networks.Sender("IT", ("A", 0m), ("B", 0m))), AllocationMethod.Direct);

        Assert.Empty(run.Charges);
        Assert.Equal(
            [(AllocationFindingKind.ZeroDrivers, null), (AllocationFindingKind.UndistributedRest, (decimal?)100m)],
            run.Findings.Select(finding => (finding.Kind, finding.Amount)));
    }

    [Fact]
    public void Create_EvenFixedAmounts_AreRefused() =>
        Assert.Throws<AllocationException>(() => Networks.Of(
            Costs, Networks.Even, Networks.Sender(DriverBasis.FixedAmounts, "IT", ("A", null))));

    [Fact]
    public void Run_OfACircleThatNeverLeaves_IsRefusedByTheNamesInIt()
    {
        AllocationNetwork network = Networks.Of(
            Networks.Costs(("W", 1m), ("X", 0m), ("Y", 0m), ("Z", 1m), ("A", 0m)),
            Networks.Sender("W", ("X", 1m), ("A", 1m)),
            Networks.Sender("X", ("Y", 1m)),
            Networks.Sender("Y", ("X", 1m)),
            Networks.Sender("Z", ("Z", 1m)));

        var error = Assert.Throws<AllocationException>(
            () => AllocationRun.Create(network, AllocationMethod.Reciprocal));

        Assert.Equal(["X", "Z"], error.Faults.Select(fault => fault.Center.Value));
        Assert.Contains("'X', 'Y'", error.Faults[0].Message, StringComparison.Ordinal);
        Assert.All(error.Faults, fault => Assert.Equal(AllocationFaultKind.ClosedCircle, fault.Kind));
    }

    [Fact]
    public void Run_WithoutAReceiverThatTheMethodAllows_IsRefused()
    {
        AllocationNetwork network = Networks.Of(
            Costs, Networks.Sender("IT", ("HR", 1m)), Networks.Sender("HR", ("A", 1m), ("IT", 1m)));

        Assert.Equal(
            AllocationFaultKind.NoReceiver,
            Assert.Single(Assert.Throws<AllocationException>(
                () => AllocationRun.Create(network, AllocationMethod.Direct)).Faults).Kind);
        Assert.Throws<AllocationException>(() => AllocationRun.Create(network, Networks.StepDown("HR", "IT")));
        Assert.Equal(
            "IT>HR 100, HR>A 150",
            Networks.ChargesOf(AllocationRun.Create(network, Networks.StepDown("IT", "HR"))));
    }

    [Theory]
    [InlineData(AllocationFaultKind.NotInOrder, "IT")]
    [InlineData(AllocationFaultKind.UnknownCenter, "IT", "HR", "none")]
    [InlineData(AllocationFaultKind.Duplicate, "IT", "HR", "IT")]
    public void Run_WithAWrongOrder_IsRefused(AllocationFaultKind kind, params string[] order) =>
        Assert.Equal(
            kind,
            Assert.Single(Assert.Throws<AllocationException>(() => AllocationRun.Create(
                Networks.Of(Costs, Networks.Sender("IT", ("A", 1m)), Networks.Sender("HR", ("A", 1m))),
                Networks.StepDown(order))).Faults).Kind);

    [Fact]
    public void Create_ValuesOutOfBounds_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllocationDriver(new("A"), 0.000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CenterCost(new("A"), 1_000_000_000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Networks.Rules((DriverTreatment)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Networks.Sender((DriverBasis)9, "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => AllocationMethod.StepDown((StepOrder)9));
        Assert.Throws<ArgumentException>(() => Networks.Of(Costs, [null!]));
    }
}
