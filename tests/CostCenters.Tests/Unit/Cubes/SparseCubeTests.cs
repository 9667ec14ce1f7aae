using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Cubes;

/// <summary>Spaces of which few cells hold something: numbers wait long before they are sums.</summary>
public class SparseCubeTests
{
    private const int Centers = 20_000;
    private const int Elements = 100;
    private const int Period = 5;
    private const int Seed = 20261130;
    private const long Wide = 3_000_000_000;

    private static readonly CubeSpace Space = NewSpace();

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(4_095, 5_000, 1)]
    [InlineData(4_097, 5_000, 2)]
    [InlineData(60_000, 40_000, 1)]
    [InlineData(60_000, 40_000, 2)]
    [InlineData(60_000, 2_000_000, 3)]
    [InlineData(600_000, 3_000, 2)] // So many for few cells that they are added up on the way.
    [InlineData(700_000, 2_000_000, 2)] // So many cells that they have an array.
    public void Build_AnyNumbers_HoldsTheirSums(int count, int cells, int threads)
    {
        var random = new Random(Seed + count);
        var expected = new SortedDictionary<long, (long Amount, long? Quantity)>();
        var builder = new ParallelCubeBuilder(Space, threads);
        for (int first = 0; first < count; first += 1_000)
        {
            int length = Math.Min(1_000, count - first);
            long[] numbers = [.. Enumerable.Range(0, length).Select(_ =>
                (long)random.Next(cells) * 7_919 % (Centers * Elements))];
            long[] amounts = [.. numbers.Select(_ =>
                random.Next(50) == 0 ? random.NextInt64(-Wide, Wide) : random.Next(-9, 9))];
            builder.Add(Period, numbers, amounts, numbers.AsSpan(..(length / 2)), amounts.AsSpan(..(length / 2)));
            for (int i = 0; i < length; i++)
            {
                (long amount, long? quantity) = expected.GetValueOrDefault(numbers[i]);
                expected[numbers[i]] = (amount + amounts[i], i < length / 2 ? (quantity ?? 0) + amounts[i] : quantity);
            }
        }

        Cube cube = builder.Build();

        Assert.Equal(expected.Count, cube.CellCount);
        Assert.Equal(
            expected.Select(cell => (cell.Key, cell.Value.Amount * 0.01m, cell.Value.Quantity * 0.000001m)),
            cube.Cells().Select(cell => (NumberOf(cell.Address), cell.Amount, cell.Quantity)));
        Assert.Equal(cube.Cells(), Cube.Merge(Space, [cube]).Cells());
        foreach (long number in Enumerable.Range(0, 2_000).Select(_ => (long)random.Next(Centers * Elements))
            .Concat([0, (Centers * Elements) - 1]))
        {
            CellAddress address = new(
                new($"{number / Elements}"), new($"{number % Elements}"), Space.Calendar.PeriodAt(Period));
            Assert.Equal(expected.ContainsKey(number), cube.TryGet(address, out _));
        }
    }

    [Fact]
    public void Build_SumBeyond64BitsAmongMany_IsRefusedWithItsAddress()
    {
        var builder = new ParallelCubeBuilder(Space, threads: 2);
        long[] cells = [.. Enumerable.Range(0, 10_000).Select(cell => cell * 199L)];
        long[] amounts = [.. cells.Select(_ => long.MaxValue)];
        builder.Add(Period, cells, amounts, [], []);
        builder.Add(Period, [199L * 77], [1], [], []);

        var thrown = Assert.Throws<AmountOverflowException>(() => builder.Build());

        string address = $"center '{199 * 77 / Elements}', element '{199 * 77 % Elements}'";
        Assert.Contains(address, thrown.Message, StringComparison.Ordinal);
    }

    private static long NumberOf(CellAddress address) =>
        ((long)Space.Centers.IndexOf(address.Center) * Elements) + Space.Elements.IndexOf(address.Element);

    private static CubeSpace NewSpace()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < Centers; i++)
        {
            centers.Add(new CenterCode($"{i}"), new CenterValidity("", CenterKind.Cost));
        }

        var elements = new ElementChart.Builder();
        for (int i = 0; i < Elements; i++)
        {
            elements.Add(new CostElement(new ElementCode($"{i}"), "", ElementNature.Cost));
        }

        return new CubeSpace(
            centers.Build(), elements.Build(), FiscalCalendar.Months(1, YearNaming.Start), Currency.Eur,
            new DecimalScale(2));
    }
}
