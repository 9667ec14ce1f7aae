using System.Text.Json;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>One example of the folder: what to compute, from what, and what the source says comes out.</summary>
public sealed record WorkedExample(
    string Id, string Calc, JsonElement Inputs, JsonElement Expected, JsonElement Rounding);
