using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Ledgers;

public class PartialQuantityTests
{
    [Fact] // 100 for 10 km, and 40 for nobody knows how many: 14 a km in the cube, where 10 were paid.
    public void FindPartialQuantities_OfAPostingWithoutOne_TellsBothAmounts()
    {
        Ledger ledger = LedgerOf(Freight(3, Company.North, 100m, 10m), Freight(3, Company.North, 40m));

        PartialQuantity found = Assert.Single(ledger.Snapshot().FindPartialQuantities());

        Assert.Equal(new CellAddress(Company.North, Company.Freight, Company.Period(3)), found.Cell);
        Assert.Equal((10m, 100m, 40m), (found.Quantity, found.AmountWithQuantity, found.AmountWithoutQuantity));
        Assert.True(ledger.Snapshot().ToCube().TryGet(found.Cell, out CubeCell cell));
        Assert.Equal((140m, 10m), (cell.Amount, cell.Quantity));
        Assert.Equal(found, PartialQuantity.Find(found.Cell, ledger.Snapshot().PostingsOf(found.Cell)));
        Assert.EndsWith(
            "Quantity = 10.000000, AmountWithQuantity = 100.00, AmountWithoutQuantity = 40.00 }",
            found.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void FindPartialQuantities_OfCellsThatAreWhole_TellsNone()
    {
        Ledger ledger = LedgerOf(
            Freight(3, Company.North, 100m, 10m), // all with a quantity
            Freight(3, Company.North, 50m, 5m),
            Freight(4, Company.North, 30m), // none with a quantity
            Freight(4, Company.North, 20m),
            Freight(3, Company.South, 20m, 2m), // nothing that a quantity would belong to
            Freight(3, Company.South, 0m),
            new(Company.Day(3), Company.North, Company.Salaries, 7m)); // another element of the same center

        Assert.Empty(ledger.Snapshot().FindPartialQuantities());
        Assert.Empty(new Ledger(Company.Space).Snapshot().FindPartialQuantities());
    }

    [Fact] // 30 without km by mistake, taken back, and posted again with 3 km: 80 for 8 km, as it should be.
    public void FindPartialQuantities_AfterTheReversal_TellsNone()
    {
        Ledger ledger = LedgerOf(Freight(4, Company.North, 50m, 5m));
        ledger.Post(Company.Document("wrong", Freight(4, Company.North, 30m)), Company.Stamp).GetOrThrow();
        JournalPosition wrong = ledger.Snapshot().Position;
        ledger.Reverse(new("wrong"), new("back"), null, Company.Stamp).GetOrThrow();
        ledger.Post(Company.Document("right", Freight(4, Company.North, 30m, 3m)), Company.Stamp).GetOrThrow();

        Assert.Empty(ledger.Snapshot().FindPartialQuantities());
        Assert.Equal(30m, Assert.Single(ledger.AsOf(wrong).FindPartialQuantities()).AmountWithoutQuantity);
    }

    [Fact] // A quantity of 0 is known; a credit without one is missed like a charge.
    public void FindPartialQuantities_InOrder_IsByCenterElementAndPeriod()
    {
        Ledger ledger = LedgerOf(
            Freight(5, Company.North, 1m, 1m),
            Freight(5, Company.North, -2m),
            Freight(2, Company.North, 0m, 0m),
            Freight(2, Company.North, 7m),
            new(Company.Day(12), Company.Head, Company.Freight, 5m, 1m, adjustmentPeriod: 1),
            new(Company.Day(12), Company.Head, Company.Freight, 3m, adjustmentPeriod: 1),
            new(Company.Day(12), Company.Head, Company.Freight, 9m),
            new(Company.Day(1), Company.North, Company.Salaries, 4m, 1m),
            new(Company.Day(1), Company.North, Company.Salaries, 6m));

        (CenterCode, ElementCode, int, decimal, decimal, decimal)[] expected =
        [
            (Company.Head, Company.Freight, 13, 1m, 5m, 3m),
            (Company.North, Company.Salaries, 1, 1m, 4m, 6m),
            (Company.North, Company.Freight, 2, 0m, 0m, 7m),
            (Company.North, Company.Freight, 5, 1m, 1m, -2m),
        ];
        Assert.Equal(
            expected,
            ledger.Snapshot().FindPartialQuantities().Select(found => (
                found.Cell.Center,
                found.Cell.Element,
                found.Cell.Period.Number,
                found.Quantity,
                found.AmountWithQuantity,
                found.AmountWithoutQuantity)));
    }

    [Fact] // Quantities begin anew in each chunk of the ledger's columns: 40,000 km for 20,000, and 20,000 for none.
    public void FindPartialQuantities_OfManyPostings_CountsEach()
    {
        Ledger ledger = LedgerOf([.. Enumerable.Range(0, 40_000)
            .Select(i => Freight(3, Company.North, 1m, i % 2 == 0 ? 2m : null))]);

        PartialQuantity found = Assert.Single(ledger.Snapshot().FindPartialQuantities());

        Assert.Equal(
            (40_000m, 20_000m, 20_000m), (found.Quantity, found.AmountWithQuantity, found.AmountWithoutQuantity));
        Assert.Throws<OperationCanceledException>(
            () => ledger.Snapshot().FindPartialQuantities(new CancellationToken(true)));
    }

    [Fact]
    public void Find_OfNoPostings_IsNull()
    {
        var cell = new CellAddress(Company.North, Company.Freight, Company.Period(3));

        Assert.Null(PartialQuantity.Find(cell, []));
        Assert.Throws<ArgumentNullException>(() => PartialQuantity.Find(cell, null!));
    }

    private static Posting Freight(int month, CenterCode center, decimal amount, decimal? quantity = null) =>
        new(Company.Day(month), center, Company.Freight, amount, quantity);

    private static Ledger LedgerOf(params Posting[] postings)
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d", postings), Company.Stamp).GetOrThrow();
        return ledger;
    }
}
