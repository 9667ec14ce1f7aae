using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters;

/// <summary>Writes a day to JSON as <c>2026-03-15</c> and an instant as <c>2026-04-01T08:30:00Z</c>, and reads them
/// back; the properties of records name it, so that none needs to be registered.</summary>
/// <typeparam name="T"><see cref="LocalDate"/> or <see cref="Instant"/>.</typeparam>
public sealed class IsoJsonConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly IPattern<T> pattern =
        LocalDatePattern.Iso as IPattern<T>
        ?? InstantPattern.ExtendedIso as IPattern<T>
        ?? throw new NotSupportedException($"{typeof(T).Name} is neither a day nor an instant.");

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is no such value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && pattern.Parse(reader.GetString()!).TryGetValue(default, out T value)
            ? value
            : throw new JsonException($"A text such as '{pattern.Format(default)}' was expected.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(pattern.Format(value));
    }
}
