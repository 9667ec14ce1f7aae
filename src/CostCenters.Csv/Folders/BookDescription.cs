using System.Globalization;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Folders;

/// <summary>What <c>book.json</c> says: name, currency and fiscal calendar.</summary>
internal sealed class BookDescription
{
    /// <summary>The most bytes of the file, which a description of a hundred is far from.</summary>
    private const int MostBytes = 1 << 20;

    private BookDescription(
        string name,
        Currency currency,
        FiscalCalendar calendar,
        int scale,
        BookProfiles dialects,
        IReadOnlyList<string> profileFiles)
    {
        Scale = scale;
        Dialects = dialects;
        ProfileFiles = profileFiles;
        Name = name;
        Currency = currency;
        Calendar = calendar;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public string Name { get; }

    public Currency Currency { get; }

    public FiscalCalendar Calendar { get; }

    /// <summary>The decimals of amounts: those of the currency unless the file names more.</summary>
    public int Scale { get; }

    /// <summary>The dialects of the tables.</summary>
    public BookProfiles Dialects { get; }

    /// <summary>The files of the folder that hold profiles.</summary>
    public IReadOnlyList<string> ProfileFiles { get; }

    /// <summary>Reads the file; null when it is wrong, all faults being told.</summary>
    public static BookDescription? Read(Func<string, string> pathOf, BookImport import)
    {
        string path = pathOf(BookFileNames.DescriptionFile);
        if (!File.Exists(path))
        {
            import.Stop(ImportIssueCode.MissingFile, BookFileNames.DescriptionFile, "The file does not exist. Add it.");
            return null;
        }

        if (FileKinds.IsNoFile(path))
        {
            import.Stop(ImportIssueCode.UnreadableFile, BookFileNames.DescriptionFile, FileKinds.NoFile);
            return null;
        }

        try
        {
            if (ReadBytes(path) is not ReadOnlyMemory<byte> bytes)
            {
                import.Stop(
                    ImportIssueCode.BadBook,
                    BookFileNames.DescriptionFile,
                    $"At most {MostBytes} bytes were expected. Remove what does not describe the book.");
                return null;
            }

            using JsonDocument json = JsonDocument.Parse(bytes);
            return Read(new JsonFields(json.RootElement, "", import), new DialectFields(pathOf, import));
        }
        catch (JsonException error)
        {
            import.Stop(
                ImportIssueCode.BadBook,
                BookFileNames.DescriptionFile,
                error.LineNumber + 1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file is no JSON from byte {error.BytePositionInLine + 1} of the line on. Correct the text."));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The reader of JSON finds out only here that the bytes or escapes of a text are no characters.
            import.Stop(
                ImportIssueCode.BadEncoding,
                BookFileNames.DescriptionFile,
                "A name or text has bytes or escapes that are no characters. Save the file as UTF-8.");
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            import.Stop(
                ImportIssueCode.UnreadableFile,
                BookFileNames.DescriptionFile,
                $"The file cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>Writes the description of a book.</summary>
    /// <param name="name">The name.</param>
    /// <param name="space">Currency, scale and calendar.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="postingsProfile">The file with the profile of the postings, or null for the contract.</param>
    public static void Write(string name, CubeSpace space, Stream stream, string? postingsProfile = null)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("name", name);
        WriteCurrency(space.Currency, json);
        if (space.Scale.Digits != space.Currency.MinorDigits)
        {
            json.WriteNumber("scale", space.Scale.Digits);
        }

        json.WriteStartObject("calendar");
        CalendarFields.Write(space.Calendar, json);
        json.WriteEndObject();
        if (postingsProfile is not null)
        {
            json.WriteStartObject("dialect");
            json.WriteString(BookFileNames.PostingsFile, postingsProfile);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>The bytes of the file without a byte order mark; null when there are too many.</summary>
    private static ReadOnlyMemory<byte>? ReadBytes(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] bytes = new byte[MostBytes + 1];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        ReadOnlyMemory<byte> text = bytes.AsMemory(0, length);
        return length > MostBytes ? (ReadOnlyMemory<byte>?)null : text[(text.Span.StartsWith(ByteOrderMark) ? 3 : 0)..];
    }

    /// <summary>A code is enough for a currency that the list has with the same digits.</summary>
    private static void WriteCurrency(Currency currency, Utf8JsonWriter json)
    {
        if (Currency.TryFromIso(currency.Code, out Currency? listed) && listed == currency)
        {
            json.WriteString("currency", currency.Code);
            return;
        }

        json.WriteStartObject("currency");
        json.WriteString("code", currency.Code);
        json.WriteNumber("digits", currency.MinorDigits);
        json.WriteEndObject();
    }

    private static Currency? ReadListed(JsonFields root)
    {
        if (root.Text("currency") is not string code)
        {
            return null;
        }

        if (!Currency.TryFromIso(code, out Currency? currency))
        {
            root.Tell(
                "currency",
                $"a code of ISO 4217 such as EUR was expected, '{code}' came; declare another one with its digits, "
                    + """{ "code": "XYZ", "digits": 2 }""");
        }

        return currency;
    }

    /// <summary>A currency with its digits, which must be those of the list where that has the code.</summary>
    private static Currency? ReadDeclared(JsonFields fields)
    {
        string? code = fields.Text("code");
        int? digits = fields.Number("digits", 0, Currency.MaxMinorDigits);
        fields.TellUnknown("code", "digits");
        if (code is null || digits is not int minorDigits)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            fields.Tell("code", "a text that is not blank was expected");
            return null;
        }

        if (Currency.TryFromIso(code, out Currency? listed) && listed.MinorDigits != minorDigits)
        {
            fields.Tell(
                "digits",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{code} has {listed.MinorDigits} of them by ISO 4217, {minorDigits} came"));
            return null;
        }

        return Currency.Custom(code, minorDigits);
    }

    private static BookDescription? Read(JsonFields root, DialectFields dialect)
    {
        string? name = root.Text("name");
        Currency? currency = root.HasObject("currency") ? ReadDeclared(root.Object("currency")!) : ReadListed(root);
        FiscalCalendar? calendar = root.Object("calendar") is JsonFields fields ? CalendarFields.Read(fields) : null;
        BookProfiles dialects = root.Raw("dialect") is JsonElement value ? dialect.Read(value) : new BookProfiles();
        int? scale = root.Has("scale") ? root.Number("scale", 0, DecimalScale.MaxDigits) : currency?.MinorDigits;
        root.TellUnknown("name", "currency", "calendar", "scale", "dialect");
        return name is null || currency is null || calendar is null || scale is not int digits
            ? null
            : new BookDescription(name, currency, calendar, digits, dialects, dialect.ProfileFiles);
    }
}
