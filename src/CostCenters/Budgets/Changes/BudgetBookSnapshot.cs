using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Budgets.Changes;

/// <summary>The changes of all budgets, and what the budgets are, as of one position of a journal.</summary>
/// <remarks>Immutable; safe to read from any thread. What is asked for first is added up then, and kept.</remarks>
public sealed class BudgetBookSnapshot
{
    private readonly CubeSpace space;
    private readonly Lazy<ChangeRegister> register;

    internal BudgetBookSnapshot(JournalState state)
    {
        space = state.Space;
        register = new Lazy<ChangeRegister>(() => ChangeRegister.Of(state));
    }

    /// <summary>All changes, in the order in which they were entered.</summary>
    public ImmutableArray<BudgetChangeStatus> Changes => [.. register.Value.All];

    internal ChangeRegister Register => register.Value;

    /// <summary>Looks up a change.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="status">The change and where it stands, or null where there is none of that id.</param>
    public bool TryGetChange(DocumentId id, [NotNullWhen(true)] out BudgetChangeStatus? status)
    {
        status = register.Value.Find(id);
        return status is not null;
    }

    /// <summary>What a budget is: its latest version and the changes that were approved since. To tell two positions
    /// apart, compare their cubes as layers.</summary>
    /// <param name="budget">The name of the budget; one without version and changes is empty.</param>
    /// <exception cref="AmountOverflowException">A cell overflows 64 bits.</exception>
    public Cube ToCube(string budget) => register.Value.CubeOf(budget, space);

    /// <summary>The changes that are part of a budget beyond its latest version, in the order of their approval.
    /// </summary>
    /// <param name="budget">The name of the budget.</param>
    public ImmutableArray<BudgetChangeStatus> ChangesOf(string budget) => [.. register.Value.EffectiveOf(budget)];

    /// <summary>The approved changes behind a cell of a budget, beyond its latest version, in the order of their
    /// approval.</summary>
    /// <param name="budget">The name of the budget.</param>
    /// <param name="cell">Center, element and period.</param>
    public ImmutableArray<BudgetChangeStatus> ChangesOf(string budget, CellAddress cell) =>
    [
        .. register.Value.EffectiveOf(budget).Where(status => status.Change.Lines.Any(line =>
            line.Center == cell.Center && line.Element == cell.Element && line.Period == cell.Period)),
    ];
}
