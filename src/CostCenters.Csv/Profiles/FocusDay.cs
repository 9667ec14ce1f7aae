namespace CostCenters.Csv.Profiles;

/// <summary>On which day a FOCUS row is posted.</summary>
public enum FocusDay
{
    /// <summary>The day on which the charge period starts.</summary>
    ChargeStart,

    /// <summary>The last day of the charge period, whose end is exclusive in the file.</summary>
    ChargeEnd,

    /// <summary>The first day of the billing period: corrections of earlier months stay in the month that bills them.
    /// </summary>
    BillingStart,
}
