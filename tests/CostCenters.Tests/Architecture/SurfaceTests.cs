using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>What the packages show: closed, immutable, without clocks, tasks and foreign types.</summary>
public class SurfaceTests
{
    public static TheoryData<string> Rules => [.. SurfaceRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Surface_OfEveryPackage_Keeps(string rule) =>
        Breaches.None(Sources.Packages.SelectMany(package => Broken(rule, package)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Surface_OfACanary_Breaks(string rule) =>
        Assert.NotEmpty(Broken(rule, Sources.Canary($"namespace Canary; {Rule(rule).Canary}")));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Surface_OfAGoodExample_Keeps(string rule) => Assert.Empty(Broken(rule, Sources.Canary("""
        namespace Canary;
        public readonly record struct Value { public Value(int size) { Size = size; } public int Size { get; } }
        public sealed class Shelf(IEnumerable<Value> values)
        {
            private static readonly int[] Weights = [1, 2];
            private int calls;
            public IReadOnlyList<Value> Values { get; } = [.. values];
            public int Weigh() => Weights[calls++ % 2];
        }
        public abstract record Shape(int Size);
        public static class Shapes { public static readonly Value One = new(1); public const int Two = 2; }
        """)));

    private static SurfaceRule Rule(string name) => SurfaceRule.All.Single(rule => rule.Name == name);

    private static IEnumerable<string> Broken(string rule, CSharpCompilation compilation) =>
        Rule(rule).Find(compilation).Select(symbol =>
            $"{symbol.ToDisplayString()} at {symbol.Locations[0].GetLineSpan()}");
}
