using System.Collections;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Compares what a source says with what the library says, within the rounding the source states.</summary>
/// <remarks>
/// Only what is expected counts; a result may hold more. The rounding of a field holds for every figure below a path
/// segment of its name, and the deepest such segment wins.
/// </remarks>
public sealed class Comparison
{
    // Without stated decimals figures are equal, but for the noise of how they are written.
    private const int UnroundedDecimals = 12;

    private readonly JsonElement? fields;
    private readonly List<string> mismatches = [];

    private Comparison(JsonElement rounding) =>
        fields = rounding.TryGetProperty("fields", out var element) ? element : null;

    /// <summary>What differs, one text for each figure; none if all agree.</summary>
    public static IReadOnlyList<string> Mismatches(JsonElement expected, object? actual, JsonElement rounding)
    {
        var comparison = new Comparison(rounding);
        comparison.Compare(expected, actual, "$", DecimalsOf(rounding));
        return comparison.mismatches;
    }

    private static int? DecimalsOf(JsonElement rounding)
    {
        if (rounding.TryGetProperty("mode", out var mode) && mode.GetString() is not "half_up")
        {
            throw new InvalidDataException($"Unknown rounding mode {mode}.");
        }

        var decimals = rounding.GetProperty("decimals");
        return decimals.ValueKind == JsonValueKind.Null ? null : decimals.GetInt32();
    }

    private void Compare(JsonElement expected, object? actual, string path, int? decimals)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObject(expected, actual as IDictionary, path, decimals);
                break;
            case JsonValueKind.Array:
                CompareArray(expected, actual is string ? null : actual as IEnumerable, path, decimals);
                break;
            case JsonValueKind.Number:
                CompareNumber(expected.GetDecimal(), actual, path, decimals);
                break;
            default:
                Check(path, TextOf(expected), TextOf(actual));
                break;
        }
    }

    private void CompareObject(JsonElement expected, IDictionary? actual, string path, int? decimals)
    {
        foreach (var property in expected.EnumerateObject())
        {
            string inner = $"{path}.{property.Name}";
            if (actual is null || !actual.Contains(property.Name))
            {
                mismatches.Add($"{inner}: expected {property.Value.GetRawText()}, but the result has nothing there.");
                continue;
            }

            int? innerDecimals = fields is { } names && names.TryGetProperty(property.Name, out var rounding)
                ? DecimalsOf(rounding)
                : decimals;
            Compare(property.Value, actual[property.Name], inner, innerDecimals);
        }
    }

    private void CompareArray(JsonElement expected, IEnumerable? actual, string path, int? decimals)
    {
        object?[] items = [.. actual?.Cast<object?>() ?? []];
        if (actual is null || items.Length != expected.GetArrayLength())
        {
            string found = actual is null ? "no list" : $"{items.Length} items";
            mismatches.Add($"{path}: expected {expected.GetArrayLength()} items, but the result has {found}.");
            return;
        }

        foreach (var (index, item) in expected.EnumerateArray().Index())
        {
            Compare(item, items[index], $"{path}[{index}]", decimals);
        }
    }

    private void CompareNumber(decimal expected, object? actual, string path, int? decimals)
    {
        if (actual is not (decimal or long or int))
        {
            Check(path, TextOf(expected), TextOf(actual));
            return;
        }

        decimal number = Convert.ToDecimal(actual, CultureInfo.InvariantCulture);
        decimal wanted = decimals is null ? Rounded(expected, UnroundedDecimals) : expected;
        if (Rounded(number, decimals ?? UnroundedDecimals) != wanted)
        {
            mismatches.Add(FormattableString.Invariant($"{path}: expected {expected}, but the result is {number}."));
        }
    }

    private void Check(string path, string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            mismatches.Add($"{path}: expected {expected}, but the result is {actual}.");
        }
    }

    private static decimal Rounded(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string TextOf(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.String ? $"'{expected.GetString()}'" : expected.GetRawText();

    private static string TextOf(object? actual) => actual switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"'{text}'",
        LocalDate date => $"'{LocalDatePattern.Iso.Format(date)}'",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => $"a {actual.GetType().Name}",
    };
}
