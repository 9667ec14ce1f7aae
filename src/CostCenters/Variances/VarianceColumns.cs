using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>
/// The rows of a report in columns of whole numbers, one center at a time: the way to take over millions of rows.
/// </summary>
/// <remarks>
/// <para>Amounts are counts of the scale of the space, with natural sign: 12.34 is 1234 at two decimals.</para>
/// <para>The rows of a center are those of <see cref="VarianceReport.Rows"/>, in the same order, with the same
/// figures.</para>
/// <para>Not safe for use by several threads at once. Several of these may read one report at the same time, each other
/// centers.</para>
/// </remarks>
public sealed class VarianceColumns
{
    /// <summary>Stands for a percentage of an absent or zero budget.</summary>
    public const long NoPercent = long.MinValue;

    private readonly VarianceReport report;
    private readonly GroupSums sums;
    private readonly int[] slots;
    private readonly Measure[] measures;
    private readonly bool[] hasBudget;
    private readonly long[] budgets;
    private readonly long[] actuals;
    private readonly long[] differences;

    /// <summary>Makes room for the rows of a center.</summary>
    /// <param name="report">The report to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public VarianceColumns(VarianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        this.report = report;
        sums = new GroupSums(report.Sums);

        // A margin stands beside the cost and the revenue that it is made of.
        int most = report.Sums.Slots.Count * (report.Sums.Slots.ByElement ? 2 : 3) / 2;
        slots = new int[most];
        measures = new Measure[most];
        hasBudget = new bool[most];
        budgets = new long[most];
        actuals = new long[most];
        differences = new long[most];
    }

    /// <summary>The center whose rows these are; null when the report is not by center.</summary>
    public CenterTreeNode? Center { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>What the figures of each row count.</summary>
    public ReadOnlySpan<Measure> Measures => measures.AsSpan(0, Count);

    /// <summary>Whether each row has a budget.</summary>
    public ReadOnlySpan<bool> HasBudget => hasBudget.AsSpan(0, Count);

    /// <summary>The budget of each row, 0 where there is none.</summary>
    public ReadOnlySpan<long> Budgets => budgets.AsSpan(0, Count);

    /// <summary>The actual of each row.</summary>
    public ReadOnlySpan<long> Actuals => actuals.AsSpan(0, Count);

    /// <summary>Actual - budget of each row; an absent budget counts as 0.</summary>
    public ReadOnlySpan<long> Differences => differences.AsSpan(0, Count);

    /// <summary>Reads the rows of a center in place of those of another.</summary>
    /// <param name="place">The place of the center in the tree of the report; 0 when it is not by center.</param>
    /// <exception cref="ArgumentOutOfRangeException">The report has no such place.</exception>
    /// <exception cref="AmountOverflowException">A difference or a margin outgrows 64 bits; what these columns hold is
    /// of no use then.</exception>
    public void Load(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, report.Sums.NodeCount);
        Center = report.NodeAt(place);
        Count = 0;
        sums.Load(place);
        ReportSlots places = report.Sums.Slots;
        if (!places.ByElement)
        {
            foreach (ReportFigure figure in ReportRows.Figures(places, sums))
            {
                Add(
                    figure.Slot,
                    figure.Measure,
                    figure.HasBudget,
                    Narrow(figure.Budget),
                    Narrow(figure.Actual),
                    Narrow(figure.Difference));
            }

            return;
        }

        // By element, there are no margins: the figures are the sums as they are.
        foreach (int slot in sums.Slots)
        {
            long budget = sums.Budget(slot);
            long actual = sums.Actual(slot);
            long difference = unchecked(actual - budget);
            bool isWrapped = ((actual ^ budget) & (actual ^ difference)) < 0;
            Add(
                slot,
                places.MeasureOf(slot),
                sums.HasBudget(slot),
                budget,
                actual,
                isWrapped ? Narrow((Int128)actual - budget) : difference);
        }
    }

    /// <summary>The element of a row; null when the report is not by element.</summary>
    /// <param name="row">0 to less than <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is no row.</exception>
    public CostElement? ElementOf(int row) => report.Sums.Slots.ElementOf(slots[Require(row)]);

    /// <summary>The period of the actuals of a row; null when the report is not by period.</summary>
    /// <param name="row">0 to less than <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is no row.</exception>
    public FiscalPeriod? PeriodOf(int row) => report.Sums.Slots.PeriodOf(slots[Require(row)]);

    /// <summary>Difference / |budget| of each row in percent, rounded by a named rule.</summary>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <param name="percents">Takes for each row a count of 10^-<paramref name="digits"/>, or <see cref="NoPercent"/>;
    /// at least as long as the rows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="ArgumentException"><paramref name="percents"/> is too short.</exception>
    /// <exception cref="AmountOverflowException">A percentage outgrows 64 bits.</exception>
    public void ReadPercents(int digits, MidpointRounding rounding, Span<long> percents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, Variance.MaxPercentDigits);
        _ = InputRange.Rule(rounding);
        if (percents.Length < Count)
        {
            throw new ArgumentException($"There are {Count} rows and room for {percents.Length}.", nameof(percents));
        }

        for (int row = 0; row < Count; row++)
        {
            percents[row] = budgets[row] == 0
                ? NoPercent
                : Narrow(Percentage.Of(differences[row], budgets[row], digits, rounding), NoPercent + 1);
        }
    }

    private void Add(int slot, Measure measure, bool isBudgeted, long budget, long actual, long difference)
    {
        int row = Count++;
        slots[row] = slot;
        measures[row] = measure;
        hasBudget[row] = isBudgeted;
        budgets[row] = budget;
        actuals[row] = actual;
        differences[row] = difference;
    }

    private long Narrow(Int128 figure, long least = long.MinValue) =>
        figure >= least && figure <= long.MaxValue
            ? (long)figure
            : throw new AmountOverflowException(Center is { } node ? $"a row of center '{node.Center}'" : "a row");

    private int Require(int row) => row >= 0 && row < Count
        ? row
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {Count} rows.");
}
