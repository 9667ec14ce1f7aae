using CostCenters.Structure;

namespace CostCenters.Reporting.Lines;

/// <summary>The rows of one center, or all rows of a report that is not by center.</summary>
internal sealed class LineGroup
{
    public LineGroup(CenterTreeNode? node, string name, int depth, int parent, int start, int count, bool isOwn)
    {
        Node = node;
        Name = name;
        Depth = depth;
        Parent = parent;
        Start = start;
        Count = count;
        IsOwn = isOwn;
    }

    /// <summary>The center; null in a report that is not by center.</summary>
    public CenterTreeNode? Node { get; }

    /// <summary>The name of the center on the day of the report's tree.</summary>
    public string Name { get; }

    public string Code => Node?.Center.Code.Value ?? "";

    /// <summary>How far below the outermost group that is shown.</summary>
    public int Depth { get; }

    /// <summary>The group of the nearest center above that is shown, or -1.</summary>
    public int Parent { get; }

    /// <summary>The first row in <see cref="ReportLines.Rows"/>.</summary>
    public int Start { get; }

    public int Count { get; }

    /// <summary>Whether these are the own amounts of the center of the group before, without its children's.</summary>
    public bool IsOwn { get; }

    /// <summary>One past the last group below this one.</summary>
    public int End { get; set; }

    public bool HasParts(int index) => End > index + 1;
}
