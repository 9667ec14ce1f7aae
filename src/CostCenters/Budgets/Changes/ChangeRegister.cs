using System.Collections.Immutable;
using CostCenters.Budgets.Approvals;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>All changes of budgets, as the entries of a journal leave them one after another.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class ChangeRegister(DecimalScale scale)
{
    private readonly Dictionary<DocumentId, BudgetChangeStatus> changes = [];
    private readonly List<DocumentId> inOrder = [];
    private readonly Dictionary<string, BudgetVersion> latest = [];
    private readonly Dictionary<string, Moved> sinceLatest = [];
    private readonly Dictionary<string, List<BudgetChange>> transfers = [];

    /// <summary>The steps that hold for what is submitted next.</summary>
    public ImmutableArray<ApprovalStep> Steps { get; private set; } = [];

    /// <summary>The limits that hold for what is approved next.</summary>
    public IReadOnlyList<TransferLimit> Limits { get; private set; } = [];

    /// <summary>All transfers of a budget that were ever approved, in the order of their approval.</summary>
    public IReadOnlyList<BudgetChange> TransfersOf(string budget) => transfers.GetValueOrDefault(budget) ?? [];

    public IEnumerable<BudgetChangeStatus> All => inOrder.Select(id => changes[id]);

    public BudgetChangeStatus? Find(DocumentId id) => changes.GetValueOrDefault(id);

    public BudgetVersion? LatestOf(string budget) => latest.GetValueOrDefault(budget);

    public static ChangeRegister Of(JournalState state)
    {
        var register = new ChangeRegister(state.Space.Scale);
        foreach (JournalEntry entry in state.Recorded)
        {
            register.Apply(entry);
        }

        return register;
    }

    /// <summary>Follows an entry.</summary>
    /// <returns>The change that the entry makes part of its budget, or null.</returns>
    public BudgetChange? Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case BudgetEntry budget
                when LatestOf(budget.Version.Name) is not BudgetVersion before
                    || before.Revision < budget.Version.Revision:
                latest[budget.Version.Name] = budget.Version;
                sinceLatest.Remove(budget.Version.Name);
                break;
            case ApprovalStepsEntry set:
                Steps = set.Steps;
                break;
            case TransferLimitsEntry set:
                Limits = set.Limits.ToArray();
                break;
            case BudgetChangeEntry entered:
                changes.Add(entered.Change.Id, new(entered, BudgetChangeState.Draft, [], []));
                inOrder.Add(entered.Change.Id);
                break;
            case BudgetDecisionEntry decision:
                return Apply(decision);
        }

        return null;
    }

    /// <summary>What a decision leaves of the approvals that a change waits for.</summary>
    public (BudgetChangeState State, ImmutableArray<ApprovalStep> Open) After(
        BudgetChangeStatus status, BudgetDecision decision)
    {
        ImmutableArray<ApprovalStep> open = decision switch
        {
            BudgetDecision.Submit when !Steps.IsEmpty => [.. Steps.Where(step => step.FromSize <= status.Change.Size)],
            BudgetDecision.Approve => status.OpenSteps[1..],
            _ => [],
        };
        return (
            decision == BudgetDecision.Reject ? BudgetChangeState.Rejected
                : open.IsEmpty ? BudgetChangeState.Approved
                : BudgetChangeState.Submitted,
            open);
    }

    /// <summary>The changes that are part of a budget since its latest version, in the order of their approval.
    /// </summary>
    public IReadOnlyList<BudgetChangeStatus> EffectiveOf(string budget) =>
        sinceLatest.TryGetValue(budget, out Moved? moved) ? moved.Changes : [];

    /// <summary>What a budget is now: its latest version, and the changes since.</summary>
    public Cube CubeOf(string budget, CubeSpace space)
    {
        var builder = new CubeBuilder(space);
        if (LatestOf(budget) is BudgetVersion version)
        {
            builder.Add(version.Cube);
        }

        foreach (BudgetLine line in EffectiveOf(budget).SelectMany(status => status.Change.Lines))
        {
            builder.Add(new CellAddress(line.Center, line.Element, line.Period!.Value), line.Amount, line.Quantity);
        }

        return builder.Build();
    }

    /// <summary>The amounts of a change by numbers.</summary>
    public static IEnumerable<CellChange> CellsOf(BudgetChange change, CubeSpace space) =>
        change.Lines.Select(line => new CellChange(
            space.Centers.IndexOf(line.Center),
            space.Elements.IndexOf(line.Element),
            space.Calendar.OrdinalOf(line.Period!.Value),
            space.Scale.ToCount(line.Amount)));

    /// <summary>What stands in one cell of a budget, in counts.</summary>
    public Int128 AmountOf(string budget, BudgetLine cell)
    {
        Int128 amount = 0;
        if (LatestOf(budget) is BudgetVersion version
            && version.Cube.Space.Centers.TryGet(cell.Center, out _)
            && version.Cube.Space.Elements.TryGet(cell.Element, out _)
            && version.Cube.TryGet(new(cell.Center, cell.Element, cell.Period!.Value), out CubeCell found))
        {
            amount = scale.ToCount(found.Amount);
        }

        return amount + (sinceLatest.TryGetValue(budget, out Moved? moved)
            ? moved.Amounts.GetValueOrDefault(CellOf(cell))
            : 0);
    }

    private BudgetChange? Apply(BudgetDecisionEntry decision)
    {
        BudgetChangeStatus before = changes[decision.Change];
        (BudgetChangeState state, ImmutableArray<ApprovalStep> open) = After(before, decision.Decision);
        BudgetChangeStatus after = changes[decision.Change] = before.With(decision, state, open);
        if (state != BudgetChangeState.Approved)
        {
            return null;
        }

        if (!sinceLatest.TryGetValue(after.Change.Budget, out Moved? moved))
        {
            sinceLatest.Add(after.Change.Budget, moved = new Moved());
        }

        moved.Changes.Add(after);
        if (after.Change.Kind == BudgetChangeKind.Transfer)
        {
            if (!transfers.TryGetValue(after.Change.Budget, out List<BudgetChange>? approved))
            {
                transfers.Add(after.Change.Budget, approved = []);
            }

            approved.Add(after.Change);
        }

        foreach (BudgetLine line in after.Change.Lines)
        {
            moved.Amounts[CellOf(line)] =
                moved.Amounts.GetValueOrDefault(CellOf(line)) + scale.ToCount(line.Amount);
        }

        return after.Change;
    }

    private static (CenterCode Center, ElementCode Element, FiscalPeriod Period) CellOf(BudgetLine line) =>
        (line.Center, line.Element, line.Period!.Value);

    /// <summary>What changes have added to a budget since its latest version.</summary>
    private sealed class Moved
    {
        public List<BudgetChangeStatus> Changes { get; } = [];

        public Dictionary<(CenterCode Center, ElementCode Element, FiscalPeriod Period), Int128> Amounts { get; } = [];
    }
}
