using System.Reflection;
using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>The rules ask the sources; here stands that the sources are what the packages are built from.</summary>
public class SourcesTests
{
    public static TheoryData<string> Packages => [.. Sources.PackageNames];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Sources_Compiled_HaveNoErrors(string package) =>
        Breaches.None(Sources.Errors(Compilation(package)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Sources_Compiled_HaveTheTypesOfTheBuiltAssembly(string package) =>
        Assert.Equal(
            Assembly.Load(package).GetExportedTypes().Where(type => !type.IsSpecialName)
                .Select(type => type.FullName!.Replace('+', '.')).Order(),
            PublicSurface.Types(Compilation(package)).Where(type => !type.IsExtension)
                .Select(PublicSurface.FullName).Order());

    [Fact]
    public void Sources_WithAnError_AreFound() =>
        Assert.ThrowsAny<Exception>(() => Sources.Canary("namespace Canary; public class Broken { int X() => \"\"; }"));

    [Fact]
    public void Sources_WithGeneratedParts_Compile() => Sources.Canary("""
        using System.Text.RegularExpressions;
        namespace Canary;
        internal static partial class Words { [GeneratedRegex("x")] public static partial Regex Word(); }
        """);

    private static CSharpCompilation Compilation(string package) =>
        Sources.Packages.Single(compilation => compilation.AssemblyName == package);
}
