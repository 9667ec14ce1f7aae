using System.Numerics;

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
        Vector<long> lostOfMany = default;
        int i = 0;
        for (; i + Vector<int>.Count <= numbers.Length; i += Vector<int>.Count)
        {
            var first = new Vector<long>(numbers[i..]);
            var second = new Vector<long>(numbers[(i + Vector<long>.Count)..]);
            Vector<int> both = Vector.Narrow(first, second);
            Vector.Widen(both, out Vector<long> low, out Vector<long> high);
            lostOfMany |= (first ^ low) | (second ^ high);
            both.CopyTo(narrow[i..]);
        }

        long lost = Vector.EqualsAll(lostOfMany, Vector<long>.Zero) ? 0 : 1;
        for (; i < numbers.Length; i++)
        {
            narrow[i] = unchecked((int)numbers[i]);
            lost |= numbers[i] ^ narrow[i];
        }

        return lost == 0;
    }

    /// <summary>Writes numbers of 32 bits as numbers of 64.</summary>
    public static void Widen(ReadOnlySpan<int> narrow, Span<long> numbers)
    {
        int i = 0;
        for (; i + Vector<int>.Count <= narrow.Length; i += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(narrow[i..]), out Vector<long> low, out Vector<long> high);
            low.CopyTo(numbers[i..]);
            high.CopyTo(numbers[(i + Vector<long>.Count)..]);
        }

        for (; i < narrow.Length; i++)
        {
            numbers[i] = narrow[i];
        }
    }
}
