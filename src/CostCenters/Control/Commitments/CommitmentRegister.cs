using CostCenters.Control.Checks;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control.Commitments;

/// <summary>All requests and orders, as the entries of a journal leave them one after another.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class CommitmentRegister
{
    private readonly Dictionary<DocumentId, Commitment> commitments = [];
    private readonly Dictionary<DocumentId, InvoiceAttachment> invoices = [];
    private readonly List<Commitment> inOrder = [];

    /// <summary>In the order in which they were recorded.</summary>
    public IReadOnlyList<Commitment> All => inOrder;

    public Commitment? Find(DocumentId id) => commitments.GetValueOrDefault(id);

    /// <summary>Follows an entry, and adds to the sums of rules what it moves, if there are any.</summary>
    public void Apply(JournalEntry entry, RuleSums? sums)
    {
        switch (entry)
        {
            case CommitmentEntry reserved:
                TakeOver(reserved.TakeOvers, sums);
                var commitment = new Commitment(reserved);
                commitments.Add(reserved.Document.Id, commitment);
                inOrder.Add(commitment);
                AddOpen(commitment, sums);
                break;
            case DocumentEntry document:
                ApplyDocument(document, sums);
                break;
            case ReleaseEntry released:
                Finish(commitments[released.Document], hasExpired: false, sums);
                break;
            case ExpiryEntry expired:
                foreach (DocumentId id in expired.Documents)
                {
                    Finish(commitments[id], hasExpired: true, sums);
                }

                break;
        }
    }

    /// <summary>Adds all that is open to the sums of rules.</summary>
    public static void AddOpen(Commitment commitment, RuleSums? sums)
    {
        for (int line = 0; sums is not null && line < commitment.LineCount; line++)
        {
            Move(commitment, line, commitment.LineAt(line).Open, sums);
        }
    }

    private void ApplyDocument(DocumentEntry document, RuleSums? sums)
    {
        foreach (CellChange cell in sums is null ? [] : document.Changes())
        {
            sums!.Add(SpendingStage.Actual, cell.Center, cell.Element, cell.Period, cell.Amount);
        }

        if (document.Attachment is InvoiceAttachment invoice)
        {
            invoices.Add(document.Id, invoice);
            TakeOver(invoice.TakeOvers, sums);
        }
        else if (document.Reverses is DocumentId reversed
            && invoices.TryGetValue(reversed, out InvoiceAttachment? original))
        {
            foreach (TakenLine line in original.TakeOvers)
            {
                Commitment commitment = commitments[line.TakeOver.Document];
                long opened = commitment.GiveBack(line);
                Move(commitment, line.TakeOver.Line, opened, sums);
            }
        }
    }

    private void TakeOver(IEnumerable<TakenLine> lines, RuleSums? sums)
    {
        foreach (TakenLine line in lines)
        {
            Commitment commitment = commitments[line.TakeOver.Document];
            commitment.TakeOver(line);
            Move(commitment, line.TakeOver.Line, -line.Taken, sums);
        }
    }

    private static void Finish(Commitment commitment, bool hasExpired, RuleSums? sums)
    {
        for (int line = 0; line < commitment.LineCount; line++)
        {
            Move(commitment, line, -commitment.LineAt(line).Open, sums);
        }

        commitment.Finish(hasExpired);
    }

    private static void Move(Commitment commitment, int line, long amount, RuleSums? sums)
    {
        CellChange cell = commitment.Entry.Cells[line];
        sums?.Add(commitment.Entry.Document.Stage, cell.Center, cell.Element, cell.Period, amount);
    }
}
