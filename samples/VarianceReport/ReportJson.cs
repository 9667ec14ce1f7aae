using System.Text.Encodings.Web;
using System.Text.Json;
using CostCenters.Csv;
using CostCenters.Variances;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Prints a report as a JSON array with one object a row, named and formatted as in CSV.</summary>
internal static class ReportJson
{
    public static void Write(Variances.VarianceReport report, Stream stream)
    {
        JsonEncodedText[] names =
        [
            .. VarianceReportCsv.Columns(report.Dimensions).Select(name => JsonEncodedText.Encode(name)),
        ];
        int digits = report.Comparison.Space.Scale.Digits;
        using var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
        json.WriteStartArray();
        foreach (VarianceRow row in report.Rows)
        {
            IReadOnlyList<string?> cells = VarianceReportCsv.Cells(row, digits);
            json.WriteStartObject();
            for (int i = 0; i < names.Length; i++)
            {
                json.WriteString(names[i], cells[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.Write("\n"u8);
    }
}
