using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;

namespace CostCenters.Tests.Unit.KeyFigures;

public class KeyFigureRulesTests
{
    // Years from April: that of 1899 has its last three periods within the bounds of dates, which begin in 1900.
    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(4, YearNaming.Start);

    [Fact] // A book took such a value, and refused the file that it had written.
    public void HasPeriod_YearThatIsNotWhole_IsFalse()
    {
        var rules = new KeyFigureRules(Calendar);
        var book = new Book("x", new CubeSpace(
            Company.Space.Centers, Company.Space.Elements, Calendar, Company.Space.Currency, Company.Space.Scale));

        CommandResult refused = book.KeyFigures.Record(
            [new(new FiscalPeriod(1899, 12), Company.Head, new("heads"), 1m)], Company.Stamp);

        Assert.True(Calendar.Contains(new FiscalPeriod(1899, 12)));
        Assert.False(rules.HasPeriod(new FiscalPeriod(1899, 12)));
        Assert.True(rules.HasPeriod(new FiscalPeriod(1900, 1)));
        Assert.False(rules.HasPeriod(new FiscalPeriod(1900, 13)));
        Assert.Equal(CommandFaultKind.DateOutOfRange, Assert.Single(refused.Faults).Kind);
    }

    [Fact] // The south opens on 2026-03-01; February ends a day before.
    public void IsCenterValid_LooksAtTheLastDayOfThePeriod()
    {
        var rules = new KeyFigureRules(Company.Calendar);
        var south = Company.Space.Centers[Company.South];

        Assert.False(rules.IsCenterValid(south, Company.Period(2)));
        Assert.True(rules.IsCenterValid(south, Company.Period(3)));
    }
}
