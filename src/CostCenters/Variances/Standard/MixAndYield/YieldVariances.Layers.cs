using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.MixAndYield;

public static partial class YieldVariances
{
    /// <summary>Computes <c>yield</c> by layers and output.</summary>
    /// <remarks>The leaf is the one by figures, and names the cells of the input used. Input and cost of a unit of
    /// output are those of the budget over the planned output.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output, planned and good.</param>
    /// <param name="inputs">The elements of the input; all have one unit.</param>
    /// <param name="method">What is compared.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, their units differ, a cell lacks its quantity, nothing
    /// is planned, or an output is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Input or output is negative, or <paramref name="method"/> is no
    /// method.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, ActivityFigures output, IEnumerable<ElementCode> inputs, YieldMethod method)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(inputs, null);
        ScopedHours made = scope.Hours(output, null);
        Fraction planned = Fraction.Sum(elements.Items.Select(item => item.BudgetInput.Quantity));
        if (made.Planned.IsZero || planned.IsZero)
        {
            throw new ArgumentException("Input and output of the budget were expected, and one of them is 0.");
        }

        return new InputCells().With(elements.Cells, "actual input", "standard output").In(Leaf(
            InputRange.NotNegative(
                Fraction.Sum(elements.Items.Select(item => item.ActualInput.Quantity)), nameof(inputs)),
            InputRange.NotNegative(made.Actual, nameof(output)),
            planned / made.Planned,
            elements.Budget / made.Planned,
            method,
            new VarianceUnits(scope.Currency, elements.Unit)));
    }
}
