namespace CostCenters.Tests.Tidy;

/// <summary>A text file of the repository; the path is relative to its root, with <c>/</c>.</summary>
internal sealed record RepositoryFile(string Path, string Text)
{
    private string[]? lines;

    public string Name => System.IO.Path.GetFileName(Path);

    public IReadOnlyList<string> Lines => lines ??= Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}

/// <summary>The files of the repository as they lie on disk, without what the build writes.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Unowned =
        ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    private static readonly Lazy<IReadOnlyList<string>> LazyPaths = new(() =>
        [.. PathsUnder(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)]);

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> LazyCode = new(() => Files(".cs"));

    public static string Root => LazyRoot.Value;

    public static IReadOnlyList<RepositoryFile> Code => LazyCode.Value;

    public static IReadOnlyList<RepositoryFile> CodeUnder(string folder) =>
        [.. Code.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))];

    public static IReadOnlyList<RepositoryFile> Files(params string[] endings) =>
        [.. LazyPaths.Value
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(path => new RepositoryFile(path, File.ReadAllText(Path.Combine(Root, path))))];

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
