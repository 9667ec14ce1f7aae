using System.Runtime.CompilerServices;

namespace CostCenters.Monetary;

/// <summary>An amount in even shares, each read when it is needed.</summary>
/// <remarks>
/// The shares are those of <see cref="Apportionment.SplitEvenly(long, int)"/>: they sum to the amount, and the earlier
/// ones take the units left over, one each. Immutable.
/// </remarks>
public readonly struct EvenSplit
{
    private readonly long share;
    private readonly int left;
    private readonly int count;

    /// <summary>Splits an amount.</summary>
    /// <param name="total">The amount in smallest units, any sign.</param>
    /// <param name="count">The number of shares, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EvenSplit(long total, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        this.count = count;
        share = total / count;
        left = (int)(total - (share * count));
    }

    /// <summary>The share at a place, 0 for the first.</summary>
    /// <param name="place">0 to less than the number of shares.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="place"/> is out of bounds.</exception>
    public long this[int place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked((uint)place < (uint)count)
            ? share + (place < left ? 1 : place < -left ? -1 : 0)
            : throw new ArgumentOutOfRangeException(nameof(place), place, "There is no such share.");
    }

    /// <summary>Copies all shares to a span of as many places.</summary>
    internal void CopyTo(Span<long> shares)
    {
        int more = Math.Abs(left);
        shares[..more].Fill(share + Math.Sign(left));
        shares[more..].Fill(share);
    }
}
