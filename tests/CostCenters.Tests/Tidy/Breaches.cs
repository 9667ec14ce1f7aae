namespace CostCenters.Tests.Tidy;

/// <summary>Fails with every breach on a line of its own; an assertion on a collection would cut them short.</summary>
internal static class Breaches
{
    public static void None(IEnumerable<object> breaches)
    {
        List<string> lines = [.. breaches.Select(breach => breach.ToString()!).Distinct()];
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n{string.Join('\n', lines)}");
    }
}
