using CostCenters.Cubes;

namespace CostCenters.Tests.Unit.Cubes;

public class ParallelCubeBuilderTests
{
    private static readonly int Last = (Company.Space.Centers.Centers.Length * 3) - 1;

    [Fact]
    public void Add_CellsOfTheSpace_AreThoseOfTheirCounts()
    {
        var builder = new ParallelCubeBuilder(Company.Space, threads: 2);
        var expected = new CubeBuilder(Company.Space);
        builder.Add(7, [0, Last, 0], [1, 2, -5], [Last], [9]);
        expected.AddCounts(0, 0, 7, 1);
        expected.AddCounts(Last / 3, 2, 7, 2, 9);
        expected.AddCounts(0, 0, 7, -5);

        Assert.Equal(expected.Build().Cells(), builder.Build().Cells());
    }

    [Fact]
    public void Add_CellBeyondTheSpace_ThrowsWhereverItStandsAndAddsNothing()
    {
        var builder = new ParallelCubeBuilder(Company.Space, threads: 1);
        for (int place = 0; place < 40; place++)
        {
            foreach (long cell in (long[])[-1, Last + 1, long.MaxValue, long.MinValue])
            {
                long[] cells = new long[40];
                cells[place] = cell;

                Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, cells, new long[40], [], []));
                Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, [], [], cells, new long[40]));
            }
        }

        Assert.Empty(builder.Build().Cells());
    }

    [Fact]
    public void Add_WhatDoesNotFit_Throws()
    {
        var builder = new ParallelCubeBuilder(Company.Space, threads: 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(-1, [0], [1], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => builder.Add(Company.Calendar.OrdinalCount, [0], [1], [], []));
        Assert.Throws<ArgumentException>(() => builder.Add(0, [0, 0], [1], [], []));
        Assert.Throws<ArgumentException>(() => builder.Add(0, [0], [1], [], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelCubeBuilder(Company.Space, threads: 0));
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.Add(0, [0], [1], [], []));
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }
}
