namespace CostCenters.Tool.Views;

/// <summary>In what amounts are shown.</summary>
internal enum AmountUnit
{
    One,

    Thousand,

    Million,
}
