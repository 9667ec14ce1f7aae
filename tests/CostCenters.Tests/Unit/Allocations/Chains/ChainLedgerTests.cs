using CostCenters.Allocations.Chains;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Allocations.Chains;

/// <summary>A chain as one document of a ledger, through the commands that everybody has.</summary>
public class ChainLedgerTests
{
    [Fact] // X 100 goes to A and B by 1 : 3, then A 25 to B; the reversal leaves the cost as it was.
    public void Entries_PostedAsOneDocument_AreLoadedCostUntilTheyAreReversed()
    {
        Chain company = new Chain("X", "A", "B").With("X", 100m).Drive("x", ("A", 1m), ("B", 3m)).Drive("a", ("B", 1m));
        AllocationChain chain = company.Run(
            Chain.Direct("first", Chain.Fixed, Chain.By("X", "x")),
            Chain.Direct("second", Chain.Variable, Chain.By("A", "a")));
        var ledger = new Ledger(chain.Space);
        var day = new LocalDate(2026, 5, 31);
        ledger.Post(
            new Document(new("cost"), chain.Space.Currency, [new Posting(day, new("X"), Chain.Cost, 100m)]),
            Company.Stamp).GetOrThrow();

        ledger.Post(
            new Document(
                new("run"),
                chain.Space.Currency,
                chain.Entries().Select(entry => new Posting(
                    day, entry.Center, entry.Element, entry.Amount, reference: entry.Rule))),
            Company.Stamp).GetOrThrow();

        Assert.Equal([0m, 0m, 100m], AmountsOf(ledger));
        Assert.Equal(6, ledger.Snapshot().Postings().Count(posting => posting.Reference is not null));

        ledger.Reverse(new("run"), new("run-reversed"), null, Company.Stamp).GetOrThrow();
        Assert.Equal([100m, 0m, 0m], AmountsOf(ledger));
    }

    private static decimal[] AmountsOf(Ledger ledger)
    {
        ILookup<CenterCode, CubeCell> cells = ledger.Snapshot().ToCube().Cells().ToLookup(cell => cell.Address.Center);
        return [.. ledger.Space.Centers.Centers.Select(center => cells[center.Code].Sum(cell => cell.Amount))];
    }
}
