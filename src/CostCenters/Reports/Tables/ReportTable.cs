using System.Collections.Immutable;
using CostCenters.Explanations;

namespace CostCenters.Reports.Tables;

/// <summary>A variance report as a table of typed cells, from which files and screens are written.</summary>
/// <remarks>
/// <para>The columns are the dimensions of the report, then measure, budget, actual, difference, percent and outcome;
/// the rows are those of the report, in its order, in blocks of one center each. The cells hold counts, so that writers
/// need not go by decimals.</para>
/// <para>Immutable; several threads may read blocks at the same time, each by a reader of its own.</para>
/// </remarks>
public sealed class ReportTable
{
    private ReportTable(VarianceReport report, int percentDigits, MidpointRounding rounding)
    {
        Report = report;
        Rounding = rounding;
        Columns = [.. DimensionColumns(report), .. FigureColumns(report, percentDigits)];
    }

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>How many blocks of rows there are; some may be empty.</summary>
    public int BlockCount => Report.Sums.NodeCount;

    /// <summary>About how many rows a block has at most: the groups that the report keeps for a center.</summary>
    public int RowsPerBlock => Report.Sums.Slots.Count;

    internal VarianceReport Report { get; }

    internal MidpointRounding Rounding { get; }

    /// <summary>The table of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Of(VarianceReport report, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfNegative(percentDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentDigits, Variance.MaxPercentDigits);
        return new ReportTable(report, percentDigits, Monetary.InputRange.Rule(rounding));
    }

    /// <summary>A reader of blocks, for one thread.</summary>
    public ReportTableReader NewReader() => new(this);

    private static IEnumerable<ReportColumn> DimensionColumns(VarianceReport report)
    {
        ReportSlots slots = report.Sums.Slots;
        Cubes.CubeSpace space = report.Comparison.Space;
        if (slots.ByCenter)
        {
            yield return new ReportColumn(
                "center", ReportColumnKind.Code, [.. space.Centers.Centers.Select(center => center.Code.Value)]);
        }

        if (slots.ByElement)
        {
            yield return new ReportColumn(
                "element", ReportColumnKind.Code, [.. space.Elements.Elements.Select(element => element.Code.Value)]);
        }

        if (slots.ByPeriod)
        {
            yield return new ReportColumn(
                "period",
                ReportColumnKind.Period,
                [.. report.Comparison.Periods.Select(period => period.ToString())]);
        }
    }

    private static IEnumerable<ReportColumn> FigureColumns(VarianceReport report, int percentDigits)
    {
        int digits = report.Comparison.Space.Scale.Digits;
        yield return new ReportColumn("measure", ReportColumnKind.Measure, Names<Measure>());
        yield return new ReportColumn("budget", ReportColumnKind.Amount, [], digits);
        yield return new ReportColumn("actual", ReportColumnKind.Amount, [], digits);
        yield return new ReportColumn("difference", ReportColumnKind.Amount, [], digits);
        yield return new ReportColumn("percent", ReportColumnKind.Percent, [], percentDigits);
        yield return new ReportColumn("outcome", ReportColumnKind.Outcome, Names<Outcome>());
    }

    private static ImmutableArray<string> Names<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
