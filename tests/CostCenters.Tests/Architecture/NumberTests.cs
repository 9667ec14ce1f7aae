using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>
/// Binary floating point decides no amount. Where it may steer (a first guess, an iteration, a fit statistic) is
/// listed here by file, and what it finds is proved or corrected in integers or decimals.
/// </summary>
public class NumberTests
{
    private static readonly string[] MaySteer =
    [
        "src/CostCenters/Allocations/AndersonIteration.cs",
        "src/CostCenters/Allocations/CircleElimination.cs",
        "src/CostCenters/Allocations/FixedPointFlow.cs",
        "src/CostCenters/Allocations/FlowEquations.cs",
        "src/CostCenters/Allocations/FlowGuess.cs",
        "src/CostCenters/Allocations/PriceSolver.cs",
    ];

    [Fact]
    public void Packages_UseNoFloatingPoint_OutsideTheListedFiles() =>
        Breaches.None(Sources.Packages.SelectMany(Floating).Where(use => !MaySteer.Contains(use.Path)));

    [Fact]
    public void Packages_ShowNoFloatingPoint() =>
        Breaches.None(Sources.Packages.SelectMany(FloatingSignatures).Select(symbol => symbol.ToDisplayString()));

    [Fact]
    public void ListedFiles_StillSteer() =>
        Assert.All(MaySteer, path => Assert.Contains(Sources.Packages.SelectMany(Floating), use => use.Path == path));

    [Theory]
    [InlineData("public int X(decimal x) => (int)(float)x;")]
    [InlineData("public decimal X(decimal x) => (decimal)Math.Sqrt((long)x);")]
    [InlineData("public bool X(int x) => x / 2.0 > 1;")]
    [InlineData("public int X() { var x = Hidden(); return x.Length; } private static Half[] Hidden() => [];")]
    [InlineData("private readonly List<(int, double)> x = []; public int X => x.Count;")]
    [InlineData("public object X() => System.Numerics.Vector<float>.Zero;")]
    [InlineData("public long X(long x) => Convert.ToInt64(Convert.ToDouble(x));")]
    [InlineData("public object X(IEnumerable<int> x) => x.Average();")]
    public void Canary_OfFloatingPoint_IsFound(string member) => Assert.NotEmpty(Floating(Canary(member)));

    [Fact]
    public void Canary_OfDecimals_IsNotFound() =>
        Assert.Empty(Floating(Canary("public decimal X(int x, long y) => (decimal)x / y * 0.5m;")));

    [Theory]
    [InlineData("public void X(double? x) { }")]
    [InlineData("public IReadOnlyList<float> X => [];")]
    public void Canary_ThatShowsFloatingPoint_IsFound(string member) =>
        Assert.NotEmpty(FloatingSignatures(Canary(member)));

    private static CSharpCompilation Canary(string member) =>
        Sources.Canary($"namespace Canary; public sealed class Float {{ {member} }}");

    private static IEnumerable<Use> Floating(CSharpCompilation package) =>
        Uses.Of(package).Where(use => IsFloating(use.Type));

    private static IEnumerable<ISymbol> FloatingSignatures(CSharpCompilation package) =>
        PublicSurface.Signatures(package).Where(signature => signature.Shown.Any(IsFloating))
            .Select(signature => signature.Symbol);

    private static bool IsFloating(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        || type.ToDisplayString() is "System.Half" or "System.Numerics.Complex"
            or "System.Runtime.InteropServices.NFloat";
}
