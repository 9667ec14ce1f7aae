using System.Text.Json.Serialization;

namespace CostCenters.Structure;

/// <summary>One center in a <see cref="CenterTree"/>.</summary>
public readonly record struct CenterTreeNode
{
    [JsonConstructor]
    internal CenterTreeNode(Center center, int parent, int depth)
    {
        Center = center;
        Parent = parent;
        Depth = depth;
    }

    /// <summary>The center; null only in <c>default(CenterTreeNode)</c>.</summary>
    public Center Center { get; }

    /// <summary>The place of the parent in <see cref="CenterTree.Nodes"/>, or -1 for a root.</summary>
    public int Parent { get; }

    /// <summary>0 for a root, one more for each generation.</summary>
    public int Depth { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CenterTreeNode), (nameof(Center), Center), (nameof(Parent), Parent), (nameof(Depth), Depth));
}
