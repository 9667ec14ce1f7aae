using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances;

namespace CostCenters.UnitCosts.Savings;

/// <summary>What an improvement really saved, period by period, and when it paid back.</summary>
/// <remarks>
/// <para>Baseline rate r0 = driver / volume over the baseline: a busier period is not held against the improvement, and
/// a quieter one not credited to it. With V0 and D0 a mean period of the baseline, and c the cost per unit, the change
/// of the driver's cost (D1 - D0) c = volume r0 (V1 - V0) c + improvement (D1 - r0 V1) c, exactly.</para>
/// <para>Nothing rounds. Values of later periods change no earlier row. Immutable.</para>
/// </remarks>
public sealed class SavingReport
{
    private SavingReport(Improvement improvement, ImmutableArray<SavingRow> rows)
    {
        Improvement = improvement;
        Rows = rows;
    }

    /// <summary>The improvement.</summary>
    public Improvement Improvement { get; }

    /// <summary>One row for each regular period since the start, in order.</summary>
    public ImmutableArray<SavingRow> Rows { get; }

    /// <summary>The first period by which the net savings have reached the investment; null while they have not.
    /// </summary>
    public FiscalPeriod? PaidBackIn =>
        Rows.FirstOrDefault(row => row.Cumulative >= Improvement.Investment)?.Period;

    /// <summary>How many periods it took to pay back; null while the net savings have not reached the investment.
    /// </summary>
    public int? PaybackPeriods =>
        Rows.FirstOrDefault(row => row.Cumulative >= Improvement.Investment) is SavingRow row
            ? Rows.IndexOf(row) + 1
            : null;

    /// <summary>Measures an improvement.</summary>
    /// <param name="improvement">The improvement.</param>
    /// <param name="figures">The actual key figures.</param>
    /// <param name="centers">The centers whose key figures count.</param>
    /// <param name="through">The last period to measure.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="through"/> is before the start.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public static SavingReport Measure(
        Improvement improvement, KeyFigureTable figures, IEnumerable<CenterCode> centers, FiscalPeriod through)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(centers);
        CenterCode[] counted = [.. centers];
        FiscalCalendar calendar = figures.Calendar;
        Figure driver = figures.Read(improvement.Driver, counted, improvement.Baseline);
        Figure volume = figures.Read(improvement.Volume, counted, improvement.Baseline);
        int count = calendar.Enumerate(improvement.Baseline).Count(period => !calendar.IsAdjustment(period));
        var rows = ImmutableArray.CreateBuilder<SavingRow>();
        Fraction cumulative = Fraction.Zero;
        foreach (FiscalPeriod period in calendar.Enumerate(new FiscalPeriodRange(improvement.Start, through)))
        {
            if (calendar.IsAdjustment(period))
            {
                continue;
            }

            var only = new FiscalPeriodRange(period, period);
            SavingRow row = MeasurePeriod(
                improvement,
                period,
                (driver, volume, Fraction.Of(count)),
                (figures.Read(improvement.Driver, counted, only), figures.Read(improvement.Volume, counted, only)),
                cumulative);
            cumulative = row.Cumulative;
            rows.Add(row);
        }

        return new SavingReport(improvement, rows.ToImmutable());
    }

    private static SavingRow MeasurePeriod(
        Improvement improvement,
        FiscalPeriod period,
        (Figure Driver, Figure Volume, Fraction Periods) baseline,
        (Figure Driver, Figure Volume) actual,
        Fraction cumulative)
    {
        Figure rate = Figure.Quotient(baseline.Driver, baseline.Volume);
        Figure expected = Figure.Combine(rate, actual.Volume, (r0, v1) => Figure.Of(r0 * v1));
        Figure avoided = Figure.Combine(expected, actual.Driver, (without, d1) => Figure.Of(without - d1));
        Fraction cost = improvement.CostPerUnit;
        if (avoided.Value is not Fraction units)
        {
            return new SavingRow(period, avoided, avoided, avoided, cumulative, null);
        }

        Fraction saving = (units * cost) - improvement.RunningCost;
        Fraction without = expected.Value!.Value;
        return new SavingRow(
            period,
            avoided,
            Figure.Of(without * improvement.ExpectedReduction),
            Figure.Of(saving),
            cumulative + saving,
            Split(improvement, baseline.Driver.Value!.Value / baseline.Periods, without, actual.Driver.Value!.Value));
    }

    private static VarianceNode Split(Improvement improvement, Fraction before, Fraction without, Fraction actual)
    {
        Fraction cost = improvement.CostPerUnit;
        VarianceInput[] inputs =
        [
            new("driver in a mean period of the baseline", before, improvement.Driver.Value),
            new("driver expected without the improvement", without, improvement.Driver.Value),
            new("actual driver", actual, improvement.Driver.Value),
            new("cost per unit", cost, $"per {improvement.Driver}"),
        ];
        return VarianceNode.Whole(
            improvement.Name,
            (actual - before) * cost,
            "(actual driver - baseline driver) x cost per unit = (D1 - D0) c",
            inputs,
            [
                VarianceNode.Leaf(
                    "volume",
                    VarianceBasis.Cost,
                    (without - before) * cost,
                    "baseline rate x (actual volume - baseline volume) x cost per unit = r0 (V1 - V0) c",
                    inputs),
                VarianceNode.Leaf(
                    "improvement",
                    VarianceBasis.Cost,
                    (actual - without) * cost,
                    "(actual driver - baseline rate x actual volume) x cost per unit = (D1 - r0 V1) c",
                    inputs),
            ]);
    }
}
