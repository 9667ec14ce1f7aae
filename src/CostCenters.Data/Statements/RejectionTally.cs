using CostCenters.Data.Results;

namespace CostCenters.Data.Statements;

/// <summary>Counts rejected rows by reason and column, and keeps where to find one of each.</summary>
/// <typeparam name="T">What finds a row: the key of its group, or its text.</typeparam>
internal sealed class RejectionTally<T>
{
    private readonly SortedDictionary<(SqlRejectionReason Reason, string Column), (long Rows, T Place)> tallies =
        new(Comparer<(SqlRejectionReason Reason, string Column)>.Create((left, right) =>
            left.Reason != right.Reason
                ? left.Reason.CompareTo(right.Reason)
                : string.CompareOrdinal(left.Column, right.Column)));

    /// <summary>How many rows have a fault.</summary>
    public long RowsRejected { get; private set; }

    /// <summary>Every reason, with its rows and the place of the first.</summary>
    public IEnumerable<(SqlRejectionReason Reason, string Column, long Rows, T Place)> All =>
        tallies.Select(tally => (tally.Key.Reason, tally.Key.Column, tally.Value.Rows, tally.Value.Place));

    /// <summary>Counts rows with their faults.</summary>
    public void Add(IEnumerable<(SqlRejectionReason Reason, string Column)> faults, long rows, T place)
    {
        RowsRejected += rows;
        foreach ((SqlRejectionReason Reason, string Column) fault in faults)
        {
            (long Rows, T Place) tally = tallies.GetValueOrDefault(fault, (0, place));
            tallies[fault] = (tally.Rows + rows, tally.Place);
        }
    }
}
