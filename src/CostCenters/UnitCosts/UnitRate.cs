using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>A budgeted cost per unit, such as 4.20 EUR a contact, that holds in each of several periods.</summary>
/// <remarks>In the currency of the cost, per unit of the key figure that it is budgeted for. Immutable.</remarks>
public sealed record UnitRate
{
    /// <summary>Budgets a unit.</summary>
    /// <param name="periods">The periods in which the rate holds, both ends inclusive.</param>
    /// <param name="rate">The cost of a unit, of any sign; 0 is a budget.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is beyond 10^9 or has more than 8 decimals.</exception>
    public UnitRate(FiscalPeriodRange periods, decimal rate)
    {
        Periods = periods;
        Rate = InputRange.Figure(rate);
    }

    /// <summary>The periods in which the rate holds.</summary>
    public FiscalPeriodRange Periods { get; }

    /// <summary>The cost of a unit.</summary>
    public Fraction Rate { get; }
}
