using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>Random histories of availability control, held against a model that adds everything up each time.</summary>
[Laws]
public class ControlProperties
{
    [Property]
    public void History_OfAFewCommands_IsThatOfTheModel(int seed) => new ControlHistory(seed).Run(steps: 12);

    [Theory] // Thousands of steps, with restarts from the journal and answers about any earlier position.
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void History_OfManyCommands_IsThatOfTheModel(int seed) => new ControlHistory(seed).Run(steps: 300);
}
