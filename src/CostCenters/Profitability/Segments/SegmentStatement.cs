using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What the segments of a company earn at each level of margin, and what is common to them.</summary>
/// <remarks>
/// <para>The rows are the company, then its segments, each followed by its parts, and last what is common. What belongs
/// to a segment with parts and to none of these is common to them.</para>
/// <para>Law: at every level and on every line the parts and what is common to them make the whole, exactly; read from
/// a cube, the company's profit is its revenue less its cost. Immutable.</para>
/// </remarks>
public sealed class SegmentStatement
{
    private SegmentStatement(ImmutableArray<SegmentRow> rows, ImmutableArray<SegmentFinding> findings)
    {
        Rows = rows;
        Findings = findings;
    }

    /// <summary>The rows, the company first.</summary>
    public ImmutableArray<SegmentRow> Rows { get; }

    /// <summary>What could not be told, by center and element in the order of the cube.</summary>
    public ImmutableArray<SegmentFinding> Findings { get; }

    /// <summary>The figures of the company.</summary>
    public SegmentMargins Company => Rows[0].Margins;

    /// <summary>What is common to the segments of the company.</summary>
    public SegmentMargins Common => Rows[^1].Margins;

    /// <summary>The row of a segment.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such segment.</exception>
    public SegmentRow this[string segment]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(segment);
            return Rows.FirstOrDefault(row => row.Kind == SegmentRowKind.Segment && row.Name == segment)
                ?? throw new KeyNotFoundException($"There is no segment '{segment}'.");
        }
    }

    /// <summary>A statement of given figures.</summary>
    /// <param name="segmentation">The segments; only their names and parents matter.</param>
    /// <param name="figures">Own figures of segments and of what is common; several of one name add up.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A figure is null, or of a segment that there is not.</exception>
    public static SegmentStatement Create(Segmentation segmentation, IEnumerable<SegmentFigures> figures)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(figures);
        var own = new SegmentMargins[segmentation.Segments.Length + 1];
        Array.Fill(own, SegmentMargins.Zero);
        foreach (SegmentFigures figure in figures)
        {
            int place = figure is null
                ? throw new ArgumentException("A figure is null.", nameof(figures))
                : figure.Segment is null ? own.Length - 1
                : segmentation.IndexOf(figure.Segment) is int known and >= 0 ? known
                : throw new ArgumentException($"There is no segment '{figure.Segment}'.", nameof(figures));
            own[place] = own[place].Plus(figure.Margins);
        }

        return Create(segmentation, own, Array.ConvertAll(own, _ => ImmutableArray<SegmentPart>.Empty), []);
    }

    /// <summary>A statement of a layer.</summary>
    /// <param name="cube">The amounts, such as the actuals with the charges of an allocation.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="segmentation">The segments.</param>
    /// <param name="responsibilities">Who answers for which element. A revenue needs no rule, nor does a variable or a
    /// secondary element; what else lacks one is a finding.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <remarks>An element of revenue stands on the line of revenue, a secondary one on that of allocated cost, a
    /// variable one on that of variable cost, and a mixed one by its variable share on both. A fixed cost is
    /// controllable or traceable as its rule says. Owners are those of the last day of the range.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two segments claim a cell, and neither is a part of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="periods"/> is <c>default</c>.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static SegmentStatement FromCube(
        Cube cube,
        FiscalPeriodRange periods,
        Segmentation segmentation,
        ResponsibilityTable responsibilities,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(responsibilities);
        SegmentSums[] sums = [.. Enumerable.Range(0, segmentation.Segments.Length + 1).Select(_ => new SegmentSums())];
        var reader = new SegmentReader(cube.Space, periods, responsibilities, cell =>
            segmentation.PlaceOf(cell.Center, cell.Element) is int place and >= 0 ? sums[place] : sums[^1]);
        foreach (CubeCell cell in cube.Cells().WithCancellation(cancellation))
        {
            if (periods.Contains(cell.Address.Period))
            {
                reader.Read(cell);
            }
        }

        return Create(
            segmentation,
            Array.ConvertAll(sums, sum => sum.Margins()),
            Array.ConvertAll(sums, sum => sum.Parts()),
            reader.Findings());
    }

    private static SegmentStatement Create(
        Segmentation segmentation,
        SegmentMargins[] own,
        ImmutableArray<SegmentPart>[] parts,
        ImmutableArray<SegmentFinding> findings)
    {
        int count = segmentation.Segments.Length;
        SegmentMargins[] whole = [.. own];
        for (int place = count - 1; place >= 0; place--)
        {
            int parent = segmentation.Parents[place];
            int above = parent < 0 ? count : parent;
            whole[above] = whole[above].Plus(whole[place]);
        }

        var rows = ImmutableArray.CreateBuilder<SegmentRow>();
        rows.Add(new SegmentRow(SegmentRowKind.Company, null, 0, whole[count], []));
        var open = new Stack<int>();
        for (int place = 0; place < count; place++)
        {
            Close(segmentation.Depths[place]);
            bool isLeaf = place + 1 == count || segmentation.Depths[place + 1] <= segmentation.Depths[place];
            rows.Add(new SegmentRow(
                SegmentRowKind.Segment,
                segmentation.Segments[place].Name,
                segmentation.Depths[place] + 1,
                whole[place],
                isLeaf ? parts[place] : []));
            if (!isLeaf)
            {
                open.Push(place);
            }
        }

        Close(0);
        rows.Add(new SegmentRow(SegmentRowKind.Common, null, 1, own[count], parts[count]));
        return new SegmentStatement(rows.ToImmutable(), findings);

        void Close(int depth)
        {
            while (open.TryPeek(out int last) && segmentation.Depths[last] >= depth)
            {
                _ = open.Pop();
                if (own[last] != SegmentMargins.Zero || !parts[last].IsEmpty)
                {
                    rows.Add(new SegmentRow(
                        SegmentRowKind.Common,
                        segmentation.Segments[last].Name,
                        segmentation.Depths[last] + 2,
                        own[last],
                        parts[last]));
                }
            }
        }
    }
}
