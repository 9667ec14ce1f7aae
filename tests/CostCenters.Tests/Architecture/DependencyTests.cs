using System.Reflection;
using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Architecture;

/// <summary>What each package may lean on: NodaTime, CsvHelper in one place, a collection of services.</summary>
public class DependencyTests
{
    private static readonly string[] OutsideWorld =
        ["System.IO", "System.Net", "System.Data", "System.Threading.Channels", "Microsoft"];

    // A stream that the caller opened is no outside world: the journal writes to one and reads from one.
    private static readonly string[] HandedIn =
        ["System.IO.Stream", "System.IO.StreamReader", "System.IO.TextReader"];

    private static readonly string[] Ambient =
        ["System.Console", "System.Environment", "System.TimeProvider", "System.Random", "System.AppContext",
            "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Diagnostics.Trace",
            "System.Threading.Thread", "System.Threading.AsyncLocal<T>", "System.Threading.ThreadLocal<T>",
            "System.ThreadStaticAttribute", "NodaTime.SystemClock", "NodaTime.IClock"];

    [Fact]
    public void Core_References_NodaTimeAndTheRuntimeOnly() =>
        Assert.All(Assembly.Load("CostCenters").GetReferencedAssemblies(), reference =>
            Assert.Matches(@"^(NodaTime|System\.(?!IO|Net|Console|Data)[\w.]+)$", reference.Name));

    [Fact]
    public void Reporting_References_TheCoreAndTheRuntimeOnly() =>
        Assert.All(Assembly.Load("CostCenters.Reporting").GetReferencedAssemblies(), reference =>
            Assert.Matches(
                @"^(CostCenters|NodaTime|System\.(?!Net|Console|Data|Diagnostics\.Process)[\w.]+)$", reference.Name));

    [Fact]
    public void Reporting_UsesNothingOfItsSurroundings() => Breaches.None(
        Outside(Sources.Reporting).Where(use => Ambient.Contains(use.Type.ToDisplayString())));

    [Fact]
    public void Core_UsesNothingOfTheOutsideWorld() => Breaches.None(Outside(Sources.Core));

    [Theory]
    [InlineData("public bool X() => System.IO.File.Exists(\"x\");")]
    [InlineData("public void X() => System.Console.WriteLine();")]
    [InlineData("private readonly HttpClient? client; public bool X => client is null;")]
    [InlineData("public string X() => System.Environment.MachineName;")]
    [InlineData("[ThreadStatic] private static int x; public int X() => x;")]
    [InlineData("public object X() => NodaTime.SystemClock.Instance.GetCurrentInstant();")]
    [InlineData("public object? X(Microsoft.Extensions.DependencyInjection.IServiceCollection? x) => x;")]
    public void Canary_OfTheOutsideWorld_IsFound(string member) =>
        Assert.NotEmpty(Outside(Sources.Canary($"namespace Canary; public sealed class Leak {{ {member} }}")));

    [Fact]
    public void Csv_TouchesCsvHelper_InOneReaderAndOneWriter() => Breaches.None(CsvHelperBreaches(Sources.Csv));

    [Theory]
    [InlineData("public sealed class Open { private readonly CsvHelper.CsvReader? x; public bool X => x is null; }")]
    [InlineData("""
        internal sealed class One { public CsvHelper.CsvReader? X; }
        internal sealed class Two { public bool Y(One one) => one.X is null; }
        """)]
    [InlineData("internal sealed class Neither { public CsvHelper.CsvMode X; }")]
    public void Canary_OfCsvHelper_IsFound(string types) =>
        Assert.NotEmpty(CsvHelperBreaches(Sources.Canary($"namespace Canary; {types}")));

    [Fact]
    public void Canary_OfOneReaderAndOneWriter_IsNotFound() => Assert.Empty(CsvHelperBreaches(Sources.Canary("""
        namespace Canary;
        internal sealed class In { public CsvHelper.CsvReader? X; public CsvHelper.CsvMode Y; }
        internal sealed class Out { public CsvHelper.CsvWriter? X; public CsvHelper.CsvMode Y; }
        """)));

    [Fact]
    public void DependencyInjection_ExtendsServiceCollectionsAlone() =>
        Breaches.None(BeyondRegistration(Sources.DependencyInjection));

    [Theory]
    [InlineData("public static class Extra { public static int Count(object x) => 1; }")]
    [InlineData("public static class Extra { public static int Count(this string x) => x.Length; }")]
    public void Canary_BeyondRegistration_IsFound(string type) =>
        Assert.NotEmpty(BeyondRegistration(Sources.Canary($"namespace Canary; {type}")));

    private static IEnumerable<Use> Outside(CSharpCompilation core) => Uses.Of(core).Where(use =>
    {
        string space = use.Type.ContainingNamespace?.ToDisplayString() ?? "";
        string type = use.Type.ToDisplayString();
        return use.Path.Length > 0 && !HandedIn.Contains(type) && (Ambient.Contains(type)
            || OutsideWorld.Any(outside => (space + ".").StartsWith(outside + ".", StringComparison.Ordinal)));
    });

    // Majors of CsvHelper share a name but not an API, so one type reads with it, one writes with it, and nobody
    // outside sees either.
    private static IEnumerable<string> CsvHelperBreaches(CSharpCompilation csv)
    {
        var users = csv.SyntaxTrees.SelectMany(tree => UsersOfCsvHelper(csv, tree))
            .GroupBy(user => user.Type.ToDisplayString(), user => (user.Type, user.Used)).ToList();
        return users.Where(user => user.First().Type.DeclaredAccessibility == Accessibility.Public)
            .Concat(users.Where(user => !Touches(user, "CsvReader") && !Touches(user, "CsvWriter")))
            .Concat(users.Where(user => Touches(user, "CsvReader")).Skip(1))
            .Concat(users.Where(user => Touches(user, "CsvWriter")).Skip(1))
            .Select(user => user.Key);
    }

    private static bool Touches(IEnumerable<(INamedTypeSymbol Type, string Used)> user, string start) =>
        user.Any(use => use.Used.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<(INamedTypeSymbol Type, string Used)> UsersOfCsvHelper(
        CSharpCompilation csv, SyntaxTree tree)
    {
        var uses = Uses.Of(csv).Where(use => use.Path == tree.FilePath)
            .Where(use => use.Type.ContainingAssembly?.Name == "CsvHelper").ToList();
        return
            from type in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where type.Parent is not TypeDeclarationSyntax
            let span = tree.GetLineSpan(type.Span)
            from use in uses
            where use.Line > span.StartLinePosition.Line && use.Line <= span.EndLinePosition.Line + 1
            select (csv.GetSemanticModel(tree).GetDeclaredSymbol(type)!, use.Type.Name);
    }

    private static IEnumerable<string> BeyondRegistration(CSharpCompilation package) =>
        PublicSurface.Types(package).Where(type => type.IsStatic)
            .SelectMany(PublicSurface.Members)
            .Where(member => member is not IMethodSymbol
            {
                IsExtensionMethod: true,
                Parameters: [{ Type.Name: "IServiceCollection" }, ..],
            })
            .Select(member => member.ToDisplayString());
}
