using System.Reflection;
using System.Runtime.InteropServices;
using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CostCenters.Tests.Architecture;

/// <summary>
/// The packages, compiled once more from their sources, so that a rule can ask the compiler what a line means
/// and name the line that breaks it. A canary is compiled the same way from a text.
/// </summary>
internal static class Sources
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static readonly string[] Names =
    [
        "CostCenters", "CostCenters.Csv", "CostCenters.DependencyInjection", "CostCenters.Reporting",
        "CostCenters.Data",
    ];

    // Everything that the test host may load, read once for all compilations.
    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> Assemblies = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private static readonly Lazy<IReadOnlyList<ISourceGenerator>> Generators = new(() => [.. FindGenerators()]);

    private static readonly Lazy<IReadOnlyList<CSharpCompilation>> LazyPackages = new(() =>
        [.. Names.Select(name => Compile(name, Repository.CodeUnder("src/" + name)))]);

    public static IReadOnlyList<string> PackageNames => Names;

    public static IReadOnlyList<CSharpCompilation> Packages => LazyPackages.Value;

    public static CSharpCompilation Core => Packages[0];

    public static CSharpCompilation Csv => Packages[1];

    public static CSharpCompilation DependencyInjection => Packages[2];

    public static CSharpCompilation Reporting => Packages[3];

    public static CSharpCompilation Canary(string code, string path = "src/CostCenters/Canary.cs") =>
        Canary(new RepositoryFile(path, code));

    public static CSharpCompilation Canary(params RepositoryFile[] files)
    {
        CSharpCompilation compilation = Compile("Canary", files);
        Assert.Empty(Errors(compilation));
        return compilation;
    }

    /// <summary>A console program of some files, which references the packages.</summary>
    public static CSharpCompilation Program(params RepositoryFile[] files) =>
        Compile("Program", files, OutputKind.ConsoleApplication);

    public static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString());

    private static CSharpCompilation Compile(
        string name, IEnumerable<RepositoryFile> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var options = new CSharpCompilationOptions(
            kind,
            checkOverflow: true,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        IEnumerable<SyntaxTree> trees = files.Append(new RepositoryFile("ImplicitUsings.cs", ImplicitUsings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path));
        var compilation = CSharpCompilation.Create(name, trees, References(name), options);
        CSharpGeneratorDriver.Create(Generators.Value, parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    // What the SDK generates (regular expressions, JSON contexts) lies beside the shared framework's references.
    private static IEnumerable<ISourceGenerator> FindGenerators()
    {
        string references = Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs/Microsoft.NETCore.App.Ref"));
        string? newest = Directory.Exists(references)
            ? Directory.EnumerateDirectories(references, $"{Environment.Version.Major}.*").Max(StringComparer.Ordinal)
            : null;
        return newest is null
            ? []
            : Directory.EnumerateFiles(Path.Combine(newest, "analyzers/dotnet/cs"), "*.dll")
                .Order(StringComparer.Ordinal)
                .SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp));
    }

    // A package sees the packages before it, as built.
    private static IEnumerable<MetadataReference> References(string name)
    {
        var hidden = Names.SkipWhile(package => package != name).ToHashSet();
        return Assemblies.Value.Where(path => !hidden.Contains(Path.GetFileNameWithoutExtension(path.Display!)));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
