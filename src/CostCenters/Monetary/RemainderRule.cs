namespace CostCenters.Monetary;

/// <summary>Who takes what rounding leaves over when an amount is split.</summary>
/// <remarks>With either rule the shares sum to the amount.</remarks>
public enum RemainderRule
{
    /// <summary>
    /// Every share is cut to whole units, and the units that are left go one each to the shares that lost most; of
    /// equal losses the earlier receiver's comes first.
    /// </summary>
    /// <remarks>
    /// Computed on the magnitude and then signed. Each share is within one unit of exact, has the sign of the amount
    /// or is 0, and is 0 where the weight is 0.
    /// </remarks>
    LargestRemainder,

    /// <summary>
    /// Every share is rounded half away from zero, and the last one becomes what the others leave.
    /// </summary>
    /// <remarks>
    /// It keeps the total and no more: with many receivers the last share may lie several units from exact, take the
    /// other sign, and differ from 0 where its weight is 0. Source: the spread methods of planning systems, which
    /// give the difference to the last period (Infor CPM, Isah, MYOB).
    /// </remarks>
    LastReceiver,
}
