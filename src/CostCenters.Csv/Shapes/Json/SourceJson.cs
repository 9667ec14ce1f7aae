using System.Text.Json;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Json;

/// <summary>Sources of columns as JSON: a heading, a list of headings, or an object for anything else.</summary>
internal static class SourceJson
{
    /// <summary>The source under a key; null where there is none, or a mistake, which is told.</summary>
    public static ColumnSource? Read(JsonPlace parent, string name)
    {
        if (parent.Take(name) is not JsonElement value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            IReadOnlyList<string> headings = parent.Texts(name);
            return parent.Make(name, () => ColumnSource.Named(headings));
        }

        JsonPlace place = parent.Object(name)!;
        ColumnSource? source = place.Make("", () => ReadObject(place)!);
        place.TellUnknown();
        return source;
    }

    /// <summary>The source under a key that must be there.</summary>
    public static ColumnSource Require(JsonPlace parent, string name)
    {
        if (!parent.Has(name))
        {
            parent.Take(name);
            parent.Tell(name, "a heading, a list of headings or an object was expected, the key is missing.");
        }

        return Read(parent, name) ?? throw new ArgumentException("The source is faulty.", nameof(name));
    }

    public static void Write(Utf8JsonWriter writer, ColumnSource source)
    {
        if (source is NamedSource { IsOptional: false, Patterns: [HeadingPattern single] })
        {
            writer.WriteStringValue(single.Pattern);
            return;
        }

        if (source is NamedSource { IsOptional: false } named)
        {
            ProfileWriter.WriteTexts(writer, named.Patterns.Select(pattern => pattern.Pattern));
            return;
        }

        writer.WriteStartObject();
        WriteMembers(writer, source);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string name, ColumnSource? source)
    {
        if (source is not null)
        {
            writer.WritePropertyName(name);
            Write(writer, source);
        }
    }

    private static ColumnSource? ReadObject(JsonPlace place) => place switch
    {
        _ when place.Has("at") => ColumnSource.At(place.Integer("at") ?? 0),
        _ when place.Has("ifPresent") => ColumnSource.NamedIfPresent(place.Texts("ifPresent")),
        _ when TimeJson.Read(place) is ColumnSource time => time,
        _ when place.Has("constant") => ColumnSource.Constant(place.Text("constant")!),
        _ when place.Has("metadata") => ColumnSource.Metadata(place.Text("metadata")!),
        _ when place.Has("section") => ColumnSource.Section(place.Integer("section") ?? -1),
        _ when place.Has("place") => ColumnSource.Heading(place.Text("place")!),
        _ when place.Has("join") => ColumnSource.Joined(place.Text("separator") ?? "", ReadList(place, "join")),
        _ when place.Has("month") => ColumnSource.MonthDate(
            Require(place, "year"), Require(place, "month"), place.Choice<DayOfMonth>("day") ?? Missing(place, "day")),
        _ when place.Has("period") => ColumnSource.Period(Require(place, "year"), Require(place, "period")),
        _ when place.Has("dayAndMonth") => ColumnSource.DayAndMonth(
            Require(place, "dayAndMonth"), Require(place, "from"), Require(place, "through")),
        _ when place.Has("when") => ColumnSource.When(
            TestJson.Require(place, "when"), Require(place, "then"), Require(place, "else")),
        _ when place.Has("or") => Require(place, "of").Or(Require(place, "or")),
        _ when place.Has("part") => Require(place, "of")
            .Part(place.Text("separator") ?? "", place.Integer("part") ?? 0),
        _ when place.Has("normalize") => Require(place, "of").Normalized(
            place.Texts("normalize").Select(text => place.Choice<CodeNormalizations>(text, "normalize") ?? 0)
                .Aggregate(CodeNormalizations.None, (all, one) => all | one)),
        _ when place.Has("pad") => Require(place, "of").Padded(place.Integer("pad") ?? 0),
        _ when place.Has("translate") => Require(place, "of").Translated(place.Pairs("translate")),
        _ => throw new ArgumentException(
            "one of at, ifPresent, constant, metadata, section, place, join, month, period, dayAndMonth, time, after, "
                + "lastDayBefore, when, or, part, normalize, pad, translate was expected."),
    };

    private static IReadOnlyList<ColumnSource> ReadList(JsonPlace place, string name)
    {
        JsonElement list = place.Take(name)!.Value;
        if (list.ValueKind != JsonValueKind.Array)
        {
            place.Tell(name, $"a list [ ... ] was expected, {JsonPlace.Kind(list)} came.");
            return [];
        }

        // Each item is looked at as if it stood under its number.
        JsonPlace items = place.Numbered(name, list);
        return [.. items.Names.ToArray().Select(item => Require(items, item))];
    }

    private static DayOfMonth Missing(JsonPlace place, string name)
    {
        if (!place.Has(name))
        {
            place.Tell(name, "first or last was expected, the key is missing.");
        }

        throw new ArgumentException("The source is faulty.", nameof(name));
    }

    private static void WriteMembers(Utf8JsonWriter writer, ColumnSource source)
    {
        switch (source)
        {
            case PositionSource position:
                writer.WriteNumber("at", position.Position);
                break;
            case ConstantSource constant:
                writer.WriteString("constant", constant.Text);
                break;
            case MetadataSource metadata:
                writer.WriteString("metadata", metadata.Name);
                break;
            case SectionSource section:
                writer.WriteNumber("section", section.Level);
                break;
            case HeadingSource heading:
                writer.WriteString("place", heading.Place);
                break;
            case JoinedSource joined:
                writer.WriteStartArray("join");
                foreach (ColumnSource part in joined.Parts)
                {
                    Write(writer, part);
                }

                writer.WriteEndArray();
                writer.WriteString("separator", joined.Separator);
                break;
            case MonthDateSource month:
                Write(writer, "year", month.Year);
                Write(writer, "month", month.Month);
                writer.WriteString("day", JsonPlace.NameOf(month.Day));
                break;
            case PeriodSource period:
                Write(writer, "year", period.Year);
                Write(writer, "period", period.Number);
                break;
            case DayAndMonthSource day:
                Write(writer, "dayAndMonth", day.DayMonth);
                Write(writer, "from", day.From);
                Write(writer, "through", day.Through);
                break;
            case NamedSource named:
                writer.WritePropertyName("ifPresent");
                ProfileWriter.WriteTexts(writer, named.Patterns.Select(pattern => pattern.Pattern));
                break;
            default:
                if (!TimeJson.TryWrite(writer, source))
                {
                    WriteChanged(writer, source);
                }

                break;
        }
    }

    private static void WriteChanged(Utf8JsonWriter writer, ColumnSource source)
    {
        switch (source)
        {
            case ConditionalSource condition:
                TestJson.Write(writer, "when", condition.Test);
                Write(writer, "then", condition.Source);
                Write(writer, "else", condition.Other);
                break;
            case AlternativeSource alternative:
                Write(writer, "of", alternative.First);
                Write(writer, "or", alternative.Second);
                break;
            case PartSource part:
                Write(writer, "of", part.Whole);
                writer.WriteNumber("part", part.Number);
                writer.WriteString("separator", part.Separator);
                break;
            case NormalizedSource { Width: > 0 } padded:
                Write(writer, "of", padded.Original);
                writer.WriteNumber("pad", padded.Width);
                break;
            case NormalizedSource normalized:
                Write(writer, "of", normalized.Original);
                writer.WritePropertyName("normalize");
                ProfileWriter.WriteTexts(writer, Enum.GetValues<CodeNormalizations>()
                    .Where(each => each != CodeNormalizations.None && normalized.Normalizations.HasFlag(each))
                    .Select(JsonPlace.NameOf));
                break;
            case TranslatedSource translated:
                Write(writer, "of", translated.Original);
                ProfileWriter.WritePairs(writer, "translate", translated.Texts);
                break;
            default:
                throw new InvalidOperationException($"No JSON for {source.GetType().Name}.");
        }
    }
}
