using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostCenters.Tool.Writing;

/// <summary>Writes rows as JSON: an array of objects whose values are texts, or null where a cell is absent.</summary>
internal static class JsonRows
{
    private const int MostPending = 64 * 1024;

    /// <summary>Writes rows.</summary>
    /// <param name="columns">The names of the members.</param>
    /// <param name="rows">The values.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="facts">What is said of all rows: an object that holds these and the rows, in place of the array;
    /// null for the array alone. A fact that is empty is null.</param>
    public static void Write(
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string?>> rows,
        Stream stream,
        IEnumerable<KeyValuePair<string, string>>? facts = null)
    {
        JsonEncodedText[] names = [.. columns.Select(name => JsonEncodedText.Encode(name))];
        using var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
        if (facts is not null)
        {
            json.WriteStartObject();
            foreach ((string name, string value) in facts)
            {
                json.WriteString(name, value.Length == 0 ? null : value);
            }

            json.WritePropertyName("rows");
        }

        json.WriteStartArray();
        foreach (IReadOnlyList<string?> cells in rows)
        {
            json.WriteStartObject();
            for (int i = 0; i < names.Length; i++)
            {
                json.WriteString(names[i], cells[i]);
            }

            json.WriteEndObject();
            if (json.BytesPending > MostPending)
            {
                // A writer keeps what it has written until then, which may be a report of millions of rows.
                json.Flush();
            }
        }

        json.WriteEndArray();
        if (facts is not null)
        {
            json.WriteEndObject();
        }

        json.Flush();
        stream.Write("\n"u8);
    }
}
