using CostCenters.Monetary;

namespace CostCenters.Control;

/// <summary>Where one line of a request or an order stands.</summary>
/// <remarks>
/// <para>Law: asked + exceeded = open + taken over + released. Summed over the lines of a purchase, from the request to
/// the invoices, what was ever asked for is what is requested, committed, invoiced and released.</para>
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

    /// <summary>The amounts of the lines that followed it: orders after a request, invoices after an order.</summary>
    public decimal TakenOver => scale.ToDecimal(line.TakenOver);

    /// <summary>By how much lines that followed were larger than what they took over.</summary>
    public decimal Exceeded => scale.ToDecimal(line.Exceeded);

    /// <summary>What was given back: by a lower price, a release, an expiry or the reversal of an invoice.</summary>
    public decimal Released => scale.ToDecimal(line.Released);
}
