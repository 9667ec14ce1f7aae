namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// The chance of one row: it depends on the row alone, so that rows can be made in any order and on any thread.
/// </summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014), begun at a mixed row number.</remarks>
internal struct RandomStream(long row)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong state = Mix(unchecked((ulong)row * Gamma));

    /// <summary>A number from 0 up to but without <paramref name="count"/>.</summary>
    public long Below(long count) => (long)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Like <see cref="Below"/>, with half of the numbers crowded at some few of them.</summary>
    public long SkewedBelow(long count) =>
        Below(2) == 0 ? Below(count) : Below(count) * Below(count) / count;

    private ulong Next() => Mix(state = unchecked(state + Gamma));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
