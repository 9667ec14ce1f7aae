using System.Collections.Immutable;
using CostCenters.Control.Spending;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Control.Commitments;

/// <summary>Where a request or an order stands at one position of the journal.</summary>
/// <remarks>Immutable.</remarks>
public sealed class CommitmentStatus
{
    internal CommitmentStatus(
        CommitmentEntry entry, CommitmentState state, ImmutableArray<CommitmentLineStatus> lines)
    {
        Entry = entry;
        State = state;
        Lines = lines;
    }

    /// <summary>The request or order.</summary>
    public SpendingDocument Document => Entry.Document;

    /// <summary>When, by whom and with which exemption it was recorded.</summary>
    public CommitmentEntry Entry { get; }

    /// <summary>Where it stands.</summary>
    public CommitmentState State { get; }

    /// <summary>Its lines, in order.</summary>
    public ImmutableArray<CommitmentLineStatus> Lines { get; }

    /// <summary>A document that takes over all that is open, dated another day, by the same rates and without
    /// quantities: to carry an order over into the next year. Reserved, it needs the budget of that day.</summary>
    /// <param name="id">The id of the new document.</param>
    /// <param name="date">The day of its lines.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value, or nothing is open.</exception>
    public SpendingDocument CarryTo(DocumentId id, LocalDate date) =>
        new(
            id,
            Document.Stage,
            Document.Currency,
            Lines.Select((line, number) => (line, number)).Where(pair => pair.line.Open != 0m).Select(pair =>
            {
                Posting posting = pair.line.Line.Posting;
                return new SpendingLine(
                    new Posting(
                        date, posting.Center, posting.Element, pair.line.Open, null, posting.Reference, posting.Text),
                    new TakeOver(Document.Id, pair.number, pair.line.Open),
                    pair.line.OpenForeign);
            }),
            Document.OverDeliveryPercent,
            Document.Expires);
}
