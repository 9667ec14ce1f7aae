using CostCenters.Calendars;
using FsCheck.Xunit;
using NodaTime;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(CalendarGenerators)])]
public class CalendarProperties
{
    [Property]
    public void PeriodOf_AnyDay_IsTheOnePeriodWhoseDatesHoldIt(CalendarCase c)
    {
        int around = c.Date.Year;
        var holding =
            from name in Enumerable.Range(around - 2, 5)
            where name >= c.Calendar.FirstYear && name <= c.Calendar.LastYear
            let year = c.Calendar.GetYear(name)
            from period in year.Periods
            where year.DatesOf(period).Contains(c.Date)
            select period;

        Assert.Equal(c.Calendar.PeriodOf(c.Date), Assert.Single(holding));
        Assert.True(c.Calendar.DatesOf(c.Calendar.PeriodOf(c.Date)).Contains(c.Date));
        Assert.False(c.Calendar.IsAdjustment(c.Calendar.PeriodOf(c.Date)));
        Assert.Equal(c.Calendar.PeriodOf(c.Date).Year, c.Calendar.YearOf(c.Date));
    }

    [Property]
    public void GetYear_Periods_TileTheYear(CalendarCase c)
    {
        var year = c.Calendar.GetYear(c.Year);
        var expectedStart = year.First;
        foreach (var period in year.Periods)
        {
            Assert.Equal(expectedStart, year.DatesOf(period).First);
            Assert.Equal(c.Calendar.DatesOf(period), year.DatesOf(period));
            expectedStart = year.DatesOf(period).Last.PlusDays(1);
        }

        Assert.Equal(year.Last.PlusDays(1), expectedStart);
        Assert.Equal(c.Calendar.PeriodCount, year.Periods.Length);
        Assert.Equal(c.Calendar.AdjustmentPeriodCount, year.AdjustmentPeriods.Length);
    }

    [Property]
    public void GetYear_NextYear_StartsOnTheDayAfter(CalendarCase c)
    {
        int name = Math.Min(c.Year, c.Calendar.LastYear - 1);

        Assert.Equal(c.Calendar.GetYear(name).Last.PlusDays(1), c.Calendar.GetYear(name + 1).First);
    }

    [Property]
    public void GetYear_FirstAndLast_HoldTheSupportedDays(CalendarCase c)
    {
        var first = c.Calendar.GetYear(c.Calendar.FirstYear);
        var last = c.Calendar.GetYear(c.Calendar.LastYear);

        Assert.True(new DateRange(first.First, first.Last).Contains(FiscalCalendar.FirstDate));
        Assert.True(new DateRange(last.First, last.Last).Contains(FiscalCalendar.LastDate));
        Assert.Equal(first.First >= FiscalCalendar.FirstDate, c.Calendar.IsWholeYearSupported(first.Name));
        Assert.Equal(last.Last <= FiscalCalendar.LastDate, c.Calendar.IsWholeYearSupported(last.Name));
        Assert.True(c.Calendar.IsWholeYearSupported(first.Name + 1));
        Assert.True(c.Calendar.IsWholeYearSupported(last.Name - 1));
    }

    [Property]
    public void OrdinalOf_PeriodAt_RoundTripsWithoutAGap(CalendarCase c)
    {
        var year = c.Calendar.GetYear(c.Year);
        int expected = (c.Year - c.Calendar.FirstYear) * (year.Periods.Length + year.AdjustmentPeriods.Length);
        foreach (var period in year.Periods.Concat(year.AdjustmentPeriods))
        {
            Assert.Equal(expected, c.Calendar.OrdinalOf(period));
            Assert.Equal(period, c.Calendar.PeriodAt(expected));
            expected++;
        }

        Assert.Equal(c.Year == c.Calendar.LastYear, expected == c.Calendar.OrdinalCount);
    }

    [Property]
    public void Enumerate_YearThroughDay_IsEveryPeriodBetweenInOrder(CalendarCase c)
    {
        var day = c.Calendar.PeriodOf(c.Date);
        var start = new FiscalPeriod(c.Year, 1);
        var (from, through) = start < day ? (start, day) : (day, start);

        var periods = c.Calendar.Enumerate(new FiscalPeriodRange(from, through));

        Assert.Equal((from, through), (periods[0], periods[^1]));
        Assert.Equal(periods.Order().Distinct(), periods);
        Assert.Equal(c.Calendar.OrdinalOf(through) - c.Calendar.OrdinalOf(from) + 1, periods.Length);
    }

    [Property]
    public void GetYear_OfWeeks_EndsOnTheWeekdayThatTheRuleNames(WeekCase c, ushort seed)
    {
        int name = c.Calendar.FirstYear + (seed % (c.Calendar.LastYear - c.Calendar.FirstYear + 1));
        int tiedTo = c.Naming == YearNaming.Start && c.YearEnd.Month != 12 ? name + 1 : name;
        int daysInMonth = CalendarSystem.Iso.GetDaysInMonth(tiedTo, c.YearEnd.Month);
        var monthEnd = new LocalDate(tiedTo, c.YearEnd.Month, daysInMonth);

        var year = c.Calendar.GetYear(name);

        var nearby = Enumerable.Range(-6, 10)
            .Select(offset => (Offset: offset, Date: monthEnd.PlusDays(offset)))
            .Where(day => day.Date.DayOfWeek == c.YearEnd.Weekday);
        var expected = c.YearEnd.Rule == YearEndRule.Last
            ? nearby.Last(day => day.Offset <= 0)
            : nearby.MinBy(day => Math.Abs(day.Offset));
        Assert.Equal(expected.Date, year.Last);
        Assert.True(year.Weeks is 52 or 53);
        Assert.Equal(7 * year.Weeks, new DateRange(year.First, year.Last).Days);
    }

    [Property]
    public void GetYear_OfWeeks_FollowsThePatternButForWeek53(WeekCase c, ushort seed)
    {
        var year = c.Calendar.GetYear(
            c.Calendar.FirstYear + (seed % (c.Calendar.LastYear - c.Calendar.FirstYear + 1)));
        int[] expected = [.. c.Pattern.Weeks];
        expected[(c.Week53Period ?? year.Periods.Length) - 1] += year.Weeks!.Value - 52;

        Assert.Equal(expected, year.Periods.Select(period => year.DatesOf(period).Days / 7));
    }

    [Property]
    public void Equals_SameChoices_AreEqual(WeekCase c)
    {
        var again = FiscalCalendar.Weeks(c.Pattern, c.YearEnd, c.Naming, c.Week53Period);

        Assert.Equal(c.Calendar, again);
        Assert.Equal(c.Calendar.GetHashCode(), again.GetHashCode());
    }

    [Property] // Whatever the lengths of both years, no day is compared twice and none is left out.
    public void ComparableWeeks_OfAYear_GiveEachPeriodAsManyDaysAsItHas(WeekCase weeks, CalendarCase c)
    {
        int name = Math.Clamp(c.Year, weeks.Calendar.FirstYear + 2, weeks.Calendar.LastYear - 1);
        var year = weeks.Calendar.GetYear(name);
        var before = weeks.Calendar.GetYear(name - 1);
        var compared = new Dictionary<FiscalPeriod, int>();
        for (var day = year.First; day <= year.Last; day = day.PlusDays(1))
        {
            var lastYears = day.PlusDays(-ComparableWeeks.Days);

            Assert.True(ComparableWeeks.TryGetPeriod(weeks.Calendar, lastYears, null, out var period));
            Assert.Equal(day.DayOfWeek, lastYears.DayOfWeek);
            compared[period] = compared.GetValueOrDefault(period) + 1;
            if ((before.Weeks, year.Weeks) == (52, 52))
            {
                Assert.Equal(weeks.Calendar.PeriodOf(lastYears), new FiscalPeriod(period.Year - 1, period.Number));
            }
        }

        Assert.Equal(year.Periods.Select(period => (period, year.DatesOf(period).Days)), compared
            .OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    [Property]
    public void Parse_TextOfAPeriod_RoundTrips(FiscalPeriod period) =>
        Assert.Equal(period, FiscalPeriod.Parse(period.ToString()));

    [Property]
    public void CompareTo_TwoPeriods_AgreesWithTheirTexts(FiscalPeriod left, FiscalPeriod right) =>
        Assert.Equal(
            Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())),
            Math.Sign(left.CompareTo(right)));

    [Property]
    public void TryParse_TextWithOneCharacterChanged_TakesOnlyTheStrictForm(
        FiscalPeriod period, byte place, char character)
    {
        char[] text = period.ToString().ToCharArray();
        text[place % text.Length] = character;

        if (FiscalPeriod.TryParse(text, out var parsed))
        {
            Assert.Equal(new string(text), parsed.ToString());
        }
    }
}
