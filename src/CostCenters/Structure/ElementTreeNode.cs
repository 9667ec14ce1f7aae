using System.Text.Json.Serialization;

namespace CostCenters.Structure;

/// <summary>One element in an <see cref="ElementTree"/>.</summary>
public readonly record struct ElementTreeNode
{
    [JsonConstructor]
    internal ElementTreeNode(CostElement element, int number, int parent, int depth)
    {
        Element = element;
        Number = number;
        Parent = parent;
        Depth = depth;
    }

    /// <summary>The element; null only in <c>default(ElementTreeNode)</c>.</summary>
    public CostElement Element { get; }

    /// <summary>The number of the element in its chart.</summary>
    public int Number { get; }

    /// <summary>The place of the parent in <see cref="ElementTree.Nodes"/>, or -1 for a root.</summary>
    public int Parent { get; }

    /// <summary>0 for a root, one more for each generation.</summary>
    public int Depth { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ElementTreeNode),
        (nameof(Element), Element),
        (nameof(Number), Number),
        (nameof(Parent), Parent),
        (nameof(Depth), Depth));
}
