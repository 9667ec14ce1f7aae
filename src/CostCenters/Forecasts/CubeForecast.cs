using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Forecasts;

/// <summary>What a year will come to, as a cube like that of a budget, which any report reads.</summary>
/// <remarks>
/// <para>Up to the last period of actuals a forecast holds the actuals; after it, what a method expects. Periods before
/// the range, after it and adjustment periods to come are left empty. Amounts and quantities are forecast alike; a
/// quantity of which a part is not known is not forecast.</para>
/// <para>What is to come of a center and element is computed exactly, as a fraction; its periods are rounded so that
/// their sum is that figure, rounded once (cumulative rounding: each is what the periods up to it come to, less those
/// before).</para>
/// </remarks>
public static class CubeForecast
{
    private const int MostYearsBefore = 250;

    /// <summary>The actuals to date, and the budget of the rest.</summary>
    /// <param name="actual">The actuals.</param>
    /// <param name="budget">The budget, or another forecast.</param>
    /// <param name="range">What is forecast, such as the periods of a fiscal year.</param>
    /// <param name="lastActual">The last period of the actuals, within the range.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastActual"/> is not in the range, or the calendar
    /// lacks an end of it.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    public static Cube RestOfBudget(Cube actual, Cube budget, FiscalPeriodRange range, FiscalPeriod lastActual)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        CubeSpace space = CubeSpace.LaterOf(actual.Space, budget.Space, nameof(budget));
        actual = actual.In(space);
        var horizon = new ForecastHorizon(actual, range, lastActual);
        CubeBuilder builder = horizon.WithActuals();
        foreach (CubeCell cell in budget.In(space).Cells())
        {
            if (horizon.IsToCome(cell.Address.Period))
            {
                builder.Add(cell.Address, cell.Amount, cell.Quantity);
            }
        }

        return builder.Build();
    }

    /// <summary>The actuals to date, and for the rest as much in each period, or on each day, as there was so far.
    /// </summary>
    /// <param name="actual">The actuals.</param>
    /// <param name="range">What is forecast, such as the periods of a fiscal year.</param>
    /// <param name="lastActual">The last period of the actuals, within the range.</param>
    /// <param name="basis">Whether periods count alike, or by their days.</param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="actual"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastActual"/> is not in the range, the calendar
    /// lacks an end of it, or another argument is none of its values.</exception>
    /// <exception cref="OverflowException">A figure to come outgrows 64 bits.</exception>
    public static Cube RunRate(
        Cube actual,
        FiscalPeriodRange range,
        FiscalPeriod lastActual,
        RunRateBasis basis,
        MidpointRounding rounding)
    {
        _ = Monetary.InputRange.Rule(rounding);
        if (!Enum.IsDefined(basis))
        {
            throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no such basis.");
        }

        var horizon = new ForecastHorizon(actual, range, lastActual);
        CubeBuilder builder = horizon.WithActuals();
        var shape = ForecastShape.Of(horizon, period =>
            basis == RunRateBasis.Periods ? 1 : horizon.Calendar.DatesOf(period).Days);
        foreach (CellHistory history in horizon.Histories(actual))
        {
            if (!history.TryAddRest(builder, shape, shape, rounding))
            {
                throw new OverflowException(
                    $"What is to come of {horizon.CodesOf(history)} outgrows 64 bits.");
            }
        }

        return builder.Build();
    }

    /// <summary>The actuals to date, and for the rest what makes the year of the same shape as another: to come =
    /// actual to date × (the other's rest / the other's amount to date).</summary>
    /// <remarks>A center and element of which the other year has nothing to date, or a sum of 0, has no shape: the
    /// result names them, and <paramref name="shapeless"/> says what is expected of them.</remarks>
    /// <param name="actual">The actuals.</param>
    /// <param name="other">The figures that give the shape: the actuals of last year, or a budget.</param>
    /// <param name="yearsBefore">How many years before the range the shape lies: 1 for last year, 0 for a budget of the
    /// range itself.</param>
    /// <param name="range">What is forecast, such as the periods of a fiscal year.</param>
    /// <param name="lastActual">The last period of the actuals, within the range.</param>
    /// <param name="shapeless">What is expected where there is no shape.</param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastActual"/> is not in the range, the calendar
    /// lacks a period, or another argument is out of its bounds.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    public static ShapedForecast Shaped(
        Cube actual,
        Cube other,
        int yearsBefore,
        FiscalPeriodRange range,
        FiscalPeriod lastActual,
        ShapelessRest shapeless,
        MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNegative(yearsBefore);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yearsBefore, MostYearsBefore);
        _ = Monetary.InputRange.Rule(rounding);
        _ = Monetary.InputRange.Defined(shapeless);

        CubeSpace space = CubeSpace.LaterOf(actual.Space, other.Space, nameof(other));
        var horizon = new ForecastHorizon(actual.In(space), range, lastActual);
        CubeBuilder builder = horizon.WithActuals();
        Dictionary<(int, int), CellHistory> shapes = horizon.Histories(other.In(space), yearsBefore)
            .ToDictionary(history => (history.Center, history.Element));
        var even = ForecastShape.Of(horizon, _ => 1);
        var without = ImmutableArray.CreateBuilder<(CenterCode, ElementCode)>();
        var tooLarge = ImmutableArray.CreateBuilder<(CenterCode, ElementCode)>();
        foreach (CellHistory history in horizon.Histories(actual.In(space)))
        {
            if (shapes.Remove((history.Center, history.Element), out CellHistory? shape) && shape.HasShape)
            {
                Rest(history, shape.Amounts, shape.Quantities);
                continue;
            }

            without.Add(horizon.CodesOf(history));
            OwnRest(shape);
            if (shapeless == ShapelessRest.RunRate)
            {
                Rest(history, even, even);
            }
        }

        // What is left of the shapes has no actuals to date.
        foreach (CellHistory shape in shapes.Values.OrderBy(shape => (shape.Center, shape.Element)))
        {
            without.Add(horizon.CodesOf(shape));
            OwnRest(shape);
        }

        return new ShapedForecast(builder.Build(), without.ToImmutable(), tooLarge.ToImmutable());

        void OwnRest(CellHistory? shape) =>
            (shapeless == ShapelessRest.AsTheOther ? shape : null)?.AddOwnRest(builder);

        void Rest(CellHistory history, ForecastShape amounts, ForecastShape quantities)
        {
            if (!history.TryAddRest(builder, amounts, quantities, rounding))
            {
                tooLarge.Add(horizon.CodesOf(history));
            }
        }
    }

    /// <summary>Several forecasts weighed together: the sum of each cell × its weight, rounded once.</summary>
    /// <param name="forecasts">Forecasts of one space, each with its weight; the weights make 1.</param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="forecasts"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no forecast, one is null, or the weights do not make 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of its range, or <paramref name="rounding"/> is no
    /// rule.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    public static Cube Weighted(IEnumerable<(Cube Forecast, decimal Weight)> forecasts, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        _ = Monetary.InputRange.Rule(rounding);
        (Cube Forecast, decimal Weight)[] all = [.. forecasts];
        if (all.Length == 0
            || all.Any(part => part.Forecast is null)
            || Monetary.Fraction.Sum(all.Select(part => Monetary.InputRange.Figure(part.Weight, nameof(forecasts))))
                != Monetary.Fraction.One)
        {
            throw new ArgumentException("Forecasts whose weights make 1 were expected.", nameof(forecasts));
        }

        return WeightedCells.Sum(all, rounding);
    }
}
