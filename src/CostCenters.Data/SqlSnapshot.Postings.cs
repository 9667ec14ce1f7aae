using System.Data.Common;
using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Statements;
using CostCenters.Data.Tables;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Data;

public sealed partial class SqlSnapshot
{
    /// <summary>The most cells whose postings are looked for at once: 200.</summary>
    public const int MaxCells = 200;

    private const int PageSize = 100_000;

    /// <summary>Finds the postings behind cells, such as those of a leaf of a variance, one page at a time.</summary>
    /// <remarks>Law: the postings of all pages of a cell add up to its amount and quantity.</remarks>
    /// <param name="space">The space of the cube.</param>
    /// <param name="table">The names of the table, with a key.</param>
    /// <param name="cells">Center, element and period of each, at most <see cref="MaxCells"/>.</param>
    /// <param name="count">The most postings of a page, at least 1.</param>
    /// <param name="after">Where the page before ended (<see cref="SqlPostingPage.Next"/>), or null for the
    /// first.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The table has no key, or there are no cells or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or the calendar has no such
    /// period.</exception>
    /// <exception cref="KeyNotFoundException">The space has no such center or element.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlPostingPage> FindPostingsAsync(
        CubeSpace space,
        SqlLedgerTable table,
        IReadOnlyCollection<CellAddress> cells,
        int count,
        object? after = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        RequireKey(table);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (cells.Count is 0 or > MaxCells)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"1 to {MaxCells} cells were expected, not {cells.Count}."), nameof(cells));
        }

        LedgerQuery query =
            await LedgerQuery.PrepareAsync(session, space, table, cancellation).ConfigureAwait(false);
        var rules = new PostingRules(space);
        var places = cells.Select(cell => PlaceOf(cell, space, query, rules)).ToList();
        return await ReadPageAsync(query, query.Rows(places, after, count), space, table, count, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the accepted postings one by one, in order of their keys: the way back from a database.</summary>
    /// <param name="space">Centers, elements, calendar and scale.</param>
    /// <param name="table">The names of the table, with a key.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The table has no key.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">The engine failed.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async IAsyncEnumerable<Posting> ReadPostingsAsync(
        CubeSpace space, SqlLedgerTable table, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        RequireKey(table);
        LedgerQuery query =
            await LedgerQuery.PrepareAsync(session, space, table, cancellation).ConfigureAwait(false);
        object? after = null;
        do
        {
            SqlPostingPage page = await ReadPageAsync(
                query, query.Rows(null, after, PageSize), space, table, PageSize, cancellation).ConfigureAwait(false);
            foreach (SqlPosting posting in page.Postings)
            {
                yield return posting.Posting;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static void RequireKey(SqlLedgerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Key is null)
        {
            throw new ArgumentException("Postings are told apart and ordered by a key column.", nameof(table));
        }
    }

    /// <summary>Where the rows of a cell lie: only in spans in which they may be posted.</summary>
    private static CellPlace PlaceOf(
        CellAddress cell, CubeSpace space, LedgerQuery query, PostingRules rules)
    {
        int center = space.Centers.IndexOf(cell.Center);
        int element = space.Elements.IndexOf(cell.Element);
        FiscalCalendar calendar = space.Calendar;
        int adjustment = calendar.IsAdjustment(cell.Period) ? cell.Period.Number - calendar.PeriodCount : 0;
        IEnumerable<int> periods = adjustment == 0
            ? [calendar.OrdinalOf(cell.Period)]
            : Enumerable.Range(
                calendar.OrdinalOf(new FiscalPeriod(cell.Period.Year, 1)), calendar.PeriodCount);
        int[] spans =
        [
            .. periods.SelectMany(query.Spans.SpansOf)
                .Where(span => rules.Takes(center, element, query.Spans.FirstDayOf(span))),
        ];
        return new CellPlace(cell.Center.Value, cell.Element.Value, spans, adjustment);
    }

    private async Task<SqlPostingPage> ReadPageAsync(
        LedgerQuery query,
        SqlText text,
        CubeSpace space,
        SqlLedgerTable table,
        int count,
        CancellationToken cancellation)
    {
        var postings = new List<SqlPosting>();
        var rules = new PostingRules(space);
        int rows = 0;
        object? last = null;
        await session.ReadAsync(
            text,
            table.Table,
            row =>
            {
                rows++;
                last = row.GetValue(0);
                if (PostingOf(row, query, space, rules) is Posting posting)
                {
                    postings.Add(new SqlPosting(last, posting));
                }
            },
            cancellation).ConfigureAwait(false);
        return new SqlPostingPage(postings, rows == count ? last : null);
    }

    /// <summary>The posting of a row that has no fault in itself, or null when it may not be posted.</summary>
    private static Posting? PostingOf(DbDataReader row, LedgerQuery query, CubeSpace space, PostingRules rules)
    {
        if (DayValue.Of(row.IsDBNull(1) ? null : row.GetValue(1)) is not NodaTime.LocalDate date
            || TextOf(row, 2) is not { Length: > 0 } center || center.Contains('\0', StringComparison.Ordinal)
            || TextOf(row, 3) is not { Length: > 0 } element || element.Contains('\0', StringComparison.Ordinal)
            || !space.Centers.TryGet(new CenterCode(center), out Center? itsCenter)
            || !space.Elements.TryGet(new ElementCode(element), out CostElement? itsElement)
            || date < FiscalCalendar.FirstDate || date > FiscalCalendar.LastDate
            || !rules.Takes(itsCenter.Index, space.Elements.IndexOf(itsElement.Code), FiscalCalendar.DayNumber(date)))
        {
            return null;
        }

        long adjustment = LedgerGroup.Number(row, 4) ?? 0;
        return adjustment < 0 || adjustment > space.Calendar.AdjustmentPeriodCount
            ? null
            : new Posting(
                date,
                itsCenter.Code,
                itsElement.Code,
                space.Scale.ToDecimal(query.Amount.ReadOne(row, 7)),
                query.Quantity is null || row.IsDBNull(8)
                    ? null
                    : DecimalScale.Quantity.ToDecimal(query.Quantity.ReadOne(row, 8)),
                TextOf(row, 5),
                TextOf(row, 6),
                adjustment == 0 ? null : (int)adjustment);
    }
}
