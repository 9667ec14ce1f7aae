using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerComparableWeeksTests
{
    private static readonly CenterCode Store = new("S");
    private static readonly ElementCode Sales = new("sales");

    private static readonly CubeSpace Space = new(
        new CenterHierarchy.Builder().Add(Store, new CenterValidity("Store", CenterKind.Profit)).Build(),
        new ElementChart.Builder().Add(new CostElement(Sales, "Sales", ElementNature.Revenue, unit: "pcs")).Build(),
        FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour,
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            YearNaming.Start,
            week53Period: null).WithAdjustmentPeriods(1),
        Currency.Usd,
        new DecimalScale(2));

    [Fact] // 2023 had 53 weeks: period by period this would be 110 against 20.
    public void ToComparableWeeks_AfterAYearOf53Weeks_ComparesTheSameWeeks()
    {
        LedgerSnapshot ledger = Posted(
            new(new(2023, 1, 30), Store, Sales, 100m, 1m),
            new(new(2023, 2, 6), Store, Sales, 10m, 2m),
            new(new(2023, 3, 1), Store, Sales, 7m),
            new(new(2024, 2, 5), Store, Sales, 20m, 4m));
        FiscalPeriod first = FiscalPeriod.Parse("2024-P01");
        var comparison = new Comparison(
            ledger.ToComparableWeeks(), ledger.ToCube(), new FiscalPeriodRange(first, first));

        VarianceRow row = Assert.Single(VarianceReport.Create(
            comparison, Space.Centers.TreeAsOf(new(2024, 3, 2)), ReportDimensions.None).Rows);

        Assert.Equal((17m, 20m, 3m), (row.Variance.Budget, row.Variance.Actual, row.Variance.Difference));
        Assert.Equal(17.65m, row.Variance.Percent(2, MidpointRounding.AwayFromZero));
        Assert.True(comparison.Budget.TryGet(new CellAddress(Store, Sales, first), out CubeCell cell));
        Assert.Equal(2m, cell.Quantity);
        Assert.True(Assert.Single(PeriodPair.Of(comparison)).IsComparable);
    }

    [Fact]
    public void ToComparableWeeks_AdjustmentsAndTheEndOfTheCalendar_MoveOrStayOut() =>
        Assert.Equal(
            ["2024-P13 5"],
            Posted(
                    new(new(2023, 6, 1), Store, Sales, 5m, adjustmentPeriod: 1),
                    new(new(2149, 12, 31), Store, Sales, 9m))
                .ToComparableWeeks().Cells()
                .Select(cell => FormattableString.Invariant($"{cell.Address.Period} {cell.Amount:0}")));

    [Fact]
    public void ToComparableWeeks_CalendarOfMonths_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            new Ledger(Company.Space).Snapshot().ToComparableWeeks());

        Assert.Contains("months", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToComparableWeeks_Canceled_Throws() =>
        Assert.Throws<OperationCanceledException>(() =>
            Posted(new Posting(new(2023, 6, 1), Store, Sales, 5m)).ToComparableWeeks(new CancellationToken(true)));

    [Fact] // With nothing to add up there was no one who looked.
    public void ToComparableWeeks_OfNothingCanceled_Throws() =>
        Assert.Throws<OperationCanceledException>(() =>
            new Ledger(Space).Snapshot().ToComparableWeeks(new CancellationToken(true)));

    private static LedgerSnapshot Posted(params Posting[] postings)
    {
        var ledger = new Ledger(Space);
        ledger.Post(new Document(new DocumentId("D"), Currency.Usd, postings), Company.Stamp).GetOrThrow();
        return ledger.Snapshot();
    }
}
