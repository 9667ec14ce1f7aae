using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Tool.Writing;
using NodaTime;

namespace CostCenters.Tool.Views;

/// <summary>What a reader must know to understand the figures of a report.</summary>
internal sealed class ScreenTitle
{
    private readonly string book;
    private readonly string? version;
    private readonly string what;
    private readonly FiscalPeriodRange range;
    private readonly DateRange days;
    private readonly string currency;
    private readonly (FiscalPeriod Period, LocalDate Day)? lastActual;

    /// <summary>Creates a title.</summary>
    /// <param name="book">The name of the company.</param>
    /// <param name="version">The budget version, or null.</param>
    /// <param name="what">What is compared with what.</param>
    /// <param name="range">The periods.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="currency">The code of the currency.</param>
    /// <param name="actualsThrough">The last period with a posting, or null.</param>
    public ScreenTitle(
        string book,
        string? version,
        string what,
        FiscalPeriodRange range,
        FiscalCalendar calendar,
        string currency,
        FiscalPeriod? actualsThrough)
    {
        this.book = book;
        this.version = version;
        this.what = what;
        this.range = range;
        this.currency = currency;
        days = new DateRange(calendar.DatesOf(range.From).First, calendar.DatesOf(range.Through).Last);
        lastActual = actualsThrough is FiscalPeriod last ? (last, calendar.DatesOf(last).Last) : null;
    }

    private ScreenTitle(ScreenTitle title)
    {
        (book, version, what, range, days) = (title.book, title.version, title.what, title.range, title.days);
        (currency, lastActual) = (title.currency, title.lastActual);
        (Aspect, Lead, Remarks) = (title.Aspect, title.Lead, title.Remarks);
    }

    /// <summary>What stands behind the rest of the first line, such as <c>material differences</c>.</summary>
    public string Aspect { get; private init; } = "";

    /// <summary>What stands before the first line.</summary>
    public string Lead { get; private init; } = "";

    /// <summary>What else stands in the second line.</summary>
    public ImmutableArray<string> Remarks { get; private init; } = [];

    /// <summary>The title as names and values, for files.</summary>
    public IEnumerable<KeyValuePair<string, string>> Facts =>
    [
        new("book", book),
        new("compared", what),
        new("version", version ?? ""),
        new("currency", currency),
        new("from", range.From.ToString()),
        new("through", range.Through.ToString()),
        new("first_day", Iso(days.First)),
        new("last_day", Iso(days.Last)),
        new("actuals_through", lastActual?.Period.ToString() ?? ""),
    ];

    /// <summary>The same title for one aspect of the figures.</summary>
    public ScreenTitle Of(string aspect) => new(this) { Aspect = aspect };

    /// <summary>The same title with words before it.</summary>
    public ScreenTitle Leading(string words) => new(this) { Lead = words };

    /// <summary>The same title with a further remark.</summary>
    public ScreenTitle With(string remark) => new(this) { Remarks = Remarks.Add(remark) };

    /// <summary>What is compared, of whom and when.</summary>
    public string First(NumberText numbers)
    {
        string periods = range.From == range.Through ? $"{range.From}" : $"{range.From} through {range.Through}";
        string aspect = Aspect.Length == 0 ? "" : $": {Aspect}";
        return Printable.OneLine($"{Lead}{book}: {what}, {periods}, {numbers.Currency(currency)}{aspect}");
    }

    /// <summary>The days, and how far the actuals go.</summary>
    public string Second(NumberText numbers)
    {
        string actuals = lastActual is (FiscalPeriod period, LocalDate day)
            ? $"actuals through {period} ({numbers.Day(day)})"
            : "no actuals";
        return Printable.OneLine(string.Join(
            "; ", [$"{numbers.Day(days.First)} to {numbers.Day(days.Last)}", actuals, .. Remarks]));
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
