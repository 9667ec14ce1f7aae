using CostCenters.Tests.Tidy;

namespace CostCenters.Tests.Architecture;

/// <summary>The code of a section of the docs compiles where it is pasted into an empty console project.</summary>
public class PastedCodeTests
{
    private const string Desk = "samples/Cookbook/Desk.cs";

    public static TheoryData<string> Sections => [.. All.Select(section => section.Name)];

    private static IEnumerable<(string Name, string Code)> All =>
        SectionsOf("README.md").Concat(SectionsOf("docs/cookbook.md"));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_PastedIntoAnEmptyProject_Compiles(string name)
    {
        string code = All.Single(section => section.Name == name).Code;

        Assert.Empty(Sources.Errors(Sources.Program(code.Contains("Cookbook.Desk", StringComparison.Ordinal)
            ? [new RepositoryFile("Program.cs", code), Repository.Texts.Single(file => file.Path == Desk)]
            : [new RepositoryFile("Program.cs", code)])));
    }

    [Fact]
    public void Canary_WithoutItsUsingLine_DoesNotCompile() => Assert.NotEmpty(Sources.Errors(Sources.Program(
        new RepositoryFile("Program.cs", "Console.WriteLine(Currency.Eur);"))));

    private static IEnumerable<(string Name, string Code)> SectionsOf(string path)
    {
        RepositoryFile page = Repository.Texts.Single(file => file.Path == path);
        return ReadmeBlock.In(page).Where(block => block.Language == "csharp")
            .GroupBy(block => page.Lines.Take(block.Line)
                .Last(line => line.StartsWith("## ", StringComparison.Ordinal)))
            .Select(section => (
                $"{path}: {section.Key[3..]}",
                string.Join('\n', section.SelectMany(block => block.Lines))));
    }
}
