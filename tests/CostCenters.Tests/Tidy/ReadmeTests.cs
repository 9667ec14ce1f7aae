namespace CostCenters.Tests.Tidy;

/// <summary>What a readme shows is compiled, and what it prints is what the program printed.</summary>
public class ReadmeTests
{
    private const string Cookbook = "docs/cookbook.md";
    private const string Profit = "docs/profit.md";

    private static IEnumerable<RepositoryFile> Readmes => Repository.Texts.Where(file =>
        (file.Name == "README.md" && !file.Path.StartsWith("tests/", StringComparison.Ordinal))
        || file.Path is Cookbook or Profit);

    private static IReadOnlyList<RepositoryFile> Samples =>
        [.. Repository.CodeUnder("samples"), .. Repository.CodeUnder("tests/Consumer")];

    [Fact]
    public void CodeBlocks_StandInASample() =>
        Breaches.None(Readmes.SelectMany(readme => UnknownCode(readme, Samples)));

    [Fact]
    public void OutputBlocks_EqualTheirFile() =>
        Breaches.None(Readmes.SelectMany(readme => WrongOutput(readme, ReadOutput)));

    [Fact]
    public void Cookbook_ShowsAllThatItsSamplePrints()
    {
        RepositoryFile page = Repository.Texts.Single(file => file.Path is Cookbook);
        IEnumerable<string> shown = ReadmeBlock.In(page)
            .Where(block => block.Language == "text").SelectMany(block => block.Lines);

        Assert.Equal(
            LinesOf(ReadOutput("samples/Cookbook/Expected.txt"))
                .Where(line => !line.StartsWith("-- ", StringComparison.Ordinal)),
            shown);
    }

    [Fact]
    public void Samples_AreFound() => Assert.NotEmpty(Samples);

    [Theory]
    [InlineData("int x = 1;\nif (x > 0)\n{\n    x = 2;\n}", true)]
    [InlineData("if (x > 0)\n{\n    x = 2;\n}", true)]
    [InlineData("if (x > 0)\n{\nx = 2;\n}", false)]
    [InlineData("int x = 1;\nx = 2;", false)]
    [InlineData("int x = 3;", false)]
    public void CodeBlock_InASampleOrNot_IsTold(string code, bool isThere)
    {
        var sample = new RepositoryFile("Program.cs", """
            class Program
            {
                static void Main()
                {
                    int x = 1;
                    if (x > 0)
                    {
                        x = 2;
                    }
                }
            }
            """);
        var readme = new RepositoryFile("README.md", $"# Canary\n\n```csharp\n{code}\n```\n\n```bash\nls\n```\n");

        Assert.Equal(isThere, !UnknownCode(readme, [sample]).Any());
    }

    [Theory]
    [InlineData("Expected.txt", "one\n  two\n", true)]
    [InlineData("Expected.txt", "one\ntwo\n", false)]
    [InlineData("Expected.txt", "one\n", false)]
    [InlineData("Missing.txt", "one\n  two\n", false)]
    public void OutputBlock_EqualOrNot_IsTold(string path, string printed, bool isEqual)
    {
        var readme = new RepositoryFile("README.md", 
            $"<!-- output: {path} -->\n\n```text\none\n  two\n```\n\n```text\nfree\n```\n");

        Assert.Equal(isEqual, !WrongOutput(readme, name => name == "Expected.txt" ? printed : null).Any());
    }

    private static IEnumerable<string> UnknownCode(RepositoryFile readme, IReadOnlyList<RepositoryFile> samples) =>
        ReadmeBlock.In(readme)
            .Where(block => block.Language is "csharp" or "cs" or "c#" && !samples.Any(block.OccursIn))
            .Select(block => $"{readme.Path}({block.Line})");

    private static IEnumerable<string> WrongOutput(RepositoryFile readme, Func<string, string?> read) =>
        ReadmeBlock.In(readme)
            .Where(block => block.OutputOf is not null
                && !block.Lines.SequenceEqual(LinesOf(read(block.OutputOf)), StringComparer.Ordinal))
            .Select(block => $"{readme.Path}({block.Line}): {block.OutputOf}");

    private static string[] LinesOf(string? text) =>
        [.. (text ?? "(no such file)").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    private static string? ReadOutput(string path)
    {
        string full = Path.Combine(Repository.Root, path);
        return File.Exists(full) ? File.ReadAllText(full) : null;
    }
}
