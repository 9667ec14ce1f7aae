using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>The profit of every center at given transfer prices, and that of the company.</summary>
/// <remarks>
/// Law: the profits of the centers and the elimination make the profit of the company, which is that from outside,
/// whatever the prices are. Without dual prices the elimination is 0. Immutable.
/// </remarks>
public sealed class TransferStatement
{
    /// <summary>The key of the root of a bridge.</summary>
    public const string CompanyKey = "company-profit";

    /// <summary>The kind of the keys of centers in a bridge, see <see cref="VarianceKey.Of"/>.</summary>
    public const string CenterKind = "center";

    /// <summary>The key of what a center earns and spends outside.</summary>
    public const string OwnKey = "own";

    /// <summary>The key of what a center is credited and charged with.</summary>
    public const string TransfersKey = "transfers";

    /// <summary>The key of what dual prices leave with the company.</summary>
    public const string EliminationKey = "elimination";

    private readonly ImmutableDictionary<CenterCode, int> places;

    private TransferStatement(Currency currency, ImmutableArray<TransferRow> rows)
    {
        Currency = currency;
        Rows = rows;
        places = rows.Select((row, place) => (row.Center, place))
            .ToImmutableDictionary(pair => pair.Center, pair => pair.place);
    }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The centers, in the order of the parties.</summary>
    public ImmutableArray<TransferRow> Rows { get; }

    /// <summary>What dual prices leave with the company: cost - revenue of all transfers.</summary>
    public Fraction Elimination => Fraction.Sum(Rows.Select(row => row.Cost - row.Revenue));

    /// <summary>The profit of all centers from outside.</summary>
    public Fraction CompanyProfit => Fraction.Sum(Rows.Select(row => row.Own.Profit));

    /// <summary>The row of a center.</summary>
    /// <exception cref="KeyNotFoundException">The center is no party.</exception>
    public TransferRow this[CenterCode center] =>
        places.TryGetValue(center, out int place)
            ? Rows[place]
            : throw new KeyNotFoundException($"Center '{center}' is no party of the transfers.");

    /// <summary>A statement of given figures.</summary>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="parties">All centers of the company, each once.</param>
    /// <param name="transfers">What they deliver to each other.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A party stands twice, or an item is null.</exception>
    /// <exception cref="CurrencyMismatchException">A price is in another currency.</exception>
    /// <exception cref="KeyNotFoundException">A seller or buyer is no party.</exception>
    public static TransferStatement Create(
        Currency currency, IEnumerable<TransferParty> parties, IEnumerable<Transfer> transfers)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(transfers);
        TransferParty[] given = [.. parties];
        var places = new Dictionary<CenterCode, int>();
        for (int place = 0; place < given.Length; place++)
        {
            if (given[place] is null || !places.TryAdd(given[place].Center, place))
            {
                throw new ArgumentException($"Center '{given[place]?.Center}' stands twice.", nameof(parties));
            }
        }

        var revenue = new Fraction[given.Length];
        var cost = new Fraction[given.Length];
        foreach (Transfer transfer in transfers)
        {
            if (transfer is null)
            {
                throw new ArgumentException("A transfer is null.", nameof(transfers));
            }

            if (transfer.Price.Currency != currency)
            {
                throw new CurrencyMismatchException(currency, transfer.Price.Currency);
            }

            revenue[PlaceOf(transfer.Seller)] += transfer.Revenue;
            cost[PlaceOf(transfer.Buyer)] += transfer.Cost;
        }

        return new TransferStatement(
            currency,
            [
                .. given.Select((party, place) =>
                    new TransferRow(party.Center, party.Own, revenue[place], cost[place])),
            ]);

        int PlaceOf(CenterCode center) => places.TryGetValue(center, out int place)
            ? place
            : throw new KeyNotFoundException($"Center '{center}' is no party of the transfers.");
    }

    /// <summary>A statement of a layer: every center with its primary amounts.</summary>
    /// <remarks>Secondary elements are left out, since the transfers take their place.</remarks>
    /// <param name="cube">The amounts from outside.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="responsibilities">Who answers for which element, as for a <see cref="SegmentStatement"/>.</param>
    /// <param name="transfers">What the centers deliver to each other; those of other periods are left out.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A transfer is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="CurrencyMismatchException">A price is in another currency.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="periods"/> is <c>default</c>.</exception>
    /// <exception cref="KeyNotFoundException">The cube has no such seller or buyer.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static TransferStatement FromCube(
        Cube cube,
        FiscalPeriodRange periods,
        ResponsibilityTable responsibilities,
        IEnumerable<Transfer> transfers,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(responsibilities);
        ArgumentNullException.ThrowIfNull(transfers);
        SegmentSums[] sums = [.. cube.Space.Centers.Centers.Select(_ => new SegmentSums())];
        var reader = new SegmentReader(
            cube.Space, periods, responsibilities, cell => sums[cube.Space.Centers.IndexOf(cell.Center)]);
        foreach (CubeCell cell in cube.Cells().WithCancellation(cancellation))
        {
            if (periods.Contains(cell.Address.Period)
                && cube.Space.Elements[cell.Address.Element].Category == ElementCategory.Primary)
            {
                reader.Read(cell);
            }
        }

        return Create(
            cube.Space.Currency,
            cube.Space.Centers.Centers.Select(center => new TransferParty(center.Code, sums[center.Index].Margins())),
            transfers.Where(transfer => transfer?.Period is not FiscalPeriod period || periods.Contains(period)));
    }

    /// <summary>Why the profit of every center is another one than in an earlier statement.</summary>
    /// <remarks>The root is the change of the company's profit. Its parts are the centers of both statements, each with
    /// what changed outside (<see cref="OwnKey"/>) and by transfers (<see cref="TransfersKey"/>), and the elimination.
    /// Where nothing changed outside, as when prices alone were changed, the root is 0.</remarks>
    /// <param name="before">The earlier statement.</param>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The statements are in two currencies.</exception>
    public VarianceNode AnalyzeChange(TransferStatement before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (before.Currency != Currency)
        {
            throw new CurrencyMismatchException(Currency, before.Currency);
        }

        var unit = InputUnit.Of(Currency);
        List<VarianceNode> parts =
        [
            .. before.Rows.Select(row => row.Center).Concat(Rows.Select(row => row.Center)).Distinct()
                .Select(center => ChangeOf(center, before.Find(center), Find(center), unit)),
            Leaf(EliminationKey, "elimination of dual prices", before.Elimination, Elimination, unit),
        ];
        return VarianceNode.Whole(
            CompanyKey,
            "profit of the company",
            CompanyProfit - before.CompanyProfit,
            "profit - earlier profit",
            [new("earlier profit", before.CompanyProfit, unit), new("profit", CompanyProfit, unit)],
            parts);
    }

    private TransferRow? Find(CenterCode center) =>
        places.TryGetValue(center, out int place) ? Rows[place] : null;

    private static VarianceNode ChangeOf(CenterCode center, TransferRow? before, TransferRow? after, InputUnit unit) =>
        VarianceNode.Sum(
            VarianceKey.Of(CenterKind, center.Value),
            center.Value,
            "own + transfers",
            [
                Leaf(OwnKey, "own", before?.Own.Profit ?? Fraction.Zero, after?.Own.Profit ?? Fraction.Zero, unit),
                Leaf(
                    TransfersKey,
                    "transfers",
                    before is null ? Fraction.Zero : before.Revenue - before.Cost,
                    after is null ? Fraction.Zero : after.Revenue - after.Cost,
                    unit),
            ]);

    private static VarianceNode Leaf(string key, string name, Fraction before, Fraction after, InputUnit unit) =>
        VarianceNode.Leaf(
            key,
            name,
            VarianceBasis.Profit,
            after - before,
            "after - before",
            [new("before", before, unit), new("after", after, unit)]);
}
