using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>Splits an actual cost that a center has as a whole over its activity types.</summary>
/// <remarks>
/// <para>Share = actual cost x weight ÷ sum of the weights; the shares add up to the actual cost exactly, and nothing
/// is rounded. Each share less its target is a leaf of the tree that <c>Analyze</c> gives.</para>
/// <para>Source: SAP Library 4.70, Controlling, splitting of actual costs.</para>
/// </remarks>
public static partial class ActualCostSplit
{
    /// <summary>The kind of the key of the whole, after which its name stands, see <see cref="VarianceKey.Of"/>.
    /// </summary>
    public const string CostKind = "cost";

    /// <summary>The kind of the keys of the receivers, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ReceiverKind = "receiver";

    /// <summary>The shares of the activity types, in their order.</summary>
    /// <param name="actualCost">The cost to split, any sign.</param>
    /// <param name="receivers">At least one activity type.</param>
    /// <param name="splitting">What the shares are in proportion to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="receivers"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no receiver, one is null, or all weigh 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualCost"/> is beyond its range, or
    /// <paramref name="splitting"/> is not a splitting.</exception>
    public static ImmutableArray<Fraction> Shares(
        decimal actualCost, IEnumerable<SplitReceiver> receivers, CostSplitting splitting)
    {
        ArgumentNullException.ThrowIfNull(receivers);
        Fraction cost = InputRange.Amount(actualCost);
        ImmutableArray<Fraction> weights = [.. receivers.Select(receiver => WeightOf(receiver, splitting))];
        Fraction sum = Fraction.Sum(weights);
        return sum.IsZero
            ? throw new ArgumentException(
                weights.IsEmpty ? "There is no receiver." : $"All receivers have a {splitting} of 0.",
                nameof(receivers))
            : [.. weights.Select(weight => cost * weight / sum)];
    }

    /// <summary>Actual cost - target cost, by activity type.</summary>
    /// <param name="currency">The currency of the cost and its targets.</param>
    /// <param name="name">The cost that is split, such as <c>supervision</c>; it names the root.</param>
    /// <param name="actualCost">The cost to split, any sign.</param>
    /// <param name="receivers">At least one activity type.</param>
    /// <param name="splitting">What the shares are in proportion to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> or <paramref name="receivers"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, there is no receiver, one is null,
    /// or all weigh 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualCost"/> is beyond its range, or
    /// <paramref name="splitting"/> is not a splitting.</exception>
    public static VarianceNode Analyze(
        Currency currency,
        string name,
        decimal actualCost,
        IEnumerable<SplitReceiver> receivers,
        CostSplitting splitting)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(receivers);
        ImmutableArray<SplitReceiver> all = [.. receivers];
        ImmutableArray<Fraction> shares = Shares(actualCost, all, splitting);
        Fraction target = Fraction.Sum(all.Select(receiver => Fraction.Of(receiver.TargetCost)));
        Fraction actual = Fraction.Of(actualCost);
        InputUnit unit = InputUnit.Of(currency);
        string[] keys = VarianceKey.Number(all.Select(receiver => VarianceKey.Of(ReceiverKind, receiver.Name)));
        return VarianceNode.Whole(
            VarianceKey.Of(CostKind, name),
            name,
            actual - target,
            "actual cost - target cost",
            [new("actual cost", actual, unit), new("target cost", target, unit)],
            all.Select((receiver, index) => VarianceNode.Leaf(
                keys[index],
                receiver.Name,
                VarianceBasis.Cost,
                shares[index] - Fraction.Of(receiver.TargetCost),
                "share of the actual cost - target cost",
                [
                    new("share of the actual cost", shares[index], unit),
                    new("target cost", Fraction.Of(receiver.TargetCost), unit),
                ])));
    }

    private static Fraction WeightOf(SplitReceiver receiver, CostSplitting splitting) =>
        receiver is null
            ? throw new ArgumentException("No receiver may be null.", nameof(receiver))
            : splitting switch
            {
                CostSplitting.TargetCost => Fraction.Of(receiver.TargetCost),
                CostSplitting.EquivalenceNumber =>
                    Fraction.Of(receiver.ActualActivity) * Fraction.Of(receiver.EquivalenceNumber),
                _ => throw new ArgumentOutOfRangeException(
                    nameof(splitting), splitting, "Not a way to split costs."),
            };
}
