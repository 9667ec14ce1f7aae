using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostCenters.Budgets.Approvals;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

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
    private BudgetRules? rules;

    internal BudgetBook(Journal journal, BudgetVersions versions, Roles roles)
    {
        this.journal = journal;
        this.versions = versions;
        this.roles = roles;
        register = new ChangeRegister(journal.Space.Scale);
        journal.Attach(this);
    }

    /// <summary>Changes as they are now; inside commands.</summary>
    internal ChangeRegister Register => register;

    private BudgetRules Rules => rules is { } known && ReferenceEquals(known.Space, journal.Space)
        ? known
        : rules = new BudgetRules(journal.Space);

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
            if (register.Find(change.Id) is BudgetChangeStatus taken)
            {
                return taken.Change.SaysTheSameAs(change)
                    ? CommandResult.AcceptedBefore(taken.Entered.Position)
                    : Refused(
                        CommandFaultKind.DocumentIdTaken,
                        $"Change id '{change.Id}' is taken by another change; give this one another id.");
            }

            if (change.Revises is DocumentId revised && register.Find(revised) is null)
            {
                return Refused(CommandFaultKind.UnknownDocument, $"There is no change '{revised}' to revise.");
            }

            ImmutableArray<CommandFault> faults = FaultsOf(change.Lines);
            return faults.IsEmpty
                ? journal.Publish(new BudgetChangeEntry(journal.Next, stamp, change, journal.Space.Scale))
                : CommandResult.Refused(journal.Position, faults);
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
            ImmutableArray<CommandFault> faults = FaultsOf(lines);
            if (!faults.IsEmpty)
            {
                return CommandResult.Refused(journal.Position, faults);
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

    bool IJournalProjection.Owns(JsonElement entry) =>
        entry.TryGetProperty("change"u8, out _)
        || entry.TryGetProperty("decide"u8, out _)
        || entry.TryGetProperty("approvalSteps"u8, out _);

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
            return Enter(BudgetChangeEntry.Read(entry, reader, journal.Space.Scale), stamp);
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
                && Shortages(status.Change) is { IsEmpty: false } faults)
            {
                return CommandResult.Refused(journal.Position, faults);
            }

            return journal.Publish(
                new BudgetDecisionEntry(journal.Next, stamp, change, decision, role, reason));
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

    /// <summary>The cells from which a transfer or a return takes more than there is, and those that would be beyond
    /// what a budget holds.</summary>
    private ImmutableArray<CommandFault> Shortages(BudgetChange change)
    {
        DecimalScale scale = journal.Space.Scale;
        bool isBounded = change.Kind is BudgetChangeKind.Transfer or BudgetChangeKind.Return;
        var faults = ImmutableArray.CreateBuilder<CommandFault>();
        foreach (var cell in change.Lines.Index()
            .GroupBy(line => (line.Item.Center, line.Item.Element, line.Item.Period)))
        {
            (int number, BudgetLine line) = cell.First();
            Int128 before = register.AmountOf(change.Budget, line);
            Int128 added = 0;
            foreach ((int _, BudgetLine each) in cell)
            {
                added += scale.ToCount(each.Amount);
            }

            Int128 after = before + added;
            if (isBounded && added < 0 && after < 0)
            {
                faults.Add(new CommandFault(
                    CommandFaultKind.MoreThanBudgeted,
                    number,
                    FormattableString.Invariant($"Line {number}: {scale.ToDecimal(-added)} is more than the ")
                        + FormattableString.Invariant($"{scale.ToDecimal(before)} that '{change.Budget}' has there.")));
            }

            if (Int128.Abs(after) > (Int128)PostingRules.MaxAmount * scale.UnitsPerWhole)
            {
                faults.Add(new CommandFault(
                    CommandFaultKind.OutOfRange,
                    number,
                    FormattableString.Invariant($"Line {number}: the budget would be {scale.ToDecimal(after)}.")));
            }
        }

        return faults.ToImmutable();
    }

    private ImmutableArray<CommandFault> FaultsOf(IEnumerable<BudgetLine> lines)
    {
        BudgetRules now = Rules;
        return [.. lines.SelectMany((line, number) => FaultsOf(now, line, number))];
    }

    private static IEnumerable<CommandFault> FaultsOf(BudgetRules rules, BudgetLine line, int number)
    {
        Cubes.CubeSpace space = rules.Space;
        FiscalPeriod period = line.Period!.Value;
        bool hasPeriod = space.Calendar.Contains(period);
        int ordinal = hasPeriod ? space.Calendar.OrdinalOf(period) : 0;
        if (!hasPeriod)
        {
            yield return Fault(CommandFaultKind.DateOutOfRange, $"the calendar has no period {period}");
        }

        if (!space.Centers.TryGet(line.Center, out Center? center))
        {
            yield return Fault(CommandFaultKind.UnknownCenter, $"there is no center '{line.Center}'");
        }
        else if (hasPeriod && !rules.IsCenterValid(center.Index, ordinal, 1))
        {
            yield return Fault(
                CommandFaultKind.CenterNotValid, $"center '{center}' is not valid on the last day of {period}");
        }

        if (!space.Elements.TryIndexOf(line.Element, out int element))
        {
            yield return Fault(CommandFaultKind.UnknownElement, $"there is no element '{line.Element}'");
        }
        else if (hasPeriod && !rules.IsElementValid(element, ordinal, 1))
        {
            yield return Fault(
                CommandFaultKind.ElementNotValid,
                $"element '{line.Element}' is not valid on the last day of {period}");
        }

        if (Math.Abs(line.Amount) > PostingRules.MaxAmount || Math.Abs(line.Quantity ?? 0m) > PostingRules.MaxQuantity)
        {
            yield return Fault(CommandFaultKind.OutOfRange, $"the amount or the quantity is too large");
        }
        else if (!space.Scale.TryToCount(line.Amount, out _)
            || !DecimalScale.Quantity.TryToCount(line.Quantity ?? 0m, out _))
        {
            yield return Fault(CommandFaultKind.TooManyDigits, $"the amount or the quantity has too many decimals");
        }

        CommandFault Fault(CommandFaultKind kind, FormattableString message) =>
            new(kind, number, FormattableString.Invariant($"Line {number}: {FormattableString.Invariant(message)}."));
    }

    private CommandResult Refused(CommandFaultKind kind, string message) =>
        CommandResult.Refused(journal.Position, kind, message);
}
