using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>A center whose cost pool is charged to others, and by what.</summary>
/// <remarks>Its pool is its own cost and what it is charged itself. Immutable.</remarks>
public sealed class AllocationSender
{
    /// <summary>Creates a sender.</summary>
    /// <param name="center">The center.</param>
    /// <param name="basis">What the values of the drivers are.</param>
    /// <param name="drivers">The receivers with their drivers, each receiver once, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="drivers"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is no basis.</exception>
    public AllocationSender(CenterCode center, DriverBasis basis, IEnumerable<AllocationDriver> drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        _ = InputRange.Defined(basis);
        Center = center;
        Basis = basis;
        Drivers = [.. drivers];
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What the values of the drivers are.</summary>
    public DriverBasis Basis { get; }

    /// <summary>The receivers with their drivers, as given.</summary>
    public ImmutableArray<AllocationDriver> Drivers { get; }

    /// <summary>A sender whose drivers are a key figure of its receivers, such as heads or square metres.</summary>
    /// <remarks>A receiver without a value has a missing driver, which the rules of the network treat.</remarks>
    /// <param name="center">The center.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="driver">The key figure.</param>
    /// <param name="receivers">The receivers, each with its own value.</param>
    /// <param name="periods">The periods of the values, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A value is a quotient without an end, such as a third, and no weight.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is beyond 10^15, or the calendar lacks an end of the
    /// range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    /// <exception cref="OverflowException">A value is beyond a decimal.</exception>
    public static AllocationSender FromKeyFigure(
        CenterCode center,
        KeyFigureTable figures,
        KeyFigureCode driver,
        IEnumerable<CenterCode> receivers,
        FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(receivers);
        return new AllocationSender(center, DriverBasis.Weights, receivers.Select(receiver =>
            new AllocationDriver(receiver, WeightOf(figures.Read(driver, [receiver], periods).Value, receiver))));
    }

    /// <summary>A sender whose drivers are amounts of a cube, such as the salaries of its receivers.</summary>
    /// <remarks>A receiver of which no cell holds anything has a missing driver, which the rules of the network treat.
    /// </remarks>
    /// <param name="center">The center.</param>
    /// <param name="amounts">The cube.</param>
    /// <param name="elements">The elements that are added up, each once counted.</param>
    /// <param name="receivers">The receivers, each with its own amounts.</param>
    /// <param name="periods">The periods that are added up, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum is beyond 10^15 or has more than 8 decimals, or the calendar
    /// lacks an end of the range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element or center.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    public static AllocationSender FromCube(
        CenterCode center,
        Cube amounts,
        IEnumerable<ElementCode> elements,
        IEnumerable<CenterCode> receivers,
        FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(receivers);
        ElementCode[] codes = [.. elements.Distinct()];
        ImmutableArray<FiscalPeriod> all = amounts.Space.Calendar.Enumerate(periods);
        return new AllocationSender(center, DriverBasis.Weights, receivers.Select(receiver =>
        {
            decimal? sum = null;
            foreach (FiscalPeriod period in all)
            {
                foreach (ElementCode element in codes)
                {
                    if (amounts.TryGet(new CellAddress(receiver, element, period), out CubeCell cell))
                    {
                        sum = (sum ?? 0m) + cell.Amount;
                    }
                }
            }

            return new AllocationDriver(receiver, sum);
        }));
    }

    private static decimal? WeightOf(Fraction? value, CenterCode receiver)
    {
        decimal? weight = value?.RoundTo(MoneyRange.MaxDecimals, MidpointRounding.ToZero);
        return weight is not decimal known || Fraction.Of(known) == value
            ? weight
            : throw new ArgumentException(
                $"The driver of '{receiver}' is {value}; a number with at most 8 decimals was expected.");
    }
}
