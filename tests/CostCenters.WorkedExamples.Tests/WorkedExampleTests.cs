using System.Text.Json;
using System.Text.Json.Nodes;

namespace CostCenters.WorkedExamples.Tests;

public class WorkedExampleTests
{
    public static TheoryData<string> Ids => [.. ExampleFolder.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Compute_Example_GivesTheFiguresOfTheSource(string id)
    {
        var example = ExampleFolder.All[id];

        var mismatches = Comparison.Mismatches(example.Expected, Calculations.Compute(example), example.Rounding);

        Assert.True(mismatches.Count == 0, $"{id} ({example.Calc}):\n{string.Join('\n', mismatches)}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Compute_InputThatNoMappingKnows_IsRefusedByName(string id)
    {
        var example = ExampleFolder.All[id];
        JsonObject inputs = JsonObject.Create(example.Inputs)!;
        inputs.Add("tea_leaves", 7);

        var error = Assert.Throws<NotSupportedException>(() =>
            Calculations.Compute(example with { Inputs = JsonElement.Parse(inputs.ToJsonString()) }));

        Assert.Contains($"{id}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("tea_leaves", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Mismatches_FigureThatNoMappingKnows_IsNamed(string id)
    {
        var example = ExampleFolder.All[id];
        JsonObject expected = JsonObject.Create(example.Expected)!;
        expected.Add("tea_leaves", 7);

        var mismatches = Comparison.Mismatches(
            JsonElement.Parse(expected.ToJsonString()), Calculations.Compute(example), example.Rounding);

        Assert.Contains("$.tea_leaves", Assert.Single(mismatches), StringComparison.Ordinal);
    }
}
