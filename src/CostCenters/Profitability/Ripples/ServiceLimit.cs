using System.Collections.Immutable;
using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>What a center can put out in a period, who asks for how much of it, and who is served first.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ServiceLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="center">The center that serves.</param>
    /// <param name="capacity">What it can put out in a period, not negative.</param>
    /// <param name="demands">Who asks for how much, each once, in the order in which they are served; above 0.</param>
    /// <param name="rule">Who is served when it is not enough for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="demands"/> is null.</exception>
    /// <exception cref="ArgumentException">A receiver stands twice, or its demand is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 0, a demand is not above 0, a
    /// number is beyond 10^9 or has more than 8 decimals, or there is no such rule.</exception>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public ServiceLimit(
        CenterCode center, decimal capacity, IEnumerable<AllocationDriver> demands, ServingRule rule)
    {
        ArgumentNullException.ThrowIfNull(demands);
        _ = center.Value;
        if (capacity < 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity), capacity, $"The capacity of '{center}' is below 0.");
        }

        _ = InputRange.NotNegative(capacity);
        _ = InputRange.Defined(rule);
        Center = center;
        Capacity = capacity;
        Rule = rule;
        Demands = [.. demands];
        var receivers = new HashSet<CenterCode>();
        foreach (AllocationDriver demand in Demands)
        {
            _ = demand.Receiver.Value;
            if (demand.Value is not decimal units || !receivers.Add(demand.Receiver))
            {
                throw new ArgumentException(
                    $"'{demand.Receiver}' has no demand of '{center}', or stands twice.", nameof(demands));
            }

            _ = InputRange.Positive(units, nameof(demands));
        }
    }

    /// <summary>The center that serves.</summary>
    public CenterCode Center { get; }

    /// <summary>What it can put out in a period.</summary>
    public decimal Capacity { get; }

    /// <summary>Who asks for how much, in the order in which they are served.</summary>
    public ImmutableArray<AllocationDriver> Demands { get; }

    /// <summary>Who is served when it is not enough for all.</summary>
    public ServingRule Rule { get; }

    /// <summary>A limit whose demands are the drivers of an allocation.</summary>
    /// <param name="sender">The center that serves, with its drivers in the order in which receivers are served.
    /// </param>
    /// <param name="capacity">What it can put out in a period, in the unit of the drivers; not negative.</param>
    /// <param name="rule">Who is served when it is not enough for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sender"/> is null.</exception>
    /// <exception cref="ArgumentException">A receiver stands twice, or its driver is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 0, a driver is not above 0, a
    /// number is beyond 10^9 or has more than 8 decimals, or there is no such rule.</exception>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public static ServiceLimit FromSender(AllocationSender sender, decimal capacity, ServingRule rule)
    {
        ArgumentNullException.ThrowIfNull(sender);
        return new ServiceLimit(sender.Center, capacity, sender.Drivers, rule);
    }

    /// <summary>What each receiver gets of a capacity, in parts of its demand.</summary>
    internal Fraction[] Serve(Fraction capacity)
    {
        Fraction left = capacity.Sign < 0 ? Fraction.Zero : capacity;
        var demands = Demands.Select(demand => Fraction.Of(demand.Value!.Value)).ToArray();
        Fraction all = Fraction.Sum(demands);
        if (left >= all)
        {
            return Array.ConvertAll(demands, _ => Fraction.One);
        }

        return Rule == ServingRule.ProRata
            ? Array.ConvertAll(demands, _ => left / all)
            : Array.ConvertAll(demands, demand =>
            {
                Fraction served = left < demand ? left : demand;
                left -= served;
                return served / demand;
            });
    }
}
