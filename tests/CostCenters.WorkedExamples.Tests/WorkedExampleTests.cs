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
}
