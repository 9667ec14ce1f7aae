using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>Why revenue changed: price, volume and mix of the products that stayed, new products and gone
/// ones.</summary>
/// <remarks>
/// <para>Tree of basis profit. <c>revenue</c> = <c>price</c> + <c>quantity</c> + <c>mix</c> + <c>joint</c> +
/// <c>new products</c> + <c>gone products</c>, each with a leaf for every product. A new product has no budget price
/// and needs none: all of its revenue is a part of its own, and so is what a gone product was to bring.</para>
/// <para>Of a product that stayed: price = (actual - budget price) × budget units, joint = (actual - budget price) ×
/// (actual - budget units); the treatment of the joint term can put it into price, or into volume. Volume = (actual -
/// budget units) × budget price, of which quantity is what the product would have sold had all of them grown alike, and
/// mix the rest. Nothing is rounded.</para>
/// <para>Also called PVM analysis. Quantity and mix are told apart where products are counted in one unit; otherwise
/// <see cref="VolumeDetail.Whole"/> keeps them together.</para>
/// </remarks>
public static partial class PriceVolumeMix
{
    /// <summary>The key of the revenue node, the whole.</summary>
    public const string RevenueKey = "revenue";

    /// <summary>The key of the price node.</summary>
    public const string PriceKey = "price";

    /// <summary>The key of the volume node, where quantity and mix are not told apart.</summary>
    public const string VolumeKey = "volume";

    /// <summary>The key of the quantity node.</summary>
    public const string QuantityKey = "quantity";

    /// <summary>The key of the mix node.</summary>
    public const string MixKey = "mix";

    /// <summary>The key of the joint node.</summary>
    public const string JointKey = "joint";

    /// <summary>The key of the rounding node: revenue - units × price, where a price was rounded.</summary>
    public const string RoundingKey = "rounding";

    /// <summary>The key of the new products node.</summary>
    public const string NewProductsKey = "new-products";

    /// <summary>The key of the gone products node.</summary>
    public const string GoneProductsKey = "gone-products";

    /// <summary>The kind of the keys of the products, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ProductKind = "product";

    /// <summary>Splits the change of revenue.</summary>
    /// <param name="products">At least one, each name once; results keep the order.</param>
    /// <param name="detail">Whether quantity and mix are told apart.</param>
    /// <param name="joint">Where the product of both changes goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null, a name comes twice, one that stayed has
    /// no price, or the products that stayed had no units in the budget, so that they have no mix.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> or <paramref name="joint"/> is none.
    /// </exception>
    public static VarianceNode Analyze(
        IEnumerable<ProductSales> products, VolumeDetail detail, JointVariance joint, VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(detail, nameof(detail));
        Domain.RequireDefined(joint, nameof(joint));
        ProductSales[] all = Domain.RequireItems(products, product => product.Name);
        StayedProduct[] stayed =
        [
            .. all.Where(product => product is { Budget: not null, Actual: not null })
                .Select(product => new StayedProduct(product, joint, units)),
        ];
        Fraction growth = detail == VolumeDetail.QuantityAndMix && stayed.Length > 0 ? GrowthOf(stayed) : Fraction.Zero;
        VarianceNode[] parts =
        [
            .. Part(PriceKey, "price", stayed.Select(product => product.Price())),
            .. detail == VolumeDetail.Whole
                ? Part(VolumeKey, "volume", stayed.Select(product => product.Volume()))
                :
                [
                    .. Part(QuantityKey, "quantity", stayed.Select(product => product.Quantity(growth))),
                    .. Part(MixKey, "mix", stayed.Select(product => product.Mix(growth))),
                ],
            .. joint == JointVariance.Separate
                ? Part(JointKey, "joint", stayed.Select(product => product.Joint()))
                : [],
            .. Part(
                RoundingKey,
                "rounding",
                stayed.Where(product => product.HasRest).Select(product => product.Rest())),
            .. Part(NewProductsKey, "new products", all.Where(product => product.Budget is null).Select(New)),
            .. Part(GoneProductsKey, "gone products", all.Where(product => product.Actual is null).Select(Gone)),
        ];
        return VarianceNode.Sum(RevenueKey, "revenue", "sum of the parts", parts);

        VarianceNode New(ProductSales product) =>
            Leaf(
                product,
                product.ActualRevenue,
                "actual revenue",
                units.Amount("actual revenue", product.ActualRevenue));

        VarianceNode Gone(ProductSales product) =>
            Leaf(
                product,
                -product.BudgetRevenue,
                "0 - budget revenue",
                units.Amount("budget revenue", product.BudgetRevenue));
    }

    internal static VarianceNode Leaf(
        ProductSales product, Fraction amount, string formula, params IEnumerable<VarianceInput> inputs) =>
        VarianceNode.Leaf(
            VarianceKey.Of(ProductKind, product.Name), product.Name, VarianceBasis.Profit, amount, formula, inputs);

    private static VarianceNode[] Part(string key, string name, IEnumerable<VarianceNode> products)
    {
        VarianceNode[] leaves = [.. products];
        return leaves.Length == 0 ? [] : [VarianceNode.Sum(key, name, "sum of the products", leaves)];
    }

    /// <summary>Actual / budget units of all products that stayed.</summary>
    private static Fraction GrowthOf(StayedProduct[] stayed)
    {
        Fraction budget = Fraction.Sum(stayed.Select(product => product.BudgetUnits));
        return budget.IsZero
            ? throw new ArgumentException("The products that stayed had no units in the budget, so they have no mix.")
            : Fraction.Sum(stayed.Select(product => product.ActualUnits)) / budget;
    }
}
