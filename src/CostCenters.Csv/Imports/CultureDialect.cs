namespace CostCenters.Csv.Imports;

/// <summary>How programs in some countries write CSV files.</summary>
/// <remarks>A list of our own: what the system knows of cultures differs from machine to machine.</remarks>
internal sealed record CultureDialect(char Delimiter, char DecimalSeparator, string GroupSeparators, string DatePattern)
{
    private const string Spaces = "\u00A0\u202F ";

    private static readonly Dictionary<string, CultureDialect> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cs-CZ"] = new(';', ',', Spaces, "d.M.yyyy"),
        ["da-DK"] = new(';', ',', ".", "dd-MM-yyyy"),
        ["de-AT"] = new(';', ',', ".\u00A0\u202F ", "dd.MM.yyyy"),
        ["de-CH"] = new(';', '.', "'\u2019", "dd.MM.yyyy"),
        ["de-DE"] = new(';', ',', ".", "dd.MM.yyyy"),
        ["en-AU"] = new(',', '.', ",", "d/MM/yyyy"),
        ["en-CA"] = new(',', '.', ",", "yyyy-MM-dd"),
        ["en-GB"] = new(',', '.', ",", "dd/MM/yyyy"),
        ["en-IE"] = new(',', '.', ",", "dd/MM/yyyy"),
        ["en-IN"] = new(',', '.', ",", "dd-MM-yyyy"),
        ["en-US"] = new(',', '.', ",", "M/d/yyyy"),
        ["en-ZA"] = new(';', ',', Spaces, "yyyy/MM/dd"),
        ["es-ES"] = new(';', ',', ".", "d/M/yyyy"),
        ["es-MX"] = new(',', '.', ",", "dd/MM/yyyy"),
        ["fi-FI"] = new(';', ',', Spaces, "d.M.yyyy"),
        ["fr-BE"] = new(';', ',', Spaces, "dd-MM-yy"),
        ["fr-CA"] = new(';', ',', Spaces, "yyyy-MM-dd"),
        ["fr-CH"] = new(';', '.', "'\u2019\u00A0\u202F ", "dd.MM.yyyy"),
        ["fr-FR"] = new(';', ',', Spaces, "dd/MM/yyyy"),
        ["hu-HU"] = new(';', ',', Spaces, "yyyy. MM. dd."),
        ["it-IT"] = new(';', ',', ".", "dd/MM/yyyy"),
        ["ja-JP"] = new(',', '.', ",", "yyyy/MM/dd"),
        ["nb-NO"] = new(';', ',', Spaces, "dd.MM.yyyy"),
        ["nl-BE"] = new(';', ',', ".", "d/MM/yyyy"),
        ["nl-NL"] = new(';', ',', ".", "d-M-yyyy"),
        ["pl-PL"] = new(';', ',', Spaces, "dd.MM.yyyy"),
        ["pt-BR"] = new(';', ',', ".", "dd/MM/yyyy"),
        ["pt-PT"] = new(';', ',', ".\u00A0\u202F ", "dd/MM/yyyy"),
        ["sv-SE"] = new(';', ',', Spaces, "yyyy-MM-dd"),
        ["tr-TR"] = new(';', ',', ".", "d.MM.yyyy"),
        ["zh-CN"] = new(',', '.', ",", "yyyy/M/d"),
    };

    /// <summary>The names, in ordinal order.</summary>
    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static CultureDialect? Find(string culture) => Known.GetValueOrDefault(culture);
}
