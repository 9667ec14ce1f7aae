namespace CostCenters.Data.Dialects;

/// <summary>How a table holds amounts and quantities.</summary>
public enum SqlNumberForm
{
    /// <summary>Decimals in whole units: 12.34 is twelve euro and 34 cent. The column has the scale of the space, or an
    /// engine's numbers of any scale, of which each is checked.</summary>
    Decimals,

    /// <summary>Integers: amounts in the smallest unit of the space (1234 is 12.34 at scale 2), quantities in
    /// millionths. The only form for SQLite, which adds decimals up as binary floating point.</summary>
    Counts,
}
