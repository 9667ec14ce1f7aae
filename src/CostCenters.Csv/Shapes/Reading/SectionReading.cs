using System.Text;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>What a row of a report in sections is.</summary>
internal enum SectionRow
{
    Posting,
    Label,
    Balance,
    Total,
    GrandTotal,
    TotalOfNone,
}

/// <summary>Follows the sections of a report from row to row, with what each sums.</summary>
internal sealed class SectionReading(SectionRules rules, SourceBinder binder)
{
    private readonly CellReading label = rules.Label.Bind(binder);
    private readonly HeadingPattern[] totals = [.. rules.Totals.Select(HeadingPattern.Parse)];
    private readonly List<AmountSums> sums = [];
    private readonly AmountSums grandSums = new();
    private bool hasPostings;

    /// <summary>The sums that the total of the current row must be.</summary>
    public AmountSums? Expected { get; private set; }

    /// <summary>Says what the row is and follows it: opens or closes sections.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hasAmount">Whether it has an amount.</param>
    public SectionRow Follow(ForeignRow row, bool hasAmount)
    {
        Expected = null;
        string text = Encoding.UTF8.GetString(label(row)).Trim();
        if (rules.GrandTotals.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            Expected = grandSums;
            return SectionRow.GrandTotal;
        }

        if (text.Length > 0 && Array.Exists(totals, total => total.Match(text) is not null))
        {
            if (TotalOf(row, text) is not int level)
            {
                return SectionRow.TotalOfNone;
            }

            Expected = sums[level];
            Close(row, level);
            return SectionRow.Total;
        }

        if (HasBalance(row))
        {
            return SectionRow.Balance;
        }

        if (text.Length > 0 && !hasAmount && row.FilledCount() == 1)
        {
            Open(row, text);
            return SectionRow.Label;
        }

        return SectionRow.Posting;
    }

    /// <summary>Adds an amount to the sections that are open.</summary>
    public void Add(int column, ExactNumber? amount)
    {
        hasPostings = true;
        grandSums.Add(column, amount);
        foreach (AmountSums each in sums)
        {
            each.Add(column, amount);
        }
    }

    private void Open(ForeignRow row, string text)
    {
        if (totals.Length == 0 && hasPostings && sums.Count > 0)
        {
            Close(row, sums.Count - 1);
        }

        hasPostings = false;
        row.Sections.Add(Encoding.UTF8.GetBytes(text));
        sums.Add(new AmountSums());
    }

    private void Close(ForeignRow row, int level)
    {
        while (sums.Count > level)
        {
            sums.RemoveAt(sums.Count - 1);
            row.Sections.RemoveAt(row.Sections.Count - 1);
        }
    }

    /// <summary>The level of the open section whose total a label names, the innermost first; null for none.</summary>
    private int? TotalOf(ForeignRow row, string text)
    {
        foreach (HeadingPattern total in totals)
        {
            if (total.Match(text) is not IReadOnlyDictionary<string, string> places)
            {
                continue;
            }

            string section = HeadingText.Fold(places["section"]);
            for (int level = row.Sections.Count - 1; level >= 0; level--)
            {
                if (HeadingText.Fold(Encoding.UTF8.GetString(row.Sections[level])) == section)
                {
                    return level;
                }
            }
        }

        return null;
    }

    private bool HasBalance(ForeignRow row)
    {
        for (int position = 0; !rules.Openings.IsEmpty && position < row.CellCount; position++)
        {
            if (rules.Openings.Contains(
                Encoding.UTF8.GetString(ForeignRow.Trim(row.Cell(position))), StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
