using System.Collections.Immutable;
using CostCenters.Journals;

namespace CostCenters.Control;

/// <summary>What a posted document takes over from orders and requests, and what the rules said of it.</summary>
internal sealed record InvoiceAttachment(
    SpendingPlan Plan, Exemption? Exemption, AvailabilityCheck Check) : EntryAttachment
{
    public ImmutableArray<TakenLine> TakeOvers => Plan.TakeOvers;

    public bool Equals(InvoiceAttachment? other) =>
        other is not null && Exemption == other.Exemption && TakeOvers.SequenceEqual(other.TakeOvers);

    public override int GetHashCode() => TakeOvers.Length;

    public override void WriteFields(CanonicalJson json)
    {
        json.Number("takeOvers"u8, TakeOvers.Length);
        SpendingLines.WriteChecked(json, Exemption, Check.Verdict);
    }

    public override void WriteLines(JournalWriter writer)
    {
        foreach (TakenLine line in TakeOvers)
        {
            CanonicalJson json = writer.BeginLine().Number("posting"u8, line.Line);
            SpendingLines.WriteTakeOver(json, line.TakeOver, Plan.Space.Scale);
            writer.EndLine();
        }
    }
}
