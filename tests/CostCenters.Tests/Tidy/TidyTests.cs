namespace CostCenters.Tests.Tidy;

/// <summary>The numbers and habits of the house, held for every file.</summary>
public class TidyTests
{
    public static TheoryData<string> Rules => [.. TidyRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Repository_Keeps(string name)
    {
        TidyRule rule = Rule(name);

        Breaches.None(Repository.Texts.Where(rule.AppliesTo).SelectMany(file => Broken(rule, file)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Canary_Breaks(string name)
    {
        TidyRule rule = Rule(name);

        Assert.True(rule.AppliesTo(rule.Canary));
        Assert.NotEmpty(Broken(rule, rule.Canary));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void GoodFile_Keeps(string name) => Assert.Empty(Broken(Rule(name), new RepositoryFile(
        "src/CostCenters/Cubes/Cube.Text.cs",
        """
        namespace CostCenters.Cubes;

        // A sum over the receivers (TODO of issue #12: over the senders too).
        public sealed partial class Cube
        {
            private static string Word => "a;b // c;"; // Said plainly, see docs/cubes.
        #pragma warning disable CA1000 // The parser asks for it.
            public int Size => 1;
        }

        internal static class Cubes;
        """)));

    [Fact]
    public void Repository_IsFound()
    {
        Assert.Contains(Repository.Texts, file => file.Path == "tests/CostCenters.Tests/Tidy/TidyTests.cs");
        Assert.Contains(Repository.Texts, file => file.Path == ".ci/run");
        Assert.DoesNotContain(Repository.Texts, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    private static TidyRule Rule(string name) => TidyRule.All.Single(rule => rule.Name == name);

    private static IEnumerable<string> Broken(TidyRule rule, RepositoryFile file) =>
        rule.BrokenLines(file).Select(line => $"{file.Path}({line})");
}
