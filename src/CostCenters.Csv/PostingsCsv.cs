using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime.Text;

namespace CostCenters.Csv;

/// <summary>Reads and writes postings: <c>date,center,element,amount,quantity?,document?,text?</c>.</summary>
/// <remarks>
/// Rows stand or fall one by one: <c>document</c> is a reference text, and equal rows are neither merged nor refused.
/// </remarks>
public static class PostingsCsv
{
    /// <summary>Reads postings into a list.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar, currency and scale.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted postings, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<Posting>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(
            input, PostingRowReader.Schema, profile, TableContext.Of(space), cancellation);
        var reader = new PostingRowReader(table, new PostingRules(space), profile, CenterPeriodSet.Empty);
        var postings = new List<Posting>();
        foreach (CountedPosting posting in reader.ReadAll())
        {
            postings.Add(posting.ToPosting(space));
        }

        return table.Log.ToResult<IReadOnlyList<Posting>>(table.Log.IsStopped ? null : postings);
    }

    /// <summary>Posts the accepted rows of a file to a ledger as one document.</summary>
    /// <remarks>A row that the ledger refuses is rejected with its reason like any other. When the ledger has the id
    /// with the same rows, a note says so and nothing is posted again; with other rows the file is stopped and all of
    /// its rows are rejected.</remarks>
    /// <param name="input">Where from.</param>
    /// <param name="ledger">The ledger. Rows in a period that is closed for their center are rejected.</param>
    /// <param name="id">The id of the document.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The document (no value when the file was stopped or no row accepted, and then the ledger is as before),
    /// and every fault of the rejected rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<PostedDocument> Post(
        CsvInput input,
        Ledger ledger,
        DocumentId id,
        CommandStamp stamp,
        ImportProfile profile,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(ledger);
        _ = id == default ? throw new ArgumentException("A document needs an id.", nameof(id)) : id;
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(
            input, PostingRowReader.Schema, profile, TableContext.Of(ledger.Space), cancellation);

        // Rows of a document that is known are no news: their periods may be closed by now.
        LedgerSnapshot snapshot = ledger.Snapshot();
        var reader = new PostingRowReader(
            table,
            new PostingRules(ledger.Space),
            profile,
            snapshot.TryGetDocument(id, out _) ? CenterPeriodSet.Empty : snapshot.ClosedPeriods);
        return table.Log.ToResult(reader.PostTo(ledger, id, stamp));
    }

    /// <summary>Writes postings.</summary>
    /// <param name="postings">The postings, in the order of the rows.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A posting names an adjustment period, for which the file has no column.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is finer than the scale of the space, or a quantity has
    /// more than six decimals.</exception>
    public static void Write(IEnumerable<Posting> postings, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, PostingRowReader.Schema.Columns, leaveOpen: true);
        foreach (Posting posting in postings)
        {
            if (posting.AdjustmentPeriod is not null)
            {
                throw new ArgumentException(
                    "A posting names an adjustment period, for which the file has no column: "
                        + LocalDatePattern.Iso.Format(posting.Date),
                    nameof(postings));
            }

            writer.Date(posting.Date);
            writer.Code(posting.Center.Value);
            writer.Code(posting.Element.Value);
            writer.Number(space.Scale.ToCount(posting.Amount), space.Scale.Digits);
            writer.Code(Quantity(posting.Quantity));
            writer.Code(posting.Reference);
            writer.Text(posting.Text);
            writer.EndRow();
        }
    }

    /// <summary>A quantity as a cell; one with more than six decimals is refused, not rounded.</summary>
    internal static string? Quantity(decimal? quantity)
    {
        _ = quantity is decimal value ? DecimalScale.Quantity.ToCount(value) : 0;
        return quantity?.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
