using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts;

/// <summary>Where a group of a unit cost comes from: its variable cost, and the key figures of its units and of the
/// input that they take.</summary>
/// <remarks>Immutable.</remarks>
public sealed class UnitCostGroupSource
{
    /// <summary>Names a group.</summary>
    /// <param name="name">The name, by which the group is found on the other side.</param>
    /// <param name="variableCost">The cost that moves with the units.</param>
    /// <param name="units">The key figure that counts the units.</param>
    /// <param name="input">The key figure that counts the input, such as minutes; null where none is counted, which
    /// makes every change of the cost of a unit one of price.</param>
    /// <param name="centers">The centers whose key figures count.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="variableCost"/> or <paramref name="centers"/> is
    /// null.</exception>
    public UnitCostGroupSource(
        string name,
        CostScope variableCost,
        KeyFigureCode units,
        KeyFigureCode? input,
        IEnumerable<CenterCode> centers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(variableCost);
        ArgumentNullException.ThrowIfNull(centers);
        Name = name;
        VariableCost = variableCost;
        Units = units;
        Input = input;
        Centers = [.. centers];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The cost that moves with the units.</summary>
    public CostScope VariableCost { get; }

    /// <summary>The key figure that counts the units.</summary>
    public KeyFigureCode Units { get; }

    /// <summary>The key figure that counts the input; null where none is counted.</summary>
    public KeyFigureCode? Input { get; }

    /// <summary>The centers whose key figures count, as given.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>The group with the cost that no unit of it bears (all of it where units or input are 0), or what is
    /// missing.</summary>
    internal GroupReading Read(Cube cube, KeyFigureTable figures, FiscalPeriodRange periods)
    {
        Figure cost = VariableCost.Read(cube, periods);
        Figure units = Count(figures, Units, periods);
        Figure input = Input is KeyFigureCode code ? InputOf(figures, code, periods) : units;
        bool isIdle = units.Value is Fraction { IsZero: true };
        bool isUnborne = isIdle || input.Value is Fraction { IsZero: true };
        var gaps = new List<UnitCostGap>();
        AddGap(UnitCostPart.Units, Units, units);
        if (!isIdle)
        {
            AddGap(UnitCostPart.VariableCost, null, cost);
            AddGap(UnitCostPart.Input, Input, Input is null ? Figure.Of(Fraction.Zero) : input);
        }

        if (gaps.Count > 0)
        {
            return new GroupReading(null, units, cost, Fraction.Zero, [.. gaps]);
        }

        string unit = Input is KeyFigureCode counted ? figures.Catalog[counted].Unit : "units";
        return isUnborne
            ? new GroupReading(
                UnitCostGroup.OfTotals(Name, units.Value!.Value, unit, Fraction.Zero, Fraction.Zero),
                units,
                cost,
                cost.Value is Fraction all ? all : Fraction.Zero,
                [])
            : new GroupReading(
                UnitCostGroup.OfTotals(Name, units.Value!.Value, unit, input.Value!.Value, cost.Value!.Value),
                units,
                cost,
                Fraction.Zero,
                []);

        void AddGap(UnitCostPart part, KeyFigureCode? keyFigure, Figure figure)
        {
            if (figure.Gap != FigureGap.None)
            {
                gaps.Add(new UnitCostGap(part, Name, keyFigure, figure.Gap));
            }
        }
    }

    private Figure Count(KeyFigureTable figures, KeyFigureCode figure, FiscalPeriodRange periods)
    {
        Figure count = figures.Read(figure, Centers, periods);
        return count.Value is Fraction { Sign: < 0 } negative
            ? throw new ArgumentException(
                $"'{figure}' of '{Name}' comes to {negative} in {periods}.", nameof(figures))
            : count;
    }

    /// <summary>The input; missing where it is a flow without a value in a period that has units.</summary>
    private Figure InputOf(KeyFigureTable figures, KeyFigureCode input, FiscalPeriodRange periods)
    {
        bool isFlow = figures.Catalog[input].Kind == KeyFigureKind.Flow;
        IEnumerable<FiscalPeriod> checkedPeriods = isFlow ? figures.Calendar.Enumerate(periods) : [];
        foreach (FiscalPeriod period in checkedPeriods)
        {
            var alone = new FiscalPeriodRange(period, period);
            Figure read = figures.Read(input, Centers, alone);
            if (read.Value is null && figures.Read(Units, Centers, alone).Value is Fraction { IsZero: false })
            {
                return read;
            }
        }

        return Count(figures, input, periods);
    }
}
