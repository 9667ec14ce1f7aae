using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
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

    /// <summary>Looks for another header below, as files have that were joined when columns changed.</summary>
    public static void FindSecond(List<SampleRow> below, string[] headings, ColumnSource first, ProposalDraft draft)
    {
        string[] names = [.. headings.Select(HeadingText.Fold)];
        SampleRow? second = below.Find(row => row.Filled > 1 && IsOtherHeader(row, names, draft));
        if (second is null)
        {
            return;
        }

        string[] cells = [.. second.Cells.Select(cell => cell.Trim())];
        int place = Array.FindIndex(cells, cell => cell.Length > 0);
        bool mayBeAlike = place == 0 && cells.Length == names.Length && !MovedHeader.IsMoved(names, cells);
        draft.Open(
            "header",
            string.Create(CultureInfo.InvariantCulture, $"Line {second.Line} is another header: ")
                + $"{string.Join(", ", cells)}. The rows below it may stand in other columns. Split the file there, "
                + "and detect each part by itself.",
            "WithFilter",
            "filters",
            mayBeAlike
                ?
                [
                    new ProfileChoice(
                        "same",
                        "It renames columns that stand where they stood",
                        profile => profile.WithFilter(
                            RowFilter.Drop(RowTest.Is(first, cells[0]), "further headers"))),
                ]
                : []);
    }

    /// <summary>Whether a row has texts alone of which half are known headings, and is not the header again.</summary>
    private static bool IsOtherHeader(SampleRow row, string[] names, ProposalDraft draft)
    {
        string[] filled = [.. row.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];
        int known = filled.Where(cell =>
            names.Contains(HeadingText.Fold(cell)) || KnownHeadings.IsKnown(cell, draft.IsBudget)).Distinct().Count();
        return known > 1
            && known * 2 >= filled.Length
            && !filled.Any(CellKinds.IsTyped)
            && !row.Cells.Select(HeadingText.Fold).SequenceEqual(names);
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
