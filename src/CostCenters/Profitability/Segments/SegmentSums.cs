using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What was read of one segment, by line, element, who answers, and the share that counts.</summary>
internal sealed class SegmentSums
{
    private readonly
        Dictionary<(SegmentLine Line, ElementCode Element, string? Answers, Fraction Share), Sum> sums = [];

    /// <summary>Where cells of a line are added up.</summary>
    public Sum Of(SegmentLine line, ElementCode element, string? answers, Fraction share)
    {
        var key = (line, element, answers, share);
        if (!sums.TryGetValue(key, out Sum? sum))
        {
            sums.Add(key, sum = new Sum());
        }

        return sum;
    }

    public SegmentMargins Margins() =>
        SegmentMargins.Sum(sums.Select(sum => SegmentMargins.Of(sum.Key.Line, sum.Value.Amount * sum.Key.Share)));

    public ImmutableArray<SegmentPart> Parts() =>
    [
        .. sums.GroupBy(sum => (sum.Key.Line, sum.Key.Element, sum.Key.Answers))
            .OrderBy(group => group.Key.Line).ThenBy(group => group.Key.Element)
            .ThenBy(group => group.Key.Answers, StringComparer.Ordinal)
            .Select(group => new SegmentPart(
                group.Key.Line,
                group.Key.Element,
                group.Key.Answers,
                Fraction.Sum(group.Select(sum => sum.Value.Amount * sum.Key.Share)),
                [.. group.SelectMany(sum => sum.Value.Cells)])),
    ];

    /// <summary>Amounts of a cube; a decimal holds the sum of any number of them that fits into memory.</summary>
    public sealed class Sum
    {
        private decimal amount;

        public Fraction Amount => Fraction.Of(amount);

        public List<CellAddress> Cells { get; } = [];

        public void Add(decimal value, CellAddress cell)
        {
            amount += value;
            Cells.Add(cell);
        }
    }
}
