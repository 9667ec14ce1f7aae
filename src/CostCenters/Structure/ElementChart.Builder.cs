using System.Collections.Immutable;

namespace CostCenters.Structure;

public sealed partial class ElementChart
{
    /// <summary>Collects elements and checks them together.</summary>
    public sealed class Builder
    {
        private readonly List<CostElement> elements = [];

        /// <summary>Adds an element; faults are told by <see cref="FindFaults"/> and <see cref="Build"/>.</summary>
        /// <param name="element">The element.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="element"/> is null.</exception>
        public Builder Add(CostElement element)
        {
            ArgumentNullException.ThrowIfNull(element);
            elements.Add(element);
            return this;
        }

        /// <summary>All faults of the elements added so far, in order of their rows: a code twice, an unknown parent,
        /// an element that is its own ancestor.</summary>
        public ImmutableArray<StructureFault> FindFaults()
        {
            var faults = new List<StructureFault>();
            var first = new Dictionary<ElementCode, CostElement>();
            for (int row = 0; row < elements.Count; row++)
            {
                if (!first.TryAdd(elements[row].Code, elements[row]))
                {
                    faults.Add(Fault(
                        StructureFaultKind.DuplicateCode, row, "stands twice; remove one row or rename it."));
                }
            }

            for (int row = 0; row < elements.Count; row++)
            {
                if (elements[row].Parent is ElementCode parent && !first.ContainsKey(parent))
                {
                    faults.Add(Fault(
                        StructureFaultKind.UnknownParent,
                        row,
                        $"has the unknown parent '{parent}'; add it or leave the parent empty."));
                }
            }

            var parents = first.ToDictionary(pair => pair.Key, pair => pair.Value.Parent);
            for (int row = 0; row < elements.Count; row++)
            {
                if (Ancestry.IsOwnAncestor(elements[row].Code, code => parents.GetValueOrDefault(code)))
                {
                    faults.Add(Fault(StructureFaultKind.Cycle, row, "is its own ancestor; change a parent."));
                }
            }

            return [.. faults.OrderBy(fault => fault.Row)];
        }

        /// <summary>Builds the chart.</summary>
        /// <exception cref="StructureException">There are faults; the exception tells all of them.</exception>
        public ElementChart Build()
        {
            ImmutableArray<StructureFault> faults = FindFaults();
            return faults.IsEmpty ? new ElementChart([.. elements]) : throw new StructureException(faults);
        }

        private StructureFault Fault(StructureFaultKind kind, int row, string message) =>
            new(kind, row, elements[row].Code.Value, $"Element '{elements[row].Code}' {message}");
    }
}
