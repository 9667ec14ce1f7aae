using System.Collections.Immutable;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Control;

/// <summary>Availability control: whether money may still be spent, and what of it is reserved.</summary>
/// <remarks>
/// <para>Laws: of each purchase, requested + committed + invoiced + released is what was ever asked for, and no amount
/// is in two stages; of each rule, budget = available + reserved + consumed after every command; a document is reserved
/// whole or not at all, and a request or an order ends once. What lessens the use of a rule is never refused for money:
/// a release, a credit, an order of no more than its request, an invoice of no more than its order.</para>
/// <para><see cref="Reserve"/> is a check and a record in one step under any number of threads: two documents never
/// get the same last money. What is posted past the control, by the ledger itself, counts as consumed and is not
/// judged. Rules judge from where they were set, and nothing before.</para>
/// <para>Running sums for each rule and its periods are kept up to date by every entry, so that no check adds the
/// ledger up.</para>
/// </remarks>
public sealed partial class BudgetControl : IJournalProjection
{
    private readonly Journal journal;
    private readonly Ledger ledger;
    private readonly BudgetBook budgets;
    private readonly Roles roles;
    private readonly CommitmentRegister register = new();
    private RuleSums? sums;
    private AvailabilityJudge? judge;

    /// <summary>Starts without rules and commitments.</summary>
    /// <param name="journal">A journal without entries and without another control.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="budgets">Its budgets.</param>
    /// <param name="roles">Its roles.</param>
    internal BudgetControl(Journal journal, Ledger ledger, BudgetBook budgets, Roles roles)
    {
        this.journal = journal;
        this.ledger = ledger;
        this.budgets = budgets;
        this.roles = roles;
        journal.Attach(this);
    }

    /// <summary>Sets the rules that judge from here on, instead of all that were set before.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where nothing changes; a refusal where a
    /// scope names a center or an element that there is not, an excess is finer than the book, or the periods of the
    /// calendar make no quarters. A budget of that name may come later.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CommandResult SetRules(AvailabilityRules rules, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            if (sums is not null && sums.Rules.SaysTheSameAs(rules))
            {
                return CommandResult.AcceptedBefore(journal.Position);
            }

            ImmutableArray<CommandFault> faults = [.. rules.Rules.SelectMany(FaultsOf)];
            return faults.IsEmpty
                ? journal.Publish(new RulesEntry(journal.Next, stamp, rules, journal.Space.Scale))
                : CommandResult.Refused(journal.Position, faults);
        }
    }

    /// <summary>Says what <see cref="Reserve"/> would say now, and changes nothing.</summary>
    /// <param name="document">A request, an order or an invoice.</param>
    /// <remarks>Waits for commands that are at work. A document that was accepted before is judged as if it came again.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public AvailabilityCheck Check(SpendingDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        SpendingPlan plan = PlanOf(document);
        using (journal.Enter())
        {
            return Judge(LookedUp(plan));
        }
    }

    /// <summary>Reserves a request or an order, or posts an invoice to the ledger, if the rules let it pass.</summary>
    /// <param name="document">The request, order or invoice.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="exemption">A role of the actor by which what blocks can be overridden, or null.</param>
    /// <returns>The position and what the rules said, or all reasons for the refusal. The same document again is
    /// told as <see cref="CommandOutcome.AcceptedBefore"/>, with the position and verdict that it had; other contents
    /// under its id are refused.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ControlResult Reserve(SpendingDocument document, CommandStamp stamp, Exemption? exemption = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stamp);
        SpendingPlan plan = PlanOf(document);
        using (journal.Enter())
        {
            return document.Stage == SpendingStage.Actual
                ? PostLocked(plan, stamp, exemption)
                : ReserveLocked(plan, stamp, exemption);
        }
    }

    /// <summary>The rules that a change of a budget would leave with less than is used of them already.</summary>
    /// <param name="change">The change, entered or not.</param>
    /// <returns>What they would have, in order of the rules and periods, where the change lowers a budget and the use
    /// is beyond its limit then. What passed stays; whether the change is made, its approvers decide.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">A line names a center or an element that there is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A line names a period that the calendar has not, or an amount
    /// finer than the book.</exception>
    public ImmutableArray<RuleFigures> CheckLowering(BudgetChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using (journal.Enter())
        {
            return sums is null
                ? []
                : sums.Lowered(change.Budget, ChangeRegister.CellsOf(change, journal.Space));
        }
    }

    /// <summary>Opens the funds of all periods up to one, for the rules that hold them until then.</summary>
    /// <param name="through">The last of these periods, inclusive; adjustment periods follow those of their year.
    /// </param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position; <see cref="CommandOutcome.AcceptedBefore"/> where they are open already; a refusal where
    /// the calendar has no such period. What was opened is never held again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult OpenFunds(FiscalPeriod through, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            return !journal.Space.Calendar.Contains(through)
                ? Refused(CommandFaultKind.DateOutOfRange, $"The calendar has no period {through}.")
                : journal.State.LatestOf<FundsEntry>() is FundsEntry before && through <= before.Through
                    ? CommandResult.AcceptedBefore(journal.Position)
                    : journal.Publish(new FundsEntry(journal.Next, stamp, through));
        }
    }

    /// <summary>Gives back everything that is open of a request or an order.</summary>
    /// <param name="document">Its id.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position, or why nothing is open: it is unknown, liquidated, released, closed or expired.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult Release(DocumentId document, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            return register.Find(document) is not Commitment commitment
                ? Refused(CommandFaultKind.UnknownDocument, $"There is no request and no order '{document}'.")
                : SpendingPlan.RefusalOf(commitment) is CommandFaultKind end
                    ? Refused(end, $"'{document}' has ended: {commitment.State}.")
                    : journal.Publish(new ReleaseEntry(journal.Next, stamp, document));
        }
    }

    /// <summary>Ends every request and order that expires at an instant or before it.</summary>
    /// <param name="now">The instant, inclusive. Nothing expires but by this command: until it is given, what is open
    /// can be taken over.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position of one entry that names all of them, in order of expiry, then of their positions;
    /// <see cref="CommandOutcome.AcceptedBefore"/> where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult Expire(Instant now, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            ImmutableArray<DocumentId> ended =
            [
                .. register.All
                    .Where(commitment => commitment.End is null && commitment.Entry.Document.Expires <= now)
                    .OrderBy(commitment => commitment.Entry.Document.Expires)
                    .Select(commitment => commitment.Entry.Document.Id),
            ];
            return ended.IsEmpty
                ? CommandResult.AcceptedBefore(journal.Position)
                : journal.Publish(new ExpiryEntry(journal.Next, stamp, now, ended));
        }
    }

    private ControlResult ReserveLocked(SpendingPlan prepared, CommandStamp stamp, Exemption? exemption)
    {
        SpendingDocument document = prepared.Document;
        if (register.Find(document.Id)?.Entry is CommitmentEntry taken)
        {
            return taken.Document.SaysTheSameAs(document) && document.Currency == journal.Space.Currency
                ? new ControlResult(CommandResult.AcceptedBefore(taken.Position), taken.Check)
                : Taken(document);
        }

        SpendingPlan plan = LookedUp(prepared);
        AvailabilityCheck check = Judge(plan);
        ImmutableArray<CommandFault> faults = FaultsOf(check, stamp, exemption);
        return new ControlResult(
            faults.IsEmpty
                ? journal.Publish(new CommitmentEntry(journal.Next, stamp, plan, exemption, check.ToKeep()))
                : CommandResult.Refused(journal.Position, faults),
            check);
    }

    private ControlResult PostLocked(SpendingPlan prepared, CommandStamp stamp, Exemption? exemption)
    {
        SpendingDocument document = prepared.Document;
        if (ledger.Find(document.Id) is DocumentEntry taken)
        {
            return taken.Reverses is null
                && taken.Attachment is InvoiceAttachment before
                && before.IsOf(taken, document)
                && document.Currency == journal.Space.Currency
                    ? new ControlResult(CommandResult.AcceptedBefore(taken.Position), before.Check)
                    : Taken(document);
        }

        SpendingPlan plan = LookedUp(prepared);
        AvailabilityCheck check = Judge(plan);
        ImmutableArray<CommandFault> faults = FaultsOf(check, stamp, exemption);
        return new ControlResult(
            faults.IsEmpty
                ? ledger.PostLocked(
                    document.Id,
                    document.Currency,
                    document.Lines.Select(line => line.Posting),
                    stamp,
                    reversal: null,
                    new InvoiceAttachment(
                        plan.TakeOvers,
                        [.. SpendingPlan.ForeignOf(document)],
                        plan.Space.Scale,
                        exemption,
                        check.ToKeep()))
                : CommandResult.Refused(journal.Position, faults),
            check);
    }

    private SpendingPlan PlanOf(SpendingDocument document) => new(document, ledger.Rules, ledger.Closed);

    /// <summary>A plan with what it takes over; made anew where a period or the master data changed meanwhile.
    /// </summary>
    private SpendingPlan LookedUp(SpendingPlan prepared)
    {
        SpendingPlan plan =
            prepared.IsOf(ledger.Rules, ledger.Closed) ? prepared : PlanOf(prepared.Document);
        plan.LookUp(register);
        return plan;
    }

    private AvailabilityCheck Judge(SpendingPlan plan) =>
        plan.Faults.Count > 0 ? AvailabilityCheck.Faulty(plan.Faults)
        : judge is null ? AvailabilityCheck.Passed
        : judge.Judge(plan);

    private ImmutableArray<CommandFault> FaultsOf(AvailabilityCheck check, CommandStamp stamp, Exemption? exemption)
    {
        if (!check.Faults.IsEmpty)
        {
            return check.Faults;
        }

        if (exemption is not null && !roles.Holds(exemption.Role, stamp))
        {
            return
            [
                new CommandFault(
                    CommandFaultKind.RoleNotHeld,
                    null,
                    $"'{stamp.Actor}' does not hold the role '{exemption.Role}' on that day."),
            ];
        }

        bool passes = check.Verdict != AvailabilityVerdict.Block
            || (exemption is not null && check.OverridableBy.Contains(exemption.Role));
        return passes ? [] : [.. check.Refusals()];
    }

    private IEnumerable<CommandFault> FaultsOf(AvailabilityRule rule, int number)
    {
        foreach (RuleScope scope in rule.Scopes)
        {
            if (scope.Center is CenterCode center && !journal.Space.Centers.TryGet(center, out _))
            {
                yield return Fault(CommandFaultKind.UnknownCenter, $"there is no center '{center}'");
            }

            if (scope.Element is ElementCode element && !journal.Space.Elements.TryGet(element, out _))
            {
                yield return Fault(CommandFaultKind.UnknownElement, $"there is no element '{element}'");
            }
        }

        if (rule.Span.Kind == RuleSpanKind.Quarter && journal.Space.Calendar.PeriodsPerQuarter is null)
        {
            yield return Fault(CommandFaultKind.DateOutOfRange, $"the periods of the calendar make no quarters");
        }

        if (rule.Limit.Excess is decimal excess && !journal.Space.Scale.TryToCount(excess, out _))
        {
            yield return Fault(
                CommandFaultKind.TooManyDigits, $"{excess} has more than {journal.Space.Scale} decimals");
        }

        CommandFault Fault(CommandFaultKind kind, FormattableString message) =>
            new(kind, number, $"Rule '{rule.Code}': {FormattableString.Invariant(message)}.");
    }

    private ControlResult Taken(SpendingDocument document)
    {
        CommandResult refused = Refused(
            CommandFaultKind.DocumentIdTaken,
            $"Document id '{document.Id}' is taken by a document with other contents; give this one another id.");
        return new ControlResult(refused, AvailabilityCheck.Faulty(refused.Faults));
    }

    private CommandResult Refused(CommandFaultKind kind, string message) =>
        CommandResult.Refused(journal.Position, kind, message);
}
