using CostCenters.Explanations;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>How one kind of mix names its figures.</summary>
internal sealed record MixTerms(
    VarianceBasis Basis,
    string Kind,
    string MixKey,
    string Mix,
    string RestKey,
    string Rest, string Standard, string Quantity, string Value);
