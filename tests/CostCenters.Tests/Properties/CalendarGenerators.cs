using CostCenters.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>A calendar of weeks together with the choices that made it.</summary>
public sealed record WeekCase(WeekPattern Pattern, YearEnd YearEnd, YearNaming Naming, int? Week53Period)
{
    public FiscalCalendar Calendar { get; } = FiscalCalendar.Weeks(Pattern, YearEnd, Naming, Week53Period);
}

/// <summary>A calendar, a year that it has, and a day that it has.</summary>
public sealed record CalendarCase(FiscalCalendar Calendar, int Year, LocalDate Date);

public static class CalendarGenerators
{
    private static readonly Gen<YearNaming> Namings = Gen.Elements(YearNaming.Start, YearNaming.End);

    private static readonly Gen<WeekPattern> PatternGen = Gen.OneOf(
        Gen.Elements(
            WeekPattern.FourFourFive,
            WeekPattern.FourFiveFour,
            WeekPattern.FiveFourFour,
            WeekPattern.ThirteenFours),
        from cuts in Gen.Choose(1, 51).ListOf()
        let ends = cuts.Distinct().Order().Append(52).ToArray()
        select WeekPattern.Of(ends.Zip(ends.Prepend(0), (end, start) => end - start)));

    private static readonly Gen<WeekCase> WeekCaseGen =
        from pattern in PatternGen
        from month in Gen.Choose(1, 12)
        from weekday in Gen.Choose(1, 7)
        from rule in Gen.Elements(YearEndRule.Last, YearEndRule.Nearest)
        from naming in Namings
        from week53 in Gen.Choose(0, pattern.Weeks.Length)
        select new WeekCase(
            pattern, new YearEnd(month, (IsoDayOfWeek)weekday, rule), naming, week53 == 0 ? null : week53);

    private static readonly Gen<FiscalCalendar> CalendarGen =
        from calendar in Gen.OneOf(
            from month in Gen.Choose(1, 12) from naming in Namings select FiscalCalendar.Months(month, naming),
            WeekCaseGen.Select(weeks => weeks.Calendar))
        from adjustments in Gen.Elements(0, 0, 1, 4)
        select calendar.WithAdjustmentPeriods(adjustments);

    private static readonly Gen<LocalDate> DateGen = Gen.OneOf(
        Gen.Elements(FiscalCalendar.FirstDate, FiscalCalendar.LastDate, new(2000, 2, 29), new(1900, 2, 28)),
        Gen.Choose(0, 91_309).Select(FiscalCalendar.FirstDate.PlusDays),
        from year in Gen.Choose(1900, 2149)
        from month in Gen.Choose(1, 12)
        from offset in Gen.Choose(-1, 0)
        let date = new LocalDate(year, month, 1).PlusDays(offset)
        select date < FiscalCalendar.FirstDate ? FiscalCalendar.FirstDate : date);

    public static Arbitrary<WeekCase> WeekCases() => WeekCaseGen.ToArbitrary();

    public static Arbitrary<CalendarCase> CalendarCases() => Arb.From(
        from calendar in CalendarGen
        from year in Gen.OneOf(
            Gen.Elements(calendar.FirstYear, calendar.LastYear), Gen.Choose(calendar.FirstYear, calendar.LastYear))
        from date in DateGen
        select new CalendarCase(calendar, year, date));

    public static Arbitrary<FiscalPeriod> Periods() => Arb.From(
        from year in Gen.OneOf(Gen.Elements(1, 9999), Gen.Choose(1, 9999))
        from number in Gen.Choose(1, 99)
        select new FiscalPeriod(year, number));
}
