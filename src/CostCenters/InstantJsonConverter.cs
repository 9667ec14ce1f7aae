using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters;

/// <summary>Writes an instant to JSON as <c>2026-04-01T08:30:00Z</c>, and reads it back; properties of records name it,
/// so that none needs to be registered.</summary>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is no instant.</exception>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            && InstantPattern.ExtendedIso.Parse(reader.GetString()!).TryGetValue(default, out Instant instant)
                ? instant
                : throw new JsonException("An instant such as 2026-04-01T08:30:00Z was expected.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
