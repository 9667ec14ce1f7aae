namespace CostCenters.Samples.SampleCompany;

/// <summary>Arithmetic on whole numbers only, so that every machine computes the same book.</summary>
internal static class Whole
{
    /// <summary>Divides by a positive number, rounding half away from zero.</summary>
    public static long Divide(long dividend, long divisor) =>
        (Math.Abs(dividend) + (divisor / 2)) / divisor * Math.Sign(dividend);

    /// <summary>Splits a total by positive weights; the parts sum to the total.</summary>
    public static long[] Split(long total, int[] weights)
    {
        long sum = weights.Sum(weight => (long)weight);
        long[] parts = new long[weights.Length];
        long weightSoFar = 0;
        long partsSoFar = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            weightSoFar += weights[index];
            parts[index] = Divide(total * weightSoFar, sum) - partsSoFar;
            partsSoFar += parts[index];
        }

        return parts;
    }
}
