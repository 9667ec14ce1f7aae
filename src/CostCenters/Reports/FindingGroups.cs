using System.Collections.Immutable;
using System.Numerics;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Which elements are looked at together when findings are sought. Immutable.</summary>
/// <remarks>A group is of one nature: cost and revenue of one group of elements are two.</remarks>
internal sealed class FindingGroups
{
    private readonly ElementChart elements;
    private readonly int[]? groupOfElement;

    private FindingGroups(ElementChart elements, ImmutableArray<int> order, int[]? groupOfElement)
    {
        this.elements = elements;
        this.groupOfElement = groupOfElement;
        Order = order;
        Count = groupOfElement is null ? elements.Elements.Length : 2 * elements.Elements.Length;
    }

    /// <summary>All numbers of groups are less than this.</summary>
    public int Count { get; }

    /// <summary>The groups in the order of findings.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Each element by itself, by code.</summary>
    public static FindingGroups None(ElementChart elements) => new(elements, elements.IndexesByCode, null);

    /// <summary>The groups of a depth, in preorder, cost before revenue.</summary>
    public static FindingGroups At(ElementChart elements, int depth)
    {
        int[] heads = elements.Tree.GroupsAt(depth);
        return new FindingGroups(
            elements,
            [.. elements.Tree.Nodes.SelectMany(node => new[] { 2 * node.Number, (2 * node.Number) + 1 })],
            [.. heads.Select((head, element) => (2 * head) + (int)elements.Elements[element].Nature)]);
    }

    /// <summary>The element that heads a group.</summary>
    public CostElement ElementOf(int group) => elements.Elements[groupOfElement is null ? group : group / 2];

    /// <summary>What the amounts of a group count.</summary>
    public Measure MeasureOf(int group) => Variance.MeasureOf(
        groupOfElement is null ? elements.Elements[group].Nature : (ElementNature)(group % 2));

    /// <summary>The group of an element.</summary>
    public int GroupOf(int element) => groupOfElement is null ? element : groupOfElement[element];

    /// <summary>Marks the groups of marked elements.</summary>
    /// <param name="ofElements">A bit for each element.</param>
    /// <param name="ofGroups">A bit for each group; the same as the elements where each is looked at by itself.</param>
    public void Mark(ulong[] ofElements, ulong[] ofGroups)
    {
        if (groupOfElement is null)
        {
            return;
        }

        Array.Clear(ofGroups);
        for (int word = 0; word < ofElements.Length; word++)
        {
            for (ulong bits = ofElements[word]; bits != 0; bits &= bits - 1)
            {
                int group = groupOfElement[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                ofGroups[group >> 6] |= 1UL << (group & 63);
            }
        }
    }

    /// <summary>Room to mark groups in.</summary>
    public ulong[] MarksLike(ulong[] ofElements) =>
        groupOfElement is null ? ofElements : new ulong[(Count + 63) / 64];
}
