using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports;

public sealed partial class VarianceSlice
{
    /// <summary>The kind of the keys of centers in a tree, see <see cref="VarianceKey.Of"/>.</summary>
    public const string CenterKind = "center";

    /// <summary>The kind of the keys of the own amounts of centers in a tree.</summary>
    public const string OwnKind = "own";

    /// <summary>The kind of the keys of elements in a tree.</summary>
    public const string ElementKind = "element";

    /// <summary>The kind of the keys of groups of several elements in a tree.</summary>
    public const string GroupKind = "group";

    /// <summary>The kind of the keys of periods in a tree.</summary>
    public const string PeriodKind = "period";

    private static readonly ImmutableArray<ReportDimensions> Dimensions =
        [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period, ReportDimensions.ElementGroup];

    /// <summary>
    /// The slice as a variance tree: cut by the first dimension, each part by the second, and so on. By center every
    /// level of the hierarchy is a level of the tree, and by element group every level of the groups.
    /// </summary>
    /// <param name="cuts">The dimensions, each at most once; none for a tree of one node.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>A tree in the basis of the slice, cost or, for revenue, profit; its leaves carry their cells.</returns>
    /// <remarks>The work is in proportion to what the slice holds and to the centers below it, whatever the number of
    /// levels.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="cuts"/> is null.</exception>
    /// <exception cref="ArgumentException">A cut is not exactly one dimension.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public VarianceNode ToTree(IReadOnlyList<ReportDimensions> cuts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        ImmutableArray<ReportDimensions> copy = [.. cuts];
        return copy.All(cut => Dimensions.Contains(cut))
            ? new SliceTree(this, copy, cancellation).Build(cancellation)
            : throw new ArgumentException("Name exactly one dimension for each cut.", nameof(cuts));
    }

    /// <summary>Builds the tree of a slice from its cells, sorted so that each part is a run of them.</summary>
    private sealed class SliceTree
    {
        private readonly VarianceSlice slice;
        private readonly ImmutableArray<ReportDimensions> cuts;
        private readonly SliceEntry[] entries;
        private readonly int[] ends;
        private readonly InputUnit unit;

        public SliceTree(
            VarianceSlice slice, ImmutableArray<ReportDimensions> cuts, CancellationToken cancellation)
        {
            this.slice = slice;
            this.cuts = cuts;
            unit = InputUnit.Of(slice.comparison.Space.Currency);
            ends = EndsOf(slice);
            int[] ranks = new int[slice.comparison.Space.ElementCount];
            foreach ((int index, int rank) in slice.comparison.Space.Elements.IndexesByCode.Select((e, r) => (e, r)))
            {
                ranks[index] = rank;
            }

            var read = new List<SliceEntry>();
            slice.Read(read.Add, cancellation);
            entries = [.. read];
            ReportDimensions[] order = [.. cuts.Concat(Dimensions).Distinct()];
            CancelableItems.Sort(entries, Compare, cancellation);

            int Compare(SliceEntry left, SliceEntry right)
            {
                int compared = 0;
                for (int i = 0; i < order.Length && compared == 0; i++)
                {
                    compared = KeyOf(left, order[i]).CompareTo(KeyOf(right, order[i]));
                }

                return compared;
            }

            int KeyOf(in SliceEntry entry, ReportDimensions dimension) =>
                dimension == ReportDimensions.Element ? ranks[entry.Element] : IndexOf(entry, dimension);
        }

        public VarianceNode Build(CancellationToken cancellation)
        {
            var open = new Stack<Part>();
            open.Push(new Part(slice.place, slice.IsOwn, slice.elements, slice.periodIndex)
            {
                CutBy = slice.Period is not null ? ReportDimensions.Period
                    : slice.elements is not null ? ReportDimensions.ElementGroup
                    : ReportDimensions.Center,
                Until = entries.Length,
            });
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                Part part = open.Peek();
                if (Next(part) is Part next)
                {
                    open.Push(next);
                    continue;
                }

                VarianceNode node = ToNode(open.Pop());
                if (!open.TryPeek(out Part? parent))
                {
                    return node;
                }

                parent.Nodes.Add(node);
                parent.Sum.Add(part.Sum);
            }
        }

        /// <summary>One past the last descendant of each center of the slice.</summary>
        private static int[] EndsOf(VarianceSlice slice)
        {
            int[] ends = [.. Enumerable.Range(slice.place + 1, slice.end - slice.place)];
            for (int node = slice.end - 1; node > slice.place; node--)
            {
                ref int end = ref ends[slice.tree.Nodes[node].Parent - slice.place];
                end = Math.Max(end, ends[node - slice.place]);
            }

            return ends;
        }

        private int IndexOf(in SliceEntry entry, ReportDimensions dimension) => dimension switch
        {
            ReportDimensions.Center => entry.Place,
            ReportDimensions.Element => entry.Element,
            ReportDimensions.ElementGroup => slice.ElementTree.PlaceOf(entry.Element),
            _ => entry.Period,
        };

        private int EndOf(int place) => ends[place - slice.place];

        /// <summary>The next part that a part is cut into; null when there is none left.</summary>
        private Part? Next(Part part)
        {
            while (part.Cut < cuts.Length && IsCutThrough(part, cuts[part.Cut]))
            {
                part.Cut++;
            }

            if (part.Cut == cuts.Length || part.Next == part.Until)
            {
                return null;
            }

            Part next = cuts[part.Cut] switch
            {
                ReportDimensions.Center => NextCenter(part),
                ReportDimensions.ElementGroup => NextGroup(part),
                _ => NextIndex(part, cuts[part.Cut]),
            };
            part.Next = next.Until;
            return next;
        }

        /// <summary>Whether a tree leaves nothing to cut: a center with children, like a group with members, is cut
        /// again, until its own amounts are left.</summary>
        private bool IsCutThrough(Part part, ReportDimensions dimension) => dimension switch
        {
            ReportDimensions.Center => part.IsOwn || EndOf(part.Place) == part.Place + 1,
            ReportDimensions.ElementGroup => part.Elements is { IsOne: true },
            _ => false,
        };

        private Part NextCenter(Part part)
        {
            int place = entries[part.Next].Place;
            bool isOwn = place == part.Place;
            int child = isOwn ? part.Place : Math.Max(part.Child, part.Place + 1);
            while (!isOwn && EndOf(child) <= place)
            {
                child = EndOf(child);
            }

            part.Child = child;
            return PartOf(
                part,
                new Part(child, isOwn, part.Elements, part.Period),
                ReportDimensions.Center,
                EndOfRun(part, ReportDimensions.Center, isOwn ? place + 1 : EndOf(child)),
                part.Cut);
        }

        private Part NextGroup(Part part)
        {
            ElementTree groups = slice.ElementTree;
            int place = IndexOf(entries[part.Next], ReportDimensions.ElementGroup);
            bool isOwn = part.Elements is ElementSpan own && own.From == place;
            int child = isOwn ? place : Math.Max(part.Child, part.Elements is ElementSpan all ? all.From + 1 : 0);
            while (!isOwn && groups.EndOf(child) <= place)
            {
                child = groups.EndOf(child);
            }

            part.Child = child;
            var span = new ElementSpan(child, isOwn ? child + 1 : groups.EndOf(child));
            return PartOf(
                part,
                new Part(part.Place, part.IsOwn, span, part.Period),
                ReportDimensions.ElementGroup,
                EndOfRun(part, ReportDimensions.ElementGroup, span.End),
                part.Cut);
        }

        private Part NextIndex(Part part, ReportDimensions dimension)
        {
            int index = IndexOf(entries[part.Next], dimension);
            int until = part.Next;
            while (until < part.Until && IndexOf(entries[until], dimension) == index)
            {
                until++;
            }

            Part next = dimension == ReportDimensions.Element
                ? new Part(part.Place, part.IsOwn, slice.OneElement(index), part.Period)
                : new Part(part.Place, part.IsOwn, part.Elements, index);
            return PartOf(part, next, dimension, until, part.Cut + 1);
        }

        /// <summary>One past the last cell of a part below a bound; cells of a part are sorted by what it is cut
        /// by.</summary>
        private int EndOfRun(Part part, ReportDimensions dimension, int bound)
        {
            (int within, int until) = (part.Next, part.Until);
            while (until - within > 1)
            {
                int middle = within + ((until - within) / 2);
                (within, until) = IndexOf(entries[middle], dimension) < bound ? (middle, until) : (within, middle);
            }

            return until;
        }

        private static Part PartOf(Part whole, Part part, ReportDimensions cutBy, int until, int cut)
        {
            (part.CutBy, part.From, part.Next, part.Until, part.Cut) = (cutBy, whole.Next, whole.Next, until, cut);
            return part;
        }

        private VarianceNode ToNode(Part part)
        {
            Comparison comparison = slice.comparison;
            string formula = $"{comparison.ActualName} - {comparison.BudgetName}";
            bool isLeaf = part.Nodes.Count == 0;
            for (int i = part.From; isLeaf && i < part.Until; i++)
            {
                part.Sum.Add(entries[i]);
            }

            Variance variance = part.Sum.ToVariance(comparison.Space.Scale, slice.Variance.Measure);
            var amount = Fraction.Of(variance.Difference);
            VarianceInput[] inputs =
            [
                new(comparison.ActualName, Fraction.Of(variance.Actual), unit),
                new(comparison.BudgetName, Fraction.Of(variance.Budget ?? 0m), unit),
            ];
            (string key, string name) = TitleOf(part);
            VarianceBasis basis = variance.Measure == Measure.Cost ? VarianceBasis.Cost : VarianceBasis.Profit;
            return isLeaf
                ? VarianceNode.Leaf(key, name, basis, amount, formula, inputs, CellsOf(part))
                : VarianceNode.Whole(key, name, amount, formula, inputs, part.Nodes);
        }

        private (string Key, string Name) TitleOf(Part part)
        {
            if (part.CutBy == ReportDimensions.Period)
            {
                string period = slice.comparison.Periods[part.Period!.Value].ToString();
                return (VarianceKey.Of(PeriodKind, period), period);
            }

            if (part.CutBy is ReportDimensions.Element or ReportDimensions.ElementGroup)
            {
                ElementSpan span = part.Elements!.Value;
                CostElement cost = slice.ElementTree.Nodes[span.From].Element;
                return (
                    VarianceKey.Of(span.IsOne ? ElementKind : GroupKind, cost.Code.Value), $"{cost.Code} {cost.Name}");
            }

            Center center = slice.tree.Nodes[part.Place].Center;
            return part.IsOwn
                ? (VarianceKey.Of(OwnKind, center.Code.Value), $"{center.Code} own amounts")
                : (VarianceKey.Of(CenterKind, center.Code.Value),
                    $"{center.Code} {center.PlacedAt(slice.tree.AsOf).Name}");
        }

        private IEnumerable<CellAddress> CellsOf(Part part)
        {
            for (int i = part.From; i < part.Until; i++)
            {
                (int place, int element, int period, _, _) = entries[i];
                bool isNew = i == part.From || (entries[i - 1].Place, entries[i - 1].Element, entries[i - 1].Period)
                    != (place, element, period);
                if (isNew)
                {
                    yield return new CellAddress(
                        slice.tree.Nodes[place].Center.Code,
                        slice.comparison.Space.Elements.Elements[element].Code,
                        slice.comparison.Periods[period]);
                }
            }
        }

        /// <summary>A run of the cells that becomes a node, and its parts so far.</summary>
        private sealed class Part(int place, bool isOwn, ElementSpan? elements, int? period)
        {
            public SliceSum Sum;

            public int Place => place;

            public bool IsOwn => isOwn;

            public ElementSpan? Elements => elements;

            public int? Period => period;

            /// <summary>The dimension that cut it from its whole, which names it.</summary>
            public ReportDimensions CutBy { get; set; }

            public int From { get; set; }

            public int Until { get; set; }

            /// <summary>Which cut parts it.</summary>
            public int Cut { get; set; }

            /// <summary>The first cell that is in no part yet.</summary>
            public int Next { get; set; }

            /// <summary>The child that was cut last; those before it have been.</summary>
            public int Child { get; set; }

            public List<VarianceNode> Nodes { get; } = [];
        }
    }
}
