using CostCenters.Allocations;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Allocations;

public class AllocationVariancesTests
{
    [Fact] // A had 40 % of 100, and has 50 % of 120.
    public void Analyze_TellsPoolFromDriver()
    {
        VarianceNode root = AllocationVariances.Analyze(Run(100m, 40m), Run(120m, 50m), new("A"));

        Assert.Equal(Fraction.Of(20m), root.Amount);
        Assert.Equal(Fraction.Of(8m), root["sender:IT/pool"].Amount);
        Assert.Equal(Fraction.Of(10m), root["sender:IT/driver"].Amount);
        Assert.Equal(Fraction.Of(2m), root["sender:IT/joint"].Amount);
        Assert.Equal(Fraction.Zero, root["sender:IT/rounding"].Amount);
    }

    [Fact] // A third of 100 is charged as 33.33.
    public void Analyze_KeepsWhatRoundingDid()
    {
        AllocationRun thirds = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 100m), ("A", 0m), ("B", 0m)), Networks.Sender("IT", ("A", 1m), ("B", 2m))),
            AllocationMethod.Direct);
        VarianceNode root = AllocationVariances.Analyze(Run(100m, 40m), thirds, new("A"));

        Assert.Equal(Fraction.Of(-6.67m), root.Amount);
        Assert.Equal(Fraction.Of(-20m) / Fraction.Of(3m), root["sender:IT/driver"].Amount);
        Assert.Equal(Fraction.Of(33.33m) - (Fraction.Of(100m) / Fraction.Of(3m)), root["sender:IT/rounding"].Amount);
    }

    [Fact] // The charge of a fixed 25 is new, whatever IT costs.
    public void Analyze_AFixedAmount_IsItsOwnPart()
    {
        AllocationRun fix = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 100m), ("A", 0m), ("B", 0m)),
                Networks.Sender(DriverBasis.FixedAmounts, "IT", ("A", 25m))),
            AllocationMethod.Direct);
        VarianceNode root = AllocationVariances.Analyze(Run(100m, 40m), fix, new("A"));

        Assert.Equal(Fraction.Of(25m), root["sender:IT/fixed-amount"].Amount);
        Assert.Equal(Fraction.Of(-40m), root["sender:IT/driver"].Amount);
    }

    [Fact]
    public void Analyze_ACenterThatIsChargedNothing_IsZero()
    {
        VarianceNode root = AllocationVariances.Analyze(Run(100m, 40m), Run(120m, 50m), new("IT"));

        Assert.Equal(Fraction.Zero, root.Amount);
        Assert.Empty(root.Children);
    }

    [Fact]
    public void Analyze_WhatDoesNotCompare_IsRefused()
    {
        AllocationRun dollars = AllocationRun.Create(
            AllocationNetwork.Create(
                Currency.Usd, new DecimalScale(2), Networks.Costs(("A", 1m)), [], Networks.Refuse),
            AllocationMethod.Direct);

        Assert.Throws<ArgumentException>(() => AllocationVariances.Analyze(Run(1m, 1m), dollars, new("A")));
        Assert.Throws<KeyNotFoundException>(
            () => AllocationVariances.Analyze(Run(1m, 1m), Run(1m, 1m), new("none")));
    }

    private static AllocationRun Run(decimal cost, decimal percent) => AllocationRun.Create(
        Networks.Of(
            Networks.Costs(("IT", cost), ("A", 0m), ("B", 0m)),
            Networks.Sender(DriverBasis.Percentages, "IT", ("A", percent), ("B", 100m - percent))),
        AllocationMethod.Direct);
}
