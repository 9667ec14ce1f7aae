using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Cubes;

public class CubeTests
{
    private const decimal Most = 92_233_720_368_547_758.07m;

    private static readonly CellAddress Cell = new(Company.North, Company.Freight, Company.Period(3));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MaxValue, long.MinValue)]
    public void Add_SameCellTwice_SumsExactly(long first, long second)
    {
        var builder = new CubeBuilder(Company.Space);
        builder.AddCounts(2, 1, Company.Calendar.OrdinalOf(Company.Period(3)), first, second);
        builder.AddCounts(2, 1, Company.Calendar.OrdinalOf(Company.Period(3)), second, first);
        var cube = builder.Build();

        Assert.True(cube.TryGet(Cell, out CubeCell cell));
        Assert.Equal(new DecimalScale(2).ToDecimal((Int128)first + second), cell.Amount);
        Assert.Equal(new DecimalScale(6).ToDecimal((Int128)first + second), cell.Quantity);
        Assert.Equal(Cell, cell.Address);
        Assert.Equal(1, cube.CellCount);
    }

    [Fact]
    public void TryGet_ZeroAndNothing_Differ()
    {
        var cube = Company.Cube((Company.North, Company.Freight, 3, 0m));

        Assert.True(cube.TryGet(Cell, out CubeCell zero));
        Assert.Equal((0m, (decimal?)null), (zero.Amount, zero.Quantity));
        Assert.False(cube.TryGet(new(Company.North, Company.Freight, Company.Period(4)), out _));
        Assert.False(cube.TryGet(new(Company.North, Company.Salaries, Company.Period(3)), out CubeCell nothing));
        Assert.Equal(default, nothing);
    }

    [Fact]
    public void TryGet_QuantityOfSomeOnly_SumsTheGivenOnes()
    {
        var cube = new CubeBuilder(Company.Space).Add(Cell, 1m).Add(Cell, 1m, 0.5m).Add(Cell, 1m, -0.000001m).Build();

        Assert.True(cube.TryGet(Cell, out CubeCell cell));
        Assert.Equal((3m, 0.499999m), (cell.Amount, cell.Quantity));
    }

    [Fact]
    public void Cells_OfSeveralPeriods_AreOrderedByPeriodCenterNumberAndElementNumber()
    {
        var cube = Company.Cube(
            (Company.Head, Company.Salaries, 4, 1m),
            (Company.North, Company.Sales, 3, 2m),
            (Company.South, Company.Freight, 3, 3m),
            (Company.North, Company.Salaries, 3, 4m),
            (Company.Head, Company.Salaries, 14, 5m));

        Assert.Equal([3m, 4m, 2m, 1m, 5m], cube.Cells().Select(cell => cell.Amount));
        Assert.Equal(5, cube.CellCount);
        Assert.Equal(new FiscalPeriodRange(Company.Period(3), Company.Period(14)), cube.Periods);
    }

    [Fact]
    public void Empty_HasNothing()
    {
        var empty = Cube.Empty(Company.Space);

        Assert.Empty(empty.Cells());
        Assert.Null(empty.Periods);
        Assert.Equal(0, empty.CellCount);
        Assert.Empty(Cube.Merge(Company.Space, []).Cells());
    }

    [Fact]
    public void Build_CellOutgrows64Bits_IsRefusedWithItsAddress()
    {
        var builder = new CubeBuilder(Company.Space).Add(Cell, Most).Add(Cell, 0.01m);

        var error = Assert.Throws<AmountOverflowException>(() => builder.Build());

        Assert.Equal("amounts of center '1100', element '6100', period 2026-P03", error.Where);
    }

    [Fact]
    public void Build_QuantityOutgrows64Bits_IsRefused()
    {
        var builder = new CubeBuilder(Company.Space);
        builder.AddCounts(0, 0, 0, 1, long.MinValue);
        builder.AddCounts(0, 0, 0, 1, -1);

        Assert.StartsWith(
            "quantities of",
            Assert.Throws<AmountOverflowException>(() => builder.Build()).Where,
            StringComparison.Ordinal);
    }

    [Theory] // Whether it overflows on the way does not matter; what comes out does.
    [InlineData(long.MaxValue, 1, -1)]
    [InlineData(1, long.MaxValue, -1)]
    [InlineData(-1, long.MaxValue, 1)]
    [InlineData(long.MinValue, -1, 1)]
    [InlineData(long.MinValue, long.MinValue, long.MaxValue)]
    public void Build_OverflowOnTheWay_DependsOnTheSumAlone(long first, long second, long third)
    {
        var builder = new CubeBuilder(Company.Space);
        foreach (long amount in new[] { first, second, third })
        {
            builder.AddCounts(2, 1, Company.Calendar.OrdinalOf(Company.Period(3)), amount);
        }

        var sum = (Int128)first + second + third;
        if (sum >= long.MinValue && sum <= long.MaxValue)
        {
            Assert.True(builder.Build().TryGet(Cell, out CubeCell cell));
            Assert.Equal(new DecimalScale(2).ToDecimal(sum), cell.Amount);
        }
        else
        {
            Assert.Throws<AmountOverflowException>(() => builder.Build());
        }
    }

    [Fact]
    public void Merge_SeveralParts_IsTheirSum()
    {
        var merged = Cube.Merge(
            Company.Space,
            [
                Company.Cube((Company.North, Company.Freight, 3, Most)),
                new CubeBuilder(Company.Space).Add(Cell, 0.01m, 2m).Build(),
                Company.Cube((Company.North, Company.Freight, 3, -0.01m), (Company.Head, Company.Sales, 1, 7m)),
            ]);

        Assert.Equal([(7m, (decimal?)null), (Most, 2m)], merged.Cells().Select(cell => (cell.Amount, cell.Quantity)));
    }

    [Fact]
    public void Merge_OfAnotherSpace_Throws()
    {
        var other = new CubeSpace(
            Company.Centers().Build(), Company.Space.Elements, Company.Calendar, Currency.Eur, new DecimalScale(2));

        Assert.Throws<CubeSpaceMismatchException>(() => Cube.Merge(other, [Company.Cube()]));
        Assert.Throws<CubeSpaceMismatchException>(() => new CubeLayers(other).With(LayerKey.Actual, Company.Cube()));
    }

    [Fact]
    public void Add_UnknownPlaceOrFinerAmount_ThrowsAndAddsNothing()
    {
        var builder = new CubeBuilder(Company.Space);

        Assert.Throws<KeyNotFoundException>(() => builder.Add(new(new("x"), Company.Sales, Company.Period(1)), 1m));
        Assert.Throws<KeyNotFoundException>(() => builder.Add(new(Company.Head, new("x"), Company.Period(1)), 1m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => builder.Add(new(Company.Head, Company.Sales, Company.Period(15)), 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(Cell, 0.001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(Cell, 1m, 0.0000001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCounts(4, 0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCounts(0, 3, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCounts(0, 0, Company.Calendar.OrdinalCount, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCounts(-1, 0, 0, 1));
        Assert.Empty(builder.Build().Cells());
    }

    [Fact]
    public void Build_BuilderUsedAfterwards_CannotChangeTheCube()
    {
        var builder = new CubeBuilder(Company.Space).Add(Cell, 1m);
        var cube = builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.Add(Cell, 1m));
        Assert.Throws<InvalidOperationException>(() => builder.AddCounts(2, 1, 0, 1));
        Assert.Throws<InvalidOperationException>(() => builder.Add(cube));
        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Equal([1m], cube.Cells().Select(cell => cell.Amount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3_000_000_000)] // More than 32 bits hold.
    public void Build_FullPeriodWithSumsOf0_KnowsThemFromEmptyCells(long amount)
    {
        var space = BigSpace();
        var builder = new CubeBuilder(space);
        for (int cell = 0; cell < 50_000; cell += 2)
        {
            builder.AddCounts(cell / 100, cell % 100, 5, amount);
        }

        for (int cell = 0; cell < 50_000; cell += 6)
        {
            builder.AddCounts(cell / 100, cell % 100, 5, -amount);
        }

        for (int cell = 0; cell < 50_000; cell += 12)
        {
            builder.AddCounts(cell / 100, cell % 100, 5, 7);
        }

        var cube = builder.Build();
        decimal AmountOf(int cell) => (cell % 12 == 0 ? 7 : cell % 6 == 0 ? 0 : amount) * 0.01m;
        int NumberOf(CubeCell cell) =>
            (space.Centers.IndexOf(cell.Address.Center) * 100) + space.Elements.IndexOf(cell.Address.Element);
        Assert.Equal(25_000, cube.CellCount);
        Assert.Equal(
            Enumerable.Range(0, 25_000).Select(i => (2 * i, AmountOf(2 * i))),
            cube.Cells().Select(cell => (NumberOf(cell), cell.Amount)));
        Assert.True(cube.TryGet(new(new("0"), new("6"), Company.Calendar.PeriodAt(5)), out _));
        Assert.False(cube.TryGet(new(new("0"), new("7"), Company.Calendar.PeriodAt(5)), out _));
    }

    [Theory] // Around the counts of cells at which a period changes from a list to a full block (50,000 / 64, half).
    [InlineData(390)]
    [InlineData(391)]
    [InlineData(392)]
    [InlineData(780)]
    [InlineData(781)]
    [InlineData(782)]
    [InlineData(6_251)]
    [InlineData(50_000)]
    public void Build_BigSpace_HoldsTheSameBeforeAndAfterItBecomesDense(int used)
    {
        var space = BigSpace();
        var builder = new CubeBuilder(space);
        for (int i = 0; i < 2 * used; i++)
        {
            // 7,919 is prime to 50,000, so the first pass visits as many cells as it has steps, in mixed order.
            int cell = (int)((i % used) * 7_919L % 50_000);
            builder.AddCounts(cell / 100, cell % 100, 5, (i % used) + 1, i % 3 == 0 && i < used ? i : null);
        }

        var cube = builder.Build();
        Assert.Equal(used, cube.CellCount);
        Assert.Equal(used, cube.Cells().Count());
        for (int i = 0; i < used; i++)
        {
            int cell = (int)(i * 7_919L % 50_000);
            var address = new CellAddress(new($"{cell / 100}"), new($"{cell % 100}"), Company.Calendar.PeriodAt(5));
            Assert.True(cube.TryGet(address, out CubeCell found));
            Assert.Equal(
                ((i + 1) * 0.02m, i % 3 == 0 ? i * 0.000001m : (decimal?)null), (found.Amount, found.Quantity));
        }
    }

    [Fact]
    public void Build_OneFullPeriod_AllocatesLittleMoreThanItsCells()
    {
        var space = BigSpace();
        long before = GC.GetAllocatedBytesForCurrentThread();
        var builder = new CubeBuilder(space);
        for (int cell = 0; cell < 50_000; cell++)
        {
            builder.AddCounts(cell / 100, cell % 100, 5, 1);
        }

        Assert.Equal(50_000, builder.Build().CellCount);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 200_000, 400_000);
    }

    private static CubeSpace BigSpace()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < 500; i++)
        {
            centers.Add(new CenterCode($"{i}"), new CenterValidity("", CenterKind.Cost));
        }

        var elements = new ElementChart.Builder();
        for (int i = 0; i < 100; i++)
        {
            elements.Add(new CostElement(new($"{i}"), "", ElementNature.Cost));
        }

        return new CubeSpace(centers.Build(), elements.Build(), Company.Calendar, Currency.Eur, new(2));
    }
}
