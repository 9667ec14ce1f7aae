using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads numbers that are too long for a vector, or have groups, signs behind them or suffixes.</summary>
/// <remarks>One for each thread.</remarks>
internal sealed class SlowNumbers
{
    private const int MostDigits = 18;
    private const int GroupDigits = 3;

    private readonly int scale;
    private readonly ulong bound;
    private readonly NumberDialect dialect;
    private readonly bool takesSuffix;
    private readonly bool isContract;
    private readonly bool hasGroups;
    private readonly byte point;
    private readonly byte group;
    private byte[] scratch = new byte[64];

    public SlowNumbers(int scale, ulong bound, NumberDialect dialect, bool takesSuffix)
    {
        this.scale = scale;
        this.bound = bound;
        this.dialect = dialect;
        this.takesSuffix = takesSuffix && dialect.PositiveSuffix is not null;
        isContract = dialect.IsContract && !this.takesSuffix;
        hasGroups = !this.takesSuffix
            && dialect.GroupSeparators is [< (char)128]
            && dialect.DecimalSeparator < 128
            && dialect.NegativeStyles.HasFlag(NegativeStyles.LeadingMinus);
        point = hasGroups ? (byte)dialect.DecimalSeparator : (byte)0;
        group = hasGroups ? (byte)dialect.GroupSeparators[0] : (byte)0;
    }

    /// <summary>Reads a number as a count of 10^-scale; false for one that is faulty, or is to be rounded.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out long count)
    {
        if (hasGroups && TryReadGrouped(text, out count))
        {
            return true;
        }

        count = 0;
        return (isContract || dialect.TryRewrite(text, takesSuffix, ref scratch, out text))
            && NumberCell.Parse(text, scale, bound, rounding: null, out count, out _) == NumberFaults.None;
    }

    /// <summary>Reads <c>-1.234.567,89</c>; false for all else, which may be a number.</summary>
    private bool TryReadGrouped(ReadOnlySpan<byte> text, out long count)
    {
        count = 0;
        bool isNegative = text is [(byte)'-', ..];
        text = isNegative ? text[1..] : text;
        if (text.Length is 0 or > MostDigits || text[0] is < (byte)'1' or > (byte)'9')
        {
            return false;
        }

        int inGroup = 0;
        bool isGrouped = false;
        int decimals = -1;
        foreach (byte unit in text)
        {
            if (unit is >= (byte)'0' and <= (byte)'9')
            {
                count = (count * 10) + (unit - '0');
                inGroup++;
                decimals += decimals < 0 ? 0 : 1;
                continue;
            }

            bool isEnd = unit == point;
            if (decimals >= 0
                || !(isEnd || unit == group)
                || (isGrouped ? inGroup != GroupDigits : inGroup > GroupDigits && !isEnd))
            {
                return false;
            }

            isGrouped |= !isEnd;
            decimals = isEnd ? 0 : -1;
            inGroup = 0;
        }

        if (decimals == 0 || decimals > scale || (decimals < 0 && isGrouped && inGroup != GroupDigits))
        {
            return false;
        }

        decimals = Math.Max(decimals, 0);
        ulong whole = (ulong)count / PowersOfTen.Of(decimals);
        if (whole >= bound || whole > ((ulong)long.MaxValue / PowersOfTen.Of(scale)) - 1)
        {
            return false;
        }

        count *= (long)PowersOfTen.Of(scale - decimals);
        count = isNegative ? -count : count;
        return true;
    }
}
