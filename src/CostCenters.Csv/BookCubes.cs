using System.Collections.Immutable;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;

namespace CostCenters.Csv;

/// <summary>A book folder as cubes: all that reports need, in memory that does not grow with the postings.</summary>
/// <remarks>
/// The cubes are those of the <see cref="Books.Book"/> of the same folder. The postings behind a cell are found by
/// reading the files again. Immutable.
/// </remarks>
public sealed class BookCubes
{
    private readonly PostingSearch search;

    internal BookCubes(
        string name,
        Cube actual,
        Cube? comparableWeeks,
        IEnumerable<BudgetCube> budgets,
        IEnumerable<KeyFigureValue> keyFigures,
        PostingSearch search)
    {
        Name = name;
        Actual = actual;
        ComparableWeeks = comparableWeeks;
        Budgets = [.. budgets];
        KeyFigures = [.. keyFigures];
        this.search = search;
    }

    /// <summary>The name of the company.</summary>
    public string Name { get; }

    /// <summary>Centers, elements, calendar, currency and scale.</summary>
    public CubeSpace Space => Actual.Space;

    /// <summary>The sum of all accepted postings by center, element and period.</summary>
    public Cube Actual { get; }

    /// <summary>
    /// The postings of each year in the periods in which the year after is compared with them: a period holds what was
    /// posted <see cref="Calendars.ComparableWeeks.Days"/> days before its days. Null unless the reading was asked for
    /// it, and in a calendar of months.
    /// </summary>
    public Cube? ComparableWeeks { get; }

    /// <summary>The budget versions that have an accepted row, in order of appearance.</summary>
    public ImmutableArray<BudgetCube> Budgets { get; }

    /// <summary>The values of key figures, in order of appearance.</summary>
    public ImmutableArray<KeyFigureValue> KeyFigures { get; }

    /// <summary>The actuals and each budget version, as layers for the analyses.</summary>
    public CubeLayers ToLayers() =>
        Budgets.Aggregate(
            new CubeLayers(Space).With(LayerKey.Actual, Actual),
            (layers, version) => layers.With(version.Layer, version.Cube));

    /// <summary>Finds the postings behind cells of the actuals, in one reading of the files.</summary>
    /// <param name="cells">Center, element and period of each; one that stands twice is found once.</param>
    /// <param name="progress">Told how far the reading has come, or null.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>For each cell its postings in the order of the files and their rows, perhaps none. They add up to the
    /// amount and quantity of the cell.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    /// <exception cref="IOException">A file cannot be read, or no longer holds what was imported.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableDictionary<CellAddress, ImmutableArray<Posting>> FindPostings(
        IEnumerable<CellAddress> cells,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return search.Find(Actual, [.. cells.Distinct()], progress, cancellation);
    }
}
