using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;

namespace CostCenters.Reporting.Pages;

/// <summary>Folds what stands below a center, by check boxes and a rule of style for each, without any script.
/// </summary>
internal sealed class Folding
{
    private const int MostFolds = 400;
    private const int MostLevels = 6;
    private const int UsualRows = 60;

    private readonly ReportLines lines;
    private readonly string prefix;
    private readonly int rowsPerLine;
    private readonly int[] folds;
    private readonly int openLevels;

    /// <summary>Decides what folds, and how far it is open at first.</summary>
    /// <param name="lines">The rows.</param>
    /// <param name="prefix">Letters that tell this table from others of the page.</param>
    /// <param name="rowsPerLine">How many rows of the report stand in one line of the table.</param>
    public Folding(ReportLines lines, string prefix, int rowsPerLine = 1)
    {
        this.lines = lines;
        this.rowsPerLine = rowsPerLine;
        this.prefix = prefix;
        folds = new int[lines.Groups.Count];
        Array.Fill(folds, -1);
        int count = 0;
        for (int level = 0; level < MostLevels; level++)
        {
            for (int index = 0; index < folds.Length && count < MostFolds; index++)
            {
                if (lines.Groups[index].Depth == level && lines.Groups[index].HasParts(index))
                {
                    folds[index] = count++;
                }
            }
        }

        Count = count;
        openLevels = 1;
        while (openLevels < MostLevels && RowsThrough(openLevels + 1) <= UsualRows)
        {
            openLevels++;
        }
    }

    /// <summary>How many centers fold.</summary>
    public int Count { get; }

    /// <summary>The rules, and the box that opens everything.</summary>
    public void WriteRules(HtmlWriter html)
    {
        if (Count == 0)
        {
            return;
        }

        html.Raw("<style>"u8);
        for (int fold = 0; fold < Count; fold++)
        {
            html.Raw("tbody:has(#"u8).Text(prefix).Number(fold).Raw(":not(:checked)) ."u8).Text(prefix).Number(fold)
                .Raw("{display:none}"u8);
        }

        html.Raw("#"u8).Text(prefix).Raw("all:checked~.scroll tbody tr{display:table-row!important}"u8)
            .Raw("</style>\n<input type=\"checkbox\" class=\"all\" id=\""u8).Text(prefix).Raw("all\"> "u8)
            .Raw("<label class=\"all\" for=\""u8).Text(prefix).Raw("all\">Show all levels</label>\n"u8);
    }

    /// <summary>The classes of a row: its depth, and each center above it that folds.</summary>
    public void WriteClasses(HtmlWriter html, int group)
    {
        html.Raw("d"u8).Number(Math.Min(lines.Groups[group].Depth, MostLevels));
        for (int above = lines.Groups[group].Parent; above >= 0; above = lines.Groups[above].Parent)
        {
            if (folds[above] >= 0)
            {
                html.Raw(" "u8).Text(prefix).Number(folds[above]);
            }
        }
    }

    /// <summary>The head of a row: how far it is indented, the box that folds it, code and name.</summary>
    public void WriteHead(HtmlWriter html, int index, int rows)
    {
        LineGroup group = lines.Groups[index];
        html.Raw("<th scope=\"row\""u8);
        if (rows > 1)
        {
            html.Raw(" rowspan=\""u8).Number(rows).Raw("\""u8);
        }

        html.Raw(" class=\"c i"u8).Number(Math.Min(group.Depth, MostLevels)).Raw("\">"u8);
        if (folds[index] >= 0)
        {
            html.Raw("<input type=\"checkbox\" class=\"f\" id=\""u8).Text(prefix).Number(folds[index])
                .Raw(group.Depth < openLevels - 1 ? "\" checked"u8 : "\""u8).Raw(" aria-label=\"Parts of "u8)
                .Text(group.Code).Raw("\">"u8);
        }
        else if (Count > 0)
        {
            html.Raw("<span class=\"nf\"></span>"u8);
        }

        if (group.IsOwn)
        {
            html.Raw("<span class=\"o\">(own) "u8).Text(group.Code).Raw("</span>"u8);
        }
        else
        {
            html.Raw("<span class=\"code\">"u8).Text(group.Code).Raw("</span> "u8).Text(group.Name);
        }

        html.Raw("</th>"u8);
    }

    private int RowsThrough(int levels) =>
        lines.Groups.Where(group => group.Depth < levels).Sum(group => group.Count) / rowsPerLine;
}
