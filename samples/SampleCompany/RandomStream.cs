namespace CostCenters.Samples.SampleCompany;

/// <summary>Reproducible integers: SplitMix64, started from a hash of a name.</summary>
/// <remarks>
/// The seeded sequence of <see cref="Random"/> is no promise of the runtime, so the book has a generator of its
/// own. Every budget line and month draws from a stream named after it: a line added to the tables leaves the
/// figures of all others as they were.
/// </remarks>
internal sealed class RandomStream
{
    private const ulong Seed = 20_230_401;

    private ulong state;

    public RandomStream(string name)
    {
        // FNV-1a; string.GetHashCode differs from process to process.
        ulong hash = 14_695_981_039_346_656_037;
        foreach (char letter in name)
        {
            hash = unchecked((hash ^ letter) * 1_099_511_628_211);
        }

        state = hash ^ Seed;
    }

    /// <summary>A number between both bounds, inclusive.</summary>
    public int Between(int lowest, int highest)
    {
        ulong choices = (ulong)((long)highest - lowest + 1);
        return (int)(lowest + (long)((Next() >> 11) % choices));
    }

    /// <summary>1000, give or take up to <paramref name="spread"/>.</summary>
    public int Permille(int spread) => Between(1_000 - spread, 1_000 + spread);

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E37_79B9_7F4A_7C15;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
