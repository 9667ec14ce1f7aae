using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CostCenters.Structure;

/// <summary>The chart of cost and revenue elements, numbered in the order in which they were added.</summary>
/// <remarks>Immutable.</remarks>
public sealed partial class ElementChart
{
    private readonly FrozenDictionary<ElementCode, int> indexes;
    private readonly ImmutableArray<int> order;
    private readonly Lazy<ElementTree> tree;

    private ElementChart(ImmutableArray<CostElement> elements)
    {
        Elements = elements;
        indexes = elements.Select((element, index) => KeyValuePair.Create(element.Code, index)).ToFrozenDictionary();
        order = [.. Enumerable.Range(0, elements.Length).OrderBy(index => elements[index].Code)];
        tree = new Lazy<ElementTree>(() => new ElementTree(this));
    }

    /// <summary>All elements; an element's place in this list is its number.</summary>
    public ImmutableArray<CostElement> Elements { get; }

    /// <summary>The numbers of all elements in order of their codes (ordinal): the order of reports.</summary>
    public ImmutableArray<int> IndexesByCode => order;

    /// <summary>The elements with their groups.</summary>
    public ElementTree Tree => tree.Value;

    /// <summary>The element of a code.</summary>
    /// <exception cref="KeyNotFoundException">No element has that code.</exception>
    public CostElement this[ElementCode code] => Elements[IndexOf(code)];

    /// <summary>Looks up an element.</summary>
    /// <param name="code">Its code, compared exactly.</param>
    /// <param name="element">The element, or null when no element has that code.</param>
    public bool TryGet(ElementCode code, [NotNullWhen(true)] out CostElement? element)
    {
        bool known = indexes.TryGetValue(code, out int index);
        element = known ? Elements[index] : null;
        return known;
    }

    /// <summary>The number of an element.</summary>
    /// <exception cref="KeyNotFoundException">No element has that code.</exception>
    public int IndexOf(ElementCode code) =>
        indexes.TryGetValue(code, out int index)
            ? index
            : throw new KeyNotFoundException($"No element has the code '{code}'.");

    /// <summary>A builder that holds these elements already, to add more of them.</summary>
    public Builder ToBuilder()
    {
        var builder = new Builder();
        foreach (CostElement element in Elements)
        {
            builder.Add(element);
        }

        return builder;
    }

    /// <summary>Looks up the number of an element.</summary>
    internal bool TryIndexOf(ElementCode code, out int index) => indexes.TryGetValue(code, out index);
}
