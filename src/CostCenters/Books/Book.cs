using System.Collections.Immutable;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Structure;

namespace CostCenters.Books;

/// <summary>
/// The book of one company: master data, ledger, budgets, commitments and key figures, all recorded in one journal.
/// </summary>
/// <remarks>
/// <para>Laws: every command is accepted or refused whole, and recorded once; what <see cref="Snapshot"/> gives is one
/// consistent cut; a book that is read from its journal has the same positions and figures.</para>
/// <para>Thread safety: commands run one after another over everything that the book holds; any number of threads may
/// take and read snapshots meanwhile without waiting.</para>
/// </remarks>
public sealed class Book
{
    /// <summary>Creates an empty book.</summary>
    /// <param name="name">The name of the company; may be empty.</param>
    /// <param name="space">Centers, elements, calendar, currency and scale to start with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has a NUL or half of a surrogate pair.</exception>
    public Book(string name, CubeSpace space)
    {
        Journal = new Journal(name, space);
        Ledger = new Ledger(Journal);
        Budgets = new BudgetVersions(Journal);
        KeyFigures = new KeyFigureRecords(Journal);
        Roles = new Roles(Journal);
        Changes = new BudgetBook(Journal, Budgets, Roles);
        Control = new BudgetControl(Journal, Ledger, Changes, Roles);
    }

    /// <summary>The name of the company.</summary>
    public string Name => Journal.Name;

    /// <summary>The record of every command.</summary>
    public Journal Journal { get; }

    /// <summary>Centers, elements, calendar, currency and scale, as they are now.</summary>
    public CubeSpace Space => Journal.Space;

    /// <summary>Posts and reverses documents, closes and opens periods.</summary>
    public Ledger Ledger { get; }

    /// <summary>Takes budget versions.</summary>
    public BudgetVersions Budgets { get; }

    /// <summary>Takes values of key figures.</summary>
    public KeyFigureRecords KeyFigures { get; }

    /// <summary>Knows who may approve and override what.</summary>
    public Roles Roles { get; }

    /// <summary>Takes changes of budgets, and their approvals.</summary>
    public BudgetBook Changes { get; }

    /// <summary>Checks what may still be spent, and reserves it.</summary>
    public BudgetControl Control { get; }

    /// <summary>Lets the master data grow; see <see cref="Journals.Journal.Extend"/>.</summary>
    /// <param name="centers">All centers so far, in the same places, and perhaps more or with other validities.</param>
    /// <param name="elements">All elements so far, in the same places, and perhaps more.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing is new.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The master data is no extension.</exception>
    public CommandResult Extend(CenterHierarchy centers, ElementChart elements, CommandStamp stamp) =>
        Journal.Extend(centers, elements, stamp);

    /// <summary>The book as it is now, never changed by later commands.</summary>
    public BookSnapshot Snapshot()
    {
        JournalState state = Journal.State;
        return new BookSnapshot(
            Name,
            new JournalSnapshot(Journal, state),
            Ledger.SnapshotOf(state),
            Budgets.In(state),
            KeyFigures.In(state),
            state);
    }

    /// <summary>The book as it was at an earlier position of its journal.</summary>
    /// <param name="position">A position that a command got, or <c>default</c> for the empty book.</param>
    /// <remarks>Takes time in proportion to the number of commands.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> has not come yet.</exception>
    public BookSnapshot AsOf(JournalPosition position)
    {
        JournalState now = Journal.State;
        JournalState then = now.AsOf(position);
        var budgets = ImmutableArray.CreateBuilder<BudgetVersion>();
        var records = new SortedDictionary<long, KeyFigureEntry>();
        foreach (JournalEntry entry in then.Recorded)
        {
            switch (entry)
            {
                case BudgetEntry budget:
                    budgets.Add(budget.Version);
                    break;
                case KeyFigureEntry recorded:
                    records.Add(recorded.Position.Number, recorded);
                    break;
                case KeyFigureWithdrawal withdrawal:
                    records.Remove(withdrawal.Withdrawn.Number);
                    break;
            }
        }

        return new BookSnapshot(
            Name,
            new JournalSnapshot(Journal, then),
            Ledger.SnapshotOf(now).AsOf(position),
            budgets.ToImmutable(),
            [.. records.Values.SelectMany(entry => entry.Values)],
            then);
    }

    /// <summary>Reads a book from its journal.</summary>
    /// <param name="stream">A journal that is whole to its end; left open.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The book with the positions, figures and hashes that it had.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="JournalException">An entry was altered, dropped, inserted or moved, a command is refused, or
    /// the journal ends inside an entry.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Book Read(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        using var reader = new JournalReader(stream, cancellation);
        Book book = Start(reader);
        book.Journal.Restore(reader);
        return book;
    }

    /// <summary>Opens a book whose journal goes on in the stream that holds it.</summary>
    /// <remarks>After a crash the last entry may stand there in part: it was never accepted, is cut off, and reported.
    /// </remarks>
    /// <param name="stream">The journal from its first byte on, to be read, written and sought; each later command is
    /// appended to it. To be closed by the caller after the last command, and to be written by nobody else
    /// meanwhile.</param>
    /// <param name="dropped">How many bytes of an entry that ends too early were cut off; 0 as a rule.</param>
    /// <param name="cancellation">Ends the reading; the stream is as it was then.</param>
    /// <returns>The book; see also <see cref="Journals.Journal.AppendTo"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="JournalException">An entry was altered, dropped, inserted or moved, a command is refused, or
    /// what the journal starts from is not whole: then nothing was ever accepted.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Book Open(Stream stream, out long dropped, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        stream.Position = 0;
        using var reader = new JournalReader(stream, cancellation);
        Book book = Start(reader);
        try
        {
            book.Journal.Restore(reader);
        }
        catch (JournalException error) when (error.IsTorn)
        {
            // The last entry is not whole, and was never accepted.
        }

        dropped = stream.Length - reader.End;
        stream.SetLength(reader.End);
        stream.Position = reader.End;
        book.Journal.Continue(stream);
        return book;
    }

    private static Book Start(JournalReader reader)
    {
        try
        {
            (string name, CubeSpace space) = StructureLines.ReadStart(reader);
            return new Book(name, space);
        }
        catch (Exception error) when (Journal.IsFaultOfContents(error))
        {
            throw reader.Fault(error.Message, error);
        }
    }
}
