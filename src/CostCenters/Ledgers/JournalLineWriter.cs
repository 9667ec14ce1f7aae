using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace CostCenters.Ledgers;

/// <summary>Writes the lines of a journal; see <see cref="LedgerJournal"/>.</summary>
internal sealed class JournalLineWriter : IDisposable
{
    private const int FlushAt = 65_536;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter json;

    public JournalLineWriter(Stream stream)
    {
        this.stream = stream;
        json = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void WriteHeader(LedgerSnapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteString("journal", "CostCenters");
        json.WriteNumber("format", 1);
        json.WriteString("currency", snapshot.Space.Currency.Code);
        json.WriteNumber("digits", snapshot.Space.Scale.Digits);
        json.WriteNumber("moments", snapshot.Moment.Number);
        EndLine();
    }

    public void WriteEntry(LedgerEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("moment", entry.Moment.Number);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.Stamp.At));
        json.WriteString("by", Unicode(entry.Stamp.Actor));
        switch (entry)
        {
            case DocumentEntry document:
                json.WriteString("post", Unicode(document.Id.Value));
                WriteOptional("reverses", document.Reverses?.Value);
                json.WriteNumber("postings", document.PostingCount);
                break;
            case PeriodEntry period:
                json.WriteString(period.Closes ? "close" : "open", period.Period.ToString());
                json.WriteStartArray("centers");
                foreach (Structure.CenterCode center in period.Centers)
                {
                    json.WriteStringValue(Unicode(center.Value));
                }

                json.WriteEndArray();
                break;
        }

        EndLine();
    }

    public void WritePosting(Posting posting)
    {
        json.WriteStartObject();
        json.WriteString("date", LocalDatePattern.Iso.Format(posting.Date));
        json.WriteString("center", Unicode(posting.Center.Value));
        json.WriteString("element", Unicode(posting.Element.Value));
        json.WriteString("amount", posting.Amount.ToString(CultureInfo.InvariantCulture));
        WriteOptional("quantity", posting.Quantity?.ToString(CultureInfo.InvariantCulture));
        WriteOptional("reference", posting.Reference);
        WriteOptional("text", posting.Text);
        if (posting.AdjustmentPeriod is int adjustmentPeriod)
        {
            json.WriteNumber("adjustmentPeriod", adjustmentPeriod);
        }

        EndLine();
    }

    public void Dispose()
    {
        Flush();
        json.Dispose();
    }

    private void WriteOptional(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Unicode(value));
        }
    }

    /// <summary>Half of a surrogate pair has no UTF-8 and would come back as another text.</summary>
    /// <exception cref="ArgumentException">The text is no Unicode.</exception>
    private static string Unicode(string text)
    {
        _ = Strict.GetByteCount(text);
        return text;
    }

    private void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        json.Reset();
        if (buffer.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
