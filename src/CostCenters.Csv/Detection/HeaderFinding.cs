using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds the header among the first rows, or that there is none.</summary>
internal static class HeaderFinding
{
    private const int MostRows = 100;

    /// <summary>The index of the header; -1 where there is none.</summary>
    public static int Find(List<SampleRow> rows, ProposalDraft draft)
    {
        int width = LayoutFinding.Width(rows);
        int best = -1;
        int most = 1;
        for (int index = 0; index < Math.Min(rows.Count, MostRows); index++)
        {
            string[] filled = [.. rows[index].Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];
            int known = filled.Where(cell => KnownHeadings.IsKnown(cell, draft.IsBudget)).Distinct().Count();
            bool isText = filled.Count(CellKinds.IsTyped) <= filled.Length / 3;
            if (known > most && isText && filled.Length > 1)
            {
                best = index;
                most = known;
            }
        }

        best = best >= 0 ? best : FindByForm(rows, width);
        Say(best, rows, draft);
        return best;
    }

    /// <summary>The first row of texts alone, above rows of which columns are numbers or dates.</summary>
    private static int FindByForm(List<SampleRow> rows, int width)
    {
        for (int index = 0; index < Math.Min(rows.Count, MostRows); index++)
        {
            SampleRow row = rows[index];
            if (row.Filled < Math.Max(2, width * 0.6m))
            {
                continue;
            }

            bool isText = !row.Cells.Any(cell => CellKinds.IsTyped(cell.Trim()));
            return isText && rows.Skip(index + 1).Any(each => each.Cells.Any(cell => CellKinds.IsTyped(cell.Trim())))
                ? index
                : -1;
        }

        return -1;
    }

    private static void Say(int index, List<SampleRow> rows, ProposalDraft draft)
    {
        if (index < 0)
        {
            draft.Profile = draft.Profile.WithHeader(HeaderPlace.None);
            draft.Say("The first row has data: there is no header, and columns are meant by their place.");
        }
        else if (index > 0)
        {
            draft.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"The header stands in line {rows[index].Line}, below {index} other rows; it is found by its names."));
        }
        else
        {
            draft.Say("The first row is the header.");
        }
    }

    /// <summary>Lets the profile find the header by the names that it asks for, or skip to it.</summary>
    public static ImportProfile Place(ImportProfile profile, int index, SampleRow header, bool hasNames) =>
        index == 0 && !profile.Settings.Shape.IsFramed ? profile
        : hasNames ? profile.WithHeader(HeaderPlace.FoundWithin(Math.Min(1_000, (int)header.Line + 30)))
        : profile.WithPreamble((int)header.Line - 1);
}
