using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Charts;

/// <summary>Columns by period, what is compared in front of what it is compared with, and the difference above them in
/// the same scale. All panels of a page have one scale.</summary>
internal sealed class PeriodPanel
{
    private const int Left = 4;
    private const int LeastDifferences = 24;
    private const int MostLabels = 14;
    private const int Gap = 8;
    private const int LabelHeight = 16;
    private const int LabelWidth = 30;

    private readonly ReportFacts facts;
    private readonly IReadOnlyList<FiscalPeriod> periods;
    private readonly Axis columns;
    private readonly Axis differences;
    private readonly int differencesHeight;
    private readonly int columnsHeight;
    private readonly int width;

    /// <summary>Prepares panels of one scale.</summary>
    /// <param name="facts">What the page is about.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="all">What will be drawn.</param>
    /// <param name="width">How wide a panel is.</param>
    /// <param name="columnsHeight">How high the columns of a panel are.</param>
    public PeriodPanel(
        ReportFacts facts,
        IReadOnlyList<FiscalPeriod> periods,
        IReadOnlyList<PeriodSeries> all,
        int width,
        int columnsHeight)
    {
        this.periods = periods;
        this.width = width;
        this.columnsHeight = columnsHeight;
        this.facts = facts;
        var points = all.SelectMany(series => series.Periods).OfType<Variance>().ToList();
        decimal least = points.Min(point => Math.Min(0m, Math.Min(point.Actual, point.Budget ?? 0m)));
        decimal most = points.Max(point => Math.Max(0m, Math.Max(point.Actual, point.Budget ?? 0m)));
        decimal lowest = Math.Min(0m, points.Min(point => point.Difference));
        decimal highest = Math.Max(0m, points.Max(point => point.Difference));
        columns = new Axis(least, most, columnsHeight);
        decimal share = most == least ? 0m : Math.Min(1m, (highest - lowest) / (most - least));
        differencesHeight = Math.Clamp((int)(share * columnsHeight), LeastDifferences, columnsHeight);
        differences = new Axis(lowest, highest, differencesHeight);
        IsMagnified = share * columnsHeight < LeastDifferences;
        (Least, Most) = (least, most);
    }

    public decimal Least { get; }

    public decimal Most { get; }

    /// <summary>Whether differences would be too small to see in the scale of the columns.</summary>
    public bool IsMagnified { get; }

    public void Write(HtmlWriter html, PeriodSeries series, string id, string title)
    {
        int top = differencesHeight + Gap;
        int height = top + columnsHeight + LabelHeight;
        html.Raw("<svg role=\"img\" aria-labelledby=\""u8).Text(id).Raw("t "u8).Text(id).Raw("d\" viewBox=\"0 0 "u8)
            .Number(width).Raw(" "u8).Number(height).Raw("\"><title id=\""u8).Text(id).Raw("t\">"u8).Text(title)
            .Raw(" by period</title><desc id=\""u8).Text(id)
            .Raw("d\">The differences are in the table by period below.</desc><g aria-hidden=\"true\">"u8);
        int count = series.Periods.Count;
        int step = (width - (2 * Left)) / Math.Max(1, count);
        int column = Math.Clamp(step * 5 / 8, 1, 40);
        for (int index = 0; index < count; index++)
        {
            if (series.Periods[index] is Variance point)
            {
                WriteColumn(html, point, Left + (index * step), column, top);
            }
        }

        html.Across("x"u8, Left, differencesHeight - differences.Zero, step * count)
            .Across("x"u8, Left, top + columnsHeight - columns.Zero, step * count);
        WriteLabels(html, step, column, height - 3);
        html.Raw("</g></svg>"u8);
    }

    /// <summary>Each period where there is room, else the first and the last.</summary>
    private void WriteLabels(HtmlWriter html, int step, int column, int y)
    {
        if (periods.Count <= MostLabels && step >= LabelWidth)
        {
            for (int index = 0; index < periods.Count; index++)
            {
                string label = FormattableString.Invariant($"P{periods[index].Number:D2}");
                WriteLabel(html, "s m"u8, Left + (index * step) + (column * 5 / 8), y, label);
            }

            return;
        }

        WriteLabel(html, "s"u8, Left, y, periods[0].ToString());
        if (periods.Count > 1)
        {
            WriteLabel(html, "s e"u8, Math.Max(Left + (periods.Count * step), 130), y, periods[^1].ToString());
        }
    }

    private static void WriteLabel(HtmlWriter html, ReadOnlySpan<byte> style, int x, int y, string text) =>
        html.Raw("<text class=\""u8).Raw(style).Raw("\" x=\""u8).Number(x).Raw("\" y=\""u8).Number(y).Raw("\">"u8)
            .Text(text).Raw("</text>"u8);

    private void WriteColumn(HtmlWriter html, Variance point, int x, int thickness, int top)
    {
        int bottom = top + columnsHeight;
        int behind = Math.Max(1, thickness / 4);
        if (point.Budget is decimal budget && budget != 0m)
        {
            WriteBar(html, columns, Marks.ClassOf(facts.Document.Reference), budget, x + behind, thickness, bottom);
        }

        if (point.Actual != 0m)
        {
            WriteBar(html, columns, Marks.ClassOf(facts.Document.Subject), point.Actual, x, thickness, bottom);
        }

        Outcome outcome = point.Outcome;
        if (outcome != Outcome.Neutral)
        {
            ReadOnlySpan<byte> style = Figures.ClassOf(outcome);
            WriteBar(html, differences, style, point.Difference, x, thickness + behind, differencesHeight);
        }
    }

    /// <summary>A bar that stands on the axis or hangs from it.</summary>
    private static void WriteBar(
        HtmlWriter html, Axis axis, ReadOnlySpan<byte> style, decimal amount, int x, int thickness, int bottom)
    {
        int length = axis.Length(0m, amount);
        html.Bar(style, x, bottom - axis.Zero - (amount > 0m ? length : 0), thickness, length);
    }
}
