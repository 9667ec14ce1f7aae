using System.Buffers;
using System.Globalization;
using CostCenters.Csv.Cells;
using CostCenters.Reports;

namespace CostCenters.Csv.Rows;

/// <summary>
/// Puts the rows of a variance report into bytes, one center at a time. Not safe for use by several threads.
/// </summary>
internal sealed class ReportFormatter
{
    /// <summary>The decimals of a percent.</summary>
    public const int PercentDigits = 2;

    private const int LongestFigures = 6 * NumberCell.LongestText;

    private readonly VarianceReport report;
    private readonly ReportCells cells;
    private readonly GroupSums sums;
    private readonly int digits;

    public ReportFormatter(VarianceReport report, ReportCells cells)
    {
        this.report = report;
        this.cells = cells;
        sums = new GroupSums(report.Sums);
        digits = report.Comparison.Space.Scale.Digits;
    }

    /// <summary>Formats the rows of a center.</summary>
    /// <param name="place">Its place in the tree of the report.</param>
    /// <param name="target">Where to put them.</param>
    public void Format(int place, ArrayBufferWriter<byte> target)
    {
        sums.Load(place);
        ReportSlots slots = report.Sums.Slots;
        ReadOnlySpan<byte> center = report.NodeAt(place) is { } node ? cells.Of(node.Center) : default;
        foreach (ReportFigure figure in ReportRows.Figures(slots, sums))
        {
            (int column, int group) = slots.PlaceOf(figure.Slot);
            ReadOnlySpan<byte> element = slots.ByElement ? cells.OfElement(slots.ElementNumberOf(column)) : default;
            ReadOnlySpan<byte> period = slots.ByPeriod ? cells.OfPeriod(group) : default;
            Span<byte> row = target.GetSpan(center.Length + element.Length + period.Length + LongestFigures);
            int length = Put(center, row);
            length += Put(element, row[length..]);
            length += Put(period, row[length..]);
            length += PutFigures(figure, row[length..]);
            target.Advance(length);
        }
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> target)
    {
        text.CopyTo(target);
        return text.Length;
    }

    private int PutFigures(ReportFigure figure, Span<byte> target)
    {
        int length = Put(ReportCells.Of(figure.Measure), target);
        length += figure.HasBudget ? PutNumber(figure.Budget, digits, target[length..]) : 0;
        target[length++] = (byte)',';
        length += PutNumber(figure.Actual, digits, target[length..]);
        target[length++] = (byte)',';
        length += PutNumber(figure.Difference, digits, target[length..]);
        target[length++] = (byte)',';
        if (figure.Budget != 0)
        {
            Int128 percent = figure.Percent(PercentDigits, MidpointRounding.AwayFromZero);
            length += PutNumber(percent, PercentDigits, target[length..]);
        }

        target[length++] = (byte)',';
        return length + Put(ReportCells.Of(figure.Outcome), target[length..]);
    }

    /// <summary>A difference, a margin or a percentage may outgrow the 64 bits of a cell's sum.</summary>
    private static int PutNumber(Int128 count, int scale, Span<byte> target)
    {
        if (count >= long.MinValue && count <= long.MaxValue)
        {
            return NumberCell.Format((long)count, scale, target);
        }

        (Int128 whole, Int128 decimals) = Int128.DivRem(count, (Int128)PowersOfTen.Of(scale));
        int length = 0;
        if (whole == 0 && count < 0)
        {
            target[length++] = (byte)'-';
        }

        _ = whole.TryFormat(target[length..], out int written, default, CultureInfo.InvariantCulture);
        length += written;
        if (scale > 0)
        {
            target[length++] = (byte)'.';
            _ = Int128.Abs(decimals).TryFormat(
                target[length..], out written, $"D{scale}", CultureInfo.InvariantCulture);
            length += written;
        }

        return length;
    }
}
