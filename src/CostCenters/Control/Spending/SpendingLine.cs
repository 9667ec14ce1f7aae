using CostCenters.Ledgers;

namespace CostCenters.Control.Spending;

/// <summary>One line of a request, an order or an invoice.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SpendingLine
{
    /// <summary>Creates a line.</summary>
    /// <param name="posting">Day, center, element and amount: as posted, or as it would be posted. A foreign amount is
    /// converted first, by a named rate of a named day, and stays at that rate.</param>
    /// <param name="takesOver">What it takes over from an earlier stage, or null.</param>
    /// <param name="foreign">The foreign amount that the amount of the posting was converted from, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="posting"/> is null.</exception>
    public SpendingLine(Posting posting, TakeOver? takesOver = null, ForeignAmount? foreign = null)
    {
        ArgumentNullException.ThrowIfNull(posting);
        Posting = posting;
        TakesOver = takesOver;
        Foreign = foreign;
    }

    /// <summary>Day, center, element and amount.</summary>
    public Posting Posting { get; }

    /// <summary>What it takes over from an earlier stage, or null.</summary>
    public TakeOver? TakesOver { get; }

    /// <summary>The foreign amount that it was converted from, or null.</summary>
    public ForeignAmount? Foreign { get; }
}
