namespace CostCenters.Csv.Imports;

/// <summary>What the sign of an amount means in a file.</summary>
/// <remarks>
/// The library counts in natural signs: a cost incurred is positive on a cost element, revenue earned is positive
/// on a revenue element. A general ledger counts in debits and credits instead, so one of the two natures is
/// turned around on import.
/// </remarks>
public enum AmountSigns
{
    /// <summary>Costs and revenues are both positive; nothing is turned.</summary>
    Natural = 0,

    /// <summary>Debits are positive, credits negative: amounts on revenue elements are turned.</summary>
    DebitPositive = 1,

    /// <summary>Credits are positive, debits negative: amounts on cost elements are turned.</summary>
    CreditPositive = 2,
}
