using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>A part of a traced amount, with the parts that it is made of or goes to.</summary>
/// <remarks>Law: a node with parts is their sum, exactly; no part is rounded. Immutable.</remarks>
public sealed class TraceNode
{
    internal TraceNode(
        TraceKind kind, CenterCode center, Fraction amount, IEnumerable<TraceNode> parts, string? rule = null)
    {
        Rule = rule;
        Kind = kind;
        Center = center;
        Amount = amount;
        Parts = [.. parts];
    }

    internal TraceNode(CellAddress cell, Fraction amount)
        : this(TraceKind.Cell, cell.Center, amount, []) =>
        Cell = cell;

    /// <summary>What it is.</summary>
    public TraceKind Kind { get; }

    /// <summary>The center whose cost it is or with which it stays; of a charge the sender, and downstream the
    /// receiver.</summary>
    public CenterCode Center { get; }

    /// <summary>The rule of a chain that charged, or null.</summary>
    public string? Rule { get; }

    /// <summary>The amount in the currency of the network, unrounded.</summary>
    public Fraction Amount { get; }

    /// <summary>The cell, where the node is one; a ledger's snapshot resolves it to postings.</summary>
    public CellAddress? Cell { get; }

    /// <summary>The parts: costs of the center itself first, then centers in the order of the network.</summary>
    public ImmutableArray<TraceNode> Parts { get; }

    /// <summary>Text such as <c>Charge IT 12.50</c>.</summary>
    public override string ToString() => $"{Kind} {Center} {Amount}";
}
