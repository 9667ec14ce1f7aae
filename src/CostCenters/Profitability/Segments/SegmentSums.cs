using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What was read of one segment, by line, element and who answers.</summary>
internal sealed class SegmentSums
{
    private readonly Dictionary<(SegmentLine Line, ElementCode Element, string? Answers), Sum> sums = [];

    public void Add(SegmentLine line, string? answers, decimal amount, Fraction share, CellAddress cell)
    {
        var key = (line, cell.Element, answers);
        if (!sums.TryGetValue(key, out Sum? sum))
        {
            sums.Add(key, sum = new Sum());
        }

        sum.Amount += Fraction.Of(amount) * share;
        sum.Cells.Add(cell);
    }

    public SegmentMargins Margins() =>
        SegmentMargins.Sum(sums.Select(sum => SegmentMargins.Of(sum.Key.Line, sum.Value.Amount)));

    public ImmutableArray<SegmentPart> Parts() =>
    [
        .. sums.OrderBy(sum => sum.Key.Line).ThenBy(sum => sum.Key.Element)
            .ThenBy(sum => sum.Key.Answers, StringComparer.Ordinal)
            .Select(sum => new SegmentPart(
                sum.Key.Line, sum.Key.Element, sum.Key.Answers, sum.Value.Amount, [.. sum.Value.Cells])),
    ];

    private sealed class Sum
    {
        public Fraction Amount { get; set; }

        public List<CellAddress> Cells { get; } = [];
    }
}
