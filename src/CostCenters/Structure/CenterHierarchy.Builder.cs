using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Structure;

public sealed partial class CenterHierarchy
{
    /// <summary>Collects centers with their validities and checks them together.</summary>
    /// <remarks>Checking takes time in proportion to the rows, however deep the tree is, and n log n to sort them;
    /// where parents change on many days, the square root of the number of changes comes as a factor.</remarks>
    public sealed class Builder
    {
        private readonly OrderedDictionary<CenterCode, List<Row>> centers = [];
        private int count;

        /// <summary>Adds a center, or another validity of a center that is there already; faults are told by
        /// <see cref="FindFaults"/> and <see cref="Build"/>.</summary>
        /// <param name="code">The code of the center.</param>
        /// <param name="validity">What the center is, and when.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="validity"/> is null.</exception>
        public Builder Add(CenterCode code, CenterValidity validity)
        {
            _ = code.Value;
            ArgumentNullException.ThrowIfNull(validity);
            if (!centers.TryGetValue(code, out List<Row>? rows))
            {
                centers.Add(code, rows = []);
            }

            rows.Add(new Row(count++, code, validity));
            return this;
        }

        /// <summary>Makes a center what a validity says on each of its days; on all other days it stays what it was.
        /// </summary>
        /// <remarks>Validities that share days with the new one are cut, split or dropped. To let a center be another
        /// one from a day on, leave the end of the new validity open.</remarks>
        /// <param name="code">The code of a center that was added.</param>
        /// <param name="validity">What the center is to be, and when.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="validity"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">No center was added with that code.</exception>
        public Builder Change(CenterCode code, CenterValidity validity)
        {
            ArgumentNullException.ThrowIfNull(validity);
            Clear(code, validity.From, validity.Through);
            return Add(code, validity);
        }

        /// <summary>Lets a center end: after a day it is not valid any more. Reports still show it where it stood last.
        /// </summary>
        /// <param name="code">The code of a center that was added.</param>
        /// <param name="last">Its last day.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">The center would have no day left.</exception>
        /// <exception cref="KeyNotFoundException">No center was added with that code.</exception>
        public Builder End(CenterCode code, LocalDate last)
        {
            if (RowsOf(code).TrueForAll(row => row.Validity.From > last))
            {
                throw new ArgumentException($"Center '{code}' has no day up to {last:uuuu-MM-dd}.", nameof(last));
            }

            if (last < CenterValidity.End)
            {
                Clear(code, last.PlusDays(1), CenterValidity.End);
            }

            return this;
        }

        /// <summary>
        /// All faults of the rows added so far, in order of the rows: validities of one center that share a day, an
        /// unknown parent, a cycle on any day in the tree as a report would draw it.
        /// </summary>
        /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
        /// <exception cref="OperationCanceledException">The token asked for it.</exception>
        public ImmutableArray<StructureFault> FindFaults(CancellationToken cancellation = default)
        {
            SortByTime();
            var faults = new List<StructureFault>();
            foreach (List<Row> rows in centers.Values)
            {
                cancellation.ThrowIfCancellationRequested();
                Row longest = rows[0];
                foreach (Row row in rows)
                {
                    if (row != longest && row.Validity.From <= longest.Validity.Through)
                    {
                        faults.Add(Fault(
                            StructureFaultKind.OverlappingValidity,
                            row.Number > longest.Number ? row : longest,
                            "has two validities that share a day; let one end before the other begins."));
                    }

                    longest = row.Validity.Through > longest.Validity.Through ? row : longest;
                    if (row.Validity.Parent is CenterCode parent && !centers.ContainsKey(parent))
                    {
                        faults.Add(Fault(
                            StructureFaultKind.UnknownParent,
                            row,
                            $"has the unknown parent '{parent}'; add it or leave the parent empty."));
                    }
                }
            }

            faults.AddRange(FindCycles(cancellation));
            return [.. faults.Distinct().OrderBy(fault => fault.Row).ThenBy(fault => fault.Kind)];
        }

        /// <summary>Builds the hierarchy.</summary>
        /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
        /// <exception cref="OperationCanceledException">The token asked for it.</exception>
        /// <exception cref="StructureException">There are faults; the exception tells all of them.</exception>
        public CenterHierarchy Build(CancellationToken cancellation = default)
        {
            ImmutableArray<StructureFault> faults = FindFaults(cancellation);
            return faults.IsEmpty
                ? new CenterHierarchy([.. centers.Select((center, index) =>
                    new Center(center.Key, index, [.. center.Value.Select(row => row.Validity)]))])
                : throw new StructureException(faults);
        }

        private List<Row> RowsOf(CenterCode code) =>
            centers.TryGetValue(code, out List<Row>? rows)
                ? rows
                : throw new KeyNotFoundException($"No center has the code '{code}'.");

        /// <summary>Cuts a span of days out of the validities of a center.</summary>
        private void Clear(CenterCode code, LocalDate from, LocalDate through)
        {
            List<Row> rows = RowsOf(code);
            Row[] cut = [.. rows.Where(row => row.Validity.From <= through && row.Validity.Through >= from)];
            rows.RemoveAll(cut.Contains);
            foreach (Row row in cut)
            {
                if (row.Validity.From < from)
                {
                    rows.Add(row with { Validity = row.Validity.On(row.Validity.From, from.PlusDays(-1)) });
                }

                if (row.Validity.Through > through)
                {
                    rows.Add(row with { Validity = row.Validity.On(through.PlusDays(1), row.Validity.Through) });
                }
            }
        }

        private void SortByTime()
        {
            foreach (List<Row> rows in centers.Values.Where(rows => rows.Count > 1))
            {
                rows.Sort((left, right) =>
                    (left.Validity.From, left.Number).CompareTo((right.Validity.From, right.Number)));
            }
        }

        /// <summary>
        /// Placements change only on days on which a later validity begins, so the tree is checked on the first day of
        /// all and on each of those days.
        /// </summary>
        private IEnumerable<StructureFault> FindCycles(CancellationToken cancellation)
        {
            var current = new Row[centers.Count];
            int[] parents = new int[centers.Count];
            for (int center = 0; center < parents.Length; center++)
            {
                current[center] = centers.GetAt(center).Value[0];
                parents[center] = ParentOf(current[center]);
            }

            var cyclic = new Dictionary<Row, LocalDate>();
            bool[] isOwnAncestor = Ancestry.FindOwnAncestors(parents);
            for (int center = 0; center < parents.Length; center++)
            {
                if (isOwnAncestor[center])
                {
                    cyclic.Add(current[center], CenterValidity.Beginning);
                }
            }

            (int Center, Row Row)[] changes =
            [
                .. centers.SelectMany((rows, center) => rows.Value.Skip(1).Select(row => (center, row)))
                    .OrderBy(change => change.row.Validity.From),
            ];
            var chains = new ChangingAncestry(parents);
            foreach ((int change, LocalDate day) in chains.FindOwnAncestors(
                [.. changes.Select(change => (change.Center, ParentOf(change.Row), change.Row.Validity.From))],
                cancellation))
            {
                cyclic.TryAdd(changes[change].Row, day);
            }

            return cyclic.Select(pair => Fault(
                StructureFaultKind.Cycle,
                pair.Key,
                pair.Value == CenterValidity.Beginning
                    ? "is its own ancestor; change a parent."
                    : $"is its own ancestor from {pair.Value:uuuu-MM-dd} on; change a parent or a validity."));
        }

        private int ParentOf(Row row) => row.Validity.Parent is CenterCode parent ? centers.IndexOf(parent) : -1;

        private static StructureFault Fault(StructureFaultKind kind, Row row, string message) =>
            new(kind, row.Number, row.Code.Value, $"Center '{row.Code}' {message}");

        /// <param name="Number">The number of the addition or change that gave the row.</param>
        /// <param name="Code">The code of the center.</param>
        /// <param name="Validity">What the center is, and when.</param>
        private sealed record Row(int Number, CenterCode Code, CenterValidity Validity);
    }
}
