using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Ledgers;

/// <summary>Postings that belong together: a ledger takes all of them or none.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Document
{
    /// <summary>Creates a document.</summary>
    /// <param name="id">Its id, unique in a ledger.</param>
    /// <param name="currency">The currency of all its amounts.</param>
    /// <param name="postings">At least one posting; copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value, or there is no
    /// posting.</exception>
    public Document(DocumentId id, Currency currency, IEnumerable<Posting> postings)
    {
        _ = id == default ? throw new ArgumentException("A document needs an id.", nameof(id)) : id;
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(postings);
        Id = id;
        Currency = currency;
        Postings = [.. postings];
        if (Postings.IsEmpty || Postings.Contains(null!))
        {
            throw new ArgumentException(
                "A document needs at least one posting, and none that is null.", nameof(postings));
        }
    }

    /// <summary>The id.</summary>
    public DocumentId Id { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The postings, in order.</summary>
    public ImmutableArray<Posting> Postings { get; }
}
