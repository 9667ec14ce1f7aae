using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>A part of the company that is reported on: a division, product, channel or customer group.</summary>
/// <remarks>What belongs to it is named by centers, by elements or by both: a division by its centers, a product by the
/// elements of its sales and cost. Immutable.</remarks>
public sealed class Segment
{
    /// <summary>Creates a segment.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The name of the segment it is a part of, or null for a part of the company.</param>
    /// <param name="centers">The centers whose own amounts belong to it; none for all centers.</param>
    /// <param name="elements">The elements that belong to it; none for all elements. Without centers and elements it
    /// holds what its parts hold.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or blank, or a text has a NUL or half
    /// of a surrogate pair.</exception>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    public Segment(
        string name, string? parent, IEnumerable<CenterCode> centers, IEnumerable<ElementCode> elements)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(elements);
        Name = WholeText.Require(name);
        Parent = parent is null ? null : WholeText.Require(parent);
        Centers = [.. centers.Distinct()];
        Elements = [.. elements.Distinct()];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The segment it is a part of, or null.</summary>
    public string? Parent { get; }

    /// <summary>The centers, as given; empty for all.</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>The elements, as given; empty for all.</summary>
    public ImmutableArray<ElementCode> Elements { get; }

    /// <summary>A segment of a center and everything below it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The name of the segment it is a part of, or null.</param>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or blank, or a text has a NUL or half
    /// of a surrogate pair.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static Segment Below(string name, string? parent, CenterTree tree, CenterCode node)
    {
        ArgumentNullException.ThrowIfNull(tree);
        int place = tree.PlaceOf(node);
        return new Segment(
            name,
            parent,
            Enumerable.Range(place, tree.EndOf(place) - place).Select(index => tree.Nodes[index].Center.Code),
            []);
    }
}
