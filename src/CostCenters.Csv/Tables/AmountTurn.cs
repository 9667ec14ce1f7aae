using CostCenters.Csv.Imports;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>Turns the signs of a general ledger into natural ones.</summary>
internal static class AmountTurn
{
    public static long Apply(AmountSigns signs, ElementNature nature, long amount) =>
        signs switch
        {
            AmountSigns.DebitPositive when nature == ElementNature.Revenue => -amount,
            AmountSigns.CreditPositive when nature == ElementNature.Cost => -amount,
            _ => amount,
        };
}
