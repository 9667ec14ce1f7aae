using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostCenters.Budgets.Approvals;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Budgets.Changes;

/// <summary>Budgets that move: changes that are entered, approved and then part of their budget, none ever rewritten.
/// </summary>
/// <remarks>
/// <para>A budget is its latest version and the changes that were approved since. <see cref="Freeze"/> makes the next
/// version of both; a version itself never changes.</para>
/// <para>Laws: a transfer and a change of phasing keep the total; nobody approves what they entered; a budget at an
/// earlier position of the journal is what it was then.</para>
/// <para>Commands run one after another with all others of the journal; any number of threads may read meanwhile.
/// </para>
/// </remarks>
public sealed class BudgetBook : IJournalProjection
{
    private readonly Journal journal;
    private readonly BudgetVersions versions;
    private readonly Roles roles;
    private readonly ChangeRegister register;
    private readonly ChangeFaults faults;

    internal BudgetBook(Journal journal, BudgetVersions versions, Roles roles)
    {
        this.journal = journal;
        this.versions = versions;
        this.roles = roles;
        register = new ChangeRegister(journal.Space.Scale);
        faults = new ChangeFaults(journal, register);
        journal.Attach(this);
    }

    /// <summary>Changes as they are now; inside commands.</summary>
    internal ChangeRegister Register => register;

    /// <summary>Sets the approvals that changes need which are submitted from here on; none by default.</summary>
    /// <param name="steps">The steps, in the order in which they are given.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing changes.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A step is null.</exception>
    public CommandResult SetApprovalSteps(IEnumerable<ApprovalStep> steps, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(stamp);
        ImmutableArray<ApprovalStep> copy = [.. steps];
        if (copy.Contains(null!))
        {
            throw new ArgumentException("A step is null.", nameof(steps));
        }

        using (journal.Enter())
        {
            return register.Steps.SequenceEqual(copy)
                ? CommandResult.AcceptedBefore(journal.Position)
                : journal.Publish(new ApprovalStepsEntry(journal.Next, stamp, copy));
        }
    }

    /// <summary>Sets the limits of transfers that are approved from here on, instead of all before; none by default.
    /// </summary>
    /// <param name="limits">The limits; all of them hold.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing changes; a refusal where a
    /// limit names a center or an element that there is not, or is finer than the book.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A limit is null.</exception>
    public CommandResult SetTransferLimits(IEnumerable<TransferLimit> limits, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(stamp);
        ImmutableArray<TransferLimit> copy = [.. limits];
        if (copy.Contains(null!))
        {
            throw new ArgumentException("A limit is null.", nameof(limits));
        }

        using (journal.Enter())
        {
            ImmutableArray<CommandFault> found = faults.Of(copy);
            return register.Limits.SequenceEqual(copy)
                ? CommandResult.AcceptedBefore(journal.Position)
                : found.IsEmpty
                    ? journal.Publish(new TransferLimitsEntry(journal.Next, stamp, copy, journal.Space.Scale))
                    : CommandResult.Refused(journal.Position, found);
        }
    }

    /// <summary>Enters a change as a draft, which is no part of its budget yet.</summary>
    /// <param name="change">The change.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position, or all reasons for the refusal: a cell that a budget version would refuse, too, or an id
    /// that is taken; the same change again is <see cref="CommandOutcome.AcceptedBefore"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CommandResult Enter(BudgetChange change, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            if (register.Find(change.Id) is BudgetChangeStatus taken && taken.Change.SaysTheSameAs(change))
            {
                return CommandResult.AcceptedBefore(taken.Entered.Position);
            }

            ImmutableArray<CommandFault> found = faults.OfEntering(change);
            return found.IsEmpty
                ? journal.Publish(new BudgetChangeEntry(journal.Next, stamp, change, journal.Space.Scale))
                : CommandResult.Refused(journal.Position, found);
        }
    }

    /// <summary>Says what would keep a change from being entered and becoming part of its budget now, approvals aside;
    /// changes nothing.</summary>
    /// <param name="change">The change, not entered yet.</param>
    /// <returns>All reasons; empty where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public ImmutableArray<CommandFault> Check(BudgetChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using (journal.Enter())
        {
            ImmutableArray<CommandFault> found = faults.OfEntering(change);
            return found.IsEmpty ? faults.OfApproving(change) : found;
        }
    }

    /// <summary>Hands a draft in; where no step of approval is needed for its size, it is approved at once.</summary>
    /// <param name="change">Its id.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position, or why it is refused: there is no such draft, or it takes more from a cell than the
    /// budget has there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult Submit(DocumentId change, CommandStamp stamp) =>
        Decide(change, BudgetDecision.Submit, null, null, stamp);

    /// <summary>Gives the next step of an approval; with the last one the change is part of its budget.</summary>
    /// <param name="change">The id of the change.</param>
    /// <param name="role">The role of that step, which the actor holds on the day.</param>
    /// <param name="stamp">Who, and when; not who entered the change.</param>
    /// <returns>The position, or why it is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="role"/> is null or blank.</exception>
    public CommandResult Approve(DocumentId change, string role, CommandStamp stamp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return Decide(change, BudgetDecision.Approve, role, null, stamp);
    }

    /// <summary>Rejects a change that waits for approval.</summary>
    /// <param name="change">Its id.</param>
    /// <param name="role">The role of the next step, which the actor holds on the day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position, or why it is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="role"/> or <paramref name="reason"/> is null or blank.
    /// </exception>
    public CommandResult Reject(DocumentId change, string role, string reason, CommandStamp stamp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Decide(change, BudgetDecision.Reject, role, reason, stamp);
    }

    /// <summary>Freezes a budget as it is now into the next revision of its name.</summary>
    /// <param name="budget">The name of the budget.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing changed since its latest
    /// version; a refusal where a cell is no longer valid on the last day of its period.</returns>
    /// <exception cref="ArgumentException"><paramref name="budget"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult Freeze(string budget, CommandStamp stamp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(budget);
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            if (register.EffectiveOf(budget).Count == 0)
            {
                return CommandResult.AcceptedBefore(journal.Position);
            }

            BudgetLine[] lines =
            [
                .. register.CubeOf(budget, journal.Space).Cells().Select(cell => BudgetLine.ForPeriod(
                    cell.Address.Center, cell.Address.Element, cell.Address.Period, cell.Amount, cell.Quantity)),
            ];
            ImmutableArray<CommandFault> found = faults.Of(lines);
            if (!found.IsEmpty)
            {
                return CommandResult.Refused(journal.Position, found);
            }

            var builder = new BudgetVersion.Builder(
                journal.Space,
                budget,
                (register.LatestOf(budget)?.Revision ?? 0) + 1,
                Phasing.Even(RemainderRule.LargestRemainder));
            foreach (BudgetLine line in lines)
            {
                builder.Add(line);
            }

            return versions.AddLocked(builder.Freeze(), stamp);
        }
    }

    bool IJournalProjection.Owns(JsonProperty kind) =>
        kind.NameEquals("change"u8)
        || kind.NameEquals("decide"u8)
        || kind.NameEquals("transferLimits"u8)
        || kind.NameEquals("approvalSteps"u8);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp)
    {
        if (reader.OptionalText(entry, "decide") is string change)
        {
            reader.ReadEnd();
            var id = new DocumentId(change);
            return reader.Choice<BudgetDecision>(entry, "decision") switch
            {
                BudgetDecision.Submit => Submit(id, stamp),
                BudgetDecision.Approve => Approve(id, reader.Text(entry, "role"), stamp),
                _ => Reject(id, reader.Text(entry, "role"), reader.Text(entry, "reason"), stamp),
            };
        }

        if (entry.TryGetProperty("change"u8, out _))
        {
            return Enter(BudgetChangeEntry.Read(entry, reader), stamp);
        }

        if (entry.TryGetProperty("transferLimits"u8, out _))
        {
            return SetTransferLimits(TransferLimitsEntry.Read(reader, journal.Space.Scale), stamp);
        }

        var steps = new List<ApprovalStep>();
        while (reader.TryReadLine(out JsonElement line))
        {
            steps.Add(new ApprovalStep(
                reader.Text(line, "role"),
                decimal.Parse(
                    reader.Text(line, "fromSize"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
        }

        return SetApprovalSteps(steps, stamp);
    }

    void IJournalProjection.Follow(JournalEntry entry) => register.Apply(entry);

    private CommandResult Decide(
        DocumentId change, BudgetDecision decision, string? role, string? reason, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            if (register.Find(change) is not BudgetChangeStatus status)
            {
                return Refused(CommandFaultKind.UnknownDocument, $"There is no change '{change}'.");
            }

            if (RefusalOf(status, decision, role, stamp) is CommandResult refused)
            {
                return refused;
            }

            if (register.After(status, decision).State == BudgetChangeState.Approved
                && faults.OfApproving(status.Change) is { IsEmpty: false } found)
            {
                return CommandResult.Refused(journal.Position, found);
            }

            return journal.Publish(
                new BudgetDecisionEntry(journal.Next, stamp, status.Change.Id, decision, role, reason));
        }
    }

    private CommandResult? RefusalOf(
        BudgetChangeStatus status, BudgetDecision decision, string? role, CommandStamp stamp)
    {
        BudgetChangeState expected =
            decision == BudgetDecision.Submit ? BudgetChangeState.Draft : BudgetChangeState.Submitted;
        if (status.State != expected)
        {
            return Refused(
                CommandFaultKind.WrongState, $"Change '{status.Change.Id}' is {status.State}, not {expected}.");
        }

        if (role is null)
        {
            return null;
        }

        if (status.OpenSteps[0].Role != role || !roles.Holds(role, stamp))
        {
            return Refused(
                CommandFaultKind.RoleNotHeld,
                $"Change '{status.Change.Id}' waits for the role '{status.OpenSteps[0].Role}', which "
                    + $"'{stamp.Actor}' does not hold or act in on that day.");
        }

        return decision == BudgetDecision.Approve && status.Entered.Stamp.Actor == stamp.Actor
            ? Refused(
                CommandFaultKind.SelfApproval,
                $"'{stamp.Actor}' entered change '{status.Change.Id}'; somebody else approves it.")
            : null;
    }

    private CommandResult Refused(CommandFaultKind kind, string message) =>
        CommandResult.Refused(journal.Position, kind, message);
}
