using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>The drivers that rules send by, each with its receivers, period by period.</summary>
/// <remarks>The lines may come in any order. Immutable.</remarks>
public sealed class DriverTable
{
    private readonly ILookup<KeyFigureCode, DriverLine> lines;

    private DriverTable(ILookup<KeyFigureCode, DriverLine> lines) => this.lines = lines;

    /// <summary>Creates a table.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is null.</exception>
    /// <exception cref="AllocationException">Two lines of a driver and receiver have a period in common.</exception>
    public static DriverTable Create(IEnumerable<DriverLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        DriverLine[] all = [.. lines];
        if (all.Contains(null!))
        {
            throw new ArgumentException("A line is null.", nameof(lines));
        }

        AllocationFault[] faults =
        [
            .. all.GroupBy(line => (line.Driver, line.Receiver))
                .SelectMany(group => PeriodValidity.Overlaps(group, line => line.Validity))
                .Select(pair => new AllocationFault(
                    AllocationFaultKind.OverlappingValidity,
                    pair.Later.Receiver,
                    pair.Later.Receiver,
                    $"Driver '{pair.Later.Driver}' has two values for '{pair.Later.Receiver}', {pair.Earlier.Validity} "
                    + $"and {pair.Later.Validity}; end one where the other begins.")),
        ];
        return faults.Length > 0
            ? throw new AllocationException(faults)
            : new DriverTable(all.ToLookup(line => line.Driver));
    }

    /// <summary>The receivers of a driver in a period; none where no line counts.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="period">The period.</param>
    public IEnumerable<AllocationDriver> At(KeyFigureCode driver, FiscalPeriod period) => lines[driver]
        .Where(line => line.Validity.Contains(period))
        .Select(line => new AllocationDriver(line.Receiver, line.Value));
}
