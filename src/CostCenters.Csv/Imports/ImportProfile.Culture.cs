namespace CostCenters.Csv.Imports;

public sealed partial class ImportProfile
{
    /// <summary>The dialect in which programs of a country write CSV files: delimiter, number style and short dates.
    /// </summary>
    /// <remarks>Dates may be written as the contract writes them, too; the encoding is UTF-8. The same on every
    /// machine: the list is the library's own, not the system's.</remarks>
    /// <param name="culture">A name such as <c>de-DE</c>, without regard to letter case.</param>
    /// <exception cref="ArgumentException">The list does not have the culture.</exception>
    public static ImportProfile ForCulture(string culture)
    {
        ArgumentException.ThrowIfNullOrEmpty(culture);
        CultureDialect dialect = CultureDialect.Find(culture)
            ?? throw new ArgumentException(
                $"There is no dialect {culture}. There are {string.Join(", ", CultureDialect.Names)}.",
                nameof(culture));
        return Contract
            .WithDelimiter(dialect.Delimiter)
            .WithNumbers(dialect.DecimalSeparator, dialect.GroupSeparators)
            .WithDatePatterns(new[] { dialect.DatePattern, "yyyy-MM-dd" }.Distinct());
    }
}
