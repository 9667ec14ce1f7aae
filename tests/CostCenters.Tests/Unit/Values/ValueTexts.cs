using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Tests.Unit.Values;

/// <summary>Values of every type that has an exact text, each with that text.</summary>
internal static class ValueTexts
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static IReadOnlyList<(object Value, string Text)> All { get; } =
    [
        (new CenterCode("4711"), "4711"),
        (new CenterCode(" a\"b/c:ü€\u2028 "), " a\"b/c:ü€\u2028 "),
        (new ElementCode("0040"), "0040"),
        (new KeyFigureCode("heads"), "heads"),
        (new ChannelCode("phone"), "phone"),
        (new CauseCode("late parcel"), "late parcel"),
        (new DocumentId("INV-7"), "INV-7"),
        (new FiscalPeriod(2026, 3), "2026-P03"),
        (new FiscalPeriod(1, 99), "0001-P99"),
        (new FiscalPeriodRange(new FiscalPeriod(2025, 12), new FiscalPeriod(2026, 1)), "2025-P12..2026-P01"),
        (new DateRange(new LocalDate(2024, 2, 29), new LocalDate(2024, 3, 1)), "2024-02-29..2024-03-01"),
        (new JournalPosition(0), "0"),
        (new JournalPosition(long.MaxValue), "9223372036854775807"),
        (new JournalHash(Convert.FromHexString(Hash)), Hash),
        (new DecimalScale(0), "0"),
        (new DecimalScale(12), "12"),
        (Fraction.Zero, "0"),
        (Fraction.Of(-123.45m), "-123.45"),
        (Fraction.Of(-1m) / Fraction.Of(3m), "-1/3"),
        (Fraction.Of(decimal.MaxValue) * Fraction.Of(0.001m), "79228162514264337593543950.335"),
        (Currency.Eur, "EUR"),
        (Currency.Custom("EUR", 2), "EUR"),
        (Currency.Custom("EUR", 3), "EUR:3"),
        (Currency.Custom("bonus points: gold", 0), "bonus points: gold:0"),
        (new Money(12.50m, Currency.Eur), "12.50 EUR"),
        (new Money(-999_999_999_999_999.12345678m, Currency.Usd), "-999999999999999.12345678 USD"),
        (new Money(0m, Currency.Jpy), "0 JPY"),
        (new Money(-1.0000000000000000000000000000m, Currency.Eur), "-1.00000000 EUR"),
        (new Money(7m, Currency.Custom("bonus points", 0)), "7 bonus points:0"),
        (WeekPattern.FourFiveFour, "4-5-4"),
        (WeekPattern.ThirteenFours, "13x4"),
        (WeekPattern.Of([4, 5, 4, 4, 4, 5, 4, 4, 5, 4, 4, 5]), "4-5-4-4-4-5-4-4-5-4-4-5"),
        (WeekPattern.Of([26, 26]), "26-26"),
        (LayerKey.Actual, "Actual"),
        (LayerKey.Commitment, "Commitment"),
        (LayerKey.Request, "Request"),
        (LayerKey.Budget("adopted in May", 12), "Budget adopted in May 12"),
        (LayerKey.Budget(" ", 1), "Budget   1"),
        (LayerKey.Forecast("autumn 2026"), "Forecast autumn 2026"),
        (LayerKey.Allocation("IT in May"), "Allocation IT in May"),
        (InputUnit.Number, "number"),
        (InputUnit.Percent, "percent"),
        (InputUnit.AnyMoney, "any-money"),
        (InputUnit.Of(Currency.Eur), "money:EUR"),
        (InputUnit.Of("EUR"), "quantity:EUR"),
        (InputUnit.Of("a per b/c~1"), "quantity:a per b~1c~01"),
        (InputUnit.Of(Currency.Eur).Per("hour"), "money:EUR/quantity:hour"),
        (InputUnit.AnyMoney.Per("contact"), "any-money/quantity:contact"),
        (InputUnit.Of("hour").Per("number"), "quantity:hour/quantity:number"),
        (Figure.Of(Fraction.Of(2.5m)), "2.5"),
        (Figure.Missing(FigureGap.ZeroDivisor), "none: ZeroDivisor"),
        (new WorkingSpan(IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalTime(17, 30)), "Monday 09:00:00-17:30:00"),
        (new WorkingSpan(IsoDayOfWeek.Sunday, LocalTime.Midnight, LocalTime.Midnight), "Sunday 00:00:00-00:00:00"),
    ];

    /// <summary>Texts that are no value of the type.</summary>
    public static IReadOnlyList<(Type Type, string[] Texts)> Bad { get; } =
    [
        (typeof(CenterCode), ["", "a\0b"]),
        (typeof(FiscalPeriod), ["", "2026-P00", "2026-P3", " 2026-P03", "2026-P03 ", "0000-P01", "2026-Q1"]),
        (typeof(FiscalPeriodRange), ["", "2026-P03", "2026-P03..2026-P01", "2026-P01...2026-P02", ".."]),
        (typeof(DateRange), ["", "2026-02-30..2026-03-01", "2026-03-01..2026-02-01", "2026-1-1..2026-1-2"]),
        (typeof(JournalPosition), ["", "-1", "+1", "1.0", " 1", "9223372036854775808", "1e3"]),
        (typeof(JournalHash), ["", "0", Hash.ToUpperInvariant(), Hash + "0"]),
        (typeof(DecimalScale), ["", "13", "-1", "1.0"]),
        (
            typeof(Fraction),
            [
                "", ".", "1.", ".5", "-.5", "1/0", "1/-3", "1,5", "1e3", "1/2/3", "0x1", " 1", "--1", "1.5\0", "+1",
            ]),
        (
            typeof(Currency),
            ["", "eur", "EURO", ":2", " :2", "POINT", "POINT:9", "POINT:", "POINT:-1", "POINT:00", "\0:2"]),
        (
            typeof(Money),
            [
                "", "12.50", "EUR", "12.50EUR", "12.50  EUR", " 12.50 EUR", "12.50 EUR ", "12,50 EUR", "1,000 EUR",
                "12.50 XXL", "1e3 EUR", "1000000000000001 EUR", "0.000000001 EUR", "(5) EUR", "5- EUR", "€5 EUR",
                "1.0000000000000000000000000000000 EUR", "1.5\0 EUR", "9.9999999999999999999999999999 EUR",
            ]),
        (
            typeof(WeekPattern),
            [
                "", "4-4-4", "52-", "-52", "53", "52-0", "4,4,5", "13x5", "4-5-4-4-5-4", "2000000000-2000000000-1",
            ]),
        (
            typeof(LayerKey),
            [
                "", "actual", "Budget", "Budget 1", "Budget  1", "Budget a", "Budget a 0", "Actual a 1", "Forecast",
                "Forecast ",
            ]),
        (
            typeof(InputUnit),
            ["", "EUR", "money:", "money:eur", "quantity:", "number/number", "money:EUR/number", "a/b", "percent/"]),
        (
            typeof(Figure),
            [
                "", "none", "none: ", "none: None", "none: 1", "none: Whatever", "none: NoValue,ZeroDivisor", "1,5",
            ]),
        (
            typeof(WorkingSpan),
            [
                "", "Monday", "1 09:00:00-17:00:00", "None 09:00:00-17:00:00", "Monday 17:00:00-09:00:00",
                "Monday,Tuesday 09:00:00-17:00:00",
            ]),
    ];
}
