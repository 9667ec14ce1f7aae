using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>
/// Why a mix of materials, or of grades of labor, used more or less than its standard: the mix itself and the yield of
/// the total.
/// </summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding; the average price of the standard mix stays
/// a fraction.</para>
/// <para>Below <c>price</c>, <c>mix</c> and <c>yield</c> stands one leaf an item, of the item's name, in the order
/// given.</para>
/// <para>Source: a course after Horngren (yield, mix and quantity effects) for individual prices;
/// basiccollegeaccounting for the weighted average.</para>
/// </remarks>
public static partial class MixYieldVariances
{
    /// <summary>The kind of the keys of the items, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ItemKind = "item";

    /// <summary>The key of the usage node.</summary>
    public const string UsageKey = "usage";

    /// <summary>The key of the input cost node.</summary>
    public const string InputCostKey = "input-cost";

    /// <summary>The key of the price node.</summary>
    public const string PriceKey = "price";

    /// <summary>The key of the mix node.</summary>
    public const string MixKey = "mix";

    /// <summary>The key of the yield node.</summary>
    public const string YieldKey = "yield";

    private static readonly MixTerms Terms =
        new(VarianceBasis.Cost, ItemKind, MixKey, "mix", YieldKey, "yield", "standard", "quantity", "standard price");

    /// <summary>The mix variance alone, for which the output does not matter.</summary>
    /// <remarks><c>mix</c> = actual quantities at each standard price - actual total × average standard price. By item
    /// and <see cref="MixMethod.WeightedAverage"/>, the standard is the actual total in the standard mix.</remarks>
    /// <param name="items">At least one, each name once, not all of weight 0.</param>
    /// <param name="method">How the items take part.</param>
    /// <param name="units">Currency and unit; the unit is of all items.</param>
    /// <exception cref="ArgumentException">There is no item, one is null, a name comes twice, or every weight is
    /// 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode AnalyzeMix(IEnumerable<MixItem> items, MixMethod method, VarianceUnits units) =>
        Split(Domain.RequireItems(items, item => item.Name), null, method, units).Mix();

    /// <summary>Mix and yield, with price where the items have actual costs.</summary>
    /// <remarks>
    /// <para><c>usage</c> = <c>mix</c> + <c>yield</c> = actual - standard quantities, at each standard price. Yield =
    /// (actual - standard total) × average standard price.</para>
    /// <para>With actual costs the root is <c>input cost</c> = <c>price</c> (at the actual quantities) +
    /// <c>usage</c>.</para>
    /// </remarks>
    /// <param name="items">At least one, each name once, not all of weight 0; with actual costs all or none.</param>
    /// <param name="standardTotal">Total quantity allowed for the actual output, not negative: the weights' sum where
    /// they are the quantities allowed.</param>
    /// <param name="method">How the items take part.</param>
    /// <param name="units">Currency and unit; the unit is of all items.</param>
    /// <exception cref="ArgumentException">There is no item, one is null, a name comes twice, every weight is 0, or
    /// only
    /// some items have an actual cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standardTotal"/> is out of bounds, or
    /// <paramref name="method"/> is no method.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Analyze(
        IEnumerable<MixItem> items, decimal standardTotal, MixMethod method, VarianceUnits units) =>
        Analyze(items, InputRange.NotNegative(standardTotal), method, units);

    private static VarianceNode Analyze(
        IEnumerable<MixItem> items, Fraction standardTotal, MixMethod method, VarianceUnits units)
    {
        MixItem[] all = Domain.RequireItems(items, item => item.Name);
        MixSplit split = Split(all, standardTotal, method, units);
        VarianceNode usage = VarianceNode.Sum(UsageKey, "usage", "mix + yield", [split.Mix(), split.Rest()]);
        return all.Count(item => item.ActualCost is null) switch
        {
            0 => VarianceNode.Sum(InputCostKey, "input cost", "price + usage", [Price(all, units), usage]),
            int without when without == all.Length => usage,
            _ => throw new ArgumentException("Actual costs were expected of all items or of none.", nameof(items)),
        };
    }

    private static MixSplit Split(MixItem[] items, Fraction? standardTotal, MixMethod method, VarianceUnits units) =>
        new(
            Terms,
            Array.ConvertAll(items, item => new MixLine(
                item.Name, item.StandardWeight, item.ActualQuantity, item.StandardPrice)),
            standardTotal,
            method,
            units,
            nameof(items));

    private static VarianceNode Price(MixItem[] items, VarianceUnits units) => VarianceNode.Sum(
        PriceKey,
        "price",
        "sum of the items",
        items.Select(item => VarianceNode.Leaf(
            VarianceKey.Of(ItemKind, item.Name),
            item.Name,
            VarianceBasis.Cost,
            item.ActualCost!.Value - (item.ActualQuantity * item.StandardPrice),
            "actual cost - actual quantity × standard price",
            [
                units.Amount("actual cost", item.ActualCost.Value),
                units.Count("actual quantity", item.ActualQuantity),
                units.Price("standard price", item.StandardPrice),
            ])));
}
