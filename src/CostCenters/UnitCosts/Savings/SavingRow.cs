using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts.Savings;

/// <summary>What an improvement did in one period.</summary>
public sealed class SavingRow
{
    internal SavingRow(
        FiscalPeriod period,
        Figure avoided,
        Figure expectedAvoided,
        Figure netSaving,
        Figure expectedNetSaving,
        Fraction cumulative,
        VarianceNode? change)
    {
        Period = period;
        Avoided = avoided;
        ExpectedAvoided = expectedAvoided;
        NetSaving = netSaving;
        ExpectedNetSaving = expectedNetSaving;
        Cumulative = cumulative;
        Change = change;
    }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>Units of the driver that did not occur: baseline rate x volume - driver; negative when there were more.
    /// </summary>
    public Figure Avoided { get; }

    /// <summary>Units of the driver that were expected not to occur: baseline rate x volume x expected
    /// reduction.</summary>
    public Figure ExpectedAvoided { get; }

    /// <summary>Avoided units x cost per unit - running cost.</summary>
    public Figure NetSaving { get; }

    /// <summary>Units that were expected not to occur x cost per unit - running cost.</summary>
    public Figure ExpectedNetSaving { get; }

    /// <summary>The net savings so far, periods without figures left out.</summary>
    public Fraction Cumulative { get; }

    /// <summary>The change of the driver's cost against a mean period of the baseline: what volume did, and what the
    /// improvement did; null when figures are missing.</summary>
    public VarianceNode? Change { get; }
}
