using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CostCenters.Monetary;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>
/// Reads the entries of a journal line by line, and holds each to its place and its hash; see <see cref="Journal"/>.
/// </summary>
internal sealed class JournalReader : IDisposable
{
    /// <summary>How many texts are kept to be given again.</summary>
    private const int MostKept = 1_024;

    private readonly CancellationToken cancellation;
    private readonly JournalLineReader lines;
    private readonly HashSet<string> kept = [];
    private byte[] firstLine = [];
    private JsonDocument? first;
    private JsonDocument? further;
    private CommandStamp? stamp;
    private byte[] stampText = [];
    private bool isInside;

    public JournalReader(Stream stream, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        lines = new JournalLineReader(stream);
        Texts = new JournalTexts(this);
    }

    private static ReadOnlySpan<byte> HashLine => "{\"hash\":\""u8;

    private static ReadOnlySpan<byte> PositionField => "{\"position\":"u8;

    /// <summary>Reads the values of lines that are taken as bytes.</summary>
    public JournalTexts Texts { get; }

    /// <summary>The lines of the entry that was read last.</summary>
    public EntryHash Hash { get; } = new();

    /// <summary>The hash of the last entry that was read to its end.</summary>
    public JournalHash Head { get; private set; }

    /// <summary>The number of the last entry that was read to its end; 0 after what the journal starts from.</summary>
    public long Position { get; private set; } = -1;

    /// <summary>Where the last entry that was read to its end ends, in bytes.</summary>
    public long End { get; private set; }

    /// <summary>Reads the first line of the journal.</summary>
    public JsonElement ReadStart() =>
        TryBegin(out ReadOnlyMemory<byte> line) ? ParseFirst(line) : throw Torn();

    /// <summary>Reads the first line of the next entry, which stays until the one after it.</summary>
    /// <returns>False at the end of the journal.</returns>
    /// <exception cref="JournalException">The entry is none, or not the one that should follow.</exception>
    public bool TryReadEntry(out JsonElement entry)
    {
        bool isThere = TryBeginEntry(out ReadOnlyMemory<byte> line);
        entry = isThere ? ParseFirst(line) : default;
        return isThere;
    }

    /// <summary>As <see cref="TryReadEntry"/>, for those who do not ask what the line says.</summary>
    public bool TryBeginEntry(out ReadOnlyMemory<byte> line)
    {
        if (!TryBegin(out line))
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[20];
        _ = (Position + 1).TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> text = line.Span;
        return text.StartsWith(PositionField)
            && text[PositionField.Length..].StartsWith(digits[..length])
            && text[PositionField.Length + length] == (byte)','
                ? true
                : throw Fault($"expected entry {Position + 1} and found {Number(ParseFirst(line), "position")}; "
                    + "an entry was dropped, inserted or moved, or its number altered.");
    }

    /// <summary>Reads the next line of the entry; its last one is that with the hash.</summary>
    /// <returns>False when the entry has no further line and its hash is right.</returns>
    /// <exception cref="JournalException">The hash is another one, or the journal ends inside the entry.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public bool TryReadLine(out ReadOnlyMemory<byte> line)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!lines.TryRead(out line))
        {
            throw HasWholeHash(lines.Rest)
                ? Fault($"entry {Position + 1} is not what was written; the end of its last line was altered.")
                : Torn();
        }

        if (!line.Span.StartsWith(HashLine))
        {
            Hash.Append(line.Span);
            return true;
        }

        EndEntry(line.Span);
        return false;
    }

    /// <summary>As <see cref="TryReadLine(out ReadOnlyMemory{byte})"/>; the line stays until the next call.</summary>
    public bool TryReadLine(out JsonElement line)
    {
        bool isThere = TryReadLine(out ReadOnlyMemory<byte> text);
        line = isThere ? Parse(text, ref further) : default;
        return isThere;
    }

    /// <summary>Reads the end of an entry without further lines.</summary>
    public void ReadEnd()
    {
        if (TryReadLine(out ReadOnlyMemory<byte> _))
        {
            throw Fault("the entry has no further lines.");
        }
    }

    public JournalException Fault(string message, Exception? inner = null) => new(lines.Line, message, inner);

    public void Dispose()
    {
        Hash.Dispose();
        first?.Dispose();
        further?.Dispose();
    }

    /// <summary>Who gave the command of an entry, and when.</summary>
    public CommandStamp Stamp(JsonElement entry)
    {
        if (stamp is null || !entry.TryGetProperty("by"u8, out JsonElement by) || by.ValueKind != JsonValueKind.String
            || !by.ValueEquals(stamp.Actor)
            || !entry.TryGetProperty("at"u8, out JsonElement at) || at.ValueKind != JsonValueKind.String
            || !at.ValueEquals(stampText))
        {
            stamp = new CommandStamp(Text(entry, "by"), Instant(entry, "at"));
            stampText = Encoding.UTF8.GetBytes(Text(entry, "at"));
        }

        return stamp;
    }

    /// <summary>The field of a first line that says what was done: the one after position, instant and actor.
    /// </summary>
    public JsonProperty Kind(JsonElement entry)
    {
        foreach (JsonProperty field in entry.EnumerateObject())
        {
            if (!field.NameEquals("position"u8) && !field.NameEquals("at"u8) && !field.NameEquals("by"u8))
            {
                return field;
            }
        }

        throw Fault("the entry does not say what was done.");
    }

    public string Text(JsonElement line, string name) =>
        OptionalText(line, name) ?? throw Fault($"a field '{name}' is missing.");

    /// <summary>A text that entries often have in common, such as a name or a reason: once in memory.</summary>
    public string SharedText(JsonElement line, string name)
    {
        string text = Text(line, name);
        if (kept.TryGetValue(text, out string? before))
        {
            return before;
        }

        if (kept.Count < MostKept)
        {
            kept.Add(text);
        }

        return text;
    }

    [SuppressMessage("Performance", "CA1822", Justification = "The fields of a line are read in one way.")]
    public string? OptionalText(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    public long Number(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long number)
            ? number
            : throw Fault($"a whole number '{name}' is missing.");

    public LocalDate Date(JsonElement line, string name) =>
        LocalDatePattern.Iso.Parse(Text(line, name)).GetValueOrThrow();

    public Instant Instant(JsonElement line, string name) =>
        InstantPattern.ExtendedIso.Parse(Text(line, name)).GetValueOrThrow();

    public T Choice<T>(JsonElement line, string name)
        where T : struct, Enum
    {
        if (line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
        {
            foreach ((string text, T choice) in Choices<T>.All)
            {
                if (value.ValueEquals(text))
                {
                    return choice;
                }
            }
        }

        throw Fault($"'{Text(line, name)}' is no {name}.");
    }

    /// <summary>A number as <see cref="CanonicalJson"/> writes a count.</summary>
    public long Count(JsonElement line, string name, DecimalScale scale) => Count(Text(line, name), scale);

    public long? OptionalCount(JsonElement line, string name, DecimalScale scale) =>
        OptionalText(line, name) is string text ? Count(text, scale) : null;

    public long Count(string text, DecimalScale scale) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number) && scale.TryToCount(number, out long count)
                ? count
                : throw Fault($"'{text}' is no number with {scale} decimals.");

    private bool TryBegin(out ReadOnlyMemory<byte> line)
    {
        if (isInside)
        {
            throw new InvalidOperationException("The entry before was not read to its end.");
        }

        if (!lines.TryRead(out line))
        {
            return lines.Rest.IsEmpty ? false : throw Torn();
        }

        if (line.Span.StartsWith(HashLine))
        {
            throw Fault("expected an entry and found the end of one.");
        }

        isInside = true;
        Hash.Begin(Head);
        Hash.Append(line.Span);
        return true;
    }

    private void EndEntry(ReadOnlySpan<byte> line)
    {
        JournalHash found = Hash.End();
        if (!IsLineOf(found, line))
        {
            throw Fault($"entry {Position + 1} is not what was written; "
                + "it was altered, or an entry before it was dropped, inserted or moved.");
        }

        Head = found;
        Position++;
        End = lines.Offset;
        isInside = false;
    }

    private static bool IsLineOf(JournalHash hash, ReadOnlySpan<byte> line)
    {
        Span<byte> bytes = stackalloc byte[JournalHash.Length];
        hash.CopyTo(bytes);
        Span<byte> digits = stackalloc byte[2 * JournalHash.Length];
        return Convert.TryToHexStringLower(bytes, digits, out int length)
            && line[HashLine.Length..].StartsWith(digits[..length])
            && line[(HashLine.Length + length)..].SequenceEqual("\"}\n"u8);
    }

    /// <summary>Whether something else stands where the line with the hash ends.</summary>
    private static bool HasWholeHash(ReadOnlySpan<byte> rest) =>
        rest.StartsWith(HashLine) && rest.Length >= HashLine.Length + (2 * JournalHash.Length) + "\"}\n"u8.Length;

    /// <summary>Parses a first line in memory of its own, since the lines after it come into the place of each other.
    /// </summary>
    private JsonElement ParseFirst(ReadOnlyMemory<byte> line)
    {
        if (firstLine.Length < line.Length)
        {
            firstLine = new byte[Math.Max(line.Length, 2 * firstLine.Length)];
        }

        line.CopyTo(firstLine);
        return Parse(firstLine.AsMemory(0, line.Length), ref first);
    }

    private JsonElement Parse(ReadOnlyMemory<byte> line, ref JsonDocument? parsed)
    {
        parsed?.Dispose();
        parsed = null;
        try
        {
            parsed = JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            throw Fault(error.Message, error);
        }

        return parsed.RootElement.ValueKind == JsonValueKind.Object
            ? parsed.RootElement
            : throw Fault("expected an object.");
    }

    private JournalException Torn() =>
        new(lines.Line + 1, $"the journal ends inside entry {Position + 1}.") { IsTorn = true };

    private static class Choices<T>
        where T : struct, Enum
    {
        public static readonly (string Text, T Value)[] All =
            [.. Enum.GetValues<T>().Select(value => (value.ToString(), value))];
    }
}
