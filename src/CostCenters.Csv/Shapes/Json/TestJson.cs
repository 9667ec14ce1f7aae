using System.Text.Json;

namespace CostCenters.Csv.Shapes.Json;

/// <summary>Tests of rows as JSON.</summary>
internal static class TestJson
{
    /// <summary>The test under a key that must be there.</summary>
    public static RowTest Require(JsonPlace parent, string name)
    {
        if (parent.Object(name) is not JsonPlace place)
        {
            parent.Tell(name, "a test { ... } was expected, the key is missing.");
            throw new ArgumentException("The test is faulty.", nameof(name));
        }

        RowTest? test = place.Make("", () => Read(place));
        place.TellUnknown();
        return test ?? throw new ArgumentException("The test is faulty.", nameof(name));
    }

    public static void Write(Utf8JsonWriter writer, string name, RowTest test)
    {
        writer.WritePropertyName(name);
        Write(writer, test);
    }

    private static RowTest Read(JsonPlace place)
    {
        if (place.Has("all") || place.Has("any"))
        {
            string name = place.Has("all") ? "all" : "any";
            RowTest[] tests = [.. place.Items(name).Select(item => item.Make("", () => ReadWhole(item))!)];
            return tests.Length < 2 || tests.Contains(null!)
                ? throw new ArgumentException("at least two tests were expected.")
                : tests.Aggregate((left, right) => name == "all" ? left.And(right) : left.Or(right));
        }

        if (place.Has("not"))
        {
            return Require(place, "not").Not();
        }

        ColumnSource column = SourceJson.Require(place, "column");
        return place switch
        {
            _ when place.Has("is") => RowTest.Is(column, place.Texts("is")),
            _ when place.Has("startsWith") => RowTest.StartsWith(column, place.Texts("startsWith")),
            _ when place.Has("contains") => RowTest.Contains(column, place.Texts("contains")),
            _ when place.Has("between") => place.Texts("between") is [string from, string through]
                ? RowTest.Between(column, from, through)
                : throw new ArgumentException("the lowest and the highest number were expected."),
            _ when place.Flag("empty") => RowTest.IsEmpty(column),
            _ => throw new ArgumentException("one of is, startsWith, contains, between, empty was expected."),
        };
    }

    private static RowTest ReadWhole(JsonPlace place)
    {
        RowTest test = Read(place);
        place.TellUnknown();
        return test;
    }

    private static void Write(Utf8JsonWriter writer, RowTest test)
    {
        writer.WriteStartObject();
        if (test.Kind is RowTestKind.And or RowTestKind.Or)
        {
            writer.WriteStartArray(test.Kind == RowTestKind.And ? "all" : "any");
            foreach (RowTest each in test.Tests)
            {
                Write(writer, each);
            }

            writer.WriteEndArray();
        }
        else if (test.Kind == RowTestKind.Not)
        {
            Write(writer, "not", test.Tests[0]);
        }
        else
        {
            SourceJson.Write(writer, "column", test.Column);
            if (test.Kind == RowTestKind.IsEmpty)
            {
                writer.WriteBoolean("empty", true);
            }
            else
            {
                writer.WritePropertyName(JsonPlace.NameOf(test.Kind));
                ProfileWriter.WriteTexts(writer, test.Texts);
            }
        }

        writer.WriteEndObject();
    }
}
