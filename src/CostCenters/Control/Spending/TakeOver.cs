using CostCenters.Ledgers;

namespace CostCenters.Control.Spending;

/// <summary>How much a line takes over from a line of an earlier stage: an order from a request, an invoice from an
/// order, or an order from the one that it replaces.</summary>
/// <remarks>
/// <para>What is taken over is no longer open there. Where the new line has a smaller amount, the rest is released;
/// where it has a larger one, the excess alone is new, and judged.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record TakeOver
{
    /// <summary>Creates a take-over.</summary>
    /// <param name="document">The id of the request or order.</param>
    /// <param name="line">Its line, 0 for the first.</param>
    /// <param name="amount">How much of what is open there, in the currency of the book; above 0.</param>
    /// <exception cref="ArgumentException"><paramref name="document"/> is a default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="line"/> is negative.</exception>
    public TakeOver(DocumentId document, int line, decimal amount)
    {
        Document = document != default
            ? document
            : throw new ArgumentException("A take-over needs the id of a document.", nameof(document));
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        Line = line;
        Amount = amount;
    }

    /// <summary>The id of the request or order.</summary>
    public DocumentId Document { get; }

    /// <summary>Its line, 0 for the first.</summary>
    public int Line { get; }

    /// <summary>How much of what is open there, in the currency of the book.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(TakeOver), (nameof(Document), Document), (nameof(Line), Line), (nameof(Amount), Amount));
}
