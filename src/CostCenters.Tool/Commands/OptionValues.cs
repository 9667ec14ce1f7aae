using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Reads the values of options; what is none is wrong usage.</summary>
internal static class OptionValues
{
    public static FiscalPeriod? Period(this Words words, ToolOption option) =>
        words[option] is not string text ? null
        : FiscalPeriod.TryParse(text, out FiscalPeriod period) ? period
        : throw new UsageException($"{option.Name} is a fiscal period such as 2026-P03, not '{text}'.");

    /// <summary>A whole number of at least some size.</summary>
    public static int? Number(this Words words, ToolOption option, int least, string what) =>
        words[option] is not string text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= least ? count
        : throw new UsageException($"{option.Name} is {what}, not '{text}'.");

    /// <summary>One of some words, and what it stands for.</summary>
    public static T? Choice<T>(this Words words, ToolOption option, params (string Word, T Value)[] choices)
        where T : struct
    {
        if (words[option] is not string text)
        {
            return null;
        }

        foreach ((string word, T value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        string known = string.Join(", ", choices[..^1].Select(choice => choice.Word));
        throw new UsageException($"{option.Name} is {known} or {choices[^1].Word}, not '{text}'.");
    }

    /// <summary>A culture by its name; that of the machine never counts.</summary>
    public static CultureInfo? Culture(this Words words, ToolOption option)
    {
        if (words[option] is not string name)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new UsageException($"{option.Name} is the name of a culture such as de-DE, not '{name}'.");
        }
    }

    public static ReportDimensions? Dimensions(this Words words, ToolOption option)
    {
        if (words[option] is not string list)
        {
            return null;
        }

        ReportDimensions dimensions = ReportDimensions.None;
        foreach (string name in list.Split(','))
        {
            ReportDimensions dimension = DimensionOf(option, name);
            dimensions = dimensions.HasFlag(dimension)
                ? throw new UsageException($"{option.Name} names {name} twice.")
                : dimensions | dimension;
        }

        return dimensions;
    }

    public static ReportDimensions? Dimension(this Words words, ToolOption option) =>
        words[option] is string name ? DimensionOf(option, name) : null;

    public static Materiality? Materiality(this Words words, ToolOption option)
    {
        if (words[option] is not string text)
        {
            return null;
        }

        string[] parts = text.Split(',');
        return parts.Length <= 2
            && TryNumber(parts[0], out decimal amount)
            && TryNumber(parts.Length == 2 ? parts[1] : "0", out decimal percent)
                ? new Materiality(amount, parts.Length == 2 ? percent : null)
                : throw new UsageException(
                    $"{option.Name} is AMOUNT or AMOUNT,PERCENT such as 5000,10, not '{text}'.");
    }

    /// <summary>Two outputs cannot share a file.</summary>
    public static void RequireOneFileEach(this Words words, params ToolOption[] options)
    {
        var ofFiles = options.Where(words.Has).ToLookup(option => PathOf(option, words[option]!));
        if (ofFiles.FirstOrDefault(file => file.Count() > 1) is { } shared)
        {
            throw new UsageException(
                $"{string.Join(" and ", shared.Select(option => option.Name))} name the same file.");
        }
    }

    private static string PathOf(ToolOption option, string text)
    {
        try
        {
            return Path.GetFullPath(text);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"{option.Name} is the name of a file, which '{text}' cannot be.");
        }
    }

    private static ReportDimensions DimensionOf(ToolOption option, string name) =>
        name switch
        {
            "center" => ReportDimensions.Center,
            "element" => ReportDimensions.Element,
            "period" => ReportDimensions.Period,
            _ => throw new UsageException($"{option.Name} takes center, element or period, not '{name}'."),
        };

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
