using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Why a center is charged another amount than in another chain, such as that of the plan: rule by rule.
/// </summary>
/// <remarks>
/// <para>Under each rule stand the elements that it charges on, and under each of these its senders with the parts of
/// <see cref="AllocationVariances"/>: pool, driver, joint, fixed amount, rounding. Rules are the same if they have the
/// same name; one that ran in one of the chains alone charged nothing in the other. What changed a pool is explained
/// by the earlier rules that charge its center.</para>
/// <para>Law: every node is the sum of its parts, and the root is what the center received in the later chain less what
/// it received in the earlier one. Nothing is rounded.</para>
/// </remarks>
public static class ChainVariances
{
    /// <summary>The kind of the keys of rules, see <see cref="VarianceKey.Of"/>.</summary>
    public const string RuleKind = "rule";

    /// <summary>The kind of the keys of elements, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ElementKind = "element";

    /// <summary>Explains the change of what a center is charged in a period.</summary>
    /// <param name="before">The chain that is compared with.</param>
    /// <param name="after">The chain that is explained.</param>
    /// <param name="receiver">The center that is charged; in both chains.</param>
    /// <param name="period">A period of both chains.</param>
    /// <exception cref="ArgumentNullException">A chain is null.</exception>
    /// <exception cref="ArgumentException">The chains have different currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A chain has no such period.</exception>
    /// <exception cref="KeyNotFoundException">A chain has no such center.</exception>
    public static VarianceNode Analyze(
        AllocationChain before, AllocationChain after, CenterCode receiver, FiscalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Space.Currency != after.Space.Currency)
        {
            throw new ArgumentException(
                $"One chain is in {before.Space.Currency}, the other in {after.Space.Currency}.", nameof(after));
        }

        foreach (AllocationChain chain in (AllocationChain[])[before, after])
        {
            chain.Require(period);
            _ = chain.Space.Centers[receiver];
        }

        InputUnit unit = InputUnit.Of(after.Space.Currency);
        AllocationStep[] earlier = [.. before.Steps.Where(step => step.Period == period)];
        AllocationStep[] later = [.. after.Steps.Where(step => step.Period == period)];
        return Node(
            AllocationVariances.ReceivedKey,
            "received",
            unit,
            [
                .. later.Concat(earlier).Select(step => step.Rule.Name).Distinct(StringComparer.Ordinal).Select(rule =>
                    OfRule(
                        rule,
                        Array.FindAll(earlier, step => step.Rule.Name == rule),
                        Array.FindAll(later, step => step.Rule.Name == rule),
                        receiver,
                        unit)),
            ]);
    }

    private static VarianceNode OfRule(
        string rule, AllocationStep[] before, AllocationStep[] after, CenterCode receiver, InputUnit unit) => Node(
            VarianceKey.Of(RuleKind, rule),
            rule,
            unit,
            [
                .. after.Concat(before).Select(step => step.Element).Distinct().Select(element =>
                    AllocationVariances.Received(
                        VarianceKey.Of(ElementKind, element.Value),
                        element.Value,
                        Array.Find(before, step => step.Element == element)?.Run,
                        Array.Find(after, step => step.Element == element)?.Run,
                        receiver,
                        unit)),
            ]);

    private static VarianceNode Node(string key, string name, InputUnit unit, VarianceNode[] parts)
    {
        const string formula = "received after - received before";
        Fraction later = SumOf(parts, 0);
        Fraction earlier = SumOf(parts, 1);
        VarianceInput[] inputs = [new("received after", later, unit), new("received before", earlier, unit)];
        return parts.Length == 0
            ? VarianceNode.Leaf(key, name, VarianceBasis.Cost, later - earlier, formula, inputs)
            : VarianceNode.Whole(key, name, later - earlier, formula, inputs, parts);
    }

    private static Fraction SumOf(VarianceNode[] parts, int input) =>
        Fraction.Sum(parts.Select(part => part.Inputs[input].Value));
}
