using System.Collections.Immutable;

namespace CostCenters.Structure;

public sealed partial class ElementChart
{
    /// <summary>Collects elements and checks them together.</summary>
    public sealed class Builder
    {
        private readonly List<CostElement> elements = [];
        private readonly Dictionary<ElementCode, int> rowOfCode = [];

        /// <summary>Adds an element; faults are told by <see cref="FindFaults"/> and <see cref="Build"/>.</summary>
        /// <param name="element">The element.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="element"/> is null.</exception>
        public Builder Add(CostElement element)
        {
            ArgumentNullException.ThrowIfNull(element);
            rowOfCode.TryAdd(element.Code, elements.Count);
            elements.Add(element);
            return this;
        }

        /// <summary>Puts an element in the place of the one with its code: another name, parent, validity, ... from now
        /// on. Its number stays.</summary>
        /// <param name="element">The element as it is to be.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="element"/> is null.</exception>
        /// <exception cref="KeyNotFoundException">No element was added with that code.</exception>
        public Builder Change(CostElement element)
        {
            ArgumentNullException.ThrowIfNull(element);
            if (!rowOfCode.TryGetValue(element.Code, out int row))
            {
                throw new KeyNotFoundException($"No element has the code '{element.Code}'.");
            }

            elements[row] = element;
            return this;
        }

        /// <summary>All faults of the elements added so far, in order of their rows: a code twice, an unknown parent,
        /// an element that is its own ancestor.</summary>
        /// <param name="cancellation">Ends the work.</param>
        /// <exception cref="OperationCanceledException">The token asked for it.</exception>
        public ImmutableArray<StructureFault> FindFaults(CancellationToken cancellation = default)
        {
            cancellation.ThrowIfCancellationRequested();
            var faults = new List<StructureFault>();
            for (int row = 0; row < elements.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (rowOfCode[elements[row].Code] != row)
                {
                    faults.Add(Fault(
                        StructureFaultKind.DuplicateCode, row, "stands twice; remove one row or rename it."));
                }
            }

            for (int row = 0; row < elements.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (elements[row].Parent is ElementCode parent && !rowOfCode.ContainsKey(parent))
                {
                    faults.Add(Fault(
                        StructureFaultKind.UnknownParent,
                        row,
                        $"has the unknown parent '{parent}'; add it or leave the parent empty."));
                }
            }

            int[] parents = [.. elements.Select(element =>
                element.Parent is ElementCode parent ? rowOfCode.GetValueOrDefault(parent, -1) : -1)];
            bool[] isOwnAncestor = Ancestry.FindOwnAncestors(parents);
            for (int row = 0; row < elements.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (isOwnAncestor[rowOfCode[elements[row].Code]])
                {
                    faults.Add(Fault(StructureFaultKind.Cycle, row, "is its own ancestor; change a parent."));
                }
            }

            return [.. faults.OrderBy(fault => fault.Row)];
        }

        /// <summary>Builds the chart.</summary>
        /// <param name="cancellation">Ends the work.</param>
        /// <exception cref="StructureException">There are faults; the exception tells all of them.</exception>
        /// <exception cref="OperationCanceledException">The token asked for it.</exception>
        public ElementChart Build(CancellationToken cancellation = default)
        {
            ImmutableArray<StructureFault> faults = FindFaults(cancellation);
            return faults.IsEmpty ? new ElementChart([.. elements]) : throw new StructureException(faults);
        }

        private StructureFault Fault(StructureFaultKind kind, int row, string message) =>
            new(kind, row, elements[row].Code.Value, $"Element '{elements[row].Code}' {message}");
    }
}
