using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>What one center delivers to another, and at which price.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Transfer
{
    /// <summary>Creates a transfer.</summary>
    /// <param name="seller">The center that delivers.</param>
    /// <param name="buyer">The center that receives, another one.</param>
    /// <param name="units">How much; negative for a return.</param>
    /// <param name="price">The price of a unit.</param>
    /// <param name="period">The fiscal period, or null for a time of which there is one alone.</param>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    /// <exception cref="ArgumentException">Seller and buyer are one center.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is beyond 10^9 or has more than 8
    /// decimals.</exception>
    /// <exception cref="InvalidOperationException">A center is <c>default</c>.</exception>
    public Transfer(
        CenterCode seller, CenterCode buyer, decimal units, TransferPrice price, FiscalPeriod? period = null)
    {
        ArgumentNullException.ThrowIfNull(price);
        _ = seller.Value;
        _ = buyer.Value;
        if (seller == buyer)
        {
            throw new ArgumentException($"'{seller}' would sell to itself.", nameof(buyer));
        }

        _ = InputRange.Figure(units);
        Seller = seller;
        Buyer = buyer;
        Units = units;
        Price = price;
        Period = period;
    }

    /// <summary>The center that delivers.</summary>
    public CenterCode Seller { get; }

    /// <summary>The center that receives.</summary>
    public CenterCode Buyer { get; }

    /// <summary>How much.</summary>
    public decimal Units { get; }

    /// <summary>The price of a unit.</summary>
    public TransferPrice Price { get; }

    /// <summary>The fiscal period, or null.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>Units × price of the seller.</summary>
    public Fraction Revenue => Fraction.Of(Units) * Price.Seller;

    /// <summary>Units × price of the buyer.</summary>
    public Fraction Cost => Fraction.Of(Units) * Price.Buyer;

    /// <summary>The charges of an allocation as transfers: one unit each, at what it cost.</summary>
    /// <remarks>What a center charges itself is left out. A charge below 0 is a unit returned.</remarks>
    /// <param name="run">The run.</param>
    /// <param name="period">The fiscal period, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    public static IEnumerable<Transfer> FromRun(AllocationRun run, FiscalPeriod? period = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Currency currency = run.Network.Currency;
        var nothing = new Money(0m, currency);
        return run.Charges.Where(charge => charge.Sender != charge.Receiver).Select(charge => new Transfer(
            charge.Sender,
            charge.Receiver,
            charge.Amount < 0m ? -1m : 1m,
            TransferPrice.FullCost(nothing, new Money(Math.Abs(charge.Amount), currency)),
            period));
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Transfer),
        (nameof(Seller), Seller),
        (nameof(Buyer), Buyer),
        (nameof(Units), Units),
        (nameof(Price), Price),
        (nameof(Period), Period));
}
