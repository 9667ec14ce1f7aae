using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Samples.ServiceAllocation;

/// <summary>What a center costs in the end, and where each part came from.</summary>
internal static class Explanation
{
    private static readonly Fraction Hundred = Fraction.Of(100m);

    public static void Write(Company company, CenterCode center, Page page)
    {
        page.Section("explain", $"What {center} costs in the end", "amount", "percent");
        AllocationChain chain = company.RunChain();
        Print(ChainTrace.Loaded(chain, center, company.Period, 0), page);
        AllocationEntry[] credits = [.. chain.Entries().Where(entry => entry.Center == center && entry.Amount < 0m)];
        page.Section("passed on", $"What {center} passed on", "amount");
        foreach (AllocationEntry credit in credits)
        {
            page.Line($"to {credit.Partner} by '{credit.Rule}'", -credit.Amount);
        }

        page.Line("total", -credits.Sum(credit => credit.Amount));
    }

    /// <summary>A trace down to the cells, each part with its percentage of the whole.</summary>
    public static void Print(TraceNode root, Page page)
    {
        var open = new Stack<(TraceNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out (TraceNode Node, int Depth) next))
        {
            (TraceNode node, int depth) = next;
            page.Line(NameOf(node), depth, Page.Amount(node.Amount), Percent(node.Amount, root.Amount));

            // A rounding of less than half a cent is part of the trace, and nothing to read.
            foreach (TraceNode part in node.Parts.Reverse().Where(part =>
                part.Kind != TraceKind.Rounding || Page.Amount(part.Amount) != 0m))
            {
                open.Push((part, depth + 1));
            }
        }
    }

    public static decimal? Percent(Fraction part, Fraction whole) =>
        whole.IsZero ? null : Page.Amount(part / whole * Hundred);

    private static string NameOf(TraceNode node) => node.Kind switch
    {
        TraceKind.Cell when node.Cell is CellAddress cell => $"{cell.Center}, {cell.Element}",
        TraceKind.Charge => $"{node.Center} by '{node.Rule}'",
        TraceKind.PrimaryCost => $"what {node.Center} had",
        TraceKind.Rounding => "rounding",
        TraceKind.FixedAmount => $"{node.Center} at fixed amounts",
        _ => $"{node.Center}",
    };
}
