using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

public sealed partial class LedgerSnapshot
{
    /// <summary>The postings of each year in the periods in which the year after is compared with them.</summary>
    /// <remarks>
    /// A period of the cube holds what was posted <see cref="ComparableWeeks.Days"/> days before its days, so the cube
    /// is the baseline of a comparison with last year by comparable weeks. Postings of the last 52 weeks of the
    /// calendar have no year after and are left out.
    /// </remarks>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="InvalidOperationException">The calendar of the ledger is one of months.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Cube ToComparableWeeks(CancellationToken cancellation = default)
    {
        if (Space.Calendar.WeekPattern is null)
        {
            throw new InvalidOperationException($"A calendar of '{Space.Calendar}' has no comparable weeks.");
        }

        cancellation.ThrowIfCancellationRequested();
        var builder = new CubeBuilder(Space);
        foreach (Posting posting in Postings(cancellation))
        {
            if (ComparableWeeks.TryGetPeriod(
                Space.Calendar, posting.Date, posting.AdjustmentPeriod, out FiscalPeriod period))
            {
                builder.Add(
                    new CellAddress(posting.Center, posting.Element, period), posting.Amount, posting.Quantity);
            }
        }

        return builder.Build(cancellation);
    }
}
