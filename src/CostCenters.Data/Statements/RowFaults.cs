namespace CostCenters.Data.Statements;

/// <summary>What is wrong with a row in itself; the engine groups by it.</summary>
[Flags]
internal enum RowFaults
{
    None = 0,
    AmountMissing = 1,
    AmountInexact = 2,
    AmountTooFine = 4,
    AmountOutOfRange = 8,
    QuantityInexact = 16,
    QuantityTooFine = 32,
    QuantityOutOfRange = 64,
    DateMissing = 128,
}
