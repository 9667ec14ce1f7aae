namespace CostCenters.Csv.Cells;

/// <summary>What is wrong with a number; too many digits and out of range may both hold.</summary>
[Flags]
internal enum NumberFaults
{
    None = 0,
    NotANumber = 1,
    TooManyDigits = 2,
    OutOfRange = 4,
}
