using System.Globalization;
using System.Runtime.CompilerServices;

namespace CostCenters.Monetary;

/// <summary>The bounds within which sums of money stay exact in a <see cref="decimal"/>.</summary>
internal static class MoneyRange
{
    public const decimal MaxMagnitude = 1_000_000_000_000_000m;

    public const int MaxDecimals = 8;

    /// <summary>A number for a message, the same in every culture.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static bool Contains(decimal amount) =>
        decimal.Abs(amount) <= MaxMagnitude
        && (amount.Scale <= MaxDecimals || decimal.Round(amount, MaxDecimals, MidpointRounding.ToZero) == amount);

    /// <summary>The same amount without zeros beyond the decimals that an amount can have.</summary>
    public static decimal Trimmed(decimal amount) =>
        amount.Scale > MaxDecimals ? decimal.Round(amount, MaxDecimals, MidpointRounding.ToZero) : amount;

    public static decimal Require(decimal amount, [CallerArgumentExpression(nameof(amount))] string? name = null)
    {
        if (decimal.Abs(amount) > MaxMagnitude)
        {
            throw new ArgumentOutOfRangeException(
                name, Text(amount), "An amount of money is at most 10^15 in magnitude.");
        }

        if (amount.Scale > MaxDecimals && decimal.Round(amount, MaxDecimals, MidpointRounding.ToZero) != amount)
        {
            throw new ArgumentOutOfRangeException(
                name, Text(amount), "An amount of money has at most 8 decimals; round it first, by a named rule.");
        }

        return amount;
    }
}
