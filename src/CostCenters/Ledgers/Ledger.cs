using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>An append-only ledger of postings in one currency, kept in columns.</summary>
/// <remarks>
/// <para>Laws: nothing is rewritten, a correction is a reversal; a document posts whole or not at all; a document id
/// that comes twice is reported and not doubled; every command carries who and when and gets a position in the journal;
/// a snapshot never changes, and the same position gives the same figures for ever.</para>
/// <para>Amounts are 64-bit counts at the scale of the space, 16 bytes a posting and 8 more for a quantity, texts not
/// counted.</para>
/// <para>Thread safety: commands run one after another; any number of threads may take and read snapshots meanwhile
/// without waiting.</para>
/// </remarks>
public sealed partial class Ledger : IJournalProjection
{
    private readonly Dictionary<DocumentId, DocumentEntry> documents = [];
    private readonly HashSet<DocumentId> reversed = [];
    private readonly JournalSlot<LedgerState> slot;

    /// <summary>Creates an empty ledger with a journal of its own.</summary>
    /// <param name="space">Centers, elements, calendar, currency and scale of the postings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    public Ledger(CubeSpace space)
        : this(new Journal("", space))
    {
    }

    /// <summary>Creates an empty ledger whose commands are recorded in a journal.</summary>
    /// <param name="journal">A journal without entries and without another ledger.</param>
    /// <exception cref="ArgumentNullException"><paramref name="journal"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The journal has entries, or a ledger.</exception>
    public Ledger(Journal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        Journal = journal;
        slot = journal.Attach(this, new LedgerState(new PostingColumns(), 0, CenterPeriodSet.Empty));
    }

    /// <summary>Where every command is recorded.</summary>
    public Journal Journal { get; }

    /// <summary>Centers, elements, calendar, currency and scale of the postings, as they are now.</summary>
    public CubeSpace Space => Journal.Space;

    /// <summary>The periods that are closed now.</summary>
    internal CenterPeriodSet Closed => State.Closed;

    private LedgerState State => slot.In(Journal.State);

    /// <summary>The ledger as it is now; in constant time, and never changed by later commands.</summary>
    public LedgerSnapshot Snapshot() => SnapshotOf(Journal.State);

    /// <summary>The ledger as it was at an earlier position of its journal.</summary>
    /// <param name="position">A position that a command got, or <c>default</c> for the empty ledger.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> has not come yet.</exception>
    public LedgerSnapshot AsOf(JournalPosition position) => Snapshot().AsOf(position);

    /// <summary>Posts a document, whole or not at all.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The position, or all reasons for the refusal. A document that the ledger holds already with the same
    /// contents is told as <see cref="CommandOutcome.AcceptedBefore"/>; with other contents it is refused.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public CommandResult Post(Document document, CommandStamp stamp, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Post(document.Id, document.Currency, document.Postings, stamp, cancellation);
    }

    /// <summary>
    /// Posts a stream of postings as one document, whole or not at all, without holding them as objects.
    /// </summary>
    /// <param name="id">The id of the document.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="postings">The postings, enumerated once; at least one.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>As for a document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value, or there is no posting or one that
    /// is null.</exception>
    /// <exception cref="InvalidOperationException">The stream gives a command to this ledger.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public CommandResult Post(
        DocumentId id,
        Currency currency,
        IEnumerable<Posting> postings,
        CommandStamp stamp,
        CancellationToken cancellation = default)
    {
        _ = id == default ? throw new ArgumentException("A document needs an id.", nameof(id)) : id;
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(stamp);
        using (Journal.Enter())
        {
            return PostLocked(id, currency, postings.WithCancellation(cancellation), stamp, reversal: null);
        }
    }

    /// <summary>Takes a document back by posting its postings with opposite signs.</summary>
    /// <param name="id">The document to take back; not a reversal, and not reversed before.</param>
    /// <param name="reversalId">The id of the reversal.</param>
    /// <param name="date">The day of the reversal, or null for the days of the postings themselves.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The position, or all reasons for the refusal; the reversal of the same document by the same id that
    /// comes twice is told as <see cref="CommandOutcome.AcceptedBefore"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reversalId"/> is a default value.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public CommandResult Reverse(
        DocumentId id,
        DocumentId reversalId,
        LocalDate? date,
        CommandStamp stamp,
        CancellationToken cancellation = default)
    {
        _ = reversalId == default
            ? throw new ArgumentException("A reversal needs an id of its own.", nameof(reversalId))
            : reversalId;
        ArgumentNullException.ThrowIfNull(stamp);
        using (Journal.Enter())
        {
            bool sameReversal = documents.TryGetValue(reversalId, out DocumentEntry? taken) && taken.Reverses == id;
            if (!sameReversal && RefusedReversal(id) is CommandResult refused)
            {
                return refused;
            }

            IEnumerable<Posting> postings =
                documents[id].Postings().Select(posting => posting.Reversed(date)).WithCancellation(cancellation);
            return PostLocked(reversalId, Space.Currency, postings, stamp, new Reversal(id, date));
        }
    }

    /// <summary>Closes a period for some centers: they take no postings in it any more.</summary>
    /// <param name="period">The period.</param>
    /// <param name="centers">The centers, each by itself; children are not closed with their parents.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> when it was closed for all of them.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CommandResult Close(FiscalPeriod period, IEnumerable<CenterCode> centers, CommandStamp stamp) =>
        SetClosed(period, centers, stamp, closes: true);

    /// <summary>Opens a closed period again for some centers.</summary>
    /// <param name="period">The period.</param>
    /// <param name="centers">The centers, each by itself.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> when it was open for all of them.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CommandResult Reopen(FiscalPeriod period, IEnumerable<CenterCode> centers, CommandStamp stamp) =>
        SetClosed(period, centers, stamp, closes: false);

    internal LedgerSnapshot SnapshotOf(JournalState journal) => new(journal, slot.In(journal));

    private CommandResult SetClosed(
        FiscalPeriod period, IEnumerable<CenterCode> centers, CommandStamp stamp, bool closes)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(stamp);
        ImmutableArray<CenterCode> codes = [.. centers];
        using (Journal.Enter())
        {
            var faults = codes
                .Select((code, line) => (code, line))
                .Where(pair => !Space.Centers.TryGet(pair.code, out _))
                .Select(pair => new CommandFault(
                    CommandFaultKind.UnknownCenter, pair.line, $"There is no center '{pair.code}'."))
                .ToList();
            if (!Space.Calendar.Contains(period))
            {
                faults.Insert(0, new CommandFault(
                    CommandFaultKind.DateOutOfRange, null, $"The calendar has no period {period}."));
            }

            if (faults.Count > 0)
            {
                return CommandResult.Refused(Journal.Position, [.. faults]);
            }

            LedgerState state = State;
            CenterPeriodSet closed = codes.Aggregate(
                state.Closed,
                (set, code) => closes ? set.With(code, period) : set.Without(code, period));
            if (closed.Count == state.Closed.Count)
            {
                return CommandResult.AcceptedBefore(Journal.Position);
            }

            return Journal.Publish(
                new PeriodEntry(Journal.Next, stamp, period, closes, codes), slot, state with { Closed = closed });
        }
    }

    /// <summary>Why a document cannot be reversed, or null when it can.</summary>
    private CommandResult? RefusedReversal(DocumentId id) =>
        !documents.TryGetValue(id, out DocumentEntry? original)
            ? Refused(CommandFaultKind.UnknownDocument, $"There is no document '{id}' to reverse.")
            : original.Reverses is not null || reversed.Contains(id)
                ? Refused(
                    CommandFaultKind.NotReversible,
                    $"Document '{id}' is a reversal or has been reversed; post a new document instead.")
                : null;

    private CommandResult Refused(CommandFaultKind kind, string message) =>
        CommandResult.Refused(Journal.Position, kind, message);
}
