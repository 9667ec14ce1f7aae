using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>How far allocations go on in exact fractions; beyond that they take too much time and memory.</summary>
internal static class ExactLimits
{
    /// <summary>The bits of the longest denominator.</summary>
    public const int DenominatorBits = 1_024;

    /// <summary>The nodes of the largest circle that is eliminated.</summary>
    public const int CircleSize = 100;

    /// <summary>The bits after which what is longer is cut.</summary>
    public const int CutBits = 256;

    /// <summary>The fraction, cut if its denominator is too long.</summary>
    public static Fraction Cut(Fraction value) =>
        value.Denominator.GetBitLength() <= DenominatorBits
            ? value
            : Fraction.OfBinary((value.Numerator << CutBits) / value.Denominator, CutBits);
}
