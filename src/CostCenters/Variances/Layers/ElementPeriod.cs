using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Variances.Layers;

/// <summary>Amounts and quantities of an element in some centers and one period, on both sides of a comparison.
/// </summary>
internal sealed class ElementPeriod
{
    public ElementPeriod(
        Comparison comparison, CostElement element, ImmutableArray<CenterCode> centers, int index)
    {
        Index = index;
        Period = comparison.BudgetPeriods[index];
        (Budget, BudgetQuantity, ImmutableArray<CellAddress> planned) =
            Sum(comparison.Budget, comparison.BudgetPeriods[index]);
        IsBudgeted = !planned.IsEmpty;
        (Actual, ActualQuantity, Cells) = Sum(comparison.Actual, comparison.Periods[index]);

        (Fraction, Fraction?, ImmutableArray<CellAddress>) Sum(Cube cube, FiscalPeriod period)
        {
            Fraction amount = Fraction.Zero;
            Fraction? quantity = element.Unit is null ? null : Fraction.Zero;
            var cells = ImmutableArray.CreateBuilder<CellAddress>();
            foreach (CenterCode center in centers)
            {
                if (cube.TryGet(new CellAddress(center, element.Code, period), out CubeCell cell))
                {
                    amount += Fraction.Of(cell.Amount);
                    quantity += cell.Quantity is decimal known ? Fraction.Of(known) : null;
                    cells.Add(cell.Address);
                }
            }

            return (amount, quantity, cells.ToImmutable());
        }
    }

    /// <summary>All periods of a comparison.</summary>
    public static ElementPeriod[] All(
        Comparison comparison, CostElement element, ImmutableArray<CenterCode> centers) =>
        [
            .. Enumerable.Range(0, comparison.Periods.Length)
                .Select(index => new ElementPeriod(comparison, element, centers, index)),
        ];

    /// <summary>The place of the period in the comparison.</summary>
    public int Index { get; }

    /// <summary>The period of the budget.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>Whether the budget has a cell here.</summary>
    public bool IsBudgeted { get; }

    public Fraction Budget { get; }

    public Fraction Actual { get; }

    /// <summary>Whether there is nothing in the budget that an activity could move.</summary>
    public bool IsEmptyBudget => Budget.IsZero && BudgetQuantity is null or { IsZero: true };

    /// <summary>Null where the element has no unit, or a cell has no quantity.</summary>
    public Fraction? BudgetQuantity { get; }

    /// <summary>Null where the element has no unit, or a cell has no quantity.</summary>
    public Fraction? ActualQuantity { get; }

    /// <summary>The cells of the actuals.</summary>
    public ImmutableArray<CellAddress> Cells { get; }
}
