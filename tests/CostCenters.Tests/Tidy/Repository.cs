using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Tidy;

/// <summary>A text file of the repository; the path is relative to its root, with <c>/</c>.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    private string[]? lines;
    private CompilationUnitSyntax? syntax;

    public string Name => System.IO.Path.GetFileName(Path);

    public IReadOnlyList<string> Lines => lines ??= Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public CompilationUnitSyntax Syntax =>
        syntax ??= CSharpSyntaxTree.ParseText(Text, path: Path).GetCompilationUnitRoot();
}

/// <summary>The files of the repository as they lie on disk, without what the build writes.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Unowned =
        ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    private static readonly Lazy<IReadOnlyList<string>> LazyPaths = new(() =>
        [.. PathsUnder(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]);

    private static readonly string[] TextEndings =
        [".cs", ".md", ".csproj", ".props", ".targets", ".sln", ".json", ".txt", ".editorconfig", ".gitattributes",
            ".gitignore", "LICENSE", ".ci/run"];

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> LazyTexts = new(() =>
        [.. LazyPaths.Value
            .Where(path => TextEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => new RepositoryFile(path, File.ReadAllText(Path.Combine(Root, path))))]);

    public static string Root => LazyRoot.Value;

    /// <summary>Everything that people write, data files aside.</summary>
    public static IReadOnlyList<RepositoryFile> Texts => LazyTexts.Value;

    public static IReadOnlyList<RepositoryFile> CodeUnder(string folder) =>
        [.. Texts.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
            && file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CostCenters.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No CostCenters.sln above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<string> PathsUnder(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !Unowned.Contains(Path.GetFileName(child)))
            .SelectMany(PathsUnder));
}
