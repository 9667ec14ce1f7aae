using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

public sealed partial class Ledger
{
    bool IJournalProjection.Owns(JsonProperty kind) =>
        kind.NameEquals("post"u8)
        || kind.NameEquals("close"u8)
        || kind.NameEquals("open"u8);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp)
    {
        if (reader.OptionalText(entry, "post") is string id)
        {
            if (reader.OptionalText(entry, "reverses") is not string original)
            {
                return Post(new DocumentId(id), Space.Currency, PostingLines.Read(reader), stamp);
            }

            reader.ReadEnd();
            return Reverse(
                new DocumentId(original),
                new DocumentId(id),
                reader.OptionalText(entry, "date") is null ? null : reader.Date(entry, "date"),
                stamp);
        }

        reader.ReadEnd();
        bool closes = entry.TryGetProperty("close"u8, out _);
        return SetClosed(
            FiscalPeriod.Parse(reader.Text(entry, closes ? "close" : "open")),
            entry.GetProperty("centers"u8).EnumerateArray().Select(center => new CenterCode(center.GetString()!)),
            stamp,
            closes);
    }
}
