using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Reads centers and senders into numbers, and collects all faults and findings on the way.</summary>
internal sealed class NetworkReader(DecimalScale scale, DriverRules rules)
{
    private static readonly Comparer<AllocationDriver> ByReceiver =
        Comparer<AllocationDriver>.Create((left, right) => left.Receiver.CompareTo(right.Receiver));

    private static readonly DriverRules NoRules =
        new(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse);

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

    /// <summary>The costs of known centers, in counts by the number of the center.</summary>
    /// <exception cref="AllocationException">Something is at fault.</exception>
    public static ImmutableArray<long> Costs(
        DecimalScale scale,
        ImmutableArray<CenterCode> centers,
        IReadOnlyDictionary<CenterCode, int> indexes,
        IEnumerable<CenterCost> costs)
    {
        var reader = new NetworkReader(scale, NoRules);
        foreach (CenterCost cost in costs)
        {
            reader.AddCenter(cost);
            if (!indexes.ContainsKey(cost.Center))
            {
                reader.Refuse(AllocationFaultKind.UnknownCenter, cost.Center, null, "is not one of the network");
            }
        }

        foreach (CenterCode missing in centers.Where(center => !reader.indexes.ContainsKey(center)))
        {
            reader.Refuse(AllocationFaultKind.UnknownCenter, missing, null, "has no cost; give it one, 0 for none");
        }

        return reader.faults.Count > 0
            ? throw new AllocationException(reader.faults)
            : [.. centers.Select(center => reader.counts[reader.indexes[center]])];
    }

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
        pools = Array.ConvertAll(pools, pool => pool is { IsFixed: false, Receivers.Length: 0 } ? null : pool);
    }

    private CostPool PoolOf(AllocationSender sender)
    {
        bool isFixed = sender.Basis == DriverBasis.FixedAmounts;
        var (receivers, drivers) = InOrder(sender);
        decimal[] values = new decimal[drivers.Length];
        bool even = false;
        for (int line = 0; line < drivers.Length; line++)
        {
            AllocationDriver driver = drivers[line];
            values[line] = Math.Max(driver.Value ?? 0m, 0m);
            if (receivers[line] == int.MaxValue)
            {
                Refuse(
                    AllocationFaultKind.UnknownCenter,
                    sender.Center,
                    driver.Receiver,
                    $"charges '{driver.Receiver}', which has no cost; give it one, 0 if it only receives");
            }
            else if (line > 0 && receivers[line] == receivers[line - 1])
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
            }
        }

        CheckWhole(sender, drivers, even);
        even |= !isFixed && drivers.Length > 0 && Array.TrueForAll(values, value => value == 0m) && TreatZero(sender);
        if (even)
        {
            Array.Fill(values, 1m);
        }

        Int128[] weights = isFixed
            ? [.. values.Select((value, line) => CountOf(sender.Center, drivers[line].Receiver, value))]
            : Whole(values);
        int[] used = [.. Enumerable.Range(0, weights.Length).Where(line => weights[line] != 0)];
        return new CostPool(
            isFixed, Array.ConvertAll(used, line => receivers[line]), Array.ConvertAll(used, line => weights[line]));
    }

    /// <summary>The drivers of a sender in the order of their receivers, with the numbers of these; unknown ones last.
    /// </summary>
    private (int[] Receivers, AllocationDriver[] Drivers) InOrder(AllocationSender sender)
    {
        AllocationDriver[] drivers = [.. sender.Drivers];
        int[] receivers = Array.ConvertAll(drivers, driver => indexes.GetValueOrDefault(driver.Receiver, int.MaxValue));
        Array.Sort(receivers, drivers);
        int unknown = Array.IndexOf(receivers, int.MaxValue);
        if (unknown >= 0)
        {
            Array.Sort(drivers, unknown, drivers.Length - unknown, ByReceiver);
        }

        return (receivers, drivers);
    }

    /// <summary>Numbers in the same proportions without decimals.</summary>
    private static Int128[] Whole(decimal[] values)
    {
        int decimals = values.Select(value => value.Scale).DefaultIfEmpty().Max();
        return Array.ConvertAll(values, value => (Int128)(value * PowersOfTen.Int64(decimals)));
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
