using System.Collections.Immutable;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Control.Spending;

/// <summary>A request, an order or an invoice: reserved or posted whole, or not at all.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SpendingDocument
{
    /// <summary>Creates a document.</summary>
    /// <param name="id">Its id: unique among requests and orders, or among the documents of the ledger.</param>
    /// <param name="stage">Whether it is a request, an order or an invoice.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="lines">At least one line; copied.</param>
    /// <param name="overDeliveryPercent">By how much the lines that take over may sum to more than a line of this
    /// document, in percent of it: 10 lets 110 follow 100; null for any amount. Whatever exceeds the line is judged
    /// as new in any case.</param>
    /// <param name="expires">When what is open ends, or null for never; see <see cref="BudgetControl.Expire"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value, there is no line, or an invoice
    /// has a tolerance or an expiry.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is no stage, or
    /// <paramref name="overDeliveryPercent"/> is negative, beyond 10^9 or has more than 8 decimals.</exception>
    public SpendingDocument(
        DocumentId id,
        SpendingStage stage,
        Currency currency,
        IEnumerable<SpendingLine> lines,
        decimal? overDeliveryPercent = null,
        Instant? expires = null)
    {
        Id = id != default ? id : throw new ArgumentException("A document needs an id.", nameof(id));
        Stage = Enum.IsDefined(stage)
            ? stage
            : throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage.");
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(lines);
        Currency = currency;
        Lines = [.. lines];
        OverDeliveryPercent = SpendingPercent.Require(overDeliveryPercent, nameof(overDeliveryPercent));
        Expires = expires;
        if (Lines.IsEmpty || Lines.Contains(null!))
        {
            throw new ArgumentException("A document needs at least one line, and none that is null.", nameof(lines));
        }

        if (stage == SpendingStage.Actual && (overDeliveryPercent is not null || expires is not null))
        {
            throw new ArgumentException("Nothing of an invoice is open that could exceed or expire.", nameof(stage));
        }
    }

    /// <summary>The id.</summary>
    public DocumentId Id { get; }

    /// <summary>Whether it is a request, an order or an invoice.</summary>
    public SpendingStage Stage { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The lines, in order.</summary>
    public ImmutableArray<SpendingLine> Lines { get; }

    /// <summary>By how much more than a line may follow it, in percent of the line; null for any amount.</summary>
    public decimal? OverDeliveryPercent { get; }

    /// <summary>When what is open ends, or null for never.</summary>
    public Instant? Expires { get; }

    internal bool SaysTheSameAs(SpendingDocument other) =>
        Stage == other.Stage
        && OverDeliveryPercent == other.OverDeliveryPercent
        && Expires == other.Expires
        && Lines.SequenceEqual(other.Lines);
}
