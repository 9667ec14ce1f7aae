using System.Collections.Immutable;
using CostCenters.Control.Checks;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Control.Commitments;

/// <summary>What a posted document takes over from orders and requests, and what the rules said of it.</summary>
internal sealed record InvoiceAttachment(
    ImmutableArray<TakenLine> TakeOvers,
    ImmutableArray<(int Line, ForeignAmount Amount)> Foreign,
    DecimalScale Scale,
    Exemption? Exemption,
    AvailabilityCheck Check) : EntryAttachment
{
    public bool Equals(InvoiceAttachment? other) =>
        other is not null
        && Exemption == other.Exemption
        && TakeOvers.SequenceEqual(other.TakeOvers)
        && Foreign.SequenceEqual(other.Foreign);

    public override int GetHashCode() => TakeOvers.Length;

    /// <summary>Whether a document says the same as one that was posted with this attachment.</summary>
    public bool IsOf(DocumentEntry posted, SpendingDocument document) =>
        posted.Postings().SequenceEqual(document.Lines.Select(line => line.Posting))
        && TakeOvers.Select(line => (line.Line, line.TakeOver)).SequenceEqual(
            document.Lines.Index()
                .Where(line => line.Item.TakesOver is not null)
                .Select(line => (line.Index, line.Item.TakesOver!)))
        && Foreign.SequenceEqual(SpendingPlan.ForeignOf(document));

    public override void WriteFields(CanonicalJson json)
    {
        json.Number("takeOvers"u8, TakeOvers.Length)
            .OptionalNumber("foreignAmounts"u8, Foreign.IsEmpty ? null : Foreign.Length);
        SpendingLines.WriteChecked(json, Exemption, Check.Verdict);
    }

    public override void WriteLines(JournalWriter writer)
    {
        foreach (TakenLine line in TakeOvers)
        {
            CanonicalJson json = writer.BeginLine().Number("posting"u8, line.Line);
            SpendingLines.WriteTakeOver(json, line.TakeOver, Scale);
            writer.EndLine();
        }

        foreach ((int line, ForeignAmount amount) in Foreign)
        {
            ForeignAmount.Write(writer.BeginLine().Number("posting"u8, line), amount);
            writer.EndLine();
        }
    }
}
