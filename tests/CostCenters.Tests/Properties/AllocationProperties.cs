using CostCenters.Allocations;
using CostCenters.Monetary;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(AllocationGenerators)])]
public class AllocationProperties
{
    private static readonly Fraction Cent = Fraction.Of(0.01m);

    [Property]
    public void Create_EveryMethod_EmptiesEverySenderAndKeepsTheTotal(AllocationCase c)
    {
        foreach (AllocationRun run in EveryMethod(c))
        {
            Assert.Empty(run.Findings);
            Assert.All(run.Balances, balance =>
            {
                Assert.Equal(balance.Gross, balance.Sent + balance.Rest);
                Assert.Equal(balance.Primary - balance.Rest, balance.Net);
                Assert.True(!balance.IsSender || balance.Rest == 0m);
            });
            Assert.Equal(c.Cents.Sum() / 100m, run.Balances.Sum(balance => balance.Rest));
            Assert.Equal(run.Charges.Sum(charge => charge.Amount), run.Balances.Sum(balance => balance.Sent));
            Assert.Equal(run.Charges.Sum(charge => charge.Amount), run.Balances.Sum(balance => balance.Received));
        }
    }

    [Property]
    public void Create_EveryMethod_RoundsEveryChargeUpOrDown(AllocationCase c)
    {
        foreach (AllocationRun run in EveryMethod(c))
        {
            foreach (AllocationCharge charge in run.Charges)
            {
                Fraction unrounded = Unrounded(run, charge);
                Assert.True(
                    (Fraction.Of(charge.Amount) - unrounded).Abs() < Cent,
                    $"{charge.Sender}>{charge.Receiver}: {charge.Amount} for {unrounded}");
                Assert.True(unrounded.Sign * Fraction.Of(charge.Amount).Sign >= 0);
            }
        }
    }

    [Property] // The oracle: what is computed solves the equations of the circle, put down once more by hand.
    public void Reciprocal_ExactCharges_SolveTheEquations(AllocationCase c)
    {
        AllocationRun run = AllocationRun.Create(c.Network, AllocationMethod.Reciprocal);
        for (int center = 0; center < c.Cents.Length; center++)
        {
            Fraction gross = run.UnroundedGross(run.Network.Centers[center]);
            AssertSolved(
                c,
                gross,
                Fraction.Of(c.Cents[center] / 100m) + Fraction.Sum(
                    run.Charges.Where(charge => charge.Receiver == run.Network.Centers[center])
                        .Select(charge => Unrounded(run, charge))));
            if (center < c.Senders)
            {
                Fraction all = Fraction.Sum(c.Weights[center].Values.Select(Fraction.Of));
                Assert.All(c.Weights[center].Where(line => line.Value > 0m), line => AssertSolved(
                    c,
                    gross * Fraction.Of(line.Value) / all,
                    run.UnroundedCharge(run.Network.Centers[center], run.Network.Centers[line.Key])));
            }
        }
    }

    [Property]
    public void Create_PositivePools_GiveNoNegativeShare(AllocationCase c)
    {
        AllocationCase positive = c with { Cents = Array.ConvertAll(c.Cents, Math.Abs) };
        Assert.All(EveryMethod(positive).SelectMany(run => run.Charges), charge => Assert.True(charge.Amount >= 0m));
    }

    [Property]
    public void Create_OtherNamesAndAnotherOrderOfTheInput_ChangesNothing(AllocationCase c)
    {
        var pairs = EveryMethod(c).Zip(Methods(c.Renamed, c.Senders)
            .Select(method => AllocationRun.Create(c.Renamed, method)));
        Assert.All(pairs, pair => Assert.Equal(
            pair.First.Charges.Select(charge => charge.Amount),
            pair.Second.Charges.Select(charge => charge.Amount)));
    }

    [Property]
    public void Create_NobodyServesASender_AllMethodsAgree(AllocationCase c) =>
        Assert.All(Methods(c.WithoutServices, c.Senders), method => Assert.Equal(
            [.. AllocationRun.Create(c.WithoutServices, AllocationMethod.Reciprocal).Charges],
            AllocationRun.Create(c.WithoutServices, method).Charges.AsEnumerable()));

    [Property]
    public void Create_WithoutACircle_StepDownIsReciprocal(AllocationCase c)
    {
        var inOrder = AllocationMethod.StepDown(c.WithoutCircles.Centers.Take(c.Senders));

        Assert.Equal(
            [.. AllocationRun.Create(c.WithoutCircles, AllocationMethod.Reciprocal).Charges],
            AllocationRun.Create(c.WithoutCircles, inOrder).Charges.AsEnumerable());
    }

    [Property] // With one method alone, what a sender has is split as any amount is.
    public void Direct_OfEverySender_IsTheSplitByLargestRemainder(AllocationCase c)
    {
        AllocationRun run = AllocationRun.Create(c.Network, AllocationMethod.Direct);
        for (int sender = 0; sender < c.Senders; sender++)
        {
            var lines = c.Weights[sender].Where(line => line.Key >= c.Senders && line.Value > 0m)
                .OrderBy(line => line.Key).ToArray();
            Assert.Equal(
                Apportionment.Split(
                    c.Cents[sender], [.. lines.Select(line => line.Value)], RemainderRule.LargestRemainder)
                    .Select(cents => cents / 100m),
                lines.Select(line =>
                    run.Charge(run.Network.Centers[sender], run.Network.Centers[line.Key])!.Value.Amount));
        }
    }

    [Property]
    public void Trace_OfEveryChargeAndCost_AddsUp(AllocationCase c)
    {
        foreach (AllocationRun run in EveryMethod(c).Take(c.Senders > 6 ? 1 : int.MaxValue))
        {
            int levels = c.Seed % 3;
            foreach (AllocationCharge charge in run.Charges.Take(4))
            {
                TraceNode root = AllocationTrace.Upstream(run, charge.Sender, charge.Receiver, levels);
                Assert.Equal(Fraction.Of(charge.Amount), root.Amount);
                AssertAddsUp(root);
            }

            foreach (var center in run.Network.Centers.Take(3))
            {
                TraceNode root = AllocationTrace.Downstream(run, center, levels);
                Assert.Equal(Fraction.Of(run[center].Primary), root.Amount);
                AssertAddsUp(root);
            }
        }
    }

    [Property]
    public void ConsumptionMatrix_OfEverySender_MakesOne(AllocationCase c)
    {
        foreach (AllocationRun run in EveryMethod(c).Take(c.Senders > 6 ? 1 : int.MaxValue))
        {
            var matrix = ConsumptionMatrix.Create(run);
            Assert.All(matrix.Senders, sender =>
            {
                Assert.Equal(
                    Fraction.One, Fraction.Sum(run.Network.Centers.Select(center => matrix.Direct(sender, center))));
                Assert.Equal(
                    Fraction.One, Fraction.Sum(run.Network.Centers.Select(center => matrix.Full(sender, center))));
            });
        }
    }

    [Property] // A node whose parts do not add up cannot be made; the root is what the balances say.
    public void Variances_BetweenTwoMethods_ExplainTheDifference(AllocationCase c)
    {
        AllocationRun before = AllocationRun.Create(c.Network, AllocationMethod.Direct);
        AllocationRun after = AllocationRun.Create(c.Network, AllocationMethod.Reciprocal);
        Assert.All(c.Network.Centers.TakeLast(2), center => Assert.Equal(
            Fraction.Of(after[center].Received - before[center].Received),
            AllocationVariances.Analyze(before, after, center).Amount));
    }

    /// <summary>Exact for small networks, near enough to be so for large ones.</summary>
    private static void AssertSolved(AllocationCase c, Fraction expected, Fraction actual) =>
        Assert.True(
            (expected - actual).Abs() <= (c.Senders <= 6 ? Fraction.Zero : Fraction.One / Fraction.Of(1e20m)),
            $"{expected}, not {actual}");

    private static Fraction Unrounded(AllocationRun run, AllocationCharge charge) =>
        run.UnroundedCharge(charge.Sender, charge.Receiver);

    private static void AssertAddsUp(TraceNode node)
    {
        if (node.Parts.Length > 0)
        {
            Assert.Equal(node.Amount, Fraction.Sum(node.Parts.Select(part => part.Amount)));
        }

        Assert.All(node.Parts, AssertAddsUp);
    }

    private static IEnumerable<AllocationRun> EveryMethod(AllocationCase c) =>
        Methods(c.Network, c.Senders).Select(method => AllocationRun.Create(c.Network, method));

    private static AllocationMethod[] Methods(AllocationNetwork network, int senders) =>
    [
        AllocationMethod.Direct,
        AllocationMethod.StepDown(network.Centers.Take(senders).Reverse()),
        AllocationMethod.StepDown(StepOrder.MostServed),
        AllocationMethod.StepDown(StepOrder.GreatestAmount),
        AllocationMethod.Reciprocal,
    ];
}
