using System.Collections.Immutable;
using CostCenters.Budgets.Approvals;

namespace CostCenters.Budgets.Changes;

/// <summary>A change of a budget, where it stands, and everybody who had a hand in it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BudgetChangeStatus
{
    internal BudgetChangeStatus(
        BudgetChangeEntry entered,
        BudgetChangeState state,
        ImmutableArray<ApprovalStep> open,
        ImmutableArray<BudgetDecisionEntry> decisions)
    {
        Entered = entered;
        State = state;
        OpenSteps = open;
        Decisions = decisions;
    }

    /// <summary>The change.</summary>
    public BudgetChange Change => Entered.Change;

    /// <summary>Who entered it, and when.</summary>
    public BudgetChangeEntry Entered { get; }

    /// <summary>Where it stands.</summary>
    public BudgetChangeState State { get; }

    /// <summary>The approvals that it waits for, in order; those that were needed when it was submitted.</summary>
    public ImmutableArray<ApprovalStep> OpenSteps { get; }

    /// <summary>Who submitted, approved and rejected it, and when, in order.</summary>
    public ImmutableArray<BudgetDecisionEntry> Decisions { get; }

    internal BudgetChangeStatus With(
        BudgetDecisionEntry decision, BudgetChangeState state, ImmutableArray<ApprovalStep> open) =>
        new(Entered, state, open, Decisions.Add(decision));
}
