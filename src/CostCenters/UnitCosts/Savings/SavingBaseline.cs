using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts.Savings;

/// <summary>What an improvement is measured against: the driver and its volume before it.</summary>
internal sealed class SavingBaseline
{
    private readonly Improvement improvement;
    private readonly KeyFigureTable figures;
    private readonly ImmutableArray<CenterCode> centers;
    private readonly Figure rate;
    private readonly Figure meanDriver;

    private SavingBaseline(
        Improvement improvement,
        KeyFigureTable figures,
        ImmutableArray<CenterCode> centers,
        Figure rate,
        Figure meanDriver,
        ImmutableArray<MissingValue> missing)
    {
        this.improvement = improvement;
        this.figures = figures;
        this.centers = centers;
        this.rate = rate;
        this.meanDriver = meanDriver;
        Missing = missing;
    }

    /// <summary>The values that periods of the baseline lack, which are left out of it.</summary>
    public ImmutableArray<MissingValue> Missing { get; }

    public static SavingBaseline Of(Improvement improvement, KeyFigureTable figures, ImmutableArray<CenterCode> centers)
    {
        FiscalCalendar calendar = figures.Calendar;
        Fraction driver = Fraction.Zero;
        Fraction volume = Fraction.Zero;
        var missing = new List<MissingValue>();
        int regular = 0;
        bool isThere = false;
        foreach (FiscalPeriod period in calendar.Enumerate(improvement.Baseline))
        {
            missing.AddRange(MissingIn(improvement, figures, centers, period));
            if (Read(figures, improvement.Driver, centers, period).Value is Fraction d
                && Read(figures, improvement.Volume, centers, period).Value is Fraction v)
            {
                driver += d;
                volume += v;
                regular += calendar.IsAdjustment(period) ? 0 : 1;
                isThere = true;
            }
        }

        Figure all = isThere ? Figure.Of(driver) : Figure.Missing(FigureGap.NoValue);
        return new SavingBaseline(
            improvement,
            figures,
            centers,
            Figure.Quotient(all, Figure.Of(volume)),
            Figure.Quotient(all, Figure.Of(Fraction.Of(regular))),
            [.. missing]);
    }

    /// <summary>The values that a period lacks; an adjustment period without any figure lacks none.</summary>
    public IEnumerable<MissingValue> MissingIn(FiscalPeriod period) =>
        MissingIn(improvement, figures, centers, period);

    public SavingRow Measure(FiscalPeriod period, Fraction cumulative)
    {
        Figure driver = Read(figures, improvement.Driver, centers, period);
        Figure volume = Read(figures, improvement.Volume, centers, period);
        Figure without = Figure.Combine(rate, volume, (r0, v1) => Figure.Of(r0 * v1));
        Figure avoided = Figure.Combine(without, driver, (expected, d1) => Figure.Of(expected - d1));
        if (avoided.Value is not Fraction units)
        {
            return new SavingRow(period, avoided, avoided, avoided, avoided, cumulative, null);
        }

        Fraction expectedUnits = without.Value!.Value * improvement.ExpectedReduction;
        Fraction saving = (units * improvement.CostPerUnit) - improvement.RunningCost;
        return new SavingRow(
            period,
            avoided,
            Figure.Of(expectedUnits),
            Figure.Of(saving),
            Figure.Of((expectedUnits * improvement.CostPerUnit) - improvement.RunningCost),
            cumulative + saving,
            meanDriver.Value is Fraction before ? Split(before, without.Value!.Value, driver.Value!.Value) : null);
    }

    private static Figure Read(
        KeyFigureTable figures, KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriod period) =>
        figures.ReadOfArea(code, centers, new FiscalPeriodRange(period, period));

    private static IEnumerable<MissingValue> MissingIn(
        Improvement improvement, KeyFigureTable figures, ImmutableArray<CenterCode> centers, FiscalPeriod period)
    {
        Figure[] read = [
            Read(figures, improvement.Driver, centers, period), Read(figures, improvement.Volume, centers, period)];
        bool isExpected = !figures.Calendar.IsAdjustment(period) || read.Any(figure => figure.Value is not null);
        return new[] { improvement.Driver, improvement.Volume }.Zip(read)
            .Where(pair => isExpected && pair.Second.Value is null)
            .SelectMany(pair => MissingOf(figures, pair.First, centers, period));
    }

    private static MissingValue[] MissingOf(
        KeyFigureTable figures, KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriod period)
    {
        MissingValue[] lacking =
            [.. figures.MissingOfArea(code, centers, new FiscalPeriodRange(period, period))];
        return lacking.Length > 0 ? lacking : [new MissingValue(code, null, period)];
    }

    private VarianceNode Split(Fraction before, Fraction without, Fraction actual)
    {
        Fraction cost = improvement.CostPerUnit;
        InputUnit driver = InputUnit.Of(improvement.Driver.Value);
        VarianceInput[] inputs =
        [
            new("driver in a mean period of the baseline", before, driver),
            new("driver expected without the improvement", without, driver),
            new("actual driver", actual, driver),
            new("cost per unit", cost, InputUnit.AnyMoney.Per(driver)),
        ];
        return VarianceNode.Whole(
            SavingReport.KeyOf(improvement),
            improvement.Name,
            (actual - before) * cost,
            "(actual driver - baseline driver) x cost per unit = (D1 - D0) c",
            inputs,
            [
                VarianceNode.Leaf(
                    SavingReport.VolumeKey,
                    "volume",
                    VarianceBasis.Cost,
                    (without - before) * cost,
                    "baseline rate x (actual volume - baseline volume) x cost per unit = r0 (V1 - V0) c",
                    inputs),
                VarianceNode.Leaf(
                    SavingReport.ImprovementKey,
                    "improvement",
                    VarianceBasis.Cost,
                    (actual - without) * cost,
                    "(actual driver - baseline rate x actual volume) x cost per unit = (D1 - r0 V1) c",
                    inputs),
            ]);
    }
}
