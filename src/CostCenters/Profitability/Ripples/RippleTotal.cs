using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>What a change does to the profit of the company in a period.</summary>
/// <remarks>Money of the model, unrounded. Law: profit effect = saving + revenue effect - cost effect. Immutable.
/// </remarks>
public sealed record RippleTotal
{
    internal RippleTotal(
        FiscalPeriod period, RippleCase which, Fraction saving, Fraction revenueEffect, Fraction costEffect)
    {
        Period = period;
        Case = which;
        Saving = saving;
        RevenueEffect = revenueEffect;
        CostEffect = costEffect;
    }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The case.</summary>
    public RippleCase Case { get; }

    /// <summary>What the changed centers cost less, the plain saving; below 0 for growth.</summary>
    public Fraction Saving { get; }

    /// <summary>What becomes of revenue by the dependencies.</summary>
    public Fraction RevenueEffect { get; }

    /// <summary>What becomes of cost by the dependencies; above 0 for more cost.</summary>
    public Fraction CostEffect { get; }

    /// <summary>Saving + revenue effect - cost effect.</summary>
    public Fraction ProfitEffect => Saving + RevenueEffect - CostEffect;
}
