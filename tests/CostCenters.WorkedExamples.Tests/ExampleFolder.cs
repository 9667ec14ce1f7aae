using System.Text.Json;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>The examples beside the tests, or those of the folder that an environment variable names instead.</summary>
public static class ExampleFolder
{
    public const string Variable = "COSTCENTERS_EXAMPLES";

    private static readonly Lazy<IReadOnlyDictionary<string, WorkedExample>> Examples = new(() => Read(FolderPath));

    public static IReadOnlyDictionary<string, WorkedExample> All => Examples.Value;

    private static string FolderPath =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "Examples");

    /// <summary>Reads every file but those whose names begin with 00-, which list where authors disagree.</summary>
    public static IReadOnlyDictionary<string, WorkedExample> Read(string folder)
    {
        var examples = new Dictionary<string, WorkedExample>(StringComparer.Ordinal);
        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file).StartsWith("00-", StringComparison.Ordinal))
            {
                continue;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var element in document.RootElement.EnumerateArray())
            {
                var example = new WorkedExample(
                    element.GetProperty("id").GetString()!,
                    element.GetProperty("calc").GetString()!,
                    element.GetProperty("inputs").Clone(),
                    element.GetProperty("expected").Clone(),
                    element.GetProperty("rounding").Clone());
                if (!examples.TryAdd(example.Id, example))
                {
                    throw new InvalidDataException($"{file}: the id {example.Id} is taken already.");
                }
            }
        }

        return examples;
    }
}
