using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Json;

/// <summary>Writes a profile as JSON: what differs from the contract, in one order.</summary>
internal static class ProfileWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ImportProfile profile)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteFile(writer, profile);
            WriteCells(writer, profile);
            WriteColumns(writer, profile);
            WriteRows(writer, profile.Settings.Shape);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void WriteTexts(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    public static void WritePairs(
        Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        writer.WriteStartObject(name);
        foreach ((string key, string value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    public static void WriteFlag(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static void WriteFile(Utf8JsonWriter writer, ImportProfile profile)
    {
        ProfileSettings settings = profile.Settings;
        FileShape shape = settings.Shape;
        writer.WriteString("delimiter", profile.Delimiter.ToString());
        writer.WriteString("encoding", profile.EncodingName);
        WriteFlag(writer, "byteOrderMark", settings.FollowsByteOrderMark);
        WriteFlag(writer, "separatorLine", profile.AcceptsSeparatorLine);
        WriteFlag(writer, "carriageReturns", settings.ReturnsEndLines);
        WriteFlag(writer, "literalQuotes", settings.HasLiteralQuotes);
        WriteFlag(writer, "trimmedCells", shape.TrimsCells && !shape.IsFramed);
        WriteFlag(writer, "shortRows", shape.AllowsShortRows);
        WriteFlag(writer, "surplusCells", shape.AllowsSurplusCells);
        WriteFlag(writer, "framedRows", shape.IsFramed);
        WriteFlag(writer, "withoutOffendingValues", !profile.TellsValues);
        WriteNumber(writer, "preamble", profile.PreambleLines, ImportProfile.Contract.PreambleLines);
        WriteNumber(
            writer, "maximumRowLength", profile.MaximumRowLength, ImportProfile.Contract.MaximumRowLength);
        WriteNumber(writer, "maximumFieldLength", profile.MaximumFieldLength ?? 0, 0);
        WriteNumber(writer, "maximumColumns", profile.MaximumColumns, ImportProfile.Contract.MaximumColumns);
        WriteNumber(writer, "maximumRows", profile.MaximumRows ?? 0, 0);
        WriteNumber(writer, "maximumFileSize", profile.MaximumFileSize ?? 0, 0);
        if (shape.Header.IsNone)
        {
            writer.WriteString("header", "none");
        }
        else if (shape.Header.Within > 0)
        {
            writer.WriteStartObject("header");
            writer.WriteNumber("within", shape.Header.Within);
            writer.WriteEndObject();
        }

        WriteItems(writer, "metadata", shape.Metadata, metadata =>
        {
            if (metadata.Pattern is string pattern)
            {
                writer.WriteString("pattern", pattern);
            }
            else
            {
                writer.WriteString("name", metadata.Name);
                writer.WriteNumber("line", metadata.Line);
                writer.WriteNumber("cell", metadata.Cell);
            }
        });
    }

    private static void WriteCells(Utf8JsonWriter writer, ImportProfile profile)
    {
        writer.WriteStartObject("numbers");
        writer.WriteString("decimal", profile.DecimalSeparator.ToString());
        writer.WriteString("groups", profile.GroupSeparators);
        writer.WritePropertyName("negative");
        WriteTexts(writer, Enum.GetValues<NegativeStyles>()
            .Where(style => style != NegativeStyles.None && profile.NegativeStyles.HasFlag(style))
            .Select(JsonPlace.NameOf));
        if (profile.PositiveSuffix is not null)
        {
            writer.WriteStartObject("suffixes");
            writer.WriteString("positive", profile.PositiveSuffix);
            writer.WriteString("negative", profile.NegativeSuffix);
            writer.WriteEndObject();
        }

        WriteFlag(writer, "exponents", profile.Settings.Numbers.HasExponents);
        writer.WriteEndObject();
        writer.WritePropertyName("dates");
        WriteTexts(writer, profile.DatePatterns);
        if (!profile.AbsentTokens.IsEmpty)
        {
            writer.WritePropertyName("absent");
            WriteTexts(writer, profile.AbsentTokens);
        }

        writer.WriteString("amountSigns", JsonPlace.NameOf(profile.AmountSigns));
        IEnumerable<KeyValuePair<string, string>> roundings = profile.Settings.Roundings
            .Select(pair => KeyValuePair.Create(pair.Key, JsonPlace.NameOf(pair.Value)));
        if (profile.Rounding is MidpointRounding all)
        {
            roundings = roundings.Prepend(KeyValuePair.Create(ProfileReader.AllColumns, JsonPlace.NameOf(all)));
        }

        if (roundings.Any())
        {
            WritePairs(writer, "rounding", roundings);
        }
    }

    private static void WriteColumns(Utf8JsonWriter writer, ImportProfile profile)
    {
        writer.WriteStartObject("columns");
        foreach ((string column, ColumnSource source) in
            profile.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            SourceJson.Write(writer, column, source);
        }

        writer.WriteEndObject();
        if (profile.Amount is AmountSource amount)
        {
            AmountJson.Write(writer, amount);
        }

        if (profile.Currency is CurrencyRule currency)
        {
            AmountJson.Write(writer, currency);
        }

        if (profile.Periods is PeriodColumns periods)
        {
            writer.WriteStartObject("periods");
            writer.WritePropertyName("headings");
            WriteTexts(writer, periods.Headings);
            writer.WriteString("day", JsonPlace.NameOf(periods.Day));
            SourceJson.Write(writer, "year", periods.Year);
            writer.WriteEndObject();
        }
    }

    private static void WriteRows(Utf8JsonWriter writer, FileShape shape)
    {
        if (shape.Sections is SectionRules sections)
        {
            writer.WriteStartObject("sections");
            SourceJson.Write(writer, "label", sections.Label);
            WriteList(writer, "totals", sections.Totals);
            WriteList(writer, "grandTotals", sections.GrandTotals);
            WriteList(writer, "openings", sections.Openings);
            writer.WriteEndObject();
        }

        if (shape.LastRow != LastRow.Unknown)
        {
            writer.WriteString("lastRow", JsonPlace.NameOf(shape.LastRow));
        }

        WriteItems(writer, "totals", shape.Totals, total =>
        {
            TestJson.Write(writer, "where", total.Test);
            writer.WriteString("of", JsonPlace.NameOf(total.Scope));
        });
        WriteItems(writer, "filters", shape.Filters, filter =>
        {
            TestJson.Write(writer, filter.Refuses ? "refuse" : filter.Keeps ? "keep" : "drop", filter.Test);
            writer.WriteString("reason", filter.Reason);
        });
        WriteItems(writer, "checks", shape.Checks, check =>
        {
            SourceJson.Write(writer, check.Minuend is null ? "runningTotal" : "difference", check.Column);
            SourceJson.Write(writer, "of", check.Minuend);
            SourceJson.Write(writer, "less", check.Subtrahend);
        });
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long value, long otherwise)
    {
        if (value != otherwise)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WritePropertyName(name);
            WriteTexts(writer, texts);
        }
    }

    private static void WriteItems<T>(
        Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
