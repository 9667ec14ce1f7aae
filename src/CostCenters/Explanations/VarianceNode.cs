using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Explanations;

/// <summary>
/// A variance with its formula, its inputs and the parts that it splits into: a tree in which every node is exactly the
/// sum of its children.
/// </summary>
/// <remarks>
/// <para><see cref="Amount"/> is the node's part of the root's actual - budget, in the basis of the tree. Favorable is
/// what helps profit, whatever the sign.</para>
/// <para>Law: the amounts of the children add up to the node's, exactly; a node whose parts do not is never
/// made.</para>
/// <para>Code finds a part by its <see cref="Key"/>, which stays; people read its <see cref="Name"/>, which may
/// change.</para>
/// <para>A tree may have any number of levels. Immutable.</para>
/// </remarks>
public sealed partial class VarianceNode
{
    private VarianceNode(
        string key,
        string name,
        VarianceBasis basis,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<VarianceNode> children,
        IEnumerable<CellAddress> cells)
    {
        VarianceKey.Require(key, nameof(key));
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(cells);
        Key = key;
        Name = name;
        Basis = basis;
        Amount = amount;
        Formula = formula;
        Inputs = [.. inputs];
        if (Inputs.Contains(null!))
        {
            throw new ArgumentException("An input is null.", nameof(inputs));
        }

        Children = [.. children];
        Cells = [.. cells];
        foreach (VarianceNode child in Children)
        {
            Levels = Math.Max(Levels, child.Levels);
        }

        Levels++;
    }

    private VarianceNode(VarianceNode node, string key, string name)
    {
        VarianceKey.Require(key, nameof(key));
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Key, Name, Basis, Amount, Formula) = (key, name, node.Basis, node.Amount, node.Formula);
        (Inputs, Children, Cells, Levels) = (node.Inputs, node.Children, node.Cells, node.Levels);
    }

    /// <summary>What code looks the node up by: it stays the same whatever the name becomes, and no two parts of one
    /// whole share it. See <see cref="VarianceKey"/>.</summary>
    public string Key { get; }

    /// <summary>The name for people, in the field's words, such as <c>material price</c>; it may change.</summary>
    public string Name { get; }

    /// <summary>What the amounts are parts of.</summary>
    public VarianceBasis Basis { get; }

    /// <summary>The node's part of the root's actual - budget, in the basis of the tree; unrounded.</summary>
    public Fraction Amount { get; }

    /// <summary>What the node does to profit: favorable positive; unrounded.</summary>
    public Fraction ProfitEffect => Basis == VarianceBasis.Cost ? -Amount : Amount;

    /// <summary>Favorable, unfavorable, or neutral when the amount is exactly 0.</summary>
    public Outcome Outcome => ProfitEffect.Sign switch
    {
        > 0 => Outcome.Favorable,
        < 0 => Outcome.Unfavorable,
        _ => Outcome.Neutral,
    };

    /// <summary>How the amount is computed, in words and symbols.</summary>
    public string Formula { get; }

    /// <summary>The figures that the formula names, with their units.</summary>
    public ImmutableArray<VarianceInput> Inputs { get; }

    /// <summary>The parts; empty for a leaf.</summary>
    public ImmutableArray<VarianceNode> Children { get; }

    /// <summary>The cells that a leaf of a cube-based tree comes from; a ledger's snapshot resolves them to postings.
    /// </summary>
    public ImmutableArray<CellAddress> Cells { get; }

    /// <summary>How many levels the tree has from here down: 1 for a leaf.</summary>
    public int Levels { get; }

    /// <summary>A part that splits no further.</summary>
    /// <param name="key">What code looks it up by, see <see cref="VarianceKey"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="basis">The basis of the tree.</param>
    /// <param name="amount">Its part of actual - budget in that basis.</param>
    /// <param name="formula">How it is computed.</param>
    /// <param name="inputs">The figures that the formula names.</param>
    /// <param name="cells">The cells it comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is no key, <paramref name="name"/> is null or blank,
    /// or an input is null.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Leaf(
        string key,
        string name,
        VarianceBasis basis,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<CellAddress>? cells = null) =>
        new(key, name, basis, amount, formula, inputs, [], cells ?? []);

    /// <summary>A whole that is the sum of its parts.</summary>
    /// <param name="key">What code looks it up by, see <see cref="VarianceKey"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="formula">How the whole is computed, by itself or from its parts.</param>
    /// <param name="children">At least one part; all of one basis.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is no key, <paramref name="name"/> is null or blank,
    /// there is no part, one is null, two have one key, or they are of different bases.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Sum(
        string key, string name, string formula, IEnumerable<VarianceNode> children)
    {
        ImmutableArray<VarianceNode> parts = RequireParts(children);
        return new VarianceNode(
            key, name, parts[0].Basis, Fraction.Sum(parts.Select(part => part.Amount)), formula, [], parts, []);
    }

    /// <summary>A whole with an amount of its own, which its parts must add up to.</summary>
    /// <param name="key">What code looks it up by, see <see cref="VarianceKey"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="amount">The amount of the whole.</param>
    /// <param name="formula">How the whole is computed.</param>
    /// <param name="inputs">The figures that the formula names.</param>
    /// <param name="children">At least one part; all of one basis.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is no key, <paramref name="name"/> is null or blank,
    /// there is no part, one is null, two have one key, they are of different bases, an input is null, or they do not
    /// add up to <paramref name="amount"/>.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Whole(
        string key,
        string name,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<VarianceNode> children)
    {
        ImmutableArray<VarianceNode> parts = RequireParts(children);
        Fraction sum = Fraction.Sum(parts.Select(part => part.Amount));
        return sum == amount
            ? new VarianceNode(key, name, parts[0].Basis, amount, formula, inputs, parts, [])
            : throw new ArgumentException($"The parts of '{name}' add up to {sum}, not to {amount}.", nameof(children));
    }

    /// <summary>The same node under another key, such as that of a product among the parts of a whole.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is no key.</exception>
    public VarianceNode WithKey(string key) => new(this, key, Name);

    /// <summary>The same node under another name, such as that of another language; look-ups find it as before.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public VarianceNode WithName(string name) => new(this, Key, name);

    /// <summary>This node and all below it, in preorder.</summary>
    public IEnumerable<VarianceNode> Walk()
    {
        var left = new Stack<VarianceNode>();
        left.Push(this);
        while (left.TryPop(out VarianceNode? node))
        {
            yield return node;
            for (int child = node.Children.Length - 1; child >= 0; child--)
            {
                left.Push(node.Children[child]);
            }
        }
    }

    /// <summary>The first node of a path, in preorder.</summary>
    /// <param name="path">A key, or a path of keys such as <c>sales/sales-price</c>, of which the first may be any node
    /// of the tree; compared exactly.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No node has that path.</exception>
    public VarianceNode this[string path] =>
        TryFind(path, out VarianceNode? node)
            ? node
            : throw new KeyNotFoundException($"'{Key}' has no part '{path}'.");

    /// <summary>Looks up the first node of a path, in preorder.</summary>
    /// <param name="path">A key, or a path of keys such as <c>sales/sales-price</c>, of which the first may be any node
    /// of the tree; compared exactly.</param>
    /// <param name="node">The node, or null when no node has that path.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public bool TryFind(string path, [NotNullWhen(true)] out VarianceNode? node)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] keys = path.Split('/');
        node = Walk().Where(start => start.Key == keys[0]).Select(start => start.Descend(keys))
            .FirstOrDefault(found => found is not null);
        return node is not null;
    }

    private VarianceNode? Descend(string[] keys)
    {
        VarianceNode? node = this;
        for (int level = 1; level < keys.Length && node is not null; level++)
        {
            node = node.Children.FirstOrDefault(child => child.Key == keys[level]);
        }

        return node;
    }

    private static ImmutableArray<VarianceNode> RequireParts(IEnumerable<VarianceNode> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        ImmutableArray<VarianceNode> parts = [.. children];
        if (parts.IsEmpty || parts.Contains(null!) || parts.Any(part => part.Basis != parts[0].Basis))
        {
            throw new ArgumentException("At least one part was expected, and all of one basis.", nameof(children));
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        return parts.FirstOrDefault(part => !keys.Add(part.Key)) is VarianceNode twin
            ? throw new ArgumentException(
                $"Two parts have the key '{twin.Key}'; give each its own by WithKey.", nameof(children))
            : parts;
    }
}
