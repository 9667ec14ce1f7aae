using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// Two layers of figures side by side, each in a range of periods: actuals against a budget, against last year's
/// actuals, one budget version against another.
/// </summary>
/// <remarks>The first period of one range stands against the first of the other, and so on. Immutable.</remarks>
public sealed class Comparison
{
    /// <summary>Compares the same periods of two layers of a set.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="budget">The layer that was planned, or what else is compared with.</param>
    /// <param name="actual">The layer of what happened.</param>
    /// <param name="range">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="layers"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException">The range is <c>default(FiscalPeriodRange)</c>.</exception>
    public Comparison(CubeLayers layers, LayerKey budget, LayerKey actual, FiscalPeriodRange range)
        : this(layers, budget, range, actual, range)
    {
    }

    /// <summary>Compares two ranges of two layers of a set, such as last year's actuals and this year's.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="budget">The layer that was planned, or what else is compared with.</param>
    /// <param name="budgetRange">Its periods.</param>
    /// <param name="actual">The layer of what happened.</param>
    /// <param name="actualRange">Its periods, as many as of the budget; reports name them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="layers"/> is null.</exception>
    /// <exception cref="ArgumentException">The ranges differ in length.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of a range.</exception>
    /// <exception cref="InvalidOperationException">A range is <c>default(FiscalPeriodRange)</c>.</exception>
    public Comparison(
        CubeLayers layers,
        LayerKey budget,
        FiscalPeriodRange budgetRange,
        LayerKey actual,
        FiscalPeriodRange actualRange)
        : this(CubeLayers.Require(layers)[budget], budgetRange, layers[actual], actualRange)
    {
    }

    /// <summary>Compares the same periods of two layers.</summary>
    /// <param name="budget">What was planned, or what else is compared with.</param>
    /// <param name="actual">What happened.</param>
    /// <param name="range">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException">A cube is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space of the cubes extends the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException">A range is <c>default(FiscalPeriodRange)</c>.</exception>
    public Comparison(Cube budget, Cube actual, FiscalPeriodRange range)
        : this(budget, range, actual, range)
    {
    }

    /// <summary>Compares two ranges of two layers, period by period.</summary>
    /// <param name="budget">What was planned, or what else is compared with.</param>
    /// <param name="budgetRange">Its periods.</param>
    /// <param name="actual">What happened.</param>
    /// <param name="actualRange">Its periods, as many as of the budget; reports name them.</param>
    /// <exception cref="ArgumentNullException">A cube is null.</exception>
    /// <exception cref="ArgumentException">The ranges differ in length.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space of the cubes extends the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of a range.</exception>
    /// <exception cref="InvalidOperationException">A range is <c>default(FiscalPeriodRange)</c>.</exception>
    public Comparison(Cube budget, FiscalPeriodRange budgetRange, Cube actual, FiscalPeriodRange actualRange)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        CubeSpace space = CubeSpace.LaterOf(budget.Space, actual.Space, nameof(actual));
        Budget = budget.In(space);
        Actual = actual.In(space);
        BudgetPeriods = space.Calendar.Enumerate(budgetRange);
        Periods = space.Calendar.Enumerate(actualRange);
        if (BudgetPeriods.Length != Periods.Length)
        {
            throw new ArgumentException(
                $"The ranges have {BudgetPeriods.Length} and {Periods.Length} periods; compare equally many.",
                nameof(budgetRange));
        }

        BudgetOrdinals = [.. BudgetPeriods.Select(Space.Calendar.OrdinalOf)];
        ActualOrdinals = [.. Periods.Select(Space.Calendar.OrdinalOf)];
    }

    private Comparison(Comparison earlier, CubeSpace space)
        : this(earlier, earlier.Budget.In(space), earlier.Actual.In(space))
    {
    }

    private Comparison(Comparison earlier, Cube budget, Cube actual)
    {
        Budget = budget;
        Actual = actual;
        BudgetPeriods = earlier.BudgetPeriods;
        Periods = earlier.Periods;
        BudgetOrdinals = earlier.BudgetOrdinals;
        ActualOrdinals = earlier.ActualOrdinals;
        BudgetName = earlier.BudgetName;
        ActualName = earlier.ActualName;
    }

    /// <summary>The space of both cubes: of the two that came, the one that extends the other.</summary>
    public CubeSpace Space => Budget.Space;

    /// <summary>What was planned, or what else is compared with.</summary>
    public Cube Budget { get; }

    /// <summary>What happened.</summary>
    public Cube Actual { get; }

    /// <summary>What readers call the budget: "budget", or what it is instead, such as "last year".</summary>
    public string BudgetName { get; private init; } = "budget";

    /// <summary>What readers call the actuals: "actual", or what it is instead, such as the name of a budget version.
    /// </summary>
    public string ActualName { get; private init; } = "actual";

    /// <summary>The periods of the budget.</summary>
    public ImmutableArray<FiscalPeriod> BudgetPeriods { get; }

    /// <summary>The periods of the actuals, which reports name.</summary>
    public ImmutableArray<FiscalPeriod> Periods { get; }

    /// <summary>The same figures under other names, which tables, trees and bridges show.</summary>
    /// <param name="budget">What readers call the budget, such as "last year".</param>
    /// <param name="actual">What readers call the actuals.</param>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public Comparison Named(string budget, string actual)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(budget);
        ArgumentException.ThrowIfNullOrWhiteSpace(actual);
        return new Comparison(this, Space) { BudgetName = budget, ActualName = actual };
    }

    /// <summary>The figures of one center and the centers below it; those of all others are left out.</summary>
    /// <param name="tree">The tree that says what stands below it.</param>
    /// <param name="top">The center.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Comparison Below(CenterTree tree, CenterCode top, CancellationToken cancellation = default)
    {
        VarianceReport.RequireTree(this, tree);
        int place = tree.PlaceOf(top);
        var centers = new bool[Space.CenterCount];
        foreach (CenterTreeNode node in tree.Nodes[place..tree.EndOf(place)])
        {
            centers[node.Center.Index] = true;
        }

        return new Comparison(this, PartOf(Budget), PartOf(Actual));

        Cube PartOf(Cube cube)
        {
            var part = new CubeBuilder(Space);
            foreach (CellChange cell in cube.Counts()
                .WithCancellation(cancellation)
                .Where(each => centers[each.Center]))
            {
                part.AddCounts(cell.Center, cell.Element, cell.Period, cell.Amount);
            }

            return part.Build(cancellation);
        }
    }

    /// <summary>The same figures in a space that extends theirs; nothing is copied.</summary>
    /// <param name="space">The same space, or one that extends it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">It does not extend the space of this comparison.</exception>
    public Comparison In(CubeSpace space) =>
        ReferenceEquals(space, Space) ? this : new Comparison(this, space);

    internal int[] BudgetOrdinals { get; }

    internal int[] ActualOrdinals { get; }
}
