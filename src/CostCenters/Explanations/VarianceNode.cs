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
/// <para>Immutable.</para>
/// </remarks>
public sealed partial class VarianceNode
{
    private VarianceNode(
        string name,
        VarianceBasis basis,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<VarianceNode> children,
        IEnumerable<CellAddress> cells)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(cells);
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
    }

    /// <summary>The name, in the field's words, such as <c>material price</c>.</summary>
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

    /// <summary>A part that splits no further.</summary>
    /// <param name="name">The name.</param>
    /// <param name="basis">The basis of the tree.</param>
    /// <param name="amount">Its part of actual - budget in that basis.</param>
    /// <param name="formula">How it is computed.</param>
    /// <param name="inputs">The figures that the formula names.</param>
    /// <param name="cells">The cells it comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or an input is null.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Leaf(
        string name,
        VarianceBasis basis,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<CellAddress>? cells = null) =>
        new(name, basis, amount, formula, inputs, [], cells ?? []);

    /// <summary>A whole that is the sum of its parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="formula">How the whole is computed, by itself or from its parts.</param>
    /// <param name="children">At least one part; all of one basis.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, there is no part, one is null, or
    /// they are of different bases.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Sum(string name, string formula, IEnumerable<VarianceNode> children)
    {
        ImmutableArray<VarianceNode> parts = RequireParts(children);
        return new VarianceNode(
            name, parts[0].Basis, Fraction.Sum(parts.Select(part => part.Amount)), formula, [], parts, []);
    }

    /// <summary>A whole with an amount of its own, which its parts must add up to.</summary>
    /// <param name="name">The name.</param>
    /// <param name="amount">The amount of the whole.</param>
    /// <param name="formula">How the whole is computed.</param>
    /// <param name="inputs">The figures that the formula names.</param>
    /// <param name="children">At least one part; all of one basis.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, there is no part, one is null,
    /// they are of different bases, an input is null, or they do not add up to <paramref name="amount"/>.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Whole(
        string name,
        Fraction amount,
        string formula,
        IEnumerable<VarianceInput> inputs,
        IEnumerable<VarianceNode> children)
    {
        ImmutableArray<VarianceNode> parts = RequireParts(children);
        Fraction sum = Fraction.Sum(parts.Select(part => part.Amount));
        return sum == amount
            ? new VarianceNode(name, parts[0].Basis, amount, formula, inputs, parts, [])
            : throw new ArgumentException($"The parts of '{name}' add up to {sum}, not to {amount}.", nameof(children));
    }

    /// <summary>This node and all below it, in preorder.</summary>
    public IEnumerable<VarianceNode> Walk() => Children.SelectMany(child => child.Walk()).Prepend(this);

    /// <summary>The first node of a name, in preorder.</summary>
    /// <param name="name">The name, compared exactly.</param>
    /// <exception cref="KeyNotFoundException">No node has that name.</exception>
    public VarianceNode this[string name] =>
        TryFind(name, out VarianceNode? node)
            ? node
            : throw new KeyNotFoundException($"'{Name}' has no part '{name}'.");

    /// <summary>Looks up the first node of a name, in preorder.</summary>
    /// <param name="name">The name, compared exactly.</param>
    /// <param name="node">The node, or null when no node has that name.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out VarianceNode? node)
    {
        node = Walk().FirstOrDefault(candidate => candidate.Name == name);
        return node is not null;
    }

    private static ImmutableArray<VarianceNode> RequireParts(IEnumerable<VarianceNode> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        ImmutableArray<VarianceNode> parts = [.. children];
        return parts.IsEmpty || parts.Contains(null!) || parts.Any(part => part.Basis != parts[0].Basis)
            ? throw new ArgumentException("At least one part was expected, and all of one basis.", nameof(children))
            : parts;
    }
}
