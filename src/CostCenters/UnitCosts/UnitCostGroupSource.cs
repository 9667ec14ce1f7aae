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

    /// <summary>The periods in which the units are recorded.</summary>
    internal IEnumerable<FiscalPeriod> UnitPeriods(KeyFigureTable figures, FiscalPeriodRange periods) =>
        figures.RecordedIn(Units, Centers, periods);

    /// <summary>The group with the cost that no unit of it bears (all of it where units or input are 0), or what is
    /// missing.</summary>
    /// <param name="cube">The cost.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="unitPeriods">The periods in which a group has units, so that this one needs them too.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal GroupReading Read(
        Cube cube,
        KeyFigureTable figures,
        FiscalPeriodRange periods,
        IReadOnlySet<FiscalPeriod> unitPeriods,
        CancellationToken cancellation)
    {
        Figure cost = VariableCost.Read(cube, periods, cancellation);
        Figure units = Count(figures, Units, periods);
        UnitCostGap[] unitGaps = [.. GapsOf(
            UnitCostPart.Units, Units, units, figures.MissingOfEach(Units, Centers, periods, unitPeriods))];
        bool isIdle = units.Value is Fraction { IsZero: true };
        Figure input = Input is KeyFigureCode code ? Count(figures, code, periods) : units;
        IEnumerable<UnitCostGap> inputGaps = isIdle || Input is not KeyFigureCode counted
            ? []
            : GapsOf(UnitCostPart.Input, counted, input, MissingInput(figures, counted, periods));
        IEnumerable<UnitCostGap> costGaps = isIdle || cost.Value is not null
            ? []
            : [new UnitCostGap(UnitCostPart.VariableCost, Name, null, cost.Gap)];
        ImmutableArray<UnitCostGap> gaps = [.. unitGaps, .. costGaps, .. inputGaps];
        return gaps.IsEmpty
            ? Complete(figures.Catalog, units.Value!.Value, isIdle ? Fraction.Zero : input.Value!.Value, cost)
            : new GroupReading(
                null, unitGaps.Length > 0 ? Figure.Missing(unitGaps[0].Gap) : units, cost, Fraction.Zero, gaps);
    }

    private GroupReading Complete(KeyFigureCatalog catalog, Fraction units, Fraction input, Figure cost)
    {
        string unit = Input is KeyFigureCode counted ? catalog[counted].Unit : "units";
        return input.IsZero
            ? new GroupReading(
                UnitCostGroup.OfTotals(Name, units, unit, Fraction.Zero, Fraction.Zero),
                Figure.Of(units),
                cost,
                cost.Value is Fraction all ? all : Fraction.Zero,
                [])
            : new GroupReading(
                UnitCostGroup.OfTotals(Name, units, unit, input, cost.Value!.Value),
                Figure.Of(units),
                cost,
                Fraction.Zero,
                []);
    }

    private IEnumerable<UnitCostGap> GapsOf(
        UnitCostPart part, KeyFigureCode code, Figure figure, IEnumerable<MissingValue> missing) =>
        figure.Gap is FigureGap.None or FigureGap.Incomplete
            ? UnitCostGap.Of(part, Name, missing)
            : [new UnitCostGap(part, Name, code, figure.Gap)];

    private Figure Count(KeyFigureTable figures, KeyFigureCode figure, FiscalPeriodRange periods)
    {
        Figure count = figures.Read(figure, Centers, periods);
        return count.Value is Fraction { Sign: < 0 } negative
            ? throw new ArgumentException(
                $"'{figure}' of '{Name}' comes to {negative} in {periods}.", nameof(figures))
            : count;
    }

    /// <summary>The input that is lacking in periods with units or input; a center needs none where its units are
    /// 0.</summary>
    private IEnumerable<MissingValue> MissingInput(
        KeyFigureTable figures, KeyFigureCode input, FiscalPeriodRange periods)
    {
        HashSet<FiscalPeriod> needed = [.. figures.RecordedIn(input, Centers, periods)];
        needed.UnionWith(UnitPeriods(figures, periods).Where(period => !IsIdle(Centers, period)));
        return figures.MissingOfEach(input, Centers, periods, needed)
            .Where(value => value.Center is not CenterCode center || !IsIdle([center], value.Period));

        bool IsIdle(ImmutableArray<CenterCode> centers, FiscalPeriod period) =>
            figures.Read(Units, centers, new FiscalPeriodRange(period, period)).Value is Fraction { IsZero: true };
    }
}
