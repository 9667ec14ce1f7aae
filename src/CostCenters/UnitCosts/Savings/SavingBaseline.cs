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
    private readonly CenterCode[] centers;
    private readonly Figure rate;
    private readonly Figure meanDriver;

    private SavingBaseline(
        Improvement improvement, KeyFigureTable figures, CenterCode[] centers, Figure rate, Figure meanDriver)
    {
        this.improvement = improvement;
        this.figures = figures;
        this.centers = centers;
        this.rate = rate;
        this.meanDriver = meanDriver;
    }

    public static SavingBaseline Of(Improvement improvement, KeyFigureTable figures, CenterCode[] centers)
    {
        FiscalCalendar calendar = figures.Calendar;
        Fraction driver = Fraction.Zero;
        Fraction volume = Fraction.Zero;
        int regular = 0;
        bool isThere = false;
        foreach (FiscalPeriod period in calendar.Enumerate(improvement.Baseline))
        {
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
            Figure.Quotient(all, Figure.Of(Fraction.Of(regular))));
    }

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
        KeyFigureTable figures, KeyFigureCode code, CenterCode[] centers, FiscalPeriod period) =>
        figures.Read(code, centers, new FiscalPeriodRange(period, period));

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
