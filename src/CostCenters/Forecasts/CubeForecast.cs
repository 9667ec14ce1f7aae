using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

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
        return RestOfBudget(
            budget.In(space), new ForecastHorizon(actual, range, lastActual), MidpointRounding.ToEven);
    }

    /// <summary>The actuals through a day, and the budget of the days after it. The period of the day holds its actuals
    /// and, of its budget, what falls on the days to come: budget × days to come / days, rounded.</summary>
    /// <param name="actual">The actuals through the day.</param>
    /// <param name="budget">The budget, or another forecast.</param>
    /// <param name="range">What is forecast, such as the periods of a fiscal year.</param>
    /// <param name="through">The last day of the actuals, within the range.</param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is not in the range, the calendar lacks
    /// an end of it, or <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="CubeSpaceMismatchException">The cubes are of different spaces.</exception>
    public static Cube RestOfBudget(
        Cube actual, Cube budget, FiscalPeriodRange range, LocalDate through, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        _ = InputRange.Rule(rounding);
        CubeSpace space = CubeSpace.LaterOf(actual.Space, budget.Space, nameof(budget));
        actual = actual.In(space);
        return RestOfBudget(budget.In(space), new ForecastHorizon(actual, range, through), rounding);
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
        _ = InputRange.Rule(rounding);
        if (!Enum.IsDefined(basis))
        {
            throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no such basis.");
        }

        return RunRate(actual, new ForecastHorizon(actual, range, lastActual), basis, rounding);
    }

    /// <summary>The actuals through a day, and for the days to come as much on each as there was so far. The period of
    /// the day holds its actuals and what is to come of it.</summary>
    /// <param name="actual">The actuals through the day.</param>
    /// <param name="range">What is forecast, such as the periods of a fiscal year.</param>
    /// <param name="through">The last day of the actuals, within the range.</param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="actual"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is not in the range, the calendar lacks
    /// an end of it, or <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">A figure to come outgrows 64 bits.</exception>
    public static Cube RunRate(Cube actual, FiscalPeriodRange range, LocalDate through, MidpointRounding rounding)
    {
        _ = InputRange.Rule(rounding);
        return RunRate(actual, new ForecastHorizon(actual, range, through), RunRateBasis.Days, rounding);
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
        _ = InputRange.Rule(rounding);
        _ = InputRange.Defined(shapeless);

        CubeSpace space = CubeSpace.LaterOf(actual.Space, other.Space, nameof(other));
        var horizon = new ForecastHorizon(actual.In(space), range, lastActual);
        CubeBuilder builder = horizon.WithActuals();
        Dictionary<(int, int), CellHistory> shapes = horizon.Histories(other.In(space), yearsBefore)
            .ToDictionary(history => (history.Center, history.Element));
        var even = ForecastShape.Of(horizon, RunRateBasis.Periods);
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
        _ = InputRange.Rule(rounding);
        (Cube Forecast, decimal Weight)[] all = [.. forecasts];
        if (all.Length == 0
            || all.Any(part => part.Forecast is null)
            || Fraction.Sum(all.Select(part => InputRange.Figure(part.Weight, nameof(forecasts))))
                != Fraction.One)
        {
            throw new ArgumentException("Forecasts whose weights make 1 were expected.", nameof(forecasts));
        }

        return WeightedCells.Sum(all, rounding);
    }

    private static Cube RunRate(Cube actual, ForecastHorizon horizon, RunRateBasis basis, MidpointRounding rounding)
    {
        CubeBuilder builder = horizon.WithActuals();
        var shape = ForecastShape.Of(horizon, basis);
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

    // Only the period of a last day that is not its own last is rounded.
    private static Cube RestOfBudget(Cube budget, ForecastHorizon horizon, MidpointRounding rounding)
    {
        CubeBuilder builder = horizon.WithActuals();
        DecimalScale scale = budget.Space.Scale;
        foreach (CubeCell cell in budget.Cells())
        {
            FiscalPeriod period = cell.Address.Period;
            if (horizon.IsToCome(period))
            {
                int days = horizon.Calendar.DatesOf(period).Days;
                int toCome = horizon.DaysToCome(period);
                builder.Add(
                    cell.Address,
                    toCome == days ? cell.Amount : Part(cell.Amount, toCome, days, scale.Digits),
                    toCome == days || cell.Quantity is not decimal quantity
                        ? cell.Quantity
                        : Part(quantity, toCome, days, DecimalScale.Quantity.Digits));
            }
        }

        return builder.Build();

        decimal Part(decimal amount, int toCome, int days, int digits) =>
            (Fraction.Of(amount) * Fraction.Of(toCome) / Fraction.Of(days)).RoundTo(digits, rounding);
    }
}
