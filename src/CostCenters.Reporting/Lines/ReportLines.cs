using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Reporting.Lines;

/// <summary>The rows of a report as they are shown: centers with their depth, and the own amounts of a center that has
/// children as a group of its own, so that what stands below a center adds up to it.</summary>
internal sealed class ReportLines
{
    private readonly VarianceReport report;
    private readonly List<VarianceRow> rows = [];
    private readonly List<LineGroup> groups = [];

    private ReportLines(VarianceReport report) => this.report = report;

    public ReportDimensions Dimensions => report.Dimensions;

    public bool ByCenter => Dimensions.HasFlag(ReportDimensions.Center);

    public bool ByElement => (Dimensions & (ReportDimensions.Element | ReportDimensions.ElementGroup)) != 0;

    public bool ByPeriod => Dimensions.HasFlag(ReportDimensions.Period);

    public Comparison Comparison => report.Comparison;

    public IReadOnlyList<VarianceRow> Rows => rows;

    public IReadOnlyList<LineGroup> Groups => groups;

    /// <summary>The groups that stand below no other.</summary>
    public IEnumerable<LineGroup> Outermost => groups.Where(group => group.Parent < 0);

    public static ReportLines Of(
        VarianceReport report, IEnumerable<VarianceRow>? shown, CancellationToken cancellation)
    {
        var lines = new ReportLines(report);
        var places = new List<int>();
        lines.ReadShown(
            (shown ?? report.Rows).Select(row => (row.Center, (VarianceRow?)row, false)), places, cancellation);
        if (lines.ByCenter && lines.groups.Exists(group => group.Parent >= 0))
        {
            lines.AddOwn(lines.PlacesWithOwnRow(shown is null, places), cancellation);
        }

        lines.SetEnds();
        return lines;
    }

    /// <summary>Lines whose own amounts and headings are among them already.</summary>
    /// <param name="report">The report that they are of.</param>
    /// <param name="shown">The center of each line, its figures or null for a heading, and whether these are what the
    /// center has of its own.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ReportLines OfLines(
        VarianceReport report,
        IEnumerable<(CenterTreeNode? Center, VarianceRow? Row, bool IsOwn)> shown,
        CancellationToken cancellation)
    {
        var lines = new ReportLines(report);
        lines.ReadShown(shown, [], cancellation);
        lines.SetEnds();
        return lines;
    }

    private void ReadShown(
        IEnumerable<(CenterTreeNode? Center, VarianceRow? Row, bool IsOwn)> shown,
        List<int> places,
        CancellationToken cancellation)
    {
        var above = new Stack<(int Group, int End)>();
        CenterTreeNode? node = null;
        foreach ((CenterTreeNode? of, VarianceRow? row, bool isOwn) in shown)
        {
            if (groups.Count == 0 || of?.Center != node?.Center || isOwn != groups[^1].IsOwn)
            {
                cancellation.ThrowIfCancellationRequested();
                CloseLast();
                node = of;
                int place = node is CenterTreeNode center ? report.Tree.PlaceOf(center.Center.Code) : 0;
                while (above.TryPeek(out var outer) && outer.End <= place)
                {
                    above.Pop();
                }

                int parent = above.TryPeek(out var nearest) ? nearest.Group : -1;
                groups.Add(new LineGroup(node, NameOf(node), above.Count, parent, rows.Count, 0, isOwn));
                places.Add(place);
                if (node is not null && !isOwn)
                {
                    above.Push((groups.Count - 1, report.Tree.EndOf(place)));
                }
            }

            if (row is VarianceRow figures)
            {
                rows.Add(figures);
            }
        }

        CloseLast();
    }

    private void CloseLast()
    {
        if (groups.Count > 0)
        {
            LineGroup last = groups[^1];
            groups[^1] = new LineGroup(
                last.Node, last.Name, last.Depth, last.Parent, last.Start, rows.Count - last.Start, last.IsOwn);
        }
    }

    private string NameOf(CenterTreeNode? node) => node?.Center.PlacedAt(report.Tree.AsOf).Name ?? "";

    /// <summary>The centers whose children are shown, all of them that have figures.</summary>
    private HashSet<int> PlacesWithOwnRow(bool showsAll, List<int> places)
    {
        HashSet<int> parents = [.. groups.Where(group => group.Parent >= 0).Select(group => places[group.Parent])];
        if (!showsAll)
        {
            HashSet<int> visible = [.. places];
            IEnumerable<int> hidden = report.Rows.Select(row => row.Center!.Value).Distinct()
                .Where(node => !visible.Contains(report.Tree.PlaceOf(node.Center.Code)))
                .Select(node => node.Parent);
            parents.ExceptWith(hidden);
        }

        return parents;
    }

    private void AddOwn(HashSet<int> parents, CancellationToken cancellation)
    {
        (int Start, int Count)[] own = ReadOwn(parents, cancellation);
        LineGroup[] shown = [.. groups];
        int[] moved = new int[shown.Length];
        groups.Clear();
        for (int index = 0; index < shown.Length; index++)
        {
            LineGroup group = shown[index];
            int parent = group.Parent < 0 ? -1 : moved[group.Parent];
            moved[index] = groups.Count;
            groups.Add(new LineGroup(
                group.Node, group.Name, group.Depth, parent, group.Start, group.Count, isOwn: false));
            (int start, int count) = own[group.Node!.Value.Center.Index];
            if (count > 0)
            {
                groups.Add(new LineGroup(
                    group.Node, group.Name, group.Depth + 1, moved[index], start, count, isOwn: true));
            }
        }
    }

    /// <summary>Adds the own rows of some centers behind all others, and tells for each center where its own are.
    /// </summary>
    private (int Start, int Count)[] ReadOwn(HashSet<int> parents, CancellationToken cancellation)
    {
        var own = new (int Start, int Count)[report.Tree.Nodes.Length];
        bool[] isParent = new bool[own.Length];
        foreach (int place in parents)
        {
            isParent[report.Tree.Nodes[place].Center.Index] = true;
        }

        var flat = VarianceReport.Create(
            report.Comparison, report.Tree.Flattened(), report.Dimensions, cancellation: cancellation);
        foreach (VarianceRow row in flat.Rows)
        {
            int center = row.Center!.Value.Center.Index;
            if (isParent[center])
            {
                own[center] = own[center].Count == 0 ? (rows.Count, 1) : (own[center].Start, own[center].Count + 1);
                rows.Add(row);
            }
        }

        return own;
    }

    private void SetEnds()
    {
        for (int index = groups.Count - 1; index >= 0; index--)
        {
            LineGroup group = groups[index];
            group.End = Math.Max(group.End, index + 1);
            if (group.Parent >= 0)
            {
                groups[group.Parent].End = Math.Max(groups[group.Parent].End, group.End);
            }
        }
    }
}
