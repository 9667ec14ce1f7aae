using System.Globalization;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime.Text;

namespace CostCenters.Ledgers;

/// <summary>
/// Reads the lines of a journal and gives its commands to a new ledger; see <see cref="LedgerJournal"/>.
/// </summary>
internal sealed class JournalReader
{
    private readonly TextReader reader;
    private readonly CubeSpace space;
    private readonly Ledger ledger;
    private long line;

    public JournalReader(TextReader reader, CubeSpace space)
    {
        this.reader = reader;
        this.space = space;
        ledger = new Ledger(space);
    }

    public Ledger Read()
    {
        try
        {
            long moments = ReadHeader();
            ArgumentOutOfRangeException.ThrowIfNegative(moments);
            for (long moment = 1; moment <= moments; moment++)
            {
                ReadEntry(moment);
            }

            return reader.ReadLine() is null
                ? ledger
                : throw new JournalException(line + 1, $"the header names {moments} moments, and more follows.");
        }
        catch (Exception error) when (error is not JournalException
            && error is JsonException or FormatException or ArgumentException
                or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new JournalException(line, error.Message, error);
        }
    }

    private long ReadHeader()
    {
        using JsonDocument header = ReadLine();
        JsonElement root = header.RootElement;
        if (root.GetProperty("journal").GetString() != "CostCenters" || root.GetProperty("format").GetInt32() != 1)
        {
            throw new JournalException(line, "expected a CostCenters journal of format 1.");
        }

        string? currency = root.GetProperty("currency").GetString();
        int digits = root.GetProperty("digits").GetInt32();
        return currency == space.Currency.Code && digits == space.Scale.Digits
            ? root.GetProperty("moments").GetInt64()
            : throw new JournalException(
                line,
                $"the journal is in {currency} with {digits} decimals, "
                    + $"the space in {space.Currency} with {space.Scale}.");
    }

    private void ReadEntry(long moment)
    {
        using JsonDocument entry = ReadLine();
        JsonElement root = entry.RootElement;
        if (root.GetProperty("moment").GetInt64() != moment)
        {
            throw new JournalException(line, $"expected moment {moment}; a command is missing or stands twice.");
        }

        var stamp = new CommandStamp(
            Text(root, "by")!, InstantPattern.ExtendedIso.Parse(Text(root, "at")!).GetValueOrThrow());
        CommandResult result = root.TryGetProperty("post", out JsonElement id)
            ? ReadDocument(new DocumentId(id.GetString()!), root, stamp)
            : root.TryGetProperty("close", out JsonElement closed)
                ? ledger.Close(PeriodOf(closed), CentersOf(root), stamp)
                : ledger.Reopen(PeriodOf(root.GetProperty("open")), CentersOf(root), stamp);
        if (result.Outcome != CommandOutcome.Taken)
        {
            throw new JournalException(
                line,
                $"the ledger did not take moment {moment}: "
                    + string.Join(" ", result.Faults.Select(fault => fault.Message)));
        }
    }

    private CommandResult ReadDocument(DocumentId id, JsonElement root, CommandStamp stamp)
    {
        IEnumerable<Posting> postings = ReadPostings(root.GetProperty("postings").GetInt32());
        return Text(root, "reverses") is string original
            ? ledger.Restore(id, new DocumentId(original), postings, stamp)
            : ledger.Post(id, space.Currency, postings, stamp);
    }

    private IEnumerable<Posting> ReadPostings(int count)
    {
        for (int i = 0; i < count; i++)
        {
            using JsonDocument posting = ReadLine();
            JsonElement root = posting.RootElement;
            yield return new Posting(
                LocalDatePattern.Iso.Parse(Text(root, "date")!).GetValueOrThrow(),
                new CenterCode(Text(root, "center")!),
                new ElementCode(Text(root, "element")!),
                Number(Text(root, "amount")!),
                Text(root, "quantity") is string quantity ? Number(quantity) : null,
                Text(root, "reference"),
                Text(root, "text"),
                root.TryGetProperty("adjustmentPeriod", out JsonElement period) ? period.GetInt32() : null);
        }
    }

    private JsonDocument ReadLine()
    {
        line++;
        return JsonDocument.Parse(
            reader.ReadLine() ?? throw new JournalException(line, "the journal ends here; a line is missing."));
    }

    private static FiscalPeriod PeriodOf(JsonElement text) =>
        FiscalPeriod.Parse(text.GetString()!);

    private static IEnumerable<CenterCode> CentersOf(JsonElement root) =>
        [.. root.GetProperty("centers").EnumerateArray().Select(center => new CenterCode(center.GetString()!))];

    private static decimal Number(string text) =>
        decimal.Parse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
