using System.Collections.Immutable;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;

namespace CostCenters.Books;

/// <summary>A book as it stood at one position of its journal: one consistent cut through ledger, budgets, commitments
/// and key figures.</summary>
/// <remarks>Immutable; safe to read from any thread while the book goes on.</remarks>
public sealed class BookSnapshot
{
    private readonly JournalState state;

    internal BookSnapshot(
        string name,
        JournalSnapshot journal,
        LedgerSnapshot ledger,
        ImmutableArray<BudgetVersion> budgets,
        ImmutableArray<KeyFigureValue> keyFigures,
        JournalState state)
    {
        this.state = state;
        Name = name;
        Journal = journal;
        Ledger = ledger;
        Budgets = budgets;
        KeyFigures = keyFigures;
        Changes = new BudgetBookSnapshot(state);
        Control = new ControlSnapshot(state, Changes);
    }

    /// <summary>The name of the book.</summary>
    public string Name { get; }

    /// <summary>The audit trail up to here.</summary>
    public JournalSnapshot Journal { get; }

    /// <summary>Centers, elements, calendar, currency and scale, as they were then.</summary>
    public CubeSpace Space => Ledger.Space;

    /// <summary>The last command that this snapshot knows.</summary>
    public JournalPosition Position => Ledger.Position;

    /// <summary>The postings.</summary>
    public LedgerSnapshot Ledger { get; }

    /// <summary>The budget versions, in the order in which they were added.</summary>
    public ImmutableArray<BudgetVersion> Budgets { get; }

    /// <summary>The values of key figures, in the order in which they were recorded.</summary>
    public ImmutableArray<KeyFigureValue> KeyFigures { get; }

    /// <summary>Who holds which role, in the order in which it was set.</summary>
    public ImmutableArray<RoleAssignment> Roles => state.LatestOf<RolesEntry>()?.Assignments ?? [];

    /// <summary>The changes of budgets, and what the budgets are with them.</summary>
    public BudgetBookSnapshot Changes { get; }

    /// <summary>Requests, orders and the figures of the rules.</summary>
    public ControlSnapshot Control { get; }

    /// <summary>The actuals and each budget version, as layers for the analyses; where anything was ever requested or
    /// ordered, what is open of it, too.</summary>
    /// <param name="threads">The most threads at work, 1 or more; the layers are the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="AmountOverflowException">A cell of the actuals overflows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public CubeLayers ToLayers(int threads = 1, CancellationToken cancellation = default) =>
        Control.AddTo(Budgets.Aggregate(
            new CubeLayers(Space).With(LayerKey.Actual, Ledger.ToCube(threads, cancellation)),
            (layers, version) => layers.With(version.Layer, version.Cube)));
}
