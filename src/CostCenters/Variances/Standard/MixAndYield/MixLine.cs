using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>An item of any mix: materials, labor or sales.</summary>
internal readonly record struct MixLine(string Name, Fraction Weight, Fraction Actual, Fraction Value);
