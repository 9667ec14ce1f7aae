using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Budgets;

public class BudgetVersionTests
{
    [Theory]
    [InlineData(100, 8.34, 8.33, 4)] // 12 x 8.33 = 99.96
    [InlineData(-0.05, -0.01, 0, 5)]
    [InlineData(0, 0, 0, 12)]
    public void Freeze_YearLine_GivesEveryPeriodAShare(decimal amount, decimal more, decimal less, int count)
    {
        var version = Company.Budget()
            .Add(BudgetLine.ForYear(Company.Head, Company.Sales, 2026, amount, 12m))
            .Freeze();

        Assert.Equal(
            [.. Enumerable.Repeat(more, count), .. Enumerable.Repeat(less, 12 - count)],
            version.Cube.Cells().Select(cell => cell.Amount));
        Assert.All(version.Cube.Cells(), cell => Assert.Equal(1m, cell.Quantity));
    }

    [Fact] // Salaries in even months, freight in the last quarter alone; a line for a period is not spread.
    public void Add_LineWithAPhasingOfItsOwn_IsSpreadByIt()
    {
        var season = Phasing.ByWeights([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2], RemainderRule.LargestRemainder);
        BudgetVersion version = Company.Budget()
            .Add(BudgetLine.ForYear(Company.North, Company.Salaries, 2026, 12m))
            .Add(BudgetLine.ForYear(Company.North, Company.Freight, 2026, 100m), season)
            .Add(BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(1), 7m), season)
            .Freeze();

        Assert.Equal(
            [(1, 7m), (10, 25m), (11, 25m), (12, 50m)],
            version.Cube.Cells().Where(cell => cell.Address.Element == Company.Freight && cell.Amount != 0m)
                .Select(cell => (cell.Address.Period.Number, cell.Amount)));
        Assert.All(
            version.Cube.Cells().Where(cell => cell.Address.Element == Company.Salaries),
            cell => Assert.Equal(1m, cell.Amount));
        Assert.Throws<ArgumentException>(() => Company.Budget().Add(
            BudgetLine.ForYear(Company.North, Company.Freight, 2026, 100m),
            Phasing.ByWeights([1, 1], RemainderRule.LargestRemainder)));
        Assert.Throws<ArgumentNullException>("phasing", () => Company.Budget().Add(
            BudgetLine.ForYear(Company.North, Company.Freight, 2026, 100m), (Phasing)null!));
    }

    [Fact] // 17 days of March, 30 of April and 14 of May, at 1.00 and two pieces a day.
    public void Add_SpanOfDays_IsALineForEachPeriod()
    {
        var days = new DateRange(new(2026, 3, 15), new(2026, 5, 14));
        Phasing byDays = Phasing.ByDays(RemainderRule.LargestRemainder);
        BudgetVersion version =
            Company.Budget().Add(Company.North, Company.Freight, days, 61m, 122m, byDays).Freeze();

        Assert.Equal(
            [(3, 17m, 34m), (4, 30m, 60m), (5, 14m, 28m)],
            version.Lines.Select(line => (line.Period!.Value.Number, line.Amount, line.Quantity!.Value)));
        Assert.Equal([17m, 30m, 14m], version.Cube.Cells().Select(cell => cell.Amount));
    }

    [Fact] // South ends with 30 June under head office, is under north from July, and was not there in February.
    public void Add_SpanThatIsNotValidThroughout_AddsNothing()
    {
        var days = new DateRange(new(2026, 2, 15), new(2027, 1, 14));
        BudgetVersion.Builder builder = Company.Budget();

        Assert.Throws<ArgumentException>("days", () => builder.Add(
            Company.South, Company.Freight, days, 61m, null, Phasing.Even(RemainderRule.LargestRemainder)));
        Assert.Empty(builder.Freeze().Lines);
    }

    [Fact]
    public void Freeze_SeveralLinesForOneCell_AddUp()
    {
        var lines = new[]
        {
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(3), 10m),
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(3), -0.01m, 2m),
            BudgetLine.ForYear(Company.North, Company.Freight, 2026, 12m),
            BudgetLine.ForPeriod(Company.North, Company.Freight, Company.Period(13), 5m),
        };
        var builder = Company.Budget();
        foreach (var line in lines)
        {
            Assert.Same(builder, builder.Add(line));
        }

        var version = builder.Freeze();

        Assert.True(version.Cube.TryGet(new(Company.North, Company.Freight, Company.Period(3)), out CubeCell cell));
        Assert.Equal((10.99m, 2m), (cell.Amount, cell.Quantity));
        Assert.Equal(26.99m, version.Cube.Cells().Sum(c => c.Amount));
        Assert.Equal(lines, version.Lines);
        Assert.Equal(("adopted", 1, LayerKey.Budget("adopted", 1)), (version.Name, version.Revision, version.Layer));
    }

    [Fact]
    public void Add_CenterNotValidOnTheLastDayOfAPeriod_RefusesTheWholeLine()
    {
        var builder = Company.Budget();

        // South begins on 1 March: March has it on its last day, January and February have not.
        builder.Add(BudgetLine.ForPeriod(Company.South, Company.Freight, Company.Period(3), 1m));
        Assert.Throws<ArgumentException>(
            () => builder.Add(BudgetLine.ForPeriod(Company.South, Company.Freight, Company.Period(2), 1m)));
        Assert.Throws<ArgumentException>(
            () => builder.Add(BudgetLine.ForYear(Company.South, Company.Freight, 2026, 12m)));

        var version = builder.Freeze();
        Assert.Equal([1m], version.Cube.Cells().Select(cell => cell.Amount));
        Assert.Single(version.Lines);
    }

    [Fact]
    public void Add_UnknownPlaceOrFinerAmount_Throws()
    {
        var builder = Company.Budget();

        Assert.Throws<KeyNotFoundException>(() => builder.Add(BudgetLine.ForYear(new("x"), Company.Sales, 2026, 1m)));
        Assert.Throws<KeyNotFoundException>(() => builder.Add(BudgetLine.ForYear(Company.Head, new("x"), 2026, 1m)));
        Assert.ThrowsAny<ArgumentException>(
            () => builder.Add(BudgetLine.ForYear(Company.Head, Company.Sales, 1899, 1m)));
        Assert.ThrowsAny<ArgumentException>(
            () => builder.Add(BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(15), 1m)));
        Assert.ThrowsAny<ArgumentException>(
            () => builder.Add(BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 0.001m)));
        Assert.ThrowsAny<ArgumentException>(
            () => builder.Add(BudgetLine.ForYear(Company.Head, Company.Sales, 2026, 1m, 0.0000001m)));
        Assert.Throws<ArgumentNullException>(() => builder.Add(null!));
        Assert.Empty(builder.Freeze().Cube.Cells());
    }

    [Fact]
    public void Freeze_ThenAdd_CannotChangeTheVersion()
    {
        var line = BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(1), 1m);
        var builder = Company.Budget().Add(line);
        var version = builder.Freeze();

        Assert.Throws<InvalidOperationException>(() => builder.Add(line));
        Assert.Throws<InvalidOperationException>(builder.Freeze);
        Assert.Equal([1m], version.Cube.Cells().Select(cell => cell.Amount));
        Assert.Single(version.Lines);
    }

    [Fact]
    public void Freeze_CellOutgrows64Bits_IsRefused()
    {
        var line = BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(1), 92_233_720_368_547_758.07m);

        Assert.Throws<AmountOverflowException>(Company.Budget().Add(line).Add(line).Freeze);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Builder_RevisionBelowOne_Throws(int revision) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(revision), () => new BudgetVersion.Builder(
            Company.Space, "a", revision, Phasing.Even(CostCenters.Monetary.RemainderRule.LargestRemainder)));

    [Fact]
    public void Builder_NoRules_Throws() =>
        Assert.Throws<ArgumentNullException>("rules", () => new BudgetVersion.Builder(
            (BudgetRules)null!, "a", 1, Phasing.Even(CostCenters.Monetary.RemainderRule.LargestRemainder)));

    [Fact]
    public void BudgetLine_DefaultCodes_Throw()
    {
        Assert.Throws<ArgumentException>(() => BudgetLine.ForYear(default, Company.Sales, 2026, 1m));
        Assert.Throws<ArgumentException>(
            () => BudgetLine.ForPeriod(Company.Head, default, Company.Period(1), 1m));
        Assert.ThrowsAny<ArgumentException>(() => new BudgetVersion.Builder(
            Company.Space, "", 1, Phasing.Even(CostCenters.Monetary.RemainderRule.LargestRemainder)));
        Assert.Throws<ArgumentNullException>(() => new BudgetVersion.Builder(Company.Space, "a", 1, null!));
        Assert.Equal(
            BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(1), 1.0m),
            BudgetLine.ForPeriod(Company.Head, Company.Sales, Company.Period(1), 1m));
    }
}
