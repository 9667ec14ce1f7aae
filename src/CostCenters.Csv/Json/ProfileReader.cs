using System.Globalization;
using System.Text.Json;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Json;

/// <summary>Reads a profile from JSON.</summary>
internal sealed class ProfileReader
{
    private readonly List<ProfileFault> faults = [];
    private ImportProfile profile = ImportProfile.Contract;

    private ProfileReader()
    {
    }

    /// <exception cref="ProfileFormatException">The JSON has mistakes.</exception>
    public static ImportProfile Read(string json)
    {
        var reader = new ProfileReader();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            });
        }
        catch (JsonException error)
        {
            string line = string.Create(
                CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            throw new ProfileFormatException([new ProfileFault(line, "this is no JSON. Correct the text there.")]);
        }

        using (document)
        {
            reader.ReadAll(JsonPlace.Of(document.RootElement, "", reader.faults));
        }

        return reader.faults.Count == 0 ? reader.profile : throw new ProfileFormatException(reader.faults);
    }

    private void ReadAll(JsonPlace root)
    {
        root.Take("$schema");
        ReadFile(root);
        ReadCells(root);
        ReadColumns(root);
        ReadAmounts(root);
        ReadRows(root);
        root.TellUnknown();
    }

    /// <summary>Changes the profile; what the library says against it is told at its place.</summary>
    private void Change(JsonPlace place, string name, Func<ImportProfile, ImportProfile> change)
    {
        if (place.Has(name))
        {
            profile = place.Make(name, () => change(profile)) ?? profile;
        }

        place.Take(name);
    }

    private void ReadFile(JsonPlace root)
    {
        Change(root, "delimiter", old => root.Text("delimiter") is { Length: 1 } text
            ? old.WithDelimiter(text[0])
            : throw new ArgumentException("one character was expected."));
        Change(root, "encoding", old => old.WithEncoding(root.Text("encoding")!));
        Change(root, "preamble", old => old.WithPreamble(root.Integer("preamble") ?? -1));
        Change(root, "maximumRowLength", old => old.WithMaximumRowLength(root.Integer("maximumRowLength") ?? 0));
        Change(root, "maximumFieldLength", old =>
            old.WithMaximumFieldLength(root.Integer("maximumFieldLength") ?? 0));
        Change(root, "maximumColumns", old => old.WithMaximumColumns(root.Integer("maximumColumns") ?? 0));
        Change(root, "maximumRows", old => old.WithMaximumRows(root.Long("maximumRows") ?? 0));
        Change(root, "maximumFileSize", old => old.WithMaximumFileSize(root.Long("maximumFileSize") ?? 0));
        Set(root, "byteOrderMark", old => old.WithByteOrderMark());
        Set(root, "separatorLine", old => old.WithSeparatorLine());
        Set(root, "carriageReturns", old => old.WithCarriageReturns());
        Set(root, "literalQuotes", old => old.WithLiteralQuotes());
        Set(root, "trimmedCells", old => old.WithTrimmedCells());
        Set(root, "shortRows", old => old.WithShortRows());
        Set(root, "surplusCells", old => old.WithSurplusCells());
        Set(root, "framedRows", old => old.WithFramedRows());
        Set(root, "withoutOffendingValues", old => old.WithoutOffendingValues());
        Change(root, "header", old => old.WithHeader(ReadHeader(root)));
        foreach (JsonPlace item in root.Items("metadata"))
        {
            ChangeItem(item, (old, place) => old.WithMetadata(place.Has("pattern")
                ? FileMetadata.Matching(place.Text("pattern")!)
                : FileMetadata.At(place.Text("name")!, place.Integer("line") ?? 0, place.Integer("cell") ?? 0)));
        }
    }

    private void ReadCells(JsonPlace root)
    {
        if (root.Object("numbers") is JsonPlace numbers)
        {
            Change(numbers, "decimal", old => numbers.Text("decimal") is { Length: 1 } text
                ? old.WithNumbers(text[0], numbers.Text("groups") ?? "")
                : throw new ArgumentException("one character was expected."));
            if (!numbers.Has("decimal"))
            {
                Change(numbers, "groups", old => old.WithNumbers(old.DecimalSeparator, numbers.Text("groups")!));
            }

            Change(numbers, "negative", old => old.WithNegativeStyles(numbers.Texts("negative")
                .Select(text => numbers.Choice<NegativeStyles>(text, "negative") ?? NegativeStyles.None)
                .Aggregate(NegativeStyles.None, (all, one) => all | one)));
            if (numbers.Object("suffixes") is JsonPlace suffixes)
            {
                profile = suffixes.Make("", () => profile.WithSignSuffixes(
                    suffixes.Text("positive")!, suffixes.Text("negative")!)) ?? profile;
                suffixes.TellUnknown();
            }

            Set(numbers, "exponents", old => old.WithExponents());
            numbers.TellUnknown();
        }

        Change(root, "dates", old => old.WithDatePatterns(root.Texts("dates")));
        Change(root, "absent", old => old.WithAbsentTokens(root.Texts("absent")));
        Change(root, "amountSigns", old => old.WithAmountSigns(root.Choice<AmountSigns>("amountSigns")!.Value));
        Change(root, "rounding", old => root.Take("rounding")!.Value.ValueKind == JsonValueKind.Object
            ? ReadRoundings(old, root.Object("rounding")!)
            : old.WithRounding(root.Choice<MidpointRounding>("rounding")!.Value));
    }

    private static ImportProfile ReadRoundings(ImportProfile profile, JsonPlace roundings)
    {
        foreach (string column in roundings.Names.ToArray())
        {
            MidpointRounding? mode = roundings.Choice<MidpointRounding>(column);
            profile = mode is null ? profile
                : column == AllColumns ? profile.WithRounding(mode.Value)
                : roundings.Make(column, () => profile.WithRounding(column, mode.Value)) ?? profile;
        }

        return profile;
    }

    private void ReadColumns(JsonPlace root)
    {
        if (root.Object("columns") is not JsonPlace columns)
        {
            return;
        }

        foreach (string column in columns.Names.ToArray())
        {
            if (SourceJson.Read(columns, column) is ColumnSource source)
            {
                profile = columns.Make(column, () => profile.WithColumn(column, source)) ?? profile;
            }
        }
    }

    private void ReadAmounts(JsonPlace root)
    {
        if (root.Object("amount") is JsonPlace amount)
        {
            profile = amount.Make("", () => profile.WithAmount(AmountJson.Read(amount))) ?? profile;
            amount.TellUnknown();
        }

        if (root.Object("currency") is JsonPlace currency)
        {
            profile = currency.Make("", () => profile.WithCurrency(AmountJson.ReadCurrency(currency))) ?? profile;
            currency.TellUnknown();
        }

        if (root.Object("periods") is JsonPlace periods)
        {
            profile = periods.Make("", () => profile.WithPeriodColumns(ReadPeriods(periods))) ?? profile;
            periods.TellUnknown();
        }
    }

    private void ReadRows(JsonPlace root)
    {
        if (root.Object("sections") is JsonPlace sections)
        {
            profile = sections.Make("", () => profile.WithSections(ReadSections(sections))) ?? profile;
            sections.TellUnknown();
        }

        Change(root, "lastRow", old => old.WithLastRow(root.Choice<LastRow>("lastRow")!.Value));
        foreach (JsonPlace item in root.Items("totals"))
        {
            ChangeItem(item, (old, place) => old.WithTotals(new TotalRows(
                TestJson.Require(place, "where"),
                place.Choice<TotalScope>("of") ?? throw new ArgumentException(
                    "the key of was expected: sincePrevious, wholeFile or unverified."))));
        }

        foreach (JsonPlace item in root.Items("filters"))
        {
            ChangeItem(item, (old, place) => old.WithFilter(place switch
            {
                _ when place.Has("keep") => RowFilter.Keep(TestJson.Require(place, "keep"), place.Text("reason")!),
                _ when place.Has("refuse") =>
                    RowFilter.Refuse(TestJson.Require(place, "refuse"), place.Text("reason")!),
                _ => RowFilter.Drop(TestJson.Require(place, "drop"), place.Text("reason")!),
            }));
        }

        foreach (JsonPlace item in root.Items("checks"))
        {
            ChangeItem(item, (old, place) => old.WithCheck(place.Has("runningTotal")
                ? ColumnCheck.RunningTotal(SourceJson.Require(place, "runningTotal"))
                : ColumnCheck.Difference(
                    SourceJson.Require(place, "difference"),
                    SourceJson.Require(place, "of"),
                    SourceJson.Require(place, "less"))));
        }
    }

    /// <summary>The key that names all columns where each may have its own rounding.</summary>
    public static string AllColumns => "*";

    private static HeaderPlace ReadHeader(JsonPlace root)
    {
        if (root.Take("header")!.Value.ValueKind == JsonValueKind.Object)
        {
            JsonPlace header = root.Object("header")!;
            int within = header.Integer("within") ?? 0;
            header.TellUnknown();
            return HeaderPlace.FoundWithin(within);
        }

        return root.Text("header") switch
        {
            "first" => HeaderPlace.First,
            "none" => HeaderPlace.None,
            _ => throw new ArgumentException("first, none or { \"within\": rows } was expected."),
        };
    }

    private static PeriodColumns ReadPeriods(JsonPlace place)
    {
        var periods = new PeriodColumns(
            place.Choice<DayOfMonth>("day") ?? throw new ArgumentException("the key day was expected: first or last."),
            place.Texts("headings"));
        return SourceJson.Read(place, "year") is ColumnSource year ? periods.WithYear(year) : periods;
    }

    private static SectionRules ReadSections(JsonPlace place)
    {
        var rules = new SectionRules(SourceJson.Require(place, "label"));
        rules = place.Has("totals") ? rules.WithTotals(place.Texts("totals")) : rules;
        rules = place.Has("grandTotals") ? rules.WithGrandTotals(place.Texts("grandTotals")) : rules;
        return place.Has("openings") ? rules.WithOpenings(place.Texts("openings")) : rules;
    }

    private void ChangeItem(JsonPlace item, Func<ImportProfile, JsonPlace, ImportProfile> change)
    {
        profile = item.Make("", () => change(profile, item)) ?? profile;
        item.TellUnknown();
    }

    private void Set(JsonPlace place, string name, Func<ImportProfile, ImportProfile> change)
    {
        if (place.Flag(name))
        {
            profile = change(profile);
        }
    }
}
