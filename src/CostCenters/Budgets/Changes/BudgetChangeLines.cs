using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>Makes the lines of changes: transfers, copies, distributions, other phasing, carry-forward.</summary>
/// <remarks>Each gives what is to be added to the budget, in order of period, center and element as the cubes number
/// them unless it says otherwise. Nothing is recorded here.</remarks>
public static class BudgetChangeLines
{
    /// <summary>An amount that moves from one cell to another.</summary>
    /// <param name="from">The cell that gives.</param>
    /// <param name="to">The cell that takes.</param>
    /// <param name="amount">The amount.</param>
    public static ImmutableArray<BudgetLine> Transfer(CellAddress from, CellAddress to, decimal amount) =>
    [
        BudgetLine.ForPeriod(from.Center, from.Element, from.Period, -amount),
        BudgetLine.ForPeriod(to.Center, to.Element, to.Period, amount),
    ];

    /// <summary>A copy of cells, in the same periods of another year: of a version, or of actuals times a factor.
    /// </summary>
    /// <param name="source">A budget, the actuals, or any other cube.</param>
    /// <param name="range">The periods to copy.</param>
    /// <param name="years">How many fiscal years later; may be negative.</param>
    /// <param name="factor">By what each amount is multiplied: 1.25 for a quarter more.</param>
    /// <param name="rounding">Where an amount halfway between two smallest units goes.</param>
    /// <returns>The lines; each amount is rounded by itself, and quantities are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount overflows 64 bits, or <paramref name="rounding"/> is no
    /// rule.</exception>
    /// <exception cref="OverflowException">An amount times the factor overflows a decimal.</exception>
    public static ImmutableArray<BudgetLine> Copy(
        Cube source, FiscalPeriodRange range, int years, decimal factor, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(source);
        DecimalScale scale = source.Space.Scale;
        return
        [
            .. source.Cells().Where(cell => range.Contains(cell.Address.Period)).Select(cell => BudgetLine.ForPeriod(
                cell.Address.Center,
                cell.Address.Element,
                new FiscalPeriod(cell.Address.Period.Year + years, cell.Address.Period.Number),
                scale.ToDecimal(scale.Round(cell.Amount * factor, rounding, out _)))),
        ];
    }

    /// <summary>An amount distributed top-down over cells by keys, to the last smallest unit.</summary>
    /// <param name="total">The amount, in whole smallest units.</param>
    /// <param name="receivers">The cells with their keys, none negative and not all 0.</param>
    /// <param name="scale">The decimals of the book.</param>
    /// <param name="rule">Which cell takes what rounding leaves over.</param>
    /// <returns>A line for each cell, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receivers"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is negative, or all are 0, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is finer than the scale.</exception>
    public static ImmutableArray<BudgetLine> Distribute(
        decimal total,
        IReadOnlyList<(CellAddress Cell, decimal Key)> receivers,
        DecimalScale scale,
        RemainderRule rule)
    {
        ArgumentNullException.ThrowIfNull(receivers);
        ImmutableArray<long> shares = Apportionment.Split(
            scale.ToCount(total), [.. receivers.Select(receiver => receiver.Key)], rule);
        return
        [
            .. receivers.Zip(shares, (receiver, share) => BudgetLine.ForPeriod(
                receiver.Cell.Center, receiver.Cell.Element, receiver.Cell.Period, scale.ToDecimal(share))),
        ];
    }

    /// <summary>The budget of a center and element in a year, spread anew over its regular periods; the total stays.
    /// </summary>
    /// <param name="budget">The budget as it is.</param>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="phasing">How it is spread.</param>
    /// <returns>What each period gets more or less, without those that stay.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
    /// <exception cref="ArgumentException">The phasing does not fit the year or its total.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such year, or the total overflows 64 bits.
    /// </exception>
    public static ImmutableArray<BudgetLine> Rephase(
        Cube budget, CenterCode center, ElementCode element, int year, Phasing phasing)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(phasing);
        DecimalScale scale = budget.Space.Scale;
        FiscalYear periods = budget.Space.Calendar.GetYear(year);
        decimal[] before =
        [
            .. periods.Periods.Select(period =>
                budget.TryGet(new(center, element, period), out CubeCell cell) ? cell.Amount : 0m),
        ];
        ImmutableArray<long> after = phasing.Spread(scale.ToCount(before.Sum()), periods);
        return
        [
            .. periods.Periods
                .Select((period, i) => BudgetLine.ForPeriod(
                    center, element, period, scale.ToDecimal(after[i]) - before[i]))
                .Where(line => line.Amount != 0m),
        ];
    }

    /// <summary>What a year leaves of its budget, or overspends, by center and element of cost.</summary>
    /// <remarks>Left = budget - actual - committed. Where orders are carried over with their budget, leave
    /// <paramref name="committed"/> empty, so that their money goes on with what is left.</remarks>
    /// <param name="budget">The budget.</param>
    /// <param name="actual">The actuals.</param>
    /// <param name="committed">The open orders that stay in the year.</param>
    /// <param name="year">The fiscal year that ends.</param>
    /// <param name="into">The period that takes it.</param>
    /// <param name="rule">What goes on.</param>
    /// <returns>A line for each center and element that has something to carry, by their numbers.</returns>
    /// <exception cref="ArgumentNullException">A cube is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not a rule.</exception>
    public static ImmutableArray<BudgetLine> CarryForward(
        Cube budget, Cube actual, Cube committed, int year, FiscalPeriod into, CarryForwardRule rule)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(committed);
        _ = Enum.IsDefined(rule) ? rule : throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a rule.");
        CubeSpace space = actual.Space.Extends(budget.Space) ? actual.Space : budget.Space;
        var left = new SortedDictionary<(int Center, int Element), decimal>();
        Add(budget, 1m);
        Add(actual, -1m);
        Add(committed, -1m);
        return
        [
            .. left
                .Where(pair => pair.Value > 0m ? rule != CarryForwardRule.Deficit
                    : pair.Value < 0m && rule != CarryForwardRule.Surplus)
                .Select(pair => BudgetLine.ForPeriod(
                    space.Centers.Centers[pair.Key.Center].Code,
                    space.Elements.Elements[pair.Key.Element].Code,
                    into,
                    pair.Value)),
        ];

        void Add(Cube cube, decimal sign)
        {
            foreach (CubeCell cell in cube.Cells().Where(cell => cell.Address.Period.Year == year))
            {
                int element = cube.Space.Elements.IndexOf(cell.Address.Element);
                if (cube.Space.Elements.Elements[element].Nature == ElementNature.Cost)
                {
                    (int, int) key = (cube.Space.Centers.IndexOf(cell.Address.Center), element);
                    left[key] = left.GetValueOrDefault(key) + (sign * cell.Amount);
                }
            }
        }
    }

    /// <summary>The budget that goes with orders into another year, where they are carried over with it: as much as is
    /// open of them, by center and element of cost.</summary>
    /// <remarks>Left out, what is carried over uses the budget of the year that takes it. See
    /// <see cref="CarryForward"/> for what the year leaves beside its orders.</remarks>
    /// <param name="committed">The open orders.</param>
    /// <param name="year">The fiscal year that ends.</param>
    /// <param name="into">The period that takes it.</param>
    /// <returns>A line for each center and element with open orders, by their numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="committed"/> is null.</exception>
    public static ImmutableArray<BudgetLine> CarryCommitments(Cube committed, int year, FiscalPeriod into)
    {
        ArgumentNullException.ThrowIfNull(committed);
        return CarryForward(committed, Cube.Empty(committed.Space), Cube.Empty(committed.Space), year, into,
            CarryForwardRule.Surplus);
    }

    /// <summary>The budget of a center collected bottom-up: what lifts it to the sum of the centers below it.</summary>
    /// <param name="budget">The budget as it is.</param>
    /// <param name="tree">The tree of a day.</param>
    /// <param name="parent">The center.</param>
    /// <param name="range">The periods.</param>
    /// <returns>What each cell of the center gets more or less, without those that stay.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static ImmutableArray<BudgetLine> Collect(
        Cube budget, CenterTree tree, CenterCode parent, FiscalPeriodRange range)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(tree);
        int place = tree.PlaceOf(parent);
        return
        [
            .. budget.Cells()
                .Where(cell => range.Contains(cell.Address.Period))
                .Select(cell => (cell, At: tree.PlaceOf(cell.Address.Center)))
                .Where(pair => pair.At >= place && pair.At < tree.EndOf(place))
                .GroupBy(pair => (pair.cell.Address.Period, pair.cell.Address.Element))
                .Select(group => BudgetLine.ForPeriod(
                    parent,
                    group.Key.Element,
                    group.Key.Period,
                    group.Sum(pair => pair.At == place ? -pair.cell.Amount : pair.cell.Amount)))
                .Where(line => line.Amount != 0m),
        ];
    }
}
