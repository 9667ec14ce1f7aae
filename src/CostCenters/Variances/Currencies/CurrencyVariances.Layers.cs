using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Currencies;

public static partial class CurrencyVariances
{
    /// <summary>The key of the part of the operating effect whose cells lack a quantity.</summary>
    public const string WithoutQuantitiesKey = "without-quantities";

    /// <summary>The kind of the keys of posting currencies, see <see cref="VarianceKey.Of"/>.</summary>
    public const string CurrencyKind = "currency";

    /// <summary>The kind of the keys of centers, see <see cref="VarianceKey.Of"/>.</summary>
    public const string CenterKind = "center";

    /// <summary>The kind of the keys of elements, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ElementKind = "element";

    private const string Price = "price";
    private const string Volume = "volume";
    private const string Unsplit = "without quantities";

    /// <summary>Splits the difference of cubes in several posting currencies, cell by cell.</summary>
    /// <param name="basis">Cost: costs count as they are and revenues as negative costs. Profit: the other way round.
    /// </param>
    /// <param name="layers">One for each posting currency and stretch of constant rates; all into one home currency and
    /// over the same centers, elements and calendar.</param>
    /// <param name="rateEffect">Which amount carries the rate effect.</param>
    /// <remarks>
    /// <para>The tree has the nodes of the single figures: the <c>rate effect</c>, and the <c>operating effect</c> with
    /// <c>price</c>, <c>volume</c> and, for cells that lack a quantity on one side or have a budget quantity of 0,
    /// <c>without quantities</c>. Each splits by currency, center and element, in order of their codes; the leaves name
    /// their cells.</para>
    /// <para>A cell that holds nothing counts as 0 here: against it all is operating effect or rate effect.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no layer, a currency has two layers for one period, or the layers
    /// are over different centers, elements or calendars.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An enumeration value is unknown.</exception>
    /// <exception cref="CurrencyMismatchException">Layers convert into different home currencies.</exception>
    public static VarianceNode Analyze(
        VarianceBasis basis, IEnumerable<CurrencyLayer> layers, RateEffectBase rateEffect)
    {
        ArgumentNullException.ThrowIfNull(layers);
        RequireBasis(basis);
        ImmutableArray<CurrencyLayer> all = [.. layers];
        RequireTogether(all);

        var shares = new List<CellShare>();
        foreach (CurrencyLayer layer in all)
        {
            AddShares(shares, layer, basis, rateEffect);
        }

        ILookup<string, CellShare> byPart = shares.ToLookup(share => share.Part);
        string rateName = RateName(rateEffect);
        VarianceNode[] parts =
        [
            .. Part(PriceKey, Price, $"actual quantity x (actual price - budget price) x {rateName}"),
            .. Part(VolumeKey, Volume, $"(actual quantity - budget quantity) x budget price x {rateName}"),
            .. Part(
                WithoutQuantitiesKey,
                Unsplit,
                $"(actual amount - budget amount) x {rateName}, where a quantity is missing"),
        ];
        string formula = $"(actual amount - budget amount) x {rateName}";
        VarianceNode operating = parts.Length > 0
            ? VarianceNode.Sum(OperatingEffectKey, Operating, formula, parts)
            : VarianceNode.Leaf(OperatingEffectKey, Operating, basis, Fraction.Zero, formula, []);
        VarianceNode effect = Part(RateEffectKey, Rate, RateFormula(rateEffect)).SingleOrDefault()
            ?? VarianceNode.Leaf(RateEffectKey, Rate, basis, Fraction.Zero, RateFormula(rateEffect), []);
        return VarianceNode.Sum(VarianceInHomeCurrencyKey, Root, RootFormula, [effect, operating]);

        IEnumerable<VarianceNode> Part(string key, string name, string partFormula) =>
            byPart[name].Any() ? [Tree(key, name, partFormula, basis, byPart[name])] : [];
    }

    private static void RequireTogether(ImmutableArray<CurrencyLayer> layers)
    {
        if (layers.IsEmpty || layers.Contains(null!))
        {
            throw new ArgumentException("At least one layer was expected, and none that is null.", nameof(layers));
        }

        CubeSpace first = layers[0].Budget.Space;
        for (int i = 0; i < layers.Length; i++)
        {
            CubeSpace space = layers[i].Budget.Space;
            RatePair.Require(layers[0].Rates.Budget.To, layers[i].Rates.Budget.To);
            if (!space.NumbersLike(first))
            {
                throw new ArgumentException(
                    $"The layer of {space.Currency} at position {i} numbers its centers, elements or periods "
                    + "otherwise than the first layer.",
                    nameof(layers));
            }

            for (int j = 0; j < i; j++)
            {
                if (layers[j].Budget.Space.Currency == space.Currency && Overlap(layers[j], layers[i]))
                {
                    throw new ArgumentException(
                        $"Two layers of {space.Currency} hold for one period: {layers[j].Range} and "
                        + $"{layers[i].Range}. Merge their cubes, or part their ranges.",
                        nameof(layers));
                }
            }
        }
    }

    private static bool Overlap(CurrencyLayer left, CurrencyLayer right) =>
        left.Range.From <= right.Range.Through && right.Range.From <= left.Range.Through;

    private static void AddShares(
        List<CellShare> shares, CurrencyLayer layer, VarianceBasis basis, RateEffectBase rateEffect)
    {
        ElementChart elements = layer.Budget.Space.Elements;
        Fraction rate = layer.Rates.OperatingRate(rateEffect);
        var addresses = layer.Budget.Cells().Concat(layer.Actual.Cells())
            .Select(cell => cell.Address).Where(address => layer.Range.Contains(address.Period)).Distinct();
        foreach (CellAddress address in addresses)
        {
            bool counts = (elements[address.Element].Nature == ElementNature.Cost) == (basis == VarianceBasis.Cost);
            Fraction sign = counts ? Fraction.One : -Fraction.One;
            _ = layer.Budget.TryGet(address, out CubeCell budget);
            _ = layer.Actual.TryGet(address, out CubeCell actual);
            var amounts = new PostedPair(sign * Fraction.Of(budget.Amount), sign * Fraction.Of(actual.Amount));
            Fraction operating = (amounts.Actual - amounts.Budget) * rate;
            Add(Rate, amounts.RateEffect(layer.Rates, rateEffect));
            if (budget.Quantity is not (null or 0m) && actual.Quantity is decimal actualQuantity)
            {
                Fraction quantity = Fraction.Of(budget.Quantity.Value);
                Fraction volume = (Fraction.Of(actualQuantity) - quantity) * amounts.Budget / quantity * rate;
                Add(Price, operating - volume);
                Add(Volume, volume);
            }
            else
            {
                Add(Unsplit, operating);
            }

            void Add(string part, Fraction amount) =>
                shares.Add(new CellShare(part, layer, address, amounts, amount));
        }
    }

    private static VarianceNode Tree(
        string key, string name, string formula, VarianceBasis basis, IEnumerable<CellShare> shares) =>
        VarianceNode.Sum(key, name, formula, shares
            .GroupBy(share => share.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(currency => VarianceNode.Sum(
                VarianceKey.Of(CurrencyKind, currency.Key), currency.Key, "sum of its centers", currency
                .GroupBy(share => share.Address.Center).OrderBy(group => group.Key)
                .Select(center => VarianceNode.Sum(
                    VarianceKey.Of(CenterKind, center.Key.Value), center.Key.Value, "sum of its elements", center
                    .GroupBy(share => share.Address.Element).OrderBy(group => group.Key)
                    .Select(element => VarianceNode.Leaf(
                        VarianceKey.Of(ElementKind, element.Key.Value),
                        element.Key.Value,
                        basis,
                        Fraction.Sum(element.Select(share => share.Amount)),
                        formula,
                        InputsOf([.. element]),
                        element.Select(share => share.Address).OrderBy(address => address.Period))))))));

    // One pair of rates, or, where rates change within the range, one for each of its layers.
    private static IEnumerable<VarianceInput> InputsOf(ImmutableArray<CellShare> shares)
    {
        InputUnit unit = InputUnit.Of(shares[0].Layer.Rates.Budget.From);
        return
        [
            new("budget amount", Fraction.Sum(shares.Select(share => share.Amounts.Budget)), unit),
            new("actual amount", Fraction.Sum(shares.Select(share => share.Amounts.Actual)), unit),
            .. shares.Select(share => share.Layer).Distinct().OrderBy(layer => layer.Range.From)
                .SelectMany(layer => layer.Rates.Inputs),
        ];
    }
}
