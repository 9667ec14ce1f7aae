namespace CostCenters.Control.Rules;

/// <summary>When the budget of a period may be used.</summary>
public enum FundsRelease
{
    /// <summary>At once: a rule over a year lets the whole year be ordered in its first month.</summary>
    AtOnce,

    /// <summary>When the period opens; see <see cref="BudgetControl.OpenFunds"/>. Until then it is held.</summary>
    WhenPeriodOpens,
}
