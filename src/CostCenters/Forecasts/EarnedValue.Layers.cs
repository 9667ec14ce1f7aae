using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.UnitCosts;
using CostCenters.Variances.Layers;

namespace CostCenters.Forecasts;

public sealed partial record EarnedValue
{
    /// <summary>The status of a project from layers: BAC is the plan of all periods, PV, EV and AC are what plan,
    /// earned value and actuals hold to date.</summary>
    /// <param name="planned">The plan: the budget of the work, in the periods in which it is to be done.</param>
    /// <param name="earned">The budget of the work that is done, in the periods in which it was.</param>
    /// <param name="actual">The actuals.</param>
    /// <param name="scope">The centers and elements of the project.</param>
    /// <param name="range">The periods of the project, both ends inclusive.</param>
    /// <param name="through">The last period of the status, one of the range.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is none of the range, the calendar
    /// lacks an end of it, or a sum is negative.</exception>
    /// <exception cref="KeyNotFoundException">A cube has no such center or element.</exception>
    /// <exception cref="InvalidOperationException">A range or period is a default value.</exception>
    public static EarnedValue FromLayers(
        Cube planned, Cube earned, Cube actual, CostScope scope, FiscalPeriodRange range, FiscalPeriod through)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(earned);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(scope);
        FiscalPeriodRange toDate = ToDate(range, through);
        return new EarnedValue(
            Sum(planned, range, nameof(planned)),
            Sum(earned, toDate, nameof(earned)),
            Sum(actual, toDate, nameof(actual)),
            Sum(planned, toDate, nameof(planned)));

        Fraction Sum(Cube cube, FiscalPeriodRange periods, string name) =>
            InputRange.NotNegative(scope.Read(cube, periods).Value ?? Fraction.Zero, name);
    }

    /// <summary>The tree of estimate - budget at completion from layers: that of <see cref="AtCompletion"/>, whose
    /// leaves name the cells of the actuals to date.</summary>
    /// <param name="planned">The plan: the budget of the work, in the periods in which it is to be done.</param>
    /// <param name="earned">The budget of the work that is done, in the periods in which it was.</param>
    /// <param name="actual">The actuals.</param>
    /// <param name="scope">The centers and elements of the project.</param>
    /// <param name="range">The periods of the project, both ends inclusive.</param>
    /// <param name="through">The last period of the status, one of the range.</param>
    /// <param name="method">How the work that is left is seen.</param>
    /// <returns>Null when there is no estimate at completion.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is none of the range, the calendar
    /// lacks an end of it, a sum is negative, or <paramref name="method"/> is none.</exception>
    /// <exception cref="KeyNotFoundException">A cube has no such center or element.</exception>
    /// <exception cref="InvalidOperationException">A range or period is a default value.</exception>
    public static VarianceNode? Analyze(
        Cube planned,
        Cube earned,
        Cube actual,
        CostScope scope,
        FiscalPeriodRange range,
        FiscalPeriod through,
        EstimateMethod method)
    {
        VarianceNode? tree = FromLayers(planned, earned, actual, scope, range, through)
            .AtCompletion(method, planned.Space.Currency);
        ImmutableArray<CubeCell> cells = scope.Cells(actual, ToDate(range, through));
        return tree is null
            ? null
            : new InputCells().With(cells.Select(cell => cell.Address), "actual cost").In(tree);
    }

    private static FiscalPeriodRange ToDate(FiscalPeriodRange range, FiscalPeriod through) =>
        range.Contains(through)
            ? new FiscalPeriodRange(range.From, through)
            : throw new ArgumentOutOfRangeException(nameof(through), through, $"A period of {range} was expected.");
}
