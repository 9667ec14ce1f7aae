using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Ledgers;

/// <summary>Documents as lines of a journal: a line for the document, and one for each posting.</summary>
/// <remarks>A reversal has no further lines: its postings are the opposite of those that it takes back,
/// always.</remarks>
internal static class PostingLines
{
    public static void WriteReversal(JournalWriter writer, DocumentEntry entry, DocumentId original)
    {
        writer.BeginEntry(entry)
            .Text("post"u8, entry.Id.Value)
            .Text("reverses"u8, original.Value)
            .OptionalText("date"u8, entry.ReversalDate is LocalDate date ? LocalDatePattern.Iso.Format(date) : null);
        writer.EndLine();
    }

    public static void WriteDocument(
        JournalWriter writer, DocumentEntry entry, CubeSpace space, PostingColumns columns)
    {
        CanonicalJson heading = writer.BeginEntry(entry)
            .Text(entry.Attachment is null ? "post"u8 : "invoice"u8, entry.Id.Value)
            .Number("postings"u8, entry.PostingCount);
        entry.Attachment?.WriteFields(heading);
        writer.EndLine();
        entry.Attachment?.WriteLines(writer);
        long end = entry.FirstPosting + entry.PostingCount;
        int quantity = columns.ChunkOf(entry.FirstPosting, out int first).QuantitiesBefore(first);
        string date = "";
        int day = -1;
        for (long place = entry.FirstPosting; place < end; place++)
        {
            PostingChunk chunk = columns.ChunkOf(place, out int row);
            quantity = row == 0 ? 0 : quantity;
            var key = new PostingKey(chunk.Keys[row]);
            if (key.Day != day)
            {
                (day, date) = (key.Day, LocalDatePattern.Iso.Format(FiscalCalendar.FirstDate.PlusDays(key.Day)));
            }

            CanonicalJson line = writer.BeginLine()
                .Text("date"u8, date)
                .Text("center"u8, space.Centers.Centers[key.Center].Code.Value)
                .Text("element"u8, space.Elements.Elements[key.Element].Code.Value)
                .Count("amount"u8, chunk.Amounts[row], space.Scale);
            if (key.HasQuantity)
            {
                line.Count("quantity"u8, chunk.Quantities[quantity++], DecimalScale.Quantity);
            }

            line.OptionalText("reference"u8, chunk.ReferenceAt(row))
                .OptionalText("text"u8, chunk.TextAt(row))
                .OptionalNumber("adjustmentPeriod"u8, key.AdjustmentPeriod == 0 ? null : key.AdjustmentPeriod);
            writer.EndLine();
        }
    }

    /// <summary>Reads the postings of a document; the entry has been read to its end when they are.</summary>
    public static IEnumerable<Posting> Read(JournalReader reader)
    {
        while (reader.TryReadLine(out ReadOnlyMemory<byte> line))
        {
            yield return Read(line.Span, reader);
        }
    }

    private static Posting Read(ReadOnlySpan<byte> line, JournalReader reader)
    {
        var json = new Utf8JsonReader(line);
        JournalTexts texts = reader.Texts;
        LocalDate date = default;
        CenterCode center = default;
        ElementCode element = default;
        decimal? amount = null;
        decimal? quantity = null;
        string? reference = null;
        string? text = null;
        int? adjustmentPeriod = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            switch (NameOf(ref json))
            {
                case Field.Date: date = texts.Date(ref json); break;
                case Field.Center: center = texts.Center(ref json); break;
                case Field.Element: element = texts.Element(ref json); break;
                case Field.Amount: amount = texts.Number(ref json); break;
                case Field.Quantity: quantity = texts.Number(ref json); break;
                case Field.Reference: reference = json.GetString(); break;
                case Field.Text: text = json.GetString(); break;
                case Field.AdjustmentPeriod: adjustmentPeriod = json.GetInt32(); break;
                default: throw reader.Fault("a posting has no such field.");
            }
        }

        return new Posting(
            date,
            center,
            element,
            amount ?? throw reader.Fault("a posting needs an amount."),
            quantity,
            reference,
            text,
            adjustmentPeriod);
    }

    private static Field NameOf(ref Utf8JsonReader json)
    {
        Field name =
            json.ValueTextEquals("date"u8) ? Field.Date
            : json.ValueTextEquals("center"u8) ? Field.Center
            : json.ValueTextEquals("element"u8) ? Field.Element
            : json.ValueTextEquals("amount"u8) ? Field.Amount
            : json.ValueTextEquals("quantity"u8) ? Field.Quantity
            : json.ValueTextEquals("reference"u8) ? Field.Reference
            : json.ValueTextEquals("text"u8) ? Field.Text
            : json.ValueTextEquals("adjustmentPeriod"u8) ? Field.AdjustmentPeriod
            : Field.None;
        json.Read();
        return name;
    }

    private enum Field
    {
        None,
        Date,
        Center,
        Element,
        Amount,
        Quantity,
        Reference,
        Text,
        AdjustmentPeriod,
    }
}
