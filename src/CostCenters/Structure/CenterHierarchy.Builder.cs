using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Structure;

public sealed partial class CenterHierarchy
{
    /// <summary>Collects centers with their validities and checks them together.</summary>
    public sealed class Builder
    {
        private readonly List<(CenterCode Code, CenterValidity Validity)> rows = [];

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
            rows.Add((code, validity));
            return this;
        }

        /// <summary>
        /// All faults of the rows added so far, in order of the rows: validities of one center that share a day, an
        /// unknown parent, a cycle on any day in the tree as a report would draw it.
        /// </summary>
        public ImmutableArray<StructureFault> FindFaults()
        {
            var centers = RowsByCenter();
            var faults = new List<StructureFault>();
            foreach (List<int> ofCenter in centers.Values)
            {
                int longest = ofCenter[0];
                foreach (int row in ofCenter.Skip(1))
                {
                    if (rows[row].Validity.From <= rows[longest].Validity.Through)
                    {
                        faults.Add(Overlap(earlier: longest, later: row));
                    }

                    longest = rows[row].Validity.Through > rows[longest].Validity.Through ? row : longest;
                }
            }

            for (int row = 0; row < rows.Count; row++)
            {
                if (rows[row].Validity.Parent is CenterCode parent && !centers.ContainsKey(parent))
                {
                    faults.Add(Fault(
                        StructureFaultKind.UnknownParent,
                        row,
                        $"has the unknown parent '{parent}'; add it or leave the parent empty."));
                }
            }

            faults.AddRange(FindCycles(centers));
            return [.. faults.Distinct().OrderBy(fault => fault.Row)];
        }

        /// <summary>Builds the hierarchy.</summary>
        /// <exception cref="StructureException">There are faults; the exception tells all of them.</exception>
        public CenterHierarchy Build()
        {
            ImmutableArray<StructureFault> faults = FindFaults();
            return faults.IsEmpty
                ? new CenterHierarchy([.. RowsByCenter().Select(ToCenter)])
                : throw new StructureException(faults);
        }

        private Center ToCenter(KeyValuePair<CenterCode, List<int>> rowsOfCenter, int index) =>
            new(rowsOfCenter.Key, index, [.. rowsOfCenter.Value.Select(row => rows[row].Validity)]);

        /// <summary>The rows of each center in order of time; the centers in order of appearance.</summary>
        private OrderedDictionary<CenterCode, List<int>> RowsByCenter()
        {
            var centers = new OrderedDictionary<CenterCode, List<int>>();
            for (int row = 0; row < rows.Count; row++)
            {
                if (!centers.TryGetValue(rows[row].Code, out List<int>? ofCenter))
                {
                    centers.Add(rows[row].Code, ofCenter = []);
                }

                ofCenter.Add(row);
            }

            foreach (List<int> ofCenter in centers.Values.Where(ofCenter => ofCenter.Count > 1))
            {
                ofCenter.Sort((left, right) =>
                    (rows[left].Validity.From, left).CompareTo((rows[right].Validity.From, right)));
            }

            return centers;
        }

        /// <summary>
        /// Placements change only on days on which a later validity begins, so the tree is checked on the first day of
        /// all and on each of those days.
        /// </summary>
        private List<StructureFault> FindCycles(OrderedDictionary<CenterCode, List<int>> centers)
        {
            var current = centers.ToDictionary(pair => pair.Key, pair => pair.Value[0]);
            var changes = centers.Values
                .SelectMany(ofCenter => ofCenter.Skip(1))
                .GroupBy(row => rows[row].Validity.From)
                .OrderBy(day => day.Key);
            var cyclic = new SortedDictionary<int, LocalDate>();
            CollectCycles(current, current.Values, CenterValidity.Beginning, cyclic);
            foreach (IGrouping<LocalDate, int> day in changes)
            {
                foreach (int row in day)
                {
                    current[rows[row].Code] = row;
                }

                CollectCycles(current, day, day.Key, cyclic);
            }

            return [.. cyclic.Select(pair => Fault(
                StructureFaultKind.Cycle,
                pair.Key,
                pair.Value == CenterValidity.Beginning
                    ? "is its own ancestor; change a parent."
                    : $"is its own ancestor from {pair.Value:uuuu-MM-dd} on; change a parent or a validity."))];
        }

        /// <summary>A cycle that appears on a day runs through a row that begins on it.</summary>
        private void CollectCycles(
            Dictionary<CenterCode, int> current,
            IEnumerable<int> changed,
            LocalDate day,
            SortedDictionary<int, LocalDate> cyclic)
        {
            CenterCode? ParentOf(CenterCode code) =>
                current.TryGetValue(code, out int row) ? rows[row].Validity.Parent : null;

            foreach (int row in changed)
            {
                if (Ancestry.IsOwnAncestor(rows[row].Code, ParentOf))
                {
                    cyclic.TryAdd(row, day);
                }
            }
        }

        private StructureFault Overlap(int earlier, int later) =>
            Fault(
                StructureFaultKind.OverlappingValidity,
                Math.Max(earlier, later),
                "has two validities that share a day; let one end before the other begins.");

        private StructureFault Fault(StructureFaultKind kind, int row, string message) =>
            new(kind, row, rows[row].Code.Value, $"Center '{rows[row].Code}' {message}");
    }
}
