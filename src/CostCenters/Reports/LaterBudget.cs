using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Cubes.Columns;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>What a budget holds after the last period of a report.</summary>
/// <remarks>Amounts are in the currency of the space, with natural signs, all centers and elements together.</remarks>
public sealed record LaterBudget
{
    private LaterBudget(FiscalPeriodRange periods, decimal? cost, decimal? revenue)
    {
        Periods = periods;
        Cost = cost;
        Revenue = revenue;
    }

    /// <summary>The first and the last period after the report that have a budget.</summary>
    public FiscalPeriodRange Periods { get; }

    /// <summary>The budgeted costs of these periods; null when no cost is budgeted, which differs from 0.</summary>
    public decimal? Cost { get; }

    /// <summary>The budgeted revenues of these periods; null when no revenue is budgeted.</summary>
    public decimal? Revenue { get; }

    /// <summary>Adds up what a budget holds after a period.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="last">The last period of the report.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>Null when the budget holds nothing after it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="budget"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static LaterBudget? After(Cube budget, FiscalPeriod last, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        cancellation.ThrowIfCancellationRequested();
        CubeSpace space = budget.Space;
        int[] periods =
        [
            .. Enumerable.Range(0, budget.BlockCount)
                .Skip(space.Calendar.OrdinalOf(last) + 1)
                .Where(period => budget.Block(period) is not null),
        ];
        if (periods.Length == 0)
        {
            return null;
        }

        var sums = new Dictionary<ElementNature, Int128>();
        foreach (int period in periods)
        {
            Add(budget, period, sums, cancellation);
        }

        return new LaterBudget(
            new FiscalPeriodRange(space.Calendar.PeriodAt(periods[0]), space.Calendar.PeriodAt(periods[^1])),
            AmountOf(ElementNature.Cost),
            AmountOf(ElementNature.Revenue));

        decimal? AmountOf(ElementNature nature) =>
            sums.TryGetValue(nature, out Int128 sum) ? space.Scale.ToDecimal(sum) : null;
    }

    private static void Add(
        Cube budget, int period, Dictionary<ElementNature, Int128> sums, CancellationToken cancellation)
    {
        CubeSpace space = budget.Space;
        CellColumn amounts = budget.Block(period)!.Amounts;
        int[] elements = new int[space.ElementCount];
        long[] counts = new long[space.ElementCount];
        for (int center = 0; center < space.CenterCount; center++)
        {
            cancellation.ThrowIfCancellationRequested();
            int used = amounts.ReadRow(center, elements, counts);
            for (int i = 0; i < used; i++)
            {
                ElementNature nature = space.Elements.Elements[elements[i]].Nature;
                sums[nature] = sums.GetValueOrDefault(nature) + counts[i];
            }
        }
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(LaterBudget), (nameof(Periods), Periods), (nameof(Cost), Cost), (nameof(Revenue), Revenue));
}
