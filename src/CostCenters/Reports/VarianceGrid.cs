using System.Numerics;
using System.Runtime.InteropServices;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// A report as a grid of whole numbers, one center in one period at a time: the way to take over millions of figures.
/// </summary>
/// <remarks>
/// <para>Amounts are counts of the scale of the space, with natural sign: 12.34 is 1234 at two decimals. A row has a
/// place for every element in the order of the chart; in a report that is not by element, one for cost and one for
/// revenue; in one by group of elements, for every group in preorder one for each nature that it holds.</para>
/// <para>The places that hold something are the rows of <see cref="VarianceReport.Rows"/>, margins apart, with the same
/// figures.</para>
/// <para>Not safe for use by several threads at once. Several of these may read one report at the same time.</para>
/// </remarks>
public sealed class VarianceGrid
{
    /// <summary>Stands for a percentage of an absent or zero budget.</summary>
    public const long NoPercent = long.MinValue;

    private readonly VarianceReport report;
    private readonly ReportSlots slots;
    private readonly long[] budgets;
    private readonly long[] actuals;
    private readonly long[] differences;
    private readonly ulong[] hasBudget;
    private readonly ulong[] hasActual;
    private int loadedPlace;
    private int loadedGroup;

    /// <summary>Makes room for a row, which is empty at first.</summary>
    /// <param name="report">The report to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public VarianceGrid(VarianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        this.report = report;
        slots = report.Sums.Slots;
        budgets = new long[slots.ColumnCount];
        actuals = new long[slots.ColumnCount];
        differences = new long[slots.ColumnCount];
        hasBudget = new ulong[(slots.ColumnCount + 63) / 64];
        hasActual = new ulong[hasBudget.Length];
    }

    /// <summary>How many centers there are: those of the tree, or 1 when the report is not by center.</summary>
    public int CenterCount => report.Sums.NodeCount;

    /// <summary>How many periods there are: those of the range, or 1 when the report is not by period.</summary>
    public int PeriodCount => slots.GroupCount;

    /// <summary>The center of the row; null when the report is not by center.</summary>
    public CenterTreeNode? Center => report.NodeAt(loadedPlace);

    /// <summary>The period of the actuals of the row; null when the report is not by period.</summary>
    public FiscalPeriod? Period => slots.ByPeriod ? report.Comparison.Periods[loadedGroup] : null;

    /// <summary>The budget at each place, 0 where there is none.</summary>
    public ReadOnlySpan<long> Budgets => budgets;

    /// <summary>The actual at each place, 0 where there is none.</summary>
    public ReadOnlySpan<long> Actuals => actuals;

    /// <summary>Actual - budget at each place; what is absent counts as 0.</summary>
    public ReadOnlySpan<long> Differences => differences;

    /// <summary>Reads a center in a period in place of what was there.</summary>
    /// <param name="center">Its place in the tree of the report, less than <see cref="CenterCount"/>.</param>
    /// <param name="period">The number of the period in the range, less than <see cref="PeriodCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such center or period.</exception>
    /// <exception cref="AmountOverflowException">A difference outgrows 64 bits; what the grid holds is of no use then.
    /// </exception>
    public void Load(int center, int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(center);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(center, CenterCount);
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, PeriodCount);
        (loadedPlace, loadedGroup) = (center, period);
        Read(report.Sums.Budgets(period), budgets, hasBudget);
        Read(report.Sums.Actuals(period), actuals, hasActual);
        Subtract();
    }

    /// <summary>Whether there is a budget at a place.</summary>
    /// <param name="place">0 to less than the length of <see cref="Budgets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public bool HasBudget(int place) => IsSet(hasBudget, place);

    /// <summary>Whether there is a budget or an actual at a place.</summary>
    /// <param name="place">0 to less than the length of <see cref="Budgets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public bool HoldsSomething(int place) => IsSet(hasBudget, place) || IsSet(hasActual, place);

    /// <summary>The element at a place; null when the report is not by element.</summary>
    /// <param name="place">0 to less than the length of <see cref="Budgets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public CostElement? ElementAt(int place)
    {
        RequirePlace(place);
        return slots.ByElement
            ? report.Comparison.Space.Elements.Elements[slots.ElementNumberOf(place)]
            : null;
    }

    /// <summary>What the figures at a place count.</summary>
    /// <param name="place">0 to less than the length of <see cref="Budgets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Measure MeasureAt(int place)
    {
        RequirePlace(place);
        return slots.MeasureOfColumn(place);
    }

    /// <summary>Difference / |budget| at each place in percent, rounded by a named rule.</summary>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <param name="percents">Takes for each place a count of 10^-<paramref name="digits"/>, or
    /// <see cref="NoPercent"/>; as long as <see cref="Budgets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="ArgumentException"><paramref name="percents"/> has another length.</exception>
    /// <exception cref="AmountOverflowException">A percentage outgrows 64 bits.</exception>
    public void ReadPercents(int digits, MidpointRounding rounding, Span<long> percents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, Variance.MaxPercentDigits);
        _ = InputRange.Rule(rounding);
        if (percents.Length != budgets.Length)
        {
            throw new ArgumentException(
                $"There are {budgets.Length} places and room for {percents.Length}.", nameof(percents));
        }

        percents.Fill(NoPercent);
        for (int word = 0; word < hasBudget.Length; word++)
        {
            for (ulong bits = hasBudget[word]; bits != 0; bits &= bits - 1)
            {
                int place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (budgets[place] != 0)
                {
                    percents[place] = PercentAt(place, digits, rounding);
                }
            }
        }
    }

    private long PercentAt(int place, int digits, MidpointRounding rounding)
    {
        Int128 percent = Percentage.Of(differences[place], budgets[place], digits, rounding);
        return percent > NoPercent && percent <= long.MaxValue ? (long)percent : throw Overflow();
    }

    private void Read(RolledColumn? sums, long[] row, ulong[] present)
    {
        Array.Clear(present);
        if (sums is null)
        {
            Array.Clear(row);
        }
        else
        {
            sums.CopyRow(loadedPlace, row, present);
        }
    }

    private void Subtract()
    {
        // Safe: three arrays of one length, and whole vectors of them alone; what is left over comes below.
        ReadOnlySpan<Vector<long>> budgetVectors = MemoryMarshal.Cast<long, Vector<long>>(budgets.AsSpan());
        ReadOnlySpan<Vector<long>> actualVectors = MemoryMarshal.Cast<long, Vector<long>>(actuals.AsSpan());
        Span<Vector<long>> differenceVectors = MemoryMarshal.Cast<long, Vector<long>>(differences.AsSpan());
        Vector<long> wrapped = default;
        for (int i = 0; i < differenceVectors.Length; i++)
        {
            Vector<long> difference = actualVectors[i] - budgetVectors[i];
            differenceVectors[i] = difference;
            wrapped |= (actualVectors[i] ^ budgetVectors[i]) & (actualVectors[i] ^ difference);
        }

        long anyWrapped = Vector.LessThanAny(wrapped, Vector<long>.Zero) ? -1 : 0;
        for (int i = differenceVectors.Length * Vector<long>.Count; i < differences.Length; i++)
        {
            differences[i] = unchecked(actuals[i] - budgets[i]);
            anyWrapped |= (actuals[i] ^ budgets[i]) & (actuals[i] ^ differences[i]);
        }

        if (anyWrapped < 0)
        {
            throw Overflow();
        }
    }

    private AmountOverflowException Overflow() =>
        new(Center is { } node ? $"a variance of center '{node.Center}'" : "a variance");

    private bool IsSet(ulong[] bits, int place)
    {
        RequirePlace(place);
        return (bits[place >> 6] & (1UL << (place & 63))) != 0;
    }

    private void RequirePlace(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, budgets.Length);
    }
}
