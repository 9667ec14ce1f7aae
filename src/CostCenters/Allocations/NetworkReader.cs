using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Reads centers and senders into numbers, and collects all faults and findings on the way.</summary>
internal sealed class NetworkReader(DecimalScale scale, DriverRules rules)
{
    private readonly List<CenterCode> centers = [];
    private readonly List<long> counts = [];
    private readonly Dictionary<CenterCode, int> indexes = [];
    private readonly List<AllocationFault> faults = [];
    private readonly List<AllocationFinding> findings = [];
    private CostPool?[] pools = [];

    public ImmutableArray<CenterCode> Centers => [.. centers];

    public IReadOnlyDictionary<CenterCode, int> Indexes => indexes;

    public ImmutableArray<long> Counts => [.. counts];

    public ImmutableArray<CostPool?> Pools => [.. pools];

    /// <summary>Whether each center was named as a sender.</summary>
    public ImmutableArray<bool> IsNamed { get; private set; }

    public ImmutableArray<AllocationFinding> Findings => [.. findings];

    public void AddCenter(CenterCost cost)
    {
        if (!indexes.TryAdd(cost.Center, centers.Count))
        {
            Refuse(AllocationFaultKind.Duplicate, cost.Center, null, "stands twice among the costs; add them up");
            return;
        }

        centers.Add(cost.Center);
        counts.Add(CountOf(cost.Center, null, cost.Amount));
    }

    /// <exception cref="AllocationException">Something is at fault.</exception>
    public void AddSenders(IEnumerable<AllocationSender> senders)
    {
        pools = new CostPool?[centers.Count];
        foreach (AllocationSender sender in senders.OrderBy(sender => Position(sender.Center)))
        {
            if (!indexes.TryGetValue(sender.Center, out int index))
            {
                Refuse(AllocationFaultKind.UnknownCenter, sender.Center, null, "sends, and has no cost; give it one");
            }
            else if (pools[index] is not null)
            {
                Refuse(AllocationFaultKind.Duplicate, sender.Center, null, "is a sender twice; join its drivers");
            }
            else
            {
                pools[index] = PoolOf(sender);
            }
        }

        if (faults.Count > 0)
        {
            throw new AllocationException(faults);
        }

        IsNamed = [.. pools.Select(pool => pool is not null)];

        // A sender of which nothing is left is no sender: what it costs stays with it.
        pools = Array.ConvertAll(pools, pool => pool is { IsFixed: false, Lines.Length: 0 } ? null : pool);
    }

    private CostPool PoolOf(AllocationSender sender)
    {
        AllocationDriver[] drivers = [.. sender.Drivers.OrderBy(driver => Position(driver.Receiver))];
        bool isFixed = sender.Basis == DriverBasis.FixedAmounts;
        bool even = false;
        var lines = new List<(int Receiver, Fraction Value)>();
        var seen = new HashSet<CenterCode>();
        foreach (AllocationDriver driver in drivers)
        {
            if (!indexes.TryGetValue(driver.Receiver, out int receiver))
            {
                Refuse(
                    AllocationFaultKind.UnknownCenter,
                    sender.Center,
                    driver.Receiver,
                    $"charges '{driver.Receiver}', which has no cost; give it one, 0 if it only receives");
            }
            else if (!seen.Add(driver.Receiver))
            {
                Refuse(
                    AllocationFaultKind.Duplicate,
                    sender.Center,
                    driver.Receiver,
                    $"charges '{driver.Receiver}' twice; add the drivers up");
            }
            else
            {
                even |= Treat(sender, driver);
                decimal value = Math.Max(driver.Value ?? 0m, 0m);
                lines.Add((
                    receiver,
                    isFixed ? Fraction.OfWhole(CountOf(sender.Center, driver.Receiver, value)) : Fraction.Of(value)));
            }
        }

        CheckWhole(sender, drivers, even);
        even |= !isFixed && lines.Count > 0 && lines.All(line => line.Value.IsZero) && TreatZero(sender);
        return new CostPool(
            isFixed,
            [.. lines.Select(line => (line.Receiver, even ? Fraction.One : line.Value))
                .Where(line => !line.Item2.IsZero)]);
    }

    /// <summary>Whether all receivers count alike because of a driver.</summary>
    private bool Treat(AllocationSender sender, AllocationDriver driver)
    {
        if (driver.Value is >= 0m)
        {
            return false;
        }

        bool isMissing = driver.Value is null;
        DriverTreatment treatment = isMissing ? rules.Missing : rules.Negative;
        if (treatment == DriverTreatment.Refuse
            || (treatment == DriverTreatment.Even && sender.Basis == DriverBasis.FixedAmounts))
        {
            Refuse(
                isMissing ? AllocationFaultKind.MissingDriver : AllocationFaultKind.NegativeDriver,
                sender.Center,
                driver.Receiver,
                isMissing
                    ? $"has no driver for '{driver.Receiver}'; give it, or name another rule for missing drivers"
                    : $"has a negative driver for '{driver.Receiver}'; correct it, or name another rule for them");
            return false;
        }

        findings.Add(new AllocationFinding(
            isMissing ? AllocationFindingKind.MissingDriver : AllocationFindingKind.NegativeDriver,
            sender.Center,
            driver.Receiver,
            treatment,
            null));
        return treatment == DriverTreatment.Even;
    }

    private bool TreatZero(AllocationSender sender)
    {
        if (rules.Zero == DriverTreatment.Refuse)
        {
            Refuse(
                AllocationFaultKind.ZeroDrivers,
                sender.Center,
                null,
                "has drivers of 0 alone; correct them, or name another rule for zero drivers");
            return false;
        }

        findings.Add(new AllocationFinding(
            AllocationFindingKind.ZeroDrivers, sender.Center, null, rules.Zero, null));
        return rules.Zero == DriverTreatment.Even;
    }

    private void CheckWhole(AllocationSender sender, AllocationDriver[] drivers, bool isEven)
    {
        if (drivers.Length == 0)
        {
            Refuse(AllocationFaultKind.NoReceiver, sender.Center, null, "has no receiver; name one");
        }
        else if (sender.Basis == DriverBasis.Percentages && !isEven)
        {
            Fraction sum = Fraction.Sum(drivers.Select(driver => Fraction.Of(driver.Value ?? 0m)));
            if (sum != Fraction.Of(100m))
            {
                Refuse(
                    AllocationFaultKind.PercentagesNotHundred,
                    sender.Center,
                    null,
                    $"has percentages that make {sum}, not 100; correct them, or give weights");
            }
        }
    }

    private long CountOf(CenterCode center, CenterCode? receiver, decimal amount)
    {
        if (!scale.TryToCount(amount, out long count))
        {
            Refuse(
                AllocationFaultKind.TooFine,
                center,
                receiver,
                FormattableString.Invariant(
                    $"has the amount {amount}; at most {scale} decimals and a count of 64 bits were expected"));
        }

        return count;
    }

    private (int Index, CenterCode Code) Position(CenterCode center) =>
        indexes.TryGetValue(center, out int index) ? (index, default) : (int.MaxValue, center);

    private void Refuse(AllocationFaultKind kind, CenterCode center, CenterCode? receiver, string message) =>
        faults.Add(new AllocationFault(kind, center, receiver, $"Center '{center}' {message}."));
}
