using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Variances.Flexible;

/// <summary>Amounts and quantities of an element in some centers and one period, on both sides of a comparison.
/// </summary>
internal sealed class ElementPeriod
{
    public ElementPeriod(
        Comparison comparison, CostElement element, ImmutableArray<CenterCode> centers, int index)
    {
        Index = index;
        Period = comparison.BudgetPeriods[index];
        (Budget, BudgetQuantity, _) = Sum(comparison.Budget, comparison.BudgetPeriods[index]);
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

    /// <summary>The place of the period in the comparison.</summary>
    public int Index { get; }

    /// <summary>The period of the budget.</summary>
    public FiscalPeriod Period { get; }

    public Fraction Budget { get; }

    public Fraction Actual { get; }

    /// <summary>Null where the element has no unit, or a cell has no quantity.</summary>
    public Fraction? BudgetQuantity { get; }

    /// <summary>Null where the element has no unit, or a cell has no quantity.</summary>
    public Fraction? ActualQuantity { get; }

    /// <summary>The cells of the actuals.</summary>
    public ImmutableArray<CellAddress> Cells { get; }
}
