namespace CostCenters.Cubes.Columns;

/// <summary>Numbers of 64 bits kept in 32, where all of them fit.</summary>
internal static class Narrowing
{
    /// <summary>Whether a number fits 32 bits.</summary>
    public static bool Fits(long number) => number == unchecked((int)number);

    /// <summary>The same numbers, or null when one of them does not fit.</summary>
    public static int[]? Narrow(ReadOnlySpan<long> numbers)
    {
        int[] narrow = new int[numbers.Length];
        return TryNarrow(numbers, narrow) ? narrow : null;
    }

    /// <summary>Writes the same numbers, as long as all of them fit.</summary>
    public static bool TryNarrow(ReadOnlySpan<long> numbers, Span<int> narrow)
    {
        long lost = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            narrow[i] = unchecked((int)numbers[i]);
            lost |= numbers[i] ^ narrow[i];
        }

        return lost == 0;
    }

    /// <summary>Writes numbers of 32 bits as numbers of 64.</summary>
    public static void Widen(ReadOnlySpan<int> narrow, Span<long> numbers)
    {
        for (int i = 0; i < narrow.Length; i++)
        {
            numbers[i] = narrow[i];
        }
    }
}
