using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.KeyFigures;

/// <summary>A ratio that keeps its two parts, so that ratios add up to the ratio of the sums, never to a mean of means.
/// </summary>
/// <remarks>
/// <para>Value = numerator / denominator, unrounded. Two ratios added: (n1 + n2) / (d1 + d2), which weighs each by its
/// denominator.</para>
/// <para><c>default(WeightedRatio)</c> is nothing over nothing and has no value.</para>
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct WeightedRatio
{
    /// <summary>Creates a ratio of two exact numbers.</summary>
    /// <param name="numerator">The part above the line.</param>
    /// <param name="denominator">The part below the line; 0 leaves the ratio without a value.</param>
    [JsonConstructor]
    public WeightedRatio(Fraction numerator, Fraction denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The part above the line.</summary>
    public Fraction Numerator { get; }

    /// <summary>The part below the line, which is the weight.</summary>
    public Fraction Denominator { get; }

    /// <summary>Numerator / denominator, or null when the denominator is 0.</summary>
    public Fraction? Value => Denominator.IsZero ? null : Numerator / Denominator;

    /// <summary>The value, or the reason why there is none.</summary>
    public Figure Figure => Figure.Quotient(Figure.Of(Numerator), Figure.Of(Denominator));

    /// <summary>The ratio of two numbers.</summary>
    /// <param name="numerator">The part above the line.</param>
    /// <param name="denominator">The part below the line; 0 leaves the ratio without a value.</param>
    public static WeightedRatio Of(decimal numerator, decimal denominator) =>
        new(Fraction.Of(numerator), Fraction.Of(denominator));

    /// <summary>A rate that was found on so many.</summary>
    /// <param name="rate">The rate, such as 0.95.</param>
    /// <param name="weight">What it was found on, such as 120 answers.</param>
    public static WeightedRatio OfRate(decimal rate, decimal weight) =>
        new(Fraction.Of(rate) * Fraction.Of(weight), Fraction.Of(weight));

    /// <summary>The ratio of the sums; a ratio without a value for none.</summary>
    /// <param name="ratios">The ratios, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ratios"/> is null.</exception>
    public static WeightedRatio Sum(IEnumerable<WeightedRatio> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return ratios.Aggregate(default(WeightedRatio), (sum, ratio) => sum + ratio);
    }

    /// <summary>The ratio of the sums.</summary>
    public static WeightedRatio operator +(WeightedRatio left, WeightedRatio right) => left.Add(right);

    /// <summary>The ratio of the sums.</summary>
    /// <param name="other">The ratio to add.</param>
    public WeightedRatio Add(WeightedRatio other) =>
        new(Numerator + other.Numerator, Denominator + other.Denominator);

    /// <summary>Text such as <c>79 of 93</c>.</summary>
    public override string ToString() => $"{Numerator} of {Denominator}";
}
