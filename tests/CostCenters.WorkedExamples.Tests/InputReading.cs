using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Reads inputs by name, so that a mapping shows what it computes and not how JSON is read.</summary>
public static class InputReading
{
    public static string Text(this JsonElement inputs, string name) =>
        inputs.GetProperty(name).GetString() ?? throw new InvalidDataException($"{name} is null.");

    public static decimal Number(this JsonElement inputs, string name) => inputs.GetProperty(name).GetDecimal();

    /// <summary>A number that may be left out.</summary>
    public static decimal? NumberOrNull(this JsonElement inputs, string name) =>
        inputs.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    /// <summary>Fails by name on an input that a mapping does not read.</summary>
    public static void RequireKnown(this JsonElement inputs, params ReadOnlySpan<string> names)
    {
        foreach (JsonProperty input in inputs.EnumerateObject())
        {
            if (!names.Contains(input.Name))
            {
                throw new InvalidDataException($"Nothing reads the input '{input.Name}'.");
            }
        }
    }

    public static int Whole(this JsonElement inputs, string name) => inputs.GetProperty(name).GetInt32();

    /// <summary>A whole number that may be left out.</summary>
    public static int Whole(this JsonElement inputs, string name, int otherwise) =>
        inputs.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    public static LocalDate Date(this JsonElement inputs, string name) => ParseDate(inputs.Text(name));

    public static decimal[] Numbers(this JsonElement inputs, string name) =>
        [.. inputs.GetProperty(name).EnumerateArray().Select(item => item.GetDecimal())];

    public static int[] Wholes(this JsonElement inputs, string name) =>
        [.. inputs.GetProperty(name).EnumerateArray().Select(item => item.GetInt32())];

    public static LocalDate[] Dates(this JsonElement inputs, string name) =>
        [.. inputs.GetProperty(name).EnumerateArray().Select(item => ParseDate(item.GetString()!))];

    private static LocalDate ParseDate(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
