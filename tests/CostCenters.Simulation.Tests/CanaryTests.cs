namespace CostCenters.Simulation.Tests;

/// <summary>What the simulator is worth: each of these gets one answer wrong, and must not get away with it.</summary>
public class CanaryTests
{
    private const int Seeds = 20;

    [Theory]
    [InlineData(nameof(LosesTheLastRow))]
    [InlineData(nameof(CountsNoRejectedRows))]
    [InlineData(nameof(DoublesAnAmount))]
    [InlineData(nameof(PostsWhatIsGoodOfARefusedDocument))]
    [InlineData(nameof(PostsADocumentTwice))]
    [InlineData(nameof(TakesNothingBack))]
    [InlineData(nameof(ClosesTheFirstCenterAlone))]
    [InlineData(nameof(DropsABudgetLine))]
    [InlineData(nameof(ServesAStaleSnapshot))]
    [InlineData(nameof(AnswersAsOfNow))]
    [InlineData(nameof(KeepsAnEarlierKeyFigure))]
    [InlineData(nameof(ReadsAbsentUnitsAsZero))]
    [InlineData(nameof(TellsNoGap))]
    [InlineData(nameof(CountsAbsentHeadsAsZero))]
    [InlineData(nameof(RollsNothingUp))]
    [InlineData(nameof(IgnoresCancellation))]
    [InlineData(nameof(ReadsOnAfterCancellation))]
    [InlineData(nameof(LeavesLastYearStale))]
    [InlineData(nameof(MissesAChange))]
    [InlineData(nameof(TakesAnUnwrittenCommand))]
    [InlineData(nameof(CutsOffOneEntryTooMuch))]
    [InlineData(nameof(TrustsEveryJournal))]
    public void Simulator_OfABrokenLibrary_FindsIt(string name)
    {
        SimulationException? found = null;
        for (int seed = 1; seed <= Seeds && found is null; seed++)
        {
            found = FirstDifference(name, seed);
        }

        Assert.NotNull(found);
        Assert.StartsWith("seed ", found.Message, StringComparison.Ordinal);

        // The model differs; the broken one does not just fall over.
        Assert.Null(found.InnerException);
    }

    [Fact]
    public void EveryBrokenLibrary_IsTried() => Assert.Equal(
        typeof(Subject).Assembly.GetTypes().Where(type => type.BaseType == typeof(Subject)).Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        typeof(CanaryTests).GetMethod(nameof(Simulator_OfABrokenLibrary_FindsIt))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => (string)data.GetData(null!).Single()[0])
            .Order(StringComparer.Ordinal));

    private static SimulationException? FirstDifference(string name, int seed)
    {
        var type = Type.GetType($"CostCenters.Simulation.Tests.{name}", throwOnError: true)!;
        try
        {
            Simulator.Run(seed, days: 40, (Subject)Activator.CreateInstance(type)!);
            return null;
        }
        catch (SimulationException difference)
        {
            return difference;
        }
    }
}
