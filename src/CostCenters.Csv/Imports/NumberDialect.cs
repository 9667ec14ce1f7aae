using System.Text;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Imports;

/// <summary>How a file writes numbers, and the way from there to the contract's writing.</summary>
/// <remarks>The grammar stands in the package's README. A grouped number has no leading zero: whoever writes
/// <c>0.125</c> means a decimal point, and reading 125 would be wrong by a thousand.</remarks>
internal sealed class NumberDialect
{
    private readonly byte[] decimalSeparator;
    private readonly byte[][] groupSeparators;
    private readonly byte[]? positiveSuffix;
    private readonly byte[]? negativeSuffix;

    private NumberDialect(
        char decimalSeparator,
        string groupSeparators,
        NegativeStyles negativeStyles,
        string? positiveSuffix,
        string? negativeSuffix,
        bool hasExponents)
    {
        HasExponents = hasExponents;
        DecimalSeparator = decimalSeparator;
        GroupSeparators = groupSeparators;
        NegativeStyles = negativeStyles;
        PositiveSuffix = positiveSuffix;
        NegativeSuffix = negativeSuffix;
        this.decimalSeparator = Encoding.UTF8.GetBytes([decimalSeparator]);
        this.groupSeparators = [.. groupSeparators.Select(separator => Encoding.UTF8.GetBytes([separator]))];
        this.positiveSuffix = positiveSuffix is null ? null : Encoding.UTF8.GetBytes(positiveSuffix);
        this.negativeSuffix = negativeSuffix is null ? null : Encoding.UTF8.GetBytes(negativeSuffix);
        IsContract = decimalSeparator == '.'
            && groupSeparators.Length == 0
            && negativeStyles == NegativeStyles.LeadingMinus
            && !hasExponents;
    }

    public static NumberDialect Contract { get; } = new('.', "", NegativeStyles.LeadingMinus, null, null, false);

    public char DecimalSeparator { get; }

    public string GroupSeparators { get; }

    public NegativeStyles NegativeStyles { get; }

    public string? PositiveSuffix { get; }

    public string? NegativeSuffix { get; }

    /// <summary>Whether a number may end with a power of ten.</summary>
    public bool HasExponents { get; }

    /// <summary>Whether numbers, suffixes aside, are written as the contract writes them.</summary>
    public bool IsContract { get; }

    /// <summary>What a number is expected to be, for messages.</summary>
    public string Expected => IsContract
        ? "A number such as -1234.56 was expected: digits, a point, no grouping, no exponent."
        : $"A number such as {Example} was expected; groups have three digits, and a grouped number has no leading "
            + "zero.";

    /// <summary>A number as the file writes it.</summary>
    private string Example => GroupSeparators.Length == 0
        ? $"1234{DecimalSeparator}56"
        : $"1{GroupSeparators[0]}234{DecimalSeparator}56";

    /// <exception cref="ArgumentException">A separator cannot be one, or is both kinds.</exception>
    public NumberDialect WithSeparators(char decimalSeparator, string groupSeparators)
    {
        foreach (char separator in groupSeparators.Append(decimalSeparator))
        {
            if (char.IsLetterOrDigit(separator) || char.IsSurrogate(separator) || separator is '-' or '(' or ')')
            {
                throw new ArgumentException("Digits, letters, minus and parentheses separate nothing.");
            }
        }

        return groupSeparators.Contains(decimalSeparator, StringComparison.Ordinal)
            ? throw new ArgumentException("A separator cannot be both.", nameof(groupSeparators))
            : new(decimalSeparator, groupSeparators, NegativeStyles, PositiveSuffix, NegativeSuffix, HasExponents);
    }

    public NumberDialect WithNegativeStyles(NegativeStyles styles) =>
        new(DecimalSeparator, GroupSeparators, styles, PositiveSuffix, NegativeSuffix, HasExponents);

    /// <exception cref="ArgumentException">A suffix is not made of letters, or one ends the other.</exception>
    public NumberDialect WithSuffixes(string positive, string negative)
    {
        if (!positive.All(char.IsAsciiLetter) || !negative.All(char.IsAsciiLetter))
        {
            throw new ArgumentException("A suffix is made of the letters A to Z.");
        }

        return positive.EndsWith(negative, StringComparison.Ordinal)
            || negative.EndsWith(positive, StringComparison.Ordinal)
            ? throw new ArgumentException("One suffix must not end the other.")
            : new(DecimalSeparator, GroupSeparators, NegativeStyles, positive, negative, HasExponents);
    }

    public NumberDialect WithExponents() =>
        new(DecimalSeparator, GroupSeparators, NegativeStyles, PositiveSuffix, NegativeSuffix, hasExponents: true);

    /// <summary>Rewrites a number as the contract writes it; false when it is not of this dialect.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="takesSuffix">Whether the column has the sign suffixes, if the dialect has any.</param>
    /// <param name="scratch">Where the rewritten number goes; replaced by a larger one as needed.</param>
    /// <param name="rewritten">The number in the contract's writing.</param>
    public bool TryRewrite(
        ReadOnlySpan<byte> text, bool takesSuffix, ref byte[] scratch, out ReadOnlySpan<byte> rewritten)
    {
        rewritten = default;
        if (scratch.Length < text.Length + 1)
        {
            scratch = new byte[text.Length + 1];
        }

        if (!TryTakeSign(ref text, takesSuffix, out bool isNegative))
        {
            return false;
        }

        int power = 0;
        if (HasExponents && !TryTakeExponent(ref text, out power))
        {
            return false;
        }

        int length = 0;
        if (isNegative)
        {
            scratch[length++] = (byte)'-';
        }

        int point = text.IndexOf(decimalSeparator);
        ReadOnlySpan<byte> whole = point < 0 ? text : text[..point];
        if (!TryUngroup(whole, scratch, ref length))
        {
            return false;
        }

        if (point >= 0)
        {
            ReadOnlySpan<byte> decimals = text[(point + decimalSeparator.Length)..];
            if (decimals.Contains((byte)'.'))
            {
                return false;
            }

            scratch[length++] = (byte)'.';
            decimals.CopyTo(scratch.AsSpan(length));
            length += decimals.Length;
        }

        rewritten = scratch.AsSpan(0, length);
        if (power != 0 && NumberCell.IsNumber(rewritten))
        {
            scratch = Encoding.UTF8.GetBytes(DecimalShift.Move(Encoding.UTF8.GetString(rewritten), power));
            rewritten = scratch;
        }

        return true;
    }

    /// <summary>Takes a power of ten off the end of a number; false for one beyond 40 places.</summary>
    private static bool TryTakeExponent(ref ReadOnlySpan<byte> text, out int power)
    {
        power = 0;
        int mark = text.IndexOfAny((byte)'e', (byte)'E');
        if (mark < 0)
        {
            return true;
        }

        ReadOnlySpan<byte> digits = text[(mark + 1)..];
        bool isNegative = digits is [(byte)'-', ..];
        digits = digits is [(byte)'-' or (byte)'+', ..] ? digits[1..] : digits;
        if (digits.Length is 0 or > 3 || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        foreach (byte digit in digits)
        {
            power = (power * 10) + (digit - '0');
        }

        text = text[..mark];
        power = isNegative ? -power : power;
        return power is >= -40 and <= 40;
    }

    private bool TryTakeSign(ref ReadOnlySpan<byte> text, bool takesSuffix, out bool isNegative)
    {
        isNegative = false;
        if (takesSuffix && positiveSuffix is not null)
        {
            isNegative = text.EndsWith(negativeSuffix);
            if (!isNegative && !text.EndsWith(positiveSuffix))
            {
                return false;
            }

            text = text[..^(isNegative ? negativeSuffix : positiveSuffix)!.Length].TrimEnd((byte)' ');
            return !text.Contains((byte)'-');
        }

        if (text is [(byte)'-', ..])
        {
            text = text[1..];
            isNegative = true;
            return NegativeStyles.HasFlag(NegativeStyles.LeadingMinus) && !text.Contains((byte)'-');
        }

        if (text is [.., (byte)'-'])
        {
            text = text[..^1];
            isNegative = true;
            return NegativeStyles.HasFlag(NegativeStyles.TrailingMinus);
        }

        if (text is [(byte)'(', .., (byte)')'])
        {
            text = text[1..^1];
            isNegative = true;
            return NegativeStyles.HasFlag(NegativeStyles.Parentheses) && !text.Contains((byte)'-');
        }

        return true;
    }

    /// <summary>Copies integer digits without separators; false unless every group but the first has three, and the
    /// first one to three of which the first is not zero.</summary>
    private bool TryUngroup(ReadOnlySpan<byte> whole, Span<byte> destination, ref int length)
    {
        byte[]? separator = null;
        foreach (byte[] candidate in groupSeparators)
        {
            separator = whole.IndexOf(candidate) >= 0 ? candidate : separator;
        }

        int group = separator is null ? -1 : whole.IndexOf(separator);
        if (group is 0 or > 3 || (group > 0 && whole[0] == '0'))
        {
            return false;
        }

        while (group >= 0)
        {
            whole[..group].CopyTo(destination[length..]);
            length += group;
            whole = whole[(group + separator!.Length)..];
            group = whole.IndexOf(separator);
            if ((group < 0 ? whole.Length : group) != 3)
            {
                return false;
            }
        }

        whole.CopyTo(destination[length..]);
        length += whole.Length;

        // A point that is no separator here must not become one by the rewriting.
        return !whole.Contains((byte)'.') && !destination[..length].Contains((byte)'.');
    }
}
