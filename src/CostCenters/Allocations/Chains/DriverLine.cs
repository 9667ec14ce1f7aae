using CostCenters.Allocations.Activities;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>How much of a driver one receiver has, and in which periods.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record DriverLine
{
    /// <summary>Creates a line.</summary>
    /// <param name="driver">The driver, such as heads or workstations.</param>
    /// <param name="receiver">The center that is charged.</param>
    /// <param name="value">A weight, a percentage or an amount, as the rule's sender says; null when it is not known.
    /// </param>
    /// <param name="validity">The periods in which it counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    public DriverLine(
        KeyFigureCode driver, CenterCode receiver, decimal? value, PeriodValidity validity = default)
    {
        if (value is decimal known)
        {
            _ = InputRange.Amount(known, nameof(value));
        }

        Driver = driver;
        Receiver = receiver;
        Value = value;
        Validity = validity;
    }

    /// <summary>The driver.</summary>
    public KeyFigureCode Driver { get; }

    /// <summary>The center that is charged.</summary>
    public CenterCode Receiver { get; }

    /// <summary>The value, or null when it is not known, which is not 0.</summary>
    public decimal? Value { get; }

    /// <summary>The periods in which it counts.</summary>
    public PeriodValidity Validity { get; }

    /// <summary>The values of a key figure, such as heads, square metres or capacity: a line for each receiver and
    /// period.</summary>
    /// <param name="driver">The key figure, and the driver.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="receivers">The receivers; one without a value has a missing driver.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A value is a quotient without an end, such as a third.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is beyond 10^15, or the calendar lacks an end of the
    /// range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public static IEnumerable<DriverLine> FromKeyFigure(
        KeyFigureCode driver, KeyFigureTable figures, IEnumerable<CenterCode> receivers, FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(receivers);
        CenterCode[] centers = [.. receivers];
        return
        [
            .. figures.Calendar.Enumerate(periods).SelectMany(period => AllocationSender
                .FromKeyFigure(default, figures, driver, centers, new FiscalPeriodRange(period, period)).Drivers
                .Select(line => new DriverLine(driver, line.Receiver, line.Value, PeriodValidity.In(period)))),
        ];
    }

    /// <summary>The amounts of a cube, such as the salaries of each receiver: a line for each receiver and period.
    /// </summary>
    /// <param name="driver">The name of the driver.</param>
    /// <param name="amounts">The cube.</param>
    /// <param name="elements">The elements that are added up, each once counted.</param>
    /// <param name="receivers">The receivers; one of which no cell holds anything has a missing driver.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum is beyond 10^15, or the calendar lacks an end of the range.
    /// </exception>
    /// <exception cref="KeyNotFoundException">There is no such element or center.</exception>
    public static IEnumerable<DriverLine> FromCube(
        KeyFigureCode driver,
        Cube amounts,
        IEnumerable<ElementCode> elements,
        IEnumerable<CenterCode> receivers,
        FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(receivers);
        ElementCode[] codes = [.. elements];
        CenterCode[] centers = [.. receivers];
        return
        [
            .. amounts.Space.Calendar.Enumerate(periods).SelectMany(period => AllocationSender
                .FromCube(default, amounts, codes, centers, new FiscalPeriodRange(period, period)).Drivers
                .Select(line => new DriverLine(driver, line.Receiver, line.Value, PeriodValidity.In(period)))),
        ];
    }

    /// <summary>Charges at plan prices, as fixed amounts: internal activity allocation.</summary>
    /// <remarks>What the sender costs more or less than it charges stays with it: under- or over-recovery.</remarks>
    /// <param name="driver">The name of the driver.</param>
    /// <param name="charges">The charges.</param>
    /// <param name="scale">The decimals of the amounts.</param>
    /// <param name="rounding">Where an amount halfway between two goes.</param>
    /// <param name="validity">The periods in which they count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="charges"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounding"/> is no rule, or a charge is beyond
    /// 10^15.</exception>
    public static IEnumerable<DriverLine> FromCharges(
        KeyFigureCode driver,
        DualRate charges,
        DecimalScale scale,
        MidpointRounding rounding,
        PeriodValidity validity)
    {
        ArgumentNullException.ThrowIfNull(charges);
        return
        [
            .. charges.ToSender(default, scale, rounding).Drivers
                .Select(line => new DriverLine(driver, line.Receiver, line.Value, validity)),
        ];
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(DriverLine),
        (nameof(Driver), Driver),
        (nameof(Receiver), Receiver),
        (nameof(Value), Value),
        (nameof(Validity), Validity));
}
