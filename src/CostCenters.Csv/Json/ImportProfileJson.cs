using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Json;

/// <summary>Import profiles as JSON, both ways with the same meaning.</summary>
/// <remarks>
/// What the JSON does not say is as in <see cref="ImportProfile.Contract"/>. Comments and trailing commas are allowed.
/// <code>
/// { "delimiter": ";", "numbers": { "decimal": ",", "groups": "." }, "dates": ["dd.MM.yyyy"],
///   "columns": { "center": ["Kostenstelle", "Cost Center"], "element": { "constant": "6000" } } }
/// </code>
/// </remarks>
public static class ImportProfileJson
{
    /// <summary>Reads a profile.</summary>
    /// <param name="json">The text; <see cref="Schema"/> describes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="ProfileFormatException">The text has mistakes, all of which are told with their place.
    /// </exception>
    public static ImportProfile Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ProfileReader.Read(json);
    }

    /// <summary>Writes a profile; <see cref="Read"/> of it means the same.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public static string Write(ImportProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return ProfileWriter.Write(profile);
    }

    /// <summary>The JSON Schema of a profile, for editors that check and complete as one types.</summary>
    public static string Schema()
    {
        using Stream schema =
            typeof(ImportProfileJson).Assembly.GetManifestResourceStream("import-profile.schema.json")!;
        using var reader = new StreamReader(schema);
        return reader.ReadToEnd();
    }
}
