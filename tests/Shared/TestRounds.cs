namespace CostCenters.TestCases;

/// <summary>
/// How many cases the long tests draw: a tenth, or all of them with <c>COSTCENTERS_TESTS=full</c> in the environment.
/// </summary>
internal static class TestRounds
{
    public const string Variable = "COSTCENTERS_TESTS";

    private const int Share = 10;

    public static bool AreFull { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => false,
        "full" => true,
        string text => throw new InvalidOperationException($"{Variable} may be \"full\" or absent, not \"{text}\"."),
    };

    /// <summary>The step of a loop that tries every byte in the full run.</summary>
    public static int Step => AreFull ? 1 : Share;

    /// <summary>The rounds of a test that runs <paramref name="full"/> of them in the full run.</summary>
    public static int Of(int full) => AreFull ? full : Math.Max(1, full / Share);
}
