using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Reports;

/// <summary>
/// Budget and actual of 1,000 centers in five levels and 300 elements: half of the cells have an actual, a fifth has a
/// budget.
/// </summary>
internal sealed class VarianceCubes
{
    public const ReportDimensions AllDimensions =
        ReportDimensions.Center | ReportDimensions.Element | ReportDimensions.Period;

    private const int BudgetPercent = 20;
    private const int ActualPercent = 50;
    private const int MostCents = 10_000_000;

    private readonly int first;
    private readonly int periods;

    public VarianceCubes(int periods)
    {
        this.periods = periods;
        CubeSpace space = Company.CreateSpace();
        FiscalPeriod from = Company.Periods.From;
        first = space.Calendar.OrdinalOf(from);
        FiscalPeriod through = space.Calendar.PeriodAt(first + periods - 1);
        Tree = space.Centers.TreeAsOf(space.Calendar.DatesOf(through).Last);
        Comparison = new Comparison(
            CreateCube(space, seed: 1, BudgetPercent),
            CreateCube(space, seed: 2, ActualPercent),
            new FiscalPeriodRange(from, through));
    }

    public Comparison Comparison { get; }

    public CenterTree Tree { get; }

    private Cube CreateCube(CubeSpace space, int seed, int percent)
    {
        var builder = new CubeBuilder(space);
        foreach ((ushort period, ushort center, ushort element, decimal amount) in Cells(seed, percent))
        {
            builder.AddCounts(center, element, period, (long)(amount * 100m));
        }

        return builder.Build();
    }

    /// <summary>The cells of the budget as numbers.</summary>
    public IEnumerable<(ushort Period, ushort Center, ushort Element, decimal Amount)> BudgetCells =>
        Cells(seed: 1, BudgetPercent);

    /// <summary>The cells of the actuals as numbers.</summary>
    public IEnumerable<(ushort Period, ushort Center, ushort Element, decimal Amount)> ActualCells =>
        Cells(seed: 2, ActualPercent);

    private IEnumerable<(ushort Period, ushort Center, ushort Element, decimal Amount)> Cells(int seed, int percent)
    {
        var random = new Random(seed);
        for (int period = first; period < first + periods; period++)
        {
            for (int center = 0; center < Company.CenterCount; center++)
            {
                for (int element = 0; element < Company.ElementCount; element++)
                {
                    if (random.Next(100) < percent)
                    {
                        decimal amount = random.Next(-MostCents, MostCents) / 100m;
                        yield return ((ushort)period, (ushort)center, (ushort)element, amount);
                    }
                }
            }
        }
    }
}
