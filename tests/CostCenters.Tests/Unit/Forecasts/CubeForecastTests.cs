using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Forecasts;
using NodaTime;

namespace CostCenters.Tests.Unit.Forecasts;

/// <summary>100, 110 and 90 were spent in the first three months of 2026.</summary>
public class CubeForecastTests
{
    private const MidpointRounding Rounding = MidpointRounding.AwayFromZero;

    private static readonly FiscalPeriodRange Year = new(Company.Period(1), Company.Period(12));

    private static readonly Cube Actual = Cube(
        (2026, 1, 100m), (2026, 2, 110m), (2026, 3, 90m), (2026, 4, 1m), (2025, 12, 5_000m));

    [Fact]
    public void RestOfBudget_AfterMarch_HoldsActualsAndThenTheBudget()
    {
        Cube budget = Cube((2026, 3, 77m), (2026, 4, 120m), (2026, 12, 130m), (2026, 13, 9m), (2027, 1, 9m));

        Assert.Equal(
            "P01 100, P02 110, P03 90, P04 120, P12 130",
            Text(CubeForecast.RestOfBudget(Actual, budget, Year, Company.Period(3))));
    }

    [Fact] // 300 in three months are 100 a month.
    public void RunRate_ByPeriods_GoesOnAsSoFar() =>
        Assert.Equal(
            "P01 100, P02 110, P03 90, P04 100, P05 100, P06 100",
            Text(CubeForecast.RunRate(
                Actual, new(Company.Period(1), Company.Period(6)), Company.Period(3), RunRateBasis.Periods, Rounding)));

    [Fact] // 300 in 90 days: 30 days of April are 100.00, 31 of May 103.33, and 30 of June 100.00.
    public void RunRate_ByDays_CountsTheDaysOfEachPeriod() =>
        Assert.Equal(
            "P01 100, P02 110, P03 90, P04 100, P05 103.33, P06 100",
            Text(CubeForecast.RunRate(
                Actual, new(Company.Period(1), Company.Period(6)), Company.Period(3), RunRateBasis.Days, Rounding)));

    [Fact] // 5,000 in ten days of April are 500 a day: 20 more days of April, 31 of May. The span begins with April.
    public void RunRate_ThroughADay_HoldsTheRestOfItsPeriod()
    {
        Cube actual = Cube((2026, 3, 7m), (2026, 4, 5_000m));
        var span = new FiscalPeriodRange(Company.Period(4), Company.Period(5));

        Assert.Equal(
            "P04 15000, P05 15500",
            Text(CubeForecast.RunRate(actual, span, new LocalDate(2026, 4, 10), Rounding)));
        Assert.Equal(
            "P04 5000, P05 5166.67", // 5,000 in 30 days.
            Text(CubeForecast.RunRate(actual, span, new LocalDate(2026, 4, 30), Rounding)));
    }

    [Fact] // 20 of 30 days of April are to come, of 100 rounded once to 66.67; May is as budgeted.
    public void RestOfBudget_ThroughADay_HoldsTheRestOfItsPeriod()
    {
        Cube budget = Cube((2026, 3, 9m), (2026, 4, 100m), (2026, 5, 70m));
        var span = new FiscalPeriodRange(Company.Period(3), Company.Period(5));

        Assert.Equal(
            "P03 90, P04 67.67, P05 70",
            Text(CubeForecast.RestOfBudget(Actual, budget, span, new LocalDate(2026, 4, 10), Rounding)));
        Assert.Equal(
            Text(CubeForecast.RestOfBudget(Actual, budget, span, Company.Period(3))),
            Text(CubeForecast.RestOfBudget(Actual, budget, span, new LocalDate(2026, 3, 31), Rounding)));
    }

    [Fact]
    public void Through_OutsideTheRange_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        "through", () => CubeForecast.RunRate(Actual, Year, new LocalDate(2025, 12, 31), Rounding));

    [Fact] // 100 in three months: nine more of 33.333... each make 300.00 together.
    public void RunRate_ThatDoesNotComeOutEven_AddsUp()
    {
        Cube forecast = CubeForecast.RunRate(
            Cube((2026, 1, 100m)), Year, Company.Period(3), RunRateBasis.Periods, Rounding);

        Assert.Equal(400m, forecast.Cells().Sum(cell => cell.Amount));
        Assert.Equal(
            [33.33m, 33.34m, 33.33m], forecast.Cells().Skip(1).Take(3).Select(cell => cell.Amount));
    }

    [Fact] // 2025 had 200 by March and 300 and 100 later, so 300 by March make 450 and 150.
    public void Shaped_ByLastYear_KeepsItsShape()
    {
        ShapedForecast forecast = CubeForecast.Shaped(
            Actual,
            Cube((2025, 2, 200m), (2025, 7, 300m), (2025, 12, 100m)),
            1,
            Year,
            Company.Period(3),
            ShapelessRest.Nothing,
            Rounding);

        Assert.Equal("P01 100, P02 110, P03 90, P07 450, P12 150", Text(forecast.Cube));
        Assert.Empty(forecast.WithoutShape);
    }

    [Theory]
    [InlineData(ShapelessRest.Nothing, "P01 100, P02 110, P03 90")]
    [InlineData(ShapelessRest.RunRate, "P01 100, P02 110, P03 90, P04 100, P05 100")]
    [InlineData(ShapelessRest.AsTheOther, "P01 100, P02 110, P03 90, P05 8")]
    public void Shaped_WhereLastYearHasNothingToDate_IsToldAndTakesTheRestNamed(ShapelessRest rest, string expected)
    {
        ShapedForecast forecast = CubeForecast.Shaped(
            Actual,
            Cube((2025, 5, 8m)),
            1,
            new(Company.Period(1), Company.Period(5)),
            Company.Period(3),
            rest,
            Rounding);

        Assert.Equal(expected, Text(forecast.Cube));
        Assert.Equal((Company.North, Company.Freight), Assert.Single(forecast.WithoutShape));
    }

    [Fact] // 300.00 to date, where last year had 0.01 to date and 10^14 in May: 3 × 10^18 in cents × 10^2.
    public void Shaped_WhereTheRestOutgrows64Bits_IsToldAndHasTheActualsAlone()
    {
        ShapedForecast forecast = CubeForecast.Shaped(
            Actual,
            Cube((2025, 1, 0.01m), (2025, 5, 100_000_000_000_000m)),
            1,
            new(Company.Period(1), Company.Period(5)),
            Company.Period(3),
            ShapelessRest.Nothing,
            Rounding);

        Assert.Equal("P01 100, P02 110, P03 90", Text(forecast.Cube));
        Assert.Equal((Company.North, Company.Freight), Assert.Single(forecast.TooLarge));
        Assert.Empty(forecast.WithoutShape);
    }

    [Fact] // Half of 100.01 and half of 100.02 are 100.015.
    public void Weighted_TwoForecasts_AreAddedAndRoundedOnce()
    {
        Cube weighted = CubeForecast.Weighted(
            [(Cube((2026, 1, 100.01m)), 0.5m), (Cube((2026, 1, 100.02m), (2026, 2, 3m)), 0.5m)], Rounding);

        Assert.Equal("P01 100.02, P02 1.5", Text(weighted));
        Assert.Throws<ArgumentException>("forecasts", () => CubeForecast.Weighted([(weighted, 0.9m)], Rounding));
    }

    [Fact] // 10 km for 100 and 5 km for 50: as many kilometres a month to come.
    public void RunRate_Quantities_AreForecastWhereAllAreKnown()
    {
        CubeBuilder builder = new CubeBuilder(Company.Space)
            .Add(Address(2026, 1), 100m, 10m)
            .Add(Address(2026, 2), 50m, 5m);

        CubeCell[] cells = [.. CubeForecast.RunRate(
            builder.Build(),
            new(Company.Period(1), Company.Period(4)),
            Company.Period(2),
            RunRateBasis.Periods,
            Rounding).Cells()];

        Assert.Equal([10m, 5m, 7.5m, 7.5m], cells.Select(cell => cell.Quantity!.Value));
        Assert.Equal([100m, 50m, 75m, 75m], cells.Select(cell => cell.Amount));
    }

    [Fact]
    public void LastActual_OutsideTheRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("lastActual", () => CubeForecast.RunRate(
            Actual, Year, new FiscalPeriod(2025, 12), RunRateBasis.Periods, Rounding));
        Assert.Throws<ArgumentOutOfRangeException>("lastActual", () => CubeForecast.RunRate(
            Actual,
            new(Company.Period(13), Company.Period(14)),
            Company.Period(13),
            RunRateBasis.Periods,
            Rounding));
    }

    private static CellAddress Address(int year, int period) =>
        new(Company.North, Company.Freight, new FiscalPeriod(year, period));

    private static Cube Cube(params (int Year, int Period, decimal Amount)[] cells)
    {
        var builder = new CubeBuilder(Company.Space);
        foreach (var (year, period, amount) in cells)
        {
            builder.Add(Address(year, period), amount);
        }

        return builder.Build();
    }

    private static string Text(Cube cube) => string.Join(", ", cube.Cells()
        .OrderBy(cell => cell.Address.Period)
        .Select(cell => FormattableString.Invariant($"P{cell.Address.Period.Number:00} {cell.Amount:0.##}")));
}
