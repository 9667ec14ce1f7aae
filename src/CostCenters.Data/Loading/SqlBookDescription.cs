using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Data.Loading;

/// <summary>What a book is called, in which currency it is kept and on which fiscal calendar: the rows of a table of
/// keys and values.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlBookDescription
{
    private const string NameKey = "name";
    private const string CurrencyKey = "currency";
    private const string DigitsKey = "minor_digits";
    private const string AdjustmentKey = "adjustment_periods";
    private const string NamingKey = "year_named_by";
    private const string MonthKey = "first_month";
    private const string PatternKey = "week_pattern";
    private const string EndMonthKey = "year_end_month";
    private const string EndDayKey = "year_end_weekday";
    private const string EndRuleKey = "year_end_rule";
    private const string Week53Key = "week_53";

    internal SqlBookDescription(string name, Currency currency, FiscalCalendar calendar)
    {
        Name = name;
        Currency = currency;
        Calendar = calendar;
    }

    /// <summary>The name of the company.</summary>
    public string Name { get; }

    /// <summary>The currency of all amounts, whose minor digits are their scale.</summary>
    public Currency Currency { get; }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar { get; }

    internal IEnumerable<(string Key, string Value)> ToRows()
    {
        yield return (NameKey, Name);
        yield return (CurrencyKey, Currency.Code);
        yield return (DigitsKey, Text(Currency.MinorDigits));
        yield return (AdjustmentKey, Text(Calendar.AdjustmentPeriodCount));
        yield return (NamingKey, Calendar.YearNaming.ToString());
        if (Calendar.FirstMonth is int month)
        {
            yield return (MonthKey, Text(month));
            yield break;
        }

        yield return (PatternKey, Calendar.WeekPattern!.ToString());
        yield return (EndMonthKey, Text(Calendar.YearEnd!.Month));
        yield return (EndDayKey, Calendar.YearEnd.Weekday.ToString());
        yield return (EndRuleKey, Calendar.YearEnd.Rule.ToString());
        yield return (Week53Key, Text(Calendar.Week53Period!.Value));
    }

    /// <exception cref="FormatException">A value is missing or is none of those that were written.</exception>
    internal static SqlBookDescription FromRows(IReadOnlyDictionary<string, string> rows)
    {
        YearNaming naming = Word<YearNaming>(NamingKey);
        FiscalCalendar calendar = rows.ContainsKey(MonthKey)
            ? FiscalCalendar.Months(Number(MonthKey), naming)
            : FiscalCalendar.Weeks(
                Parsed<WeekPattern>(Value(PatternKey)),
                new YearEnd(Number(EndMonthKey), Word<IsoDayOfWeek>(EndDayKey), Word<YearEndRule>(EndRuleKey)),
                naming,
                Number(Week53Key));
        return new SqlBookDescription(
            Value(NameKey),
            CurrencyOf(Value(CurrencyKey), Number(DigitsKey)),
            calendar.WithAdjustmentPeriods(Number(AdjustmentKey)));

        string Value(string key) => rows.TryGetValue(key, out string? value)
            ? value
            : throw new FormatException($"The table of the book has no row '{key}'.");

        int Number(string key) =>
            int.TryParse(Value(key), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new FormatException(
                    $"The table of the book has '{Value(key)}' for '{key}', which is no number.");

        T Word<T>(string key)
            where T : struct, Enum =>
            Enum.TryParse(Value(key), ignoreCase: false, out T word) && Enum.IsDefined(word)
                ? word
                : throw new FormatException($"The table of the book has '{Value(key)}' for '{key}', which is unknown.");
    }

    private static Currency CurrencyOf(string code, int digits) =>
        Currency.TryFromIso(code, out Currency? currency) && currency.MinorDigits == digits
            ? currency
            : Currency.Custom(code, digits);

    private static T Parsed<T>(string text)
        where T : IParsable<T> =>
        T.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
