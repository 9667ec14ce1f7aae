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

    /// <summary>The group, and the cost that no unit of it bears: all of it where there are no units or no input.
    /// </summary>
    internal (UnitCostGroup Group, Fraction Unborne) Read(
        Cube cube, KeyFigureTable figures, FiscalPeriodRange periods)
    {
        Fraction cost = VariableCost.Read(cube, periods).Value ?? Fraction.Zero;
        Fraction units = Count(Units);
        Fraction input = Input is KeyFigureCode code ? Count(code) : units;
        string unit = Input is KeyFigureCode counted ? figures.Catalog[counted].Unit : "units";
        bool isBorne = !units.IsZero && !input.IsZero;
        return isBorne
            ? (UnitCostGroup.OfTotals(Name, units, unit, input, cost), Fraction.Zero)
            : (UnitCostGroup.OfTotals(Name, units, unit, Fraction.Zero, Fraction.Zero), cost);

        // Absent units are no units here: the group is new, or it has vanished.
        Fraction Count(KeyFigureCode figure)
        {
            Fraction count = figures.Read(figure, Centers, periods).Value ?? Fraction.Zero;
            return count.Sign >= 0
                ? count
                : throw new ArgumentException(
                    $"'{figure}' of '{Name}' comes to {count} in {periods}.", nameof(figures));
        }
    }
}
