namespace CostCenters.WorkedExamples.Tests;

/// <summary>
/// The conversions between the figures of the sources and those of the library. They are the only arithmetic that a
/// mapping may use beyond sums and differences.
/// </summary>
public static class Figures
{
    /// <summary>12.5 percent is the fraction 0.125.</summary>
    public static decimal FractionOf(decimal percent) => percent / 100m;

    /// <summary>12.34 with two decimals is a count of 1234; a finer amount is refused.</summary>
    public static long CountOf(decimal amount, int decimals)
    {
        decimal count = amount / UnitOf(decimals);
        return count == decimal.Truncate(count)
            ? (long)count
            : throw new InvalidDataException(
                FormattableString.Invariant($"{amount} has more than {decimals} decimals."));
    }

    /// <summary>A count of 1234 with two decimals is 12.34.</summary>
    public static decimal AmountOf(long count, int decimals) => count * UnitOf(decimals);

    /// <summary>A figure that a source states beside those that it follows from is what they come to, but for the
    /// decimals that it was printed with.</summary>
    public static void RequireAgreement(string name, decimal stated, decimal exact)
    {
        if (Math.Round(exact, stated.Scale, MidpointRounding.AwayFromZero) != stated)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"{name} is {stated}, but the other inputs come to {exact}."));
        }
    }

    /// <summary>A magnitude with its flag, from an effect on profit.</summary>
    public static Dictionary<string, object?> Flagged(decimal profitEffect) => new()
    {
        ["amount"] = Math.Abs(profitEffect),
        ["flag"] = profitEffect switch { > 0m => "F", < 0m => "U", _ => "-" },
    };

    /// <summary>The smallest amount with two decimals is 0.01.</summary>
    public static decimal UnitOf(int decimals) => new(1, 0, 0, isNegative: false, (byte)decimals);
}
