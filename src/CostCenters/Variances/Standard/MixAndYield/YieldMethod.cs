namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>What a yield variance compares.</summary>
/// <remarks>Both give the same amount.</remarks>
public enum YieldMethod
{
    /// <summary>Input used against input allowed for the output, at the standard cost of a unit of input.</summary>
    Input,

    /// <summary>Output expected of the input against the output made, at the standard cost of a unit of
    /// output.</summary>
    Output,
}
