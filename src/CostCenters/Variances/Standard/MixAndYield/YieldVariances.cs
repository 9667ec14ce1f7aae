using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>What a process gained or lost by making more or less of its input than the standard expects.</summary>
/// <remarks>
/// <para>A leaf of basis cost: a positive amount harms profit. No rounding; the cost of a unit of input stays a
/// fraction, hence both methods agree to the last digit.</para>
/// <para>Source: course notes on mix and yield, which show both methods side by side.</para>
/// </remarks>
public static partial class YieldVariances
{
    /// <summary>The key of the yield node.</summary>
    public const string YieldKey = "yield";

    /// <summary>Computes <c>yield</c>.</summary>
    /// <param name="actualInput">Input used, not negative.</param>
    /// <param name="actualOutput">Good output made of it, not negative.</param>
    /// <param name="inputPerOutput">Input that the standard allows for a unit of output, above 0.</param>
    /// <param name="costPerOutput">Standard cost of the input of a unit of output.</param>
    /// <param name="method">What is compared.</param>
    /// <param name="units">Currency and unit of input and output.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds, or <paramref name="method"/> is no
    /// method.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode Analyze(
        decimal actualInput,
        decimal actualOutput,
        decimal inputPerOutput,
        decimal costPerOutput,
        YieldMethod method,
        VarianceUnits units) =>
        Leaf(
            InputRange.NotNegative(actualInput),
            InputRange.NotNegative(actualOutput),
            InputRange.Positive(inputPerOutput),
            InputRange.Figure(costPerOutput),
            method,
            units);

    private static VarianceNode Leaf(
        Fraction input,
        Fraction output,
        Fraction perOutput,
        Fraction outputCost,
        YieldMethod method,
        VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(method, nameof(method));
        Fraction inputCost = outputCost / perOutput;
        return method == YieldMethod.Input
            ? VarianceNode.Leaf(
                YieldKey,
                "yield",
                VarianceBasis.Cost,
                (input - (output * perOutput)) * inputCost,
                "(actual input - standard input) × standard cost of input",
                [
                    units.Count("actual input", input),
                    units.Count("standard input", output * perOutput),
                    units.Price("standard cost of input", inputCost),
                ])
            : VarianceNode.Leaf(
                YieldKey,
                "yield",
                VarianceBasis.Cost,
                ((input / perOutput) - output) * outputCost,
                "(standard output - actual output) × standard cost of output",
                [
                    units.Count("standard output", input / perOutput),
                    units.Count("actual output", output),
                    units.Price("standard cost of output", outputCost),
                ]);
    }
}
