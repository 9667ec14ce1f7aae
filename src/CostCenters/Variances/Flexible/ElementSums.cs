using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Variances.Flexible;

/// <summary>Amounts and quantities of an element in some centers and periods, on both sides of a comparison.</summary>
internal sealed class ElementSums
{
    public ElementSums(
        Comparison comparison, CostElement element, ImmutableArray<CenterCode> centers, int first, int count)
    {
        (Budget, BudgetQuantity, _) = Sum(comparison.Budget, comparison.BudgetPeriods);
        (Actual, ActualQuantity, Cells) = Sum(comparison.Actual, comparison.Periods);

        (Fraction, Fraction?, ImmutableArray<CellAddress>) Sum(Cube cube, ImmutableArray<FiscalPeriod> periods)
        {
            Fraction amount = Fraction.Zero;
            Fraction? quantity = Fraction.Zero;
            var cells = ImmutableArray.CreateBuilder<CellAddress>();
            for (int period = first; period < first + count; period++)
            {
                foreach (CenterCode center in centers)
                {
                    if (cube.TryGet(new CellAddress(center, element.Code, periods[period]), out CubeCell cell))
                    {
                        amount += Fraction.Of(cell.Amount);
                        quantity += cell.Quantity is decimal known ? Fraction.Of(known) : null;
                        cells.Add(cell.Address);
                    }
                }
            }

            return (amount, cells.Count == 0 || element.Unit is null ? null : quantity, cells.ToImmutable());
        }
    }

    public Fraction Budget { get; }

    public Fraction Actual { get; }

    /// <summary>Null where the element has no unit, no cell is there, or a cell has no quantity.</summary>
    public Fraction? BudgetQuantity { get; }

    /// <summary>Null where the element has no unit, no cell is there, or a cell has no quantity.</summary>
    public Fraction? ActualQuantity { get; }

    /// <summary>The cells of the actuals.</summary>
    public ImmutableArray<CellAddress> Cells { get; }
}
