using System.Collections.Immutable;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Csv.Bulk;

/// <summary>Finds the postings behind cells by reading the files of a book again.</summary>
/// <param name="axes">The axes of the book.</param>
/// <param name="files">Its files.</param>
/// <param name="profiles">Their dialects.</param>
/// <param name="settings">How to read them.</param>
/// <param name="hasQuantities">Whether the cells have quantities, which the postings must then add up to, too.</param>
internal sealed class PostingSearch(
    BookAxes axes, BookFiles files, BookProfiles profiles, BulkSettings settings, bool hasQuantities)
{
    public ImmutableDictionary<CellAddress, ImmutableArray<Posting>> Find(
        Cube actual,
        IReadOnlyList<CellAddress> cells,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        List<Finder> finders = [.. files.Postings.Select(_ => new Finder(axes, cells))];
        List<BulkFile> tables =
        [
            .. files.Postings.Zip(finders, (file, finder) => new BulkFile(
                file,
                files.PathOf(file),
                new BulkTable(
                    PostingRowReader.Schema, profiles.Of(file), TableContext.Of(actual.Space), finder.NewColumns),
                settings)),
        ];
        new BulkImport(tables, settings).Run(progress, cancellation);
        if (tables.Find(table => table.Outcomes.IsStopped) is BulkFile stopped)
        {
            ImportIssue stop = stopped.Outcomes.ToResult().Issues
                .First(issue => issue.Severity == ImportSeverity.FileStopped);
            throw new IOException(stop.ToString());
        }

        ILookup<CellAddress, Posting> found = finders
            .SelectMany(finder => finder.InOrder())
            .ToLookup(pair => pair.Cell, pair => pair.Posting);
        return cells.ToImmutableDictionary(cell => cell, cell => Checked(actual, cell, [.. found[cell]]));
    }

    /// <summary>The postings of a cell, which must add up to it.</summary>
    private ImmutableArray<Posting> Checked(Cube actual, CellAddress address, ImmutableArray<Posting> postings)
    {
        bool isUsed = actual.TryGet(address, out CubeCell cell);
        decimal? quantity = postings.All(posting => posting.Quantity is null)
            ? null
            : postings.Sum(posting => posting.Quantity ?? 0m);
        return isUsed == !postings.IsEmpty
            && cell.Amount == postings.Sum(posting => posting.Amount)
            && (cell.Quantity == quantity || !hasQuantities)
            ? postings
            : throw new IOException(
                $"The postings of center '{address.Center}', element '{address.Element}', period {address.Period} are "
                    + "no longer those that were imported. Read the book again.");
    }

    /// <summary>The postings found in one file.</summary>
    private sealed class Finder
    {
        private readonly List<(long Offset, CellAddress Cell, Posting Posting)> found = [];

        public Finder(BookAxes axes, IReadOnlyList<CellAddress> cells)
        {
            var wanted = cells.ToDictionary(
                cell => (axes.CellOf(cell), axes.Space.Calendar.OrdinalOf(cell.Period)));
            NewColumns = dialect => new FindingColumns(dialect, axes, wanted, found);
        }

        public Func<ColumnDialect, RowColumns> NewColumns { get; }

        public IEnumerable<(CellAddress Cell, Posting Posting)> InOrder() =>
            found.OrderBy(pair => pair.Offset).Select(pair => (pair.Cell, pair.Posting));
    }

    /// <summary>Leaves every row of a wanted cell to the plain reader, which makes postings of them.</summary>
    private sealed class FindingColumns(
        ColumnDialect dialect,
        BookAxes axes,
        Dictionary<(long Cell, int Period), CellAddress> wanted,
        List<(long Offset, CellAddress Cell, Posting Posting)> found)
        : PostingColumns(dialect, axes, new ParallelCubeBuilder(axes.Space, threads: 1), keepsQuantities: false)
    {
        private readonly BookAxes axes = axes;

        protected override int TakeColumns(HeaderMap header, RowBatch rows, long offset)
        {
            FindCells(header, rows);
            for (int row = 0; row < rows.Count; row++)
            {
                IsOdd[row] = IsOdd[row] || wanted.ContainsKey(CellOf(row));
            }

            return 0;
        }

        protected override void Take(in CountedPosting posting, long offset)
        {
            long number = axes.CellOf(posting.Center, posting.Element);
            if (wanted.TryGetValue((number, axes.PeriodOfDay(posting.Day)), out CellAddress cell))
            {
                lock (found)
                {
                    found.Add((offset, cell, posting.ToPosting(axes.Space)));
                }
            }
        }
    }
}
