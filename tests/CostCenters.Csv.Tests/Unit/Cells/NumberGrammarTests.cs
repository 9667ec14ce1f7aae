using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Unit.Cells;

/// <summary>Every cell of up to eight characters, against the grammar of numbers in the package's README.</summary>
/// <remarks>The grammar is written here as what makes all its numbers, the reader as what takes one apart.</remarks>
public class NumberGrammarTests
{
    private const int Longest = 8;
    private const int Scale = 8;
    private const NegativeStyles AllStyles =
        NegativeStyles.LeadingMinus | NegativeStyles.TrailingMinus | NegativeStyles.Parentheses;

    [Theory]
    [InlineData('.', "", NegativeStyles.LeadingMinus, "01-.,+")]
    [InlineData(',', ".", AllStyles, "01-(),.")]
    [InlineData('.', ",", NegativeStyles.LeadingMinus, "01-.,'")]
    [InlineData('.', "'", NegativeStyles.LeadingMinus, "01-.'+")]
    [InlineData('.', "'\u2019", NegativeStyles.TrailingMinus, "01-.'\u2019")]
    [InlineData(',', "\u00A0 ", NegativeStyles.LeadingMinus, "01-,\u00A0 ")]
    public void Read_EveryCellUpToEightCharacters_TakesTheNumbersOfTheGrammarAlone(
        char decimalSeparator, string groupSeparators, NegativeStyles styles, string alphabet)
    {
        ImportProfile profile = ImportProfile.Contract
            .WithNumbers(decimalSeparator, groupSeparators)
            .WithNegativeStyles(styles);
        Dictionary<string, long> legal = Numbers(decimalSeparator, groupSeparators, styles)
            .Where(number => number.Text.Length <= Longest)
            .ToDictionary(number => number.Text, number => number.Count);
        byte[] scratch = new byte[64];
        var wrong = new List<string>();
        int taken = 0;
        foreach ((byte[] cell, int length) in Cells(alphabet))
        {
            ReadOnlySpan<byte> bytes = cell.AsSpan(0, length);
            if (TryRead(profile.Settings.Numbers, bytes, scratch, out long count))
            {
                taken++;
                string text = Encoding.UTF8.GetString(bytes);
                if (!legal.TryGetValue(text, out long expected) || count != expected)
                {
                    wrong.Add($"{text} as {count.ToString(CultureInfo.InvariantCulture)}");
                }
            }
        }

        Assert.Empty(wrong.Take(20));
        Assert.Equal(legal.Count, taken);
    }

    /// <summary>Whether the reader takes a cell, and as how many 10^-8.</summary>
    private static bool TryRead(NumberDialect dialect, ReadOnlySpan<byte> cell, byte[] scratch, out long count)
    {
        if (dialect.IsContract)
        {
            return TryParse(cell, out count);
        }

        count = 0;
        return dialect.TryRewrite(cell, takesSuffix: false, ref scratch, out ReadOnlySpan<byte> plain)
            && TryParse(plain, out count);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out long count) =>
        NumberCell.Parse(text, Scale, NumberCell.AmountBound, null, out count, out _) == NumberFaults.None;

    /// <summary>Every text over an alphabet, in one array that is written anew for each.</summary>
    private static IEnumerable<(byte[] Cell, int Length)> Cells(string alphabet)
    {
        byte[][] symbols = [.. alphabet.Select(symbol => Encoding.UTF8.GetBytes([symbol]))];
        byte[] cell = new byte[Longest * symbols.Max(symbol => symbol.Length)];
        int[] places = new int[Longest];
        for (int length = 0; length <= Longest; length++)
        {
            Array.Clear(places);
            bool isDone = false;
            while (!isDone)
            {
                int end = 0;
                for (int place = 0; place < length; place++)
                {
                    byte[] symbol = symbols[places[place]];
                    symbol.CopyTo(cell, end);
                    end += symbol.Length;
                }

                yield return (cell, end);
                int next = length - 1;
                while (next >= 0 && ++places[next] == symbols.Length)
                {
                    places[next--] = 0;
                }

                isDone = next < 0;
            }
        }
    }

    /// <summary><c>number = unsigned | "-" unsigned | unsigned "-" | "(" unsigned ")"</c>, by the styles.</summary>
    private static IEnumerable<(string Text, long Count)> Numbers(
        char decimalSeparator, string groupSeparators, NegativeStyles styles)
    {
        foreach ((string text, long count) in Unsigned(decimalSeparator, groupSeparators))
        {
            yield return (text, count);
            if (styles.HasFlag(NegativeStyles.LeadingMinus))
            {
                yield return ("-" + text, -count);
            }

            if (styles.HasFlag(NegativeStyles.TrailingMinus))
            {
                yield return (text + "-", -count);
            }

            if (styles.HasFlag(NegativeStyles.Parentheses))
            {
                yield return ($"({text})", -count);
            }
        }
    }

    /// <summary><c>unsigned = whole [ decimal-separator digits ]</c>.</summary>
    private static IEnumerable<(string Text, long Count)> Unsigned(char decimalSeparator, string groupSeparators)
    {
        foreach ((string whole, long units) in Wholes(groupSeparators))
        {
            yield return (whole, units * 100_000_000);
            for (int places = 1; whole.Length + 1 + places <= Longest; places++)
            {
                foreach (string decimals in Digits(places))
                {
                    long count = long.Parse(decimals.PadRight(Scale, '0'), CultureInfo.InvariantCulture);
                    yield return ($"{whole}{decimalSeparator}{decimals}", (units * 100_000_000) + count);
                }
            }
        }
    }

    /// <summary><c>whole = digits | head 1*( group-separator 3digit )</c>, one separator all through.</summary>
    private static IEnumerable<(string Text, long Units)> Wholes(string groupSeparators)
    {
        for (int length = 1; length <= Longest; length++)
        {
            foreach (string digits in Digits(length))
            {
                long units = long.Parse(digits, CultureInfo.InvariantCulture);
                yield return (digits, units);
                if (length <= 3 || digits[0] == '0')
                {
                    continue;
                }

                // head = nonzero [digit [digit]]: what is left in front of whole groups of three.
                int head = ((length - 1) % 3) + 1;
                IEnumerable<string> groups = digits[head..].Chunk(3).Select(group => new string(group));
                foreach (char separator in groupSeparators)
                {
                    yield return (string.Join(separator, groups.Prepend(digits[..head])), units);
                }
            }
        }
    }

    private static IEnumerable<string> Digits(int length) =>
        Enumerable.Range(0, 1 << length)
            .Select(bits => Convert.ToString(bits, 2).PadLeft(length, '0'));
}
