using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations;

public class AllocationRunTests
{
    /// <summary>Two services that serve each other, and two products: 0.2 and 0.1 go to the other service.</summary>
    private static AllocationNetwork Circle => Networks.Of(
        Networks.Costs(("IT", 100m), ("HR", 50m), ("A", 10m), ("B", 20m)),
        Networks.Sender("IT", ("HR", 2m), ("A", 5m), ("B", 3m)),
        Networks.Sender("HR", ("IT", 1m), ("A", 6m), ("B", 3m)));

    [Fact] // IT 100 by 5 : 3, HR 50 by 6 : 3.
    public void Direct_LeavesOtherSendersOut() =>
        Assert.Equal(
            "IT>A 62.5, IT>B 37.5, HR>A 33.33, HR>B 16.67",
            Networks.ChargesOf(AllocationRun.Create(Circle, AllocationMethod.Direct)));

    [Fact] // IT 100 by 2 : 5 : 3, then HR 70 by 6 : 3.
    public void StepDown_InAGivenOrder_ClosesOneAfterTheOther()
    {
        AllocationRun run = AllocationRun.Create(Circle, Networks.StepDown("IT", "HR"));

        Assert.Equal("IT>HR 20, IT>A 50, IT>B 30, HR>A 46.67, HR>B 23.33", Networks.ChargesOf(run));
        Assert.Equal("IT 0, HR 0, A 106.67, B 73.33", Networks.RestsOf(run));
    }

    [Fact] // x = 100 + 0.1 y and y = 50 + 0.2 x give x = 105 / 0.98 and y = 70 / 0.98.
    public void Reciprocal_OfACircle_RoundsTheExactSolution()
    {
        AllocationRun run = AllocationRun.Create(Circle, AllocationMethod.Reciprocal);

        Assert.Equal(Fraction.Of(105m) / Fraction.Of(0.98m), run.UnroundedGross(Networks.Center("IT")));
        Assert.Equal(Fraction.Of(70m) / Fraction.Of(0.98m), run.UnroundedGross(Networks.Center("HR")));

        // 21.428.. , 53.571.. and 32.142.. of IT; 7.142.., 42.857.. and 21.428.. of HR.
        Assert.Equal(
            "IT>HR 21.43, IT>A 53.57, IT>B 32.14, HR>IT 7.14, HR>A 42.86, HR>B 21.43", Networks.ChargesOf(run));
        Assert.Equal("IT 0, HR 0, A 106.43, B 73.57", Networks.RestsOf(run));
    }

    [Fact] // IT charges 107.14 and gets 7.14 of it back: it passes on its own 100.
    public void Balance_OfASender_TellsGrossFromNet()
    {
        CenterBalance balance = AllocationRun.Create(Circle, AllocationMethod.Reciprocal)[Networks.Center("IT")];

        Assert.Equal(
            (100m, 7.14m, 107.14m, 107.14m, 0m, 100m),
            (balance.Primary, balance.Received, balance.Gross, balance.Sent, balance.Rest, balance.Net));
        Assert.True(balance.IsSender);
    }

    [Fact] // Of what A costs, one part in 10^10 leaves the circle at a time: x = 100 + y, y = x (1 - 10^-10).
    public void Reciprocal_OfACircleThatIsHardlyEverLeft_IsExact()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("A", 100m), ("B", 0m), ("C", 0m)),
                Networks.Sender("A", ("B", 9_999_999_999m), ("C", 1m)),
                Networks.Sender("B", ("A", 1m))),
            AllocationMethod.Reciprocal);

        Assert.Equal("A>B 999999999900, A>C 100, B>A 999999999900", Networks.ChargesOf(run));
    }

    [Fact] // Halves have short denominators, however many senders: 1,000 in one circle are not eliminated all the same.
    public void UnroundedGross_OfALargeCircleOfHalves_AnswersSoon()
    {
        const int count = 1_000;
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                [.. Enumerable.Range(0, count + 1).Select(index => new CenterCost(new($"C{index:0000}"), 10m + index))],
                [
                    .. Enumerable.Range(0, count).Select(index => Networks.Sender(
                        $"C{index:0000}",
                        ($"C{(index + 1) % count:0000}", 1m),
                        ($"C{(index % 7 == 0 ? count : ((index * 389) + 15) % count):0000}", 1m))),
                ]),
            AllocationMethod.Reciprocal);
        Fraction all = Fraction.Zero;

        // Nothing but the last center keeps what it is charged: it costs all in the end, 10 + ... + 1,010.
        Allocated.AtMost(40_000_000, () => all = run.UnroundedGross(new($"C{count}")));

        Assert.True((all - Fraction.Of(510_510m)).Abs() < Fraction.Of(1e-20m), all.ToString());
    }

    [Fact] // Two groups of 100, each left for the other and the last center by a part in 10^9 of what flows around.
    public void Reciprocal_OfLargeCirclesThatAreHardlyEverLeft_RoundsTheExactSolution()
    {
        const int count = 200;
        string[] codes = [.. Enumerable.Range(0, count + 1).Select(index => $"C{index:0000}")];
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                [.. codes.Select((code, index) => new CenterCost(new(code), 10m + index))],
                [
                    .. Enumerable.Range(0, count).Select(index => Networks.Sender(
                        codes[index],
                        [
                            .. Enumerable.Range(1, 8).Select(step => (
                                codes[(index + (2 * step * step)) % count], 1_000_000m * (1 + (index * step % 97)))),
                            .. index < 2 ? new[] { (codes[1 - index], 1m) } : [],
                            .. index == 0 ? new[] { (codes[count], 1m) } : [],
                        ])),
                ]),
            AllocationMethod.Reciprocal);

        // Each gross cost is the center's own cost and all that it is charged, and no charge is rounded by a unit.
        Dictionary<CenterCode, Fraction> received = run.Network.Centers.ToDictionary(code => code, _ => Fraction.Zero);
        foreach (AllocationCharge charge in run.Charges)
        {
            Fraction exact = run.UnroundedCharge(charge.Sender, charge.Receiver);
            received[charge.Receiver] += exact;
            Assert.True((exact - Fraction.Of(charge.Amount)).Abs() < Fraction.Of(0.01m), charge.ToString());
        }

        Assert.All(run.Balances, balance => Assert.True(
            (run.UnroundedGross(balance.Center) - received[balance.Center] - Fraction.Of(balance.Primary)).Abs()
                < Fraction.Of(1e-20m),
            balance.ToString()));
        Assert.Equal(run.Balances.Sum(balance => balance.Primary), run[new(codes[count])].Rest);
    }

    [Fact]
    public void Create_WithATokenThatAsksForTheEnd_Ends()
    {
        var ended = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(
            () => AllocationRun.Create(Circle, AllocationMethod.Reciprocal, ended));
        Assert.Throws<OperationCanceledException>(
            () => AllocationRun.Create(Circle, AllocationMethod.Direct).WithCosts(
                Networks.Costs(("IT", 1m), ("HR", 0m), ("A", 0m), ("B", 0m)), ended));
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("step-down by amount")]
    [InlineData("reciprocal")]
    public void WithCosts_GivesTheRunOfANewNetwork(string name)
    {
        AllocationMethod method = name switch
        {
            "direct" => AllocationMethod.Direct,
            "reciprocal" => AllocationMethod.Reciprocal,
            _ => AllocationMethod.StepDown(StepOrder.GreatestAmount),
        };
        CenterCost[] others = Networks.Costs(("IT", 10m), ("HR", 33.33m), ("A", 0m), ("B", -1m));

        AllocationRun run = AllocationRun.Create(Circle, method).WithCosts(others.Reverse());

        Assert.Equal(
            AllocationRun.Create(
                Networks.Of(
                    others,
                    Networks.Sender("IT", ("HR", 2m), ("A", 5m), ("B", 3m)),
                    Networks.Sender("HR", ("IT", 1m), ("A", 6m), ("B", 3m))),
                method).Charges.AsEnumerable(),
            run.Charges);
        Assert.Equal(42.33m, run.Balances.Sum(balance => balance.Rest));
    }

    [Fact]
    public void WithCosts_OfOtherCenters_IsRefusedByName()
    {
        AllocationRun run = AllocationRun.Create(Circle, AllocationMethod.Direct);

        var exception = Assert.Throws<AllocationException>(() => run.WithCosts(
            Networks.Costs(("IT", 1m), ("IT", 2m), ("HR", 1m), ("A", 1.001m), ("X", 1m))));

        Assert.Equal(
            [
                (AllocationFaultKind.Duplicate, "IT"), (AllocationFaultKind.TooFine, "A"),
                (AllocationFaultKind.UnknownCenter, "X"), (AllocationFaultKind.UnknownCenter, "B"),
            ],
            exception.Faults.Select(fault => (fault.Kind, fault.Center.Value)));
    }

    [Fact] // IT uses half of itself: its gross cost doubles, and what others pay does not change.
    public void Reciprocal_OwnUse_RaisesTheGrossCostAlone()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Networks.Costs(("IT", 100m), ("A", 0m)), Networks.Sender("IT", ("IT", 50m), ("A", 50m))),
            AllocationMethod.Reciprocal);

        Assert.Equal("IT>IT 100, IT>A 100", Networks.ChargesOf(run));
        Assert.Equal(100m, run[Networks.Center("IT")].Net);
    }

    [Fact] // Both serve one other sender; HR costs less.
    public void StepDown_ByMostServed_TakesTheGreaterAmountFirst() =>
        Assert.Equal(
            ["IT", "HR"],
            AllocationRun.Create(Circle, AllocationMethod.StepDown(StepOrder.MostServed)).Order
                .Select(center => center.Value));

    [Theory] // X serves two senders and costs least.
    [InlineData(StepOrder.MostServed, "X, Z, Y")]
    [InlineData(StepOrder.GreatestAmount, "Z, Y, X")]
    public void StepDown_ByARule_TellsItsOrder(StepOrder rule, string expected)
    {
        AllocationNetwork network = Networks.Of(
            Networks.Costs(("X", 1m), ("Y", 2m), ("Z", 3m), ("A", 0m)),
            Networks.Sender("X", ("Y", 1m), ("Z", 1m), ("A", 1m)),
            Networks.Sender("Y", ("X", 1m), ("Y", 1m), ("A", 1m)),
            Networks.Sender("Z", ("X", 1m), ("Z", 1m), ("A", 1m)));

        Assert.Equal(expected, string.Join(", ", AllocationRun.Create(network, AllocationMethod.StepDown(rule)).Order));
    }

    [Fact] // A fixed amount is charged whatever IT costs; 30 stay.
    public void FixedAmounts_LeaveARest()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 100m), ("HR", 10m), ("A", 0m)),
                Networks.Sender(DriverBasis.FixedAmounts, "IT", ("HR", 30m), ("A", 40m)),
                Networks.Sender("HR", ("A", 1m))),
            AllocationMethod.Reciprocal);

        Assert.Equal("IT>HR 30, IT>A 40, HR>A 40", Networks.ChargesOf(run));
        AllocationFinding finding = Assert.Single(run.Findings);
        Assert.Equal(
            (AllocationFindingKind.UndistributedRest, Networks.Center("IT"), (decimal?)30m),
            (finding.Kind, finding.Sender, finding.Amount));
    }

    [Fact] // A cent halved: the tie goes to the center that stands first, whatever the order of the drivers.
    public void Charges_InATie_GoToTheEarlierCenter()
    {
        CenterCost[] costs = Networks.Costs(("IT", 0.01m), ("B", 0m), ("A", 0m));

        string expected = "IT>B 0.01, IT>A 0";
        Assert.Equal(expected, Networks.ChargesOf(AllocationRun.Create(
            Networks.Of(costs, Networks.Sender("IT", ("A", 1m), ("B", 1m))), AllocationMethod.Direct)));
        Assert.Equal(expected, Networks.ChargesOf(AllocationRun.Create(
            Networks.Of(costs, Networks.Sender("IT", ("B", 1m), ("A", 1m))), AllocationMethod.Reciprocal)));
    }

    [Fact] // A cent that three services pass round and round, each keeping half for a product.
    public void Reciprocal_OfOneCent_LosesNothing()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("X", 0.01m), ("Y", 0m), ("Z", 0m), ("A", 0m), ("B", 0m), ("C", 0m)),
                Networks.Sender("X", ("Y", 1m), ("A", 1m)),
                Networks.Sender("Y", ("Z", 1m), ("B", 1m)),
                Networks.Sender("Z", ("X", 1m), ("C", 1m))),
            AllocationMethod.Reciprocal);

        Assert.Equal(0.01m, run.Balances.Where(balance => !balance.IsSender).Sum(balance => balance.Rest));
        Assert.All(run.Balances.Where(balance => balance.IsSender), balance => Assert.Equal(0m, balance.Rest));
    }

    [Fact]
    public void Create_AChargeBeyond64Bits_Throws()
    {
        AllocationNetwork network = Networks.Of(
            Networks.Costs(("X", 1_000_000_000_000_000m), ("A", 0m)),
            Networks.Sender("X", ("X", 1_000_000m), ("A", 0.001m)));

        Assert.Throws<OverflowException>(() => AllocationRun.Create(network, AllocationMethod.Reciprocal));
    }

    [Fact]
    public void Create_ALongChain_NeedsNoStack()
    {
        const int length = 3_000;
        CenterCost[] costs = [.. Enumerable.Range(0, length + 1).Select(i => new CenterCost(new($"{i:0000}"), 1m))];
        AllocationSender[] senders =
            [.. Enumerable.Range(0, length).Select(i => Networks.Sender($"{i:0000}", ($"{i + 1:0000}", 1m)))];

        Assert.Equal(
            length + 1m,
            AllocationRun.Create(Networks.Of(costs, senders), AllocationMethod.Reciprocal).Balances[^1].Rest);
    }

    [Fact] // 12,000 charges among 400 senders, so many that they are rounded in two halves first.
    public void Reciprocal_OfManyCharges_RoundsEachUpOrDownAndEmptiesEverySender()
    {
        const int senders = 400;
        CenterCode[] centers = [.. Enumerable.Range(0, senders + 1).Select(index => new CenterCode($"C{index:000}"))];
        AllocationRun run = AllocationRun.Create(
            AllocationNetwork.Create(
                Currency.Eur,
                new DecimalScale(2),
                centers.Select((center, index) => new CenterCost(center, 1_000m + (index * 7.37m))),
                Enumerable.Range(0, senders).Select(sender => new AllocationSender(
                    centers[sender],
                    DriverBasis.Weights,
                    Enumerable.Range(1, 30).Select(step => new AllocationDriver(
                            centers[(sender + (step * step)) % senders], 1m + (sender * step % 17)))
                        .DistinctBy(driver => driver.Receiver)
                        .Append(new AllocationDriver(centers[senders], 40m)))),
                Networks.Refuse),
            AllocationMethod.Reciprocal);

        Assert.True(run.Charges.Count(charge => charge.Receiver != centers[senders]) > 10_000);
        Assert.All(run.Charges, charge => Assert.True(
            (Fraction.Of(charge.Amount) - run.UnroundedCharge(charge.Sender, charge.Receiver)).Abs()
                < Fraction.Of(0.01m)));
        Assert.All(run.Balances.SkipLast(1), balance => Assert.Equal(0m, balance.Rest));
        Assert.Equal(run.Balances.Sum(balance => balance.Primary), run.Balances[^1].Rest);
    }
}
