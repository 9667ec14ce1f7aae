using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Ledgers;

public class CurrencyWithdrawalTests
{
    // HRK was withdrawn on 2023-01-01, when Croatia changed to the euro.
    private static readonly Posting LastDay = new(new(2022, 12, 31), Company.Head, Company.Sales, 1m);
    private static readonly Posting FirstDayAfter = new(new(2023, 1, 1), Company.Head, Company.Sales, 2m);
    private static readonly Posting LaterYear = new(new(2026, 3, 31), Company.North, Company.Freight, 3m, text: "late");

    [Fact] // Issue 11, point 22: the import notes such rows, and the ledger said nothing.
    public void PostingsAfterWithdrawal_CurrencyOfTheList_AreThoseFromItsDayOn()
    {
        LedgerSnapshot ledger = Posted("HRK");

        Assert.Equal([FirstDayAfter, LaterYear], ledger.PostingsAfterWithdrawal());
        Assert.Throws<OperationCanceledException>(
            () => ledger.PostingsAfterWithdrawal(new CancellationToken(true)).ToList());
    }

    [Fact]
    public void PostingsAfterWithdrawal_CurrencyInUse_AreNone() =>
        Assert.Empty(Posted("EUR").PostingsAfterWithdrawal());

    private static LedgerSnapshot Posted(string currency)
    {
        var ledger = new Ledger(new CubeSpace(
            Company.Space.Centers, Company.Space.Elements, Company.Calendar, Currency.FromIso(currency), new(2)));
        ledger.Post(new("d1"), Currency.FromIso(currency), [LastDay, FirstDayAfter, LaterYear], Company.Stamp)
            .GetOrThrow();
        return ledger.Snapshot();
    }
}
