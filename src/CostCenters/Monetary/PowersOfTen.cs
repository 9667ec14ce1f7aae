namespace CostCenters.Monetary;

/// <summary>Powers of ten as integers.</summary>
internal static class PowersOfTen
{
    private static readonly long[] Small = [.. Enumerable.Range(0, 19).Select(Power)];

    /// <summary>10^<paramref name="exponent"/> for exponents 0 to 18.</summary>
    public static long Int64(int exponent) => Small[exponent];

    /// <summary>10^<paramref name="exponent"/> for exponents 0 to 36.</summary>
    public static UInt128 UInt128(int exponent) =>
        exponent <= 18
            ? (UInt128)Small[exponent]
            : (UInt128)Small[18] * (UInt128)Small[exponent - 18];

    private static long Power(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
