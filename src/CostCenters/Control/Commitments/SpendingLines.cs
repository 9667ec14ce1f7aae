using System.Text.Json;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Control.Commitments;

/// <summary>Requests and orders as lines of a journal: a line for the document, and one for each of its lines.
/// </summary>
internal static class SpendingLines
{
    public static void Write(
        JournalWriter writer, CommitmentEntry entry, DecimalScale scale, AvailabilityVerdict verdict)
    {
        SpendingDocument document = entry.Document;
        CanonicalJson first = writer.BeginEntry(entry)
            .Text(document.Stage == SpendingStage.Request ? "request"u8 : "order"u8, document.Id.Value)
            .OptionalCount(
                "overDeliveryPercent"u8,
                document.OverDeliveryPercent is decimal percent ? SpendingPercent.Scale.ToCount(percent) : null,
                SpendingPercent.Scale)
            .OptionalText(
                "expires"u8,
                document.Expires is Instant instant ? InstantPattern.ExtendedIso.Format(instant) : null);
        WriteChecked(first, entry.Exemption, verdict);
        writer.EndLine();
        foreach (SpendingLine line in document.Lines)
        {
            Posting posting = line.Posting;
            CanonicalJson json = writer.BeginLine()
                .Text("date"u8, LocalDatePattern.Iso.Format(posting.Date))
                .Text("center"u8, posting.Center.Value)
                .Text("element"u8, posting.Element.Value)
                .Count("amount"u8, scale.ToCount(posting.Amount), scale)
                .OptionalCount(
                    "quantity"u8,
                    posting.Quantity is decimal quantity ? DecimalScale.Quantity.ToCount(quantity) : null,
                    DecimalScale.Quantity)
                .OptionalText("reference"u8, posting.Reference)
                .OptionalText("text"u8, posting.Text)
                .OptionalNumber("adjustmentPeriod"u8, posting.AdjustmentPeriod);
            if (line.TakesOver is TakeOver takesOver)
            {
                WriteTakeOver(json, takesOver, scale);
            }

            ForeignAmount.Write(json, line.Foreign);
            writer.EndLine();
        }
    }

    /// <summary>What of the rules belongs to the record: an exemption, and a verdict that somebody is told.</summary>
    public static void WriteChecked(CanonicalJson json, Exemption? exemption, AvailabilityVerdict verdict) =>
        json.OptionalText("verdict"u8, verdict == AvailabilityVerdict.Pass ? null : verdict.ToString())
            .OptionalText("role"u8, exemption?.Role)
            .OptionalText("reason"u8, exemption?.Reason);

    public static void WriteTakeOver(CanonicalJson json, TakeOver takesOver, DecimalScale scale) =>
        json.Text("takesOver"u8, takesOver.Document.Value)
            .Number("line"u8, takesOver.Line)
            .Count("taken"u8, scale.ToCount(takesOver.Amount), scale);

    public static SpendingDocument Read(
        JsonElement entry, JournalReader reader, Currency currency, DecimalScale scale) =>
        reader.OptionalText(entry, "request") is string request
            ? Read(entry, reader, request, SpendingStage.Request, currency, scale)
            : reader.OptionalText(entry, "order") is string order
                ? Read(entry, reader, order, SpendingStage.Order, currency, scale)
                : ReadInvoice(entry, reader, currency, scale);

    public static Exemption? ReadExemption(JsonElement entry, JournalReader reader) =>
        reader.OptionalText(entry, "role") is string role
            ? new Exemption(role, reader.Text(entry, "reason"))
            : null;

    private static SpendingDocument Read(
        JsonElement entry,
        JournalReader reader,
        string id,
        SpendingStage stage,
        Currency currency,
        DecimalScale scale)
    {
        decimal? overDelivery = reader.OptionalCount(entry, "overDeliveryPercent", SpendingPercent.Scale) is long count
            ? SpendingPercent.Scale.ToDecimal(count)
            : null;
        Instant? expires = reader.OptionalText(entry, "expires") is null ? null : reader.Instant(entry, "expires");
        var lines = new List<SpendingLine>();
        while (reader.TryReadLine(out JsonElement line))
        {
            var posting = new Posting(
                reader.Date(line, "date"),
                new CenterCode(reader.Text(line, "center")),
                new ElementCode(reader.Text(line, "element")),
                scale.ToDecimal(reader.Count(line, "amount", scale)),
                reader.OptionalCount(line, "quantity", DecimalScale.Quantity) is long quantity
                    ? DecimalScale.Quantity.ToDecimal(quantity)
                    : null,
                reader.OptionalText(line, "reference"),
                reader.OptionalText(line, "text"),
                line.TryGetProperty("adjustmentPeriod"u8, out _)
                    ? (int)reader.Number(line, "adjustmentPeriod")
                    : null);
            lines.Add(new SpendingLine(
                posting, ReadTakeOver(line, reader, scale), ForeignAmount.Read(line, reader, currency)));
        }

        return new SpendingDocument(new DocumentId(id), stage, currency, lines, overDelivery, expires);
    }

    /// <summary>Reads an invoice: first what it takes over, then what is foreign, then its postings.</summary>
    private static SpendingDocument ReadInvoice(
        JsonElement entry, JournalReader reader, Currency currency, DecimalScale scale)
    {
        var takeOvers = new Dictionary<long, TakeOver>();
        for (long left = reader.Number(entry, "takeOvers"); left > 0; left--)
        {
            _ = reader.TryReadLine(out JsonElement line)
                ? takeOvers.TryAdd(reader.Number(line, "posting"), ReadTakeOver(line, reader, scale)!)
                : throw reader.Fault("a line that is taken over is missing.");
        }

        var foreign = new Dictionary<long, ForeignAmount>();
        bool hasForeign = entry.TryGetProperty("foreignAmounts"u8, out _);
        for (long left = hasForeign ? reader.Number(entry, "foreignAmounts") : 0; left > 0; left--)
        {
            _ = reader.TryReadLine(out JsonElement line) && ForeignAmount.Read(line, reader, currency) is { } amount
                ? foreign.TryAdd(reader.Number(line, "posting"), amount)
                : throw reader.Fault("the line of a foreign amount is missing.");
        }

        return new SpendingDocument(
            new DocumentId(reader.Text(entry, "invoice")),
            SpendingStage.Actual,
            currency,
            PostingLines.Read(reader).Select((posting, number) =>
                new SpendingLine(
                    posting, takeOvers.GetValueOrDefault(number), foreign.GetValueOrDefault(number))));
    }

    private static TakeOver? ReadTakeOver(JsonElement line, JournalReader reader, DecimalScale scale) =>
        reader.OptionalText(line, "takesOver") is string document
            ? new TakeOver(
                new DocumentId(document),
                (int)reader.Number(line, "line"),
                scale.ToDecimal(reader.Count(line, "taken", scale)))
            : null;
}
