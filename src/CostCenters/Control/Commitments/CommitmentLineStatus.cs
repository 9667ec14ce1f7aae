using CostCenters.Control.Spending;
using CostCenters.Monetary;

namespace CostCenters.Control.Commitments;

/// <summary>Where one line of a request or an order stands.</summary>
/// <remarks>
/// <para>Law: asked + exceeded = open + taken over + released. Summed over the lines of a purchase, from the request to
/// the invoices, what was ever asked for is what is requested, committed, invoiced and released.</para>
/// <para>What followed a line differs from what it took over by price, quantity and rate: price + quantity + rate
/// difference = the amounts of the lines that followed - what they took over. Each is 0 or positive where more was
/// spent; what a reversed invoice had differed does not count.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class CommitmentLineStatus
{
    private readonly DecimalScale scale;
    private readonly CommitmentLine line;

    internal CommitmentLineStatus(SpendingLine asked, DecimalScale scale, CommitmentLine line)
    {
        Line = asked;
        this.scale = scale;
        this.line = line;
    }

    /// <summary>The line as it was recorded.</summary>
    public SpendingLine Line { get; }

    /// <summary>Its amount.</summary>
    public decimal Asked => scale.ToDecimal(line.Asked);

    /// <summary>What is still reserved.</summary>
    public decimal Open => scale.ToDecimal(line.Open);

    /// <summary>What is still reserved, in the foreign currency of the line by its rate, half to even to the minor
    /// unit; null where the line has no foreign amount, or no whole minor units make <see cref="Open"/>.</summary>
    public ForeignAmount? OpenForeign =>
        line.Open == line.Asked ? Line.Foreign : Line.Foreign?.PartOf(line.Open, scale);

    /// <summary>The amounts of the lines that followed it: orders after a request, invoices after an order.</summary>
    public decimal TakenOver => scale.ToDecimal(line.TakenOver);

    /// <summary>By how much lines that followed were larger than what they took over.</summary>
    public decimal Exceeded => scale.ToDecimal(line.Exceeded);

    /// <summary>What another price made: quantity that came x (its price - the price of the line), by the rate of the
    /// line; the rest of the difference where there are no quantities.</summary>
    public decimal PriceDifference => scale.ToDecimal(line.Difference.Price);

    /// <summary>What another quantity made: quantity that came x the price of the line - what was taken over, each
    /// rounded to the smallest unit, half to even; 0 where one of the lines has no quantity.</summary>
    public decimal QuantityDifference => scale.ToDecimal(line.Difference.Quantity);

    /// <summary>What another exchange rate made: the amount that came - its foreign amount by the rate of the line,
    /// each rounded to the smallest unit, half to even; 0 where one of the lines has no foreign amount.</summary>
    public decimal RateDifference => scale.ToDecimal(line.Difference.Rate);

    /// <summary>What was given back: by a lower price, a release, an expiry or the reversal of an invoice.</summary>
    public decimal Released => scale.ToDecimal(line.Released);
}
