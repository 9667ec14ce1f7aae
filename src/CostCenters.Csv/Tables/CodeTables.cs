using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>Finds centers and elements by the bytes of a cell, and tells codes that are unknown.</summary>
internal sealed class CodeTables
{
    private readonly CodeTable<Center> centers = new();
    private readonly CodeTable<(CostElement Element, int Index)> elements = new();

    public CodeTables(CenterHierarchy hierarchy, ElementChart? chart)
    {
        foreach (Center center in hierarchy.Centers)
        {
            centers.TryAdd(center.Code.Value, center);
        }

        for (int index = 0; index < (chart?.Elements.Length ?? 0); index++)
        {
            elements.TryAdd(chart!.Elements[index].Code.Value, (chart.Elements[index], index));
        }
    }

    public Center? ReadCenter(CellReader cells, int column)
    {
        if (!cells.TryGetCode(column, out ReadOnlySpan<byte> code))
        {
            return null;
        }

        if (!centers.TryGet(code, out Center? center))
        {
            cells.Tell(
                column,
                ImportIssueCode.UnknownCenter,
                "No center has this code. Add it to the centers, or correct it.");
        }

        return center;
    }

    public bool TryReadElement(CellReader cells, int column, out CostElement? element, out int index)
    {
        (element, index) = (null, -1);
        if (!cells.TryGetCode(column, out ReadOnlySpan<byte> code))
        {
            return false;
        }

        if (!elements.TryGet(code, out (CostElement Element, int Index) found))
        {
            return cells.Tell(
                column,
                ImportIssueCode.UnknownElement,
                "No element has this code. Add it to the elements, or correct it.");
        }

        (element, index) = found;
        return true;
    }
}
