using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostCenters.Samples;

/// <summary>Writes rows as JSON: an array of objects whose values are texts, or null where a cell is absent.</summary>
internal static class JsonRows
{
    private const int MostPending = 64 * 1024;

    public static void Write(
        IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows, Stream stream)
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
        json.Flush();
        stream.Write("\n"u8);
    }
}
