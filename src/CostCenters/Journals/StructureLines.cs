using System.Text.Json;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>Master data as lines of a journal: a line for each validity of a center, and one for each
/// element.</summary>
internal static class StructureLines
{
    private const int Format = 2;

    /// <summary>Writes the first lines of a journal: what it is of, and the master data it starts with.</summary>
    public static void WriteStart(JournalWriter writer, string name, CubeSpace space)
    {
        writer.BeginLine()
            .Text("journal"u8, "CostCenters")
            .Number("format"u8, Format)
            .Text("name"u8, name)
            .Text("currency"u8, space.Currency.Code)
            .Number("currencyDigits"u8, space.Currency.MinorDigits)
            .Number("digits"u8, space.Scale.Digits)
            .Text("calendar"u8, CalendarField.Write(space.Calendar));
        writer.EndLine();
        WriteLines(writer, space.Centers.Centers, space.Elements.Elements);
    }

    /// <summary>Writes what a space has beyond an earlier one.</summary>
    public static void WriteExtension(JournalWriter writer, StructureEntry entry, CubeSpace before)
    {
        CubeSpace space = entry.Space;
        List<Center> centers = [.. space.Centers.Centers.Where(center =>
            !before.Centers.TryGet(center.Code, out Center? old) || !old.Validities.SequenceEqual(center.Validities))];
        List<CostElement> elements = [.. space.Elements.Elements.Where(element =>
            !before.Elements.TryGet(element.Code, out CostElement? old) || old != element)];
        writer.BeginEntry(entry).Number("extend"u8, centers.Count + elements.Count);
        writer.EndLine();
        WriteLines(writer, centers, elements);
    }

    /// <summary>Reads the first lines of a journal.</summary>
    /// <exception cref="JournalException">The journal does not start like this.</exception>
    public static (string Name, CubeSpace Space) ReadStart(JournalReader reader)
    {
        JsonElement start = reader.ReadStart();
        if (reader.Text(start, "journal") != "CostCenters" || reader.Number(start, "format") != Format)
        {
            throw reader.Fault($"expected a CostCenters journal of format {Format}.");
        }

        var centers = new CenterHierarchy.Builder();
        var elements = new ElementChart.Builder();
        while (reader.TryReadLine(out JsonElement line))
        {
            if (reader.OptionalText(line, "center") is string center)
            {
                centers.Add(new CenterCode(center), ReadValidity(reader, line));
            }
            else
            {
                elements.Add(ReadElement(reader, line));
            }
        }

        var space = new CubeSpace(
            centers.Build(),
            elements.Build(),
            CalendarField.Read(reader.Text(start, "calendar")),
            Currency.Custom(reader.Text(start, "currency"), (int)reader.Number(start, "currencyDigits")),
            new DecimalScale((int)reader.Number(start, "digits")));
        return (reader.Text(start, "name"), space);
    }

    /// <summary>Reads an extension of a space.</summary>
    public static CubeSpace ReadExtension(JournalReader reader, CubeSpace space)
    {
        var validities = new OrderedDictionary<CenterCode, List<CenterValidity>>();
        var changed = new OrderedDictionary<ElementCode, CostElement>();
        foreach (Center center in space.Centers.Centers)
        {
            validities.Add(center.Code, [.. center.Validities]);
        }

        foreach (CostElement element in space.Elements.Elements)
        {
            changed.Add(element.Code, element);
        }

        var replaced = new HashSet<CenterCode>();
        while (reader.TryReadLine(out JsonElement line))
        {
            if (reader.OptionalText(line, "center") is string text)
            {
                var code = new CenterCode(text);
                if (replaced.Add(code))
                {
                    validities[code] = [];
                }

                validities[code].Add(ReadValidity(reader, line));
            }
            else
            {
                CostElement element = ReadElement(reader, line);
                changed[element.Code] = element;
            }
        }

        var centers = new CenterHierarchy.Builder();
        foreach ((CenterCode code, List<CenterValidity> ofCenter) in validities)
        {
            ofCenter.ForEach(validity => centers.Add(code, validity));
        }

        var elements = new ElementChart.Builder();
        foreach (CostElement element in changed.Values)
        {
            elements.Add(element);
        }

        return space.Extend(centers.Build(), elements.Build());
    }

    private static void WriteLines(
        JournalWriter writer, IEnumerable<Center> centers, IEnumerable<CostElement> elements)
    {
        foreach (Center center in centers)
        {
            foreach (CenterValidity validity in center.Validities)
            {
                writer.BeginLine()
                    .Text("center"u8, center.Code.Value)
                    .Text("name"u8, validity.Name)
                    .Text("kind"u8, validity.Kind.ToString())
                    .OptionalText("parent"u8, validity.Parent?.Value)
                    .Text("from"u8, LocalDatePattern.Iso.Format(validity.From))
                    .Text("through"u8, LocalDatePattern.Iso.Format(validity.Through))
                    .Text("status"u8, validity.Status.ToString())
                    .OptionalText("owner"u8, validity.Owner);
                writer.EndLine();
            }
        }

        foreach (CostElement element in elements)
        {
            writer.BeginLine()
                .Text("element"u8, element.Code.Value)
                .Text("name"u8, element.Name)
                .Text("nature"u8, element.Nature.ToString())
                .OptionalText("behavior"u8, element.Behavior?.ToString())
                .OptionalText("parent"u8, element.Parent?.Value)
                .OptionalText("unit"u8, element.Unit)
                .Text("category"u8, element.Category.ToString())
                .Text("from"u8, LocalDatePattern.Iso.Format(element.From))
                .Text("through"u8, LocalDatePattern.Iso.Format(element.Through));
            writer.EndLine();
        }
    }

    private static CenterValidity ReadValidity(JournalReader reader, JsonElement line) =>
        new(
            reader.Text(line, "name"),
            reader.Choice<CenterKind>(line, "kind"),
            reader.OptionalText(line, "parent") is string parent ? new CenterCode(parent) : null,
            reader.Date(line, "from"),
            reader.Date(line, "through"),
            reader.Choice<CenterStatus>(line, "status"),
            reader.OptionalText(line, "owner"));

    private static CostElement ReadElement(JournalReader reader, JsonElement line) =>
        new(
            new ElementCode(reader.Text(line, "element")),
            reader.Text(line, "name"),
            reader.Choice<ElementNature>(line, "nature"),
            reader.OptionalText(line, "behavior") is null ? null : reader.Choice<ElementBehavior>(line, "behavior"),
            reader.OptionalText(line, "parent") is string parent ? new ElementCode(parent) : null,
            reader.OptionalText(line, "unit"),
            reader.Choice<ElementCategory>(line, "category"),
            reader.Date(line, "from"),
            reader.Date(line, "through"));
}
