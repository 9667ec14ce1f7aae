using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>A network by chance, the same for the same numbers: the first centers send, each to so many receivers.
/// </summary>
/// <remarks>One receiver at least is no sender, so that every circle is left.</remarks>
internal sealed class ServiceNetwork
{
    private static readonly DriverRules Refuse =
        new(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse);

    private readonly Random random = new(7);

    public ServiceNetwork(int centers, int senders, int receivers)
    {
        Centers = [.. Enumerable.Range(0, centers).Select(center => new CenterCode($"C{center:000000}"))];
        Costs = NextCosts();
        Drivers = new Dictionary<int, int>[senders];
        for (int sender = 0; sender < senders; sender++)
        {
            var lines = new Dictionary<int, int> { [random.Next(senders, centers)] = random.Next(1, 200) };
            while (lines.Count < receivers)
            {
                lines[random.Next(centers)] = random.Next(1, 200);
            }

            Drivers[sender] = lines;
        }
    }

    public CenterCode[] Centers { get; }

    public CenterCost[] Costs { get; }

    /// <summary>By sender, the number of each receiver with its driver.</summary>
    public Dictionary<int, int>[] Drivers { get; }

    /// <summary>Costs of another period.</summary>
    public CenterCost[] NextCosts() =>
        [.. Centers.Select(center => new CenterCost(center, random.Next(100_000_000) / 100m))];

    public AllocationNetwork Create() => AllocationNetwork.Create(
        Currency.Eur,
        new DecimalScale(2),
        Costs,
        Drivers.Select((lines, sender) => new AllocationSender(
            Centers[sender],
            DriverBasis.Weights,
            lines.Select(line => new AllocationDriver(Centers[line.Key], line.Value)))),
        Refuse);

    /// <summary>The equations of the senders as a full matrix, with their costs as the last column.</summary>
    public double[,] ToMatrix()
    {
        double[,] matrix = new double[Drivers.Length, Drivers.Length + 1];
        for (int sender = 0; sender < Drivers.Length; sender++)
        {
            matrix[sender, sender] += 1;
            matrix[sender, Drivers.Length] = (double)Costs[sender].Amount;
            double all = Drivers[sender].Values.Sum();
            foreach (var (receiver, driver) in Drivers[sender].Where(line => line.Key < Drivers.Length))
            {
                matrix[receiver, sender] -= driver / all;
            }
        }

        return matrix;
    }
}
