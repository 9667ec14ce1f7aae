using CostCenters.Cubes;

namespace CostCenters.Reports;

/// <summary>Counts and adds up findings by kind, and keeps the largest of each.</summary>
/// <param name="largest">How many of each kind to keep.</param>
internal sealed class FindingTally(int largest)
{
    private static readonly FindingKind[] Kinds = Enum.GetValues<FindingKind>();

    private readonly long[] counts = new long[Kinds.Length];
    private readonly Int128[] sums = new Int128[Kinds.Length];

    /// <summary>By falling magnitude; of equal ones the earlier comes first.</summary>
    private readonly List<FoundAmount>[] kept = [.. Kinds.Select(_ => new List<FoundAmount>())];

    public void Add(FoundAmount amount)
    {
        int kind = (int)amount.Kind;
        counts[kind]++;
        sums[kind] += amount.Amount;
        Keep(kept[kind], amount);
    }

    /// <summary>Adds the tally of findings that come after those of this one.</summary>
    public void Add(FindingTally later)
    {
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            counts[kind] += later.counts[kind];
            sums[kind] += later.sums[kind];
            foreach (FoundAmount amount in later.kept[kind])
            {
                Keep(kept[kind], amount);
            }
        }
    }

    public FindingSummary ToSummary(CubeSpace space) =>
        new([
            .. Kinds.Where(kind => counts[(int)kind] > 0).Select(kind => new FindingGroup(
                kind,
                counts[(int)kind],
                space.Scale.ToDecimal(sums[(int)kind]),
                [.. kept[(int)kind].Select(amount => amount.ToFinding(space))])),
        ]);

    private void Keep(List<FoundAmount> list, FoundAmount amount)
    {
        Int128 magnitude = Int128.Abs(amount.Amount);
        int place = list.Count;
        while (place > 0 && Int128.Abs(list[place - 1].Amount) < magnitude)
        {
            place--;
        }

        if (place < largest)
        {
            if (list.Count == largest)
            {
                list.RemoveAt(largest - 1);
            }

            list.Insert(place, amount);
        }
    }
}
