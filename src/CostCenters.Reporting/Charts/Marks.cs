using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Markup;

namespace CostCenters.Reporting.Charts;

/// <summary>The shapes of all charts.</summary>
internal static class Marks
{
    /// <summary>The class that draws a scenario: solid, outlined, grey or hatched.</summary>
    public static ReadOnlySpan<byte> ClassOf(Scenario scenario) =>
        scenario switch
        {
            Scenario.Budget => "bu"u8,
            Scenario.PreviousYear => "py"u8,
            Scenario.Forecast => "fc"u8,
            _ => "ac"u8,
        };

    public static HtmlWriter Bar(
        this HtmlWriter html, ReadOnlySpan<byte> style, int x, int y, int width, int height) =>
        html.Raw("<rect class=\""u8).Raw(style).Raw("\" x=\""u8).Number(x).Raw("\" y=\""u8).Number(y)
            .Raw("\" width=\""u8).Number(width).Raw("\" height=\""u8).Number(height).Raw("\"/>"u8);

    /// <summary>A thin line straight down.</summary>
    public static HtmlWriter Down(this HtmlWriter html, ReadOnlySpan<byte> style, int x, int y, int length) =>
        html.Raw("<path class=\""u8).Raw(style).Raw("\" d=\"M"u8).Number(x).Raw(" "u8).Number(y).Raw("v"u8)
            .Number(length).Raw("\"/>"u8);

    /// <summary>A thin line to the right.</summary>
    public static HtmlWriter Across(this HtmlWriter html, ReadOnlySpan<byte> style, int x, int y, int length) =>
        html.Raw("<path class=\""u8).Raw(style).Raw("\" d=\"M"u8).Number(x).Raw(" "u8).Number(y).Raw("h"u8)
            .Number(length).Raw("\"/>"u8);

    /// <summary>An absolute variance: a bar from the axis.</summary>
    public static void Variance(HtmlWriter html, Axis axis, int width, decimal difference, Outcome outcome)
    {
        const int Height = 16;
        html.Raw("<svg class=\"b\" viewBox=\"0 0 "u8).Number(width).Raw(" 16\" aria-hidden=\"true\">"u8);
        if (difference != 0m)
        {
            int length = axis.Length(0m, difference);
            html.Bar(Figures.ClassOf(outcome), difference < 0m ? axis.Zero - length : axis.Zero, 4, length, 8);
        }

        html.Down("x"u8, axis.Zero, 0, Height).Raw("</svg>"u8);
    }

    /// <summary>A relative variance: a pin from the axis; one that is too long for it ends in an arrow.</summary>
    public static void Pin(HtmlWriter html, Axis axis, int width, decimal percent, decimal most, Outcome outcome)
    {
        const int Height = 16;
        html.Raw("<svg class=\"p\" viewBox=\"0 0 "u8).Number(width).Raw(" 16\" aria-hidden=\"true\">"u8);
        int end = axis.At(percent);
        int from = Math.Min(end, axis.Zero);
        html.Bar(Figures.ClassOf(outcome), from, 7, Math.Abs(end - axis.Zero), 2);
        if (decimal.Abs(percent) > most)
        {
            html.Raw("<path class=\"ac\" d=\"M"u8).Number(end).Raw(" 8l"u8).Number(percent < 0m ? 6 : -6)
                .Raw(" -4v8z\"/>"u8);
        }
        else if (percent != 0m)
        {
            html.Bar("ac"u8, Math.Clamp(end - 2, 0, width - 5), 5, 5, 6);
        }

        html.Down("x"u8, axis.Zero, 0, Height).Raw("</svg>"u8);
    }
}
