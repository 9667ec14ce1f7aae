using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostCenters;

/// <summary>Writes a value to JSON as its exact text, and reads it back; it works for keys of dictionaries as well.
/// </summary>
/// <typeparam name="T">A value of this library; each names its converter, so that none needs to be registered.
/// </typeparam>
/// <remarks>
/// A default value that is none, such as <c>default(CenterCode)</c>, is written as null and read from it; as a key it
/// is refused. Numbers are texts, too, since many readers of JSON keep a number as binary floating point.
/// </remarks>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : ISpanParsable<T>, IFormattable
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is no such value, or there is no text.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => Value(reader.GetString()!),
            _ => throw new JsonException($"A text was expected for {typeof(T).Name}, not {reader.TokenType}."),
        };

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value?.ToString("R", null) is { Length: > 0 } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is no such value.</exception>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Value(reader.GetString()!);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="JsonException">The value is a default one that is none.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        string text = value.ToString("R", null);
        writer.WritePropertyName(
            text.Length > 0 ? text : throw new JsonException($"default({typeof(T).Name}) cannot be a key."));
    }

    private static T Value(string text)
    {
        try
        {
            return T.Parse(text, null);
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }
}
