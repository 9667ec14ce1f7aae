using System.Diagnostics.CodeAnalysis;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control;

/// <summary>Requests, orders and the figures of the rules as they stood at one position of a journal.</summary>
/// <remarks>Immutable; safe to read from any thread. What is asked for first is added up then, from the entries up to
/// the position, and kept.</remarks>
public sealed class ControlSnapshot
{
    private readonly JournalState state;
    private readonly Lazy<CommitmentRegister> register;
    private readonly Lazy<AvailabilityRules?> rules;
    private readonly Lazy<RuleSums?> sums;

    internal ControlSnapshot(JournalState state, BudgetBookSnapshot budgets)
    {
        this.state = state;
        register = new Lazy<CommitmentRegister>(ReadEntries);
        rules = new Lazy<AvailabilityRules?>(() => state.LatestOf<RulesEntry>()?.Rules);
        sums = new Lazy<RuleSums?>(() =>
            Rules is null ? null : BudgetControl.SumsOf(Rules, state, budgets.Register, register.Value));
    }

    /// <summary>The rules, or null where none were set.</summary>
    public AvailabilityRules? Rules => rules.Value;

    /// <summary>All requests and orders, in the order in which they were recorded.</summary>
    public IReadOnlyList<CommitmentStatus> Commitments =>
        [.. register.Value.All.Select(commitment => commitment.ToStatus(state.Space.Scale))];

    /// <summary>Looks up a request or an order.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="status">Where it stands, or null where there is none of that id.</param>
    public bool TryGetCommitment(DocumentId id, [NotNullWhen(true)] out CommitmentStatus? status)
    {
        status = register.Value.Find(id)?.ToStatus(state.Space.Scale);
        return status is not null;
    }

    /// <summary>The invoices among the documents of the ledger that were posted in spite of a rule.</summary>
    /// <returns>Each with its exemption, in order.</returns>
    public IEnumerable<(DocumentEntry Document, Exemption Exemption)> ExemptedInvoices()
    {
        for (int i = 0; i < state.Count; i++)
        {
            if (state.Entries[i] is DocumentEntry invoice
                && invoice.Attachment is InvoiceAttachment { Exemption: Exemption given })
            {
                yield return (invoice, given);
            }
        }
    }

    /// <summary>What a rule has of budget and use.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="period">The period that its periods end with, or that lies in its quarter or year.</param>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public RuleFigures FiguresOf(string rule, FiscalPeriod period)
    {
        int number = Rules?.Rules.ToList().FindIndex(each => each.Code == rule) ?? -1;
        if (number < 0)
        {
            throw new KeyNotFoundException($"There is no rule '{rule}'.");
        }

        SpanWindows windows = sums.Value!.WindowsOf(number);
        int window = windows.WindowOf(period);
        return new RuleFigures(
            Rules!.Rules[number],
            windows.PeriodsOf(window),
            state.Space.Scale,
            sums.Value.At(number, window));
    }

    /// <summary>What is open of requests or orders, by the day of their lines.</summary>
    /// <param name="stage"><see cref="SpendingStage.Request"/> or <see cref="SpendingStage.Order"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    /// <exception cref="AmountOverflowException">A cell overflows 64 bits.</exception>
    public Cube ToCube(SpendingStage stage)
    {
        if (stage is not (SpendingStage.Request or SpendingStage.Order))
        {
            throw new ArgumentOutOfRangeException(nameof(stage), stage, "Only requests and orders are open.");
        }

        var builder = new CubeBuilder(state.Space);
        foreach (Commitment commitment in register.Value.All.Where(each => each.Entry.Document.Stage == stage))
        {
            for (int line = 0; line < commitment.LineCount; line++)
            {
                CellChange cell = commitment.Entry.Cells[line];
                if (commitment.LineAt(line).Open is not 0 and long open)
                {
                    builder.AddCounts(cell.Center, cell.Element, cell.Period, open);
                }
            }
        }

        return builder.Build();
    }

    /// <summary>Layers with open orders and open requests beside them, where anything was ever requested or ordered.
    /// </summary>
    internal CubeLayers AddTo(CubeLayers layers) =>
        register.Value.All.Count == 0
            ? layers
            : layers.With(LayerKey.Commitment, ToCube(SpendingStage.Order))
                .With(LayerKey.Request, ToCube(SpendingStage.Request));

    private CommitmentRegister ReadEntries()
    {
        var read = new CommitmentRegister();
        foreach (JournalEntry entry in state.Recorded)
        {
            read.Apply(entry, sums: null);
        }

        return read;
    }
}
