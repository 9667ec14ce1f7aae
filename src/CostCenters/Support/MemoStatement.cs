using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts;

namespace CostCenters.Support;

/// <summary>The cost of support by the accounts, and beside it the value that is credited to support in memo.</summary>
/// <remarks>Both stand side by side and are never added up: the accounts say what was spent, the memo what somebody
/// believes it was good for. Immutable.</remarks>
public sealed class MemoStatement
{
    private MemoStatement(Figure cost, ImmutableArray<MemoPosting> postings)
    {
        Cost = cost;
        Postings = postings;
    }

    /// <summary>The cost by the accounts, untouched by any memo.</summary>
    public Figure Cost { get; }

    /// <summary>The memo postings of the centers and periods, as given.</summary>
    public ImmutableArray<MemoPosting> Postings { get; }

    /// <summary>The memo value of all kinds.</summary>
    public Fraction MemoValue => Fraction.Sum(Postings.Select(posting => posting.Value));

    /// <summary>Puts the cost of a layer and memo value side by side.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer of the cost.</param>
    /// <param name="scope">Which cost counts; its centers are those whose memo counts.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="postings">Memo postings of any center and period.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    public static MemoStatement Create(
        CubeLayers layers,
        LayerKey layer,
        CostScope scope,
        FiscalPeriodRange periods,
        IEnumerable<MemoPosting> postings) =>
        Create(CubeLayers.Require(layers)[layer], scope, periods, postings);

    /// <summary>Puts cost and memo value side by side.</summary>
    /// <param name="cube">The accounts.</param>
    /// <param name="scope">Which cost counts; its centers are those whose memo counts.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="postings">Memo postings of any center and period.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static MemoStatement Create(
        Cube cube, CostScope scope, FiscalPeriodRange periods, IEnumerable<MemoPosting> postings)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(postings);
        return new MemoStatement(
            scope.Read(cube, periods),
            [
                .. postings.Where(posting =>
                    periods.Contains(posting.Period) && scope.Centers.Contains(posting.Center)),
            ]);
    }

    /// <summary>The memo value of one kind.</summary>
    /// <param name="kind">The kind.</param>
    public Fraction MemoValueOf(MemoKind kind) =>
        Fraction.Sum(Postings.Where(posting => posting.Kind == kind).Select(posting => posting.Value));
}
