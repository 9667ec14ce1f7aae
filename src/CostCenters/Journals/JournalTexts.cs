using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>Reads the values of lines from their bytes; codes that recur from line to line are made once.</summary>
internal sealed class JournalTexts(JournalReader reader)
{
    private const int LongestKept = 64;

    private readonly Dictionary<string, CenterCode>.AlternateLookup<ReadOnlySpan<char>> centers =
        new Dictionary<string, CenterCode>().GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, ElementCode>.AlternateLookup<ReadOnlySpan<char>> elements =
        new Dictionary<string, ElementCode>().GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, FiscalPeriod>.AlternateLookup<ReadOnlySpan<char>> periods =
        new Dictionary<string, FiscalPeriod>().GetAlternateLookup<ReadOnlySpan<char>>();

    private byte[] lastDay = [];
    private LocalDate lastDate;

    public CenterCode Center(ref Utf8JsonReader json) => Find(ref json, centers, text => new CenterCode(text));

    public ElementCode Element(ref Utf8JsonReader json) => Find(ref json, elements, text => new ElementCode(text));

    public FiscalPeriod Period(ref Utf8JsonReader json) => Find(ref json, periods, text => FiscalPeriod.Parse(text));

    public LocalDate Date(ref Utf8JsonReader json)
    {
        if (!json.ValueSpan.SequenceEqual(lastDay))
        {
            lastDay = [.. json.ValueSpan];
            lastDate = LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(lastDay)).GetValueOrThrow();
        }

        return lastDate;
    }

    public decimal Number(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String
        && Utf8Parser.TryParse(json.ValueSpan, out decimal number, out int used)
        && used == json.ValueSpan.Length
            ? number
            : throw reader.Fault("an amount or a quantity is a text such as \"12.50\".");

    private static TValue Find<TValue>(
        ref Utf8JsonReader json,
        Dictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> known,
        Func<string, TValue> create)
    {
        if (json.TokenType != JsonTokenType.String || json.ValueSpan.Length > LongestKept)
        {
            return create(json.GetString()!);
        }

        Span<char> text = stackalloc char[LongestKept];
        ReadOnlySpan<char> code = text[..json.CopyString(text)];
        if (!known.TryGetValue(code, out TValue? found))
        {
            found = create(code.ToString());
            known[code] = found;
        }

        return found;
    }
}
