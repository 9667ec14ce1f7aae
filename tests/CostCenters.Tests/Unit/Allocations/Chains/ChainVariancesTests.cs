using CostCenters.Allocations.Chains;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations.Chains;

/// <summary>HR charges IT and A by heads, then IT charges A and B by machines.</summary>
public class ChainVariancesTests
{
    private static readonly CenterCode A = new("A");

    [Fact] // HR 60 by 1 : 2, then 100 + 20 by halves; after that HR 90 by 1 : 1, then 100 + 45 by halves.
    public void Analyze_TwoChains_ExplainsRuleByRule()
    {
        VarianceNode root = ChainVariances.Analyze(Run(60m, 1m), Run(90m, 2m), A, Chain.May);

        // A: 40 + 60 before, 45 + 72.50 after. HR's pool + 30 at two thirds, its share - 1/6 of 60, both - 5.
        Assert.Equal(Fraction.Of(17.50m), root.Amount);
        Assert.Equal(Fraction.Of(20m), root["rule:HR/element:fixed/sender:HR/pool"].Amount);
        Assert.Equal(Fraction.Of(-10m), root["rule:HR/element:fixed/sender:HR/driver"].Amount);
        Assert.Equal(Fraction.Of(-5m), root["rule:HR/element:fixed/sender:HR/joint"].Amount);

        // IT has 25 more, of which a half is A's.
        Assert.Equal(Fraction.Of(12.50m), root["rule:IT/element:variable/sender:IT/pool"].Amount);
        Assert.Equal(Fraction.Of(12.50m), root["rule:IT"].Amount);
    }

    [Fact] // Without the rule of IT, A is not charged its 60.
    public void Analyze_ARuleThatIsGone_ChargedNothingAfterwards()
    {
        AllocationChain alone = Base(60m, 1m).Run(Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")));
        VarianceNode root = ChainVariances.Analyze(Run(60m, 1m), alone, A, Chain.May);

        Assert.Equal(Fraction.Of(-60m), root.Amount);
        Assert.Equal(Fraction.Of(-60m), root["rule:IT/element:variable/sender:IT"].Amount);
        Assert.Equal(Fraction.Zero, root["rule:HR"].Amount);
    }

    [Fact]
    public void Analyze_ACenterThatNoRuleCharges_IsZero()
    {
        AllocationChain none = Base(60m, 1m).Run();
        VarianceNode root = ChainVariances.Analyze(none, none, A, Chain.May);

        Assert.Equal(Fraction.Zero, root.Amount);
        Assert.Empty(root.Children);
    }

    [Fact]
    public void Analyze_WhatThereIsNot_IsRefused()
    {
        AllocationChain chain = Run(60m, 1m);

        Assert.Throws<ArgumentOutOfRangeException>(() => ChainVariances.Analyze(chain, chain, A, Chain.June));
        Assert.Throws<KeyNotFoundException>(() => ChainVariances.Analyze(chain, chain, new("?"), Chain.May));
        Assert.Throws<ArgumentNullException>(() => ChainVariances.Analyze(null!, chain, A, Chain.May));
        Assert.Throws<ArgumentNullException>(() => ChainVariances.Analyze(chain, null!, A, Chain.May));
    }

    private static AllocationChain Run(decimal cost, decimal heads) => Base(cost, heads).Run(
        Chain.Direct("HR", Chain.Fixed, Chain.By("HR", "heads")),
        Chain.Direct("IT", Chain.Variable, Chain.By("IT", "machines")));

    private static Chain Base(decimal cost, decimal heads) => new Chain("HR", "IT", "A", "B")
        .With("HR", cost)
        .With("IT", 100m)
        .Drive("heads", ("IT", heads), ("A", 2m))
        .Drive("machines", ("A", 1m), ("B", 1m));
}
