using System.Runtime.CompilerServices;

namespace CostCenters.Monetary;

/// <summary>
/// The bounds of single figures: amounts to 10^15, quantities and rates to 10^9, each with 8 decimals.
/// </summary>
internal static class InputRange
{
    private const decimal MaxFigure = 1_000_000_000m;

    /// <summary>An amount of money of any sign.</summary>
    public static Fraction Amount(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Fraction.Of(MoneyRange.Require(value, name));

    /// <summary>A rule of rounding that there is.</summary>
    public static MidpointRounding Rule(
        MidpointRounding rounding, [CallerArgumentExpression(nameof(rounding))] string? name = null) =>
        rounding is < MidpointRounding.ToEven or > MidpointRounding.ToPositiveInfinity
            ? throw new ArgumentOutOfRangeException(name, rounding, "There is no such rounding.")
            : rounding;

    /// <summary>A choice that there is.</summary>
    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"There is no such {typeof(T).Name}.");

    /// <summary>A quantity, price or rate of any sign.</summary>
    public static Fraction Figure(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        decimal.Abs(value) > MaxFigure
            ? throw new ArgumentOutOfRangeException(
                name, MoneyRange.Text(value), "At most 10^9 in magnitude was expected.")
            : decimal.Round(value, MoneyRange.MaxDecimals, MidpointRounding.ToZero) != value
                ? throw new ArgumentOutOfRangeException(
                    name, MoneyRange.Text(value), "At most 8 decimals were expected.")
                : Fraction.Of(value);

    /// <summary>A quantity, price or rate that is not negative.</summary>
    public static Fraction NotNegative(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value < 0m
            ? throw new ArgumentOutOfRangeException(
                name, MoneyRange.Text(value), "A number that is not negative was expected.")
            : Figure(value, name);

    /// <summary>A computed figure that is not negative; it has no other bounds.</summary>
    public static Fraction NotNegative(Fraction value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value.Sign < 0
            ? throw new ArgumentOutOfRangeException(name, value, "A number that is not negative was expected.")
            : value;

    /// <summary>A quantity, price or rate above zero, such as a divisor.</summary>
    public static Fraction Positive(decimal value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value <= 0m
            ? throw new ArgumentOutOfRangeException(
                name, MoneyRange.Text(value), "A number above 0 was expected.")
            : Figure(value, name);
}
