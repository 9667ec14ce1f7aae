using CostCenters.Csv.Shapes.Json;

namespace CostCenters.Csv.Imports;

public sealed partial class ImportProfile
{
    /// <summary>The JSON Schema of a profile, for editors that check and complete as one types.</summary>
    public static string JsonSchema()
    {
        using Stream schema =
            typeof(ImportProfile).Assembly.GetManifestResourceStream("import-profile.schema.json")!;
        using var reader = new StreamReader(schema);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a profile from JSON; <see cref="JsonSchema"/> describes it.</summary>
    /// <remarks>What the JSON does not say is as in <see cref="Contract"/>. Comments and trailing commas are allowed.
    /// <code>
    /// { "delimiter": ";", "numbers": { "decimal": ",", "groups": "." }, "dates": ["dd.MM.yyyy"],
    ///   "columns": { "center": ["Kostenstelle", "Cost Center"], "element": { "constant": "6000" } } }
    /// </code>
    /// </remarks>
    /// <param name="json">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="ProfileFormatException">The text has mistakes, all of which are told with their place.
    /// </exception>
    public static ImportProfile FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ProfileReader.Read(json);
    }

    /// <summary>The profile as JSON; <see cref="FromJson"/> of it means the same.</summary>
    public string ToJson() => ProfileWriter.Write(this);
}
