using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>
/// A mapping asks the library and may add or subtract what it says. If it multiplied or divided, the suite would prove
/// the mapping and not the library.
/// </summary>
public class MappingSyntaxTests
{
    // The class for the few calcs that are plain arithmetic on given numbers; the rule does not hold there.
    private const string ArithmeticClass = "CostCenters.WorkedExamples.Tests.ArithmeticCalculations";

    private static readonly HashSet<SyntaxKind> BannedKinds =
    [
        SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideExpression,
        SyntaxKind.ModuloExpression,
        SyntaxKind.LeftShiftExpression,
        SyntaxKind.RightShiftExpression,
        SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.MultiplyAssignmentExpression,
        SyntaxKind.DivideAssignmentExpression,
        SyntaxKind.ModuloAssignmentExpression,
        SyntaxKind.LeftShiftAssignmentExpression,
        SyntaxKind.RightShiftAssignmentExpression,
        SyntaxKind.UnsignedRightShiftAssignmentExpression,
    ];

    // Names of the base class library that compute products, quotients or roundings, however they are called.
    private static readonly HashSet<string> BannedNames = new(StringComparer.Ordinal)
    {
        "Multiply", "Divide", "DivRem", "Remainder", "BigMul", "MultiplyAddEstimate", "FusedMultiplyAdd", "Pow", "Sqrt",
        "ScaleB", "ReciprocalEstimate", "Aggregate", "Average", "Round", "Floor", "Ceiling", "Truncate",
    };

    [Fact]
    public void Mappings_AllFiles_NeitherMultiplyNorDivide()
    {
        var sources = Sources();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(source => Violations(source.Text, source.Name)));
    }

    [Fact]
    public void Calculations_AllMappings_AreUnderTheRule()
    {
        var declared =
            from source in Sources()
            from type in CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes()
            where type is ClassDeclarationSyntax
            select ((ClassDeclarationSyntax)type).Identifier.Text;
        var mapping = Calculations.All.Values
            .Select(method => method.DeclaringType!)
            .Where(type => type.FullName != ArithmeticClass)
            .Distinct();

        Assert.All(mapping, type => Assert.Equal($"{typeof(Calculations).Namespace}.Mappings", type.Namespace));
        Assert.Empty(mapping.Select(type => type.Name).Except(declared));
    }

    [Theory]
    [InlineData("a * b")]
    [InlineData("a / b")]
    [InlineData("a % b")]
    [InlineData("a *= b")]
    [InlineData("a /= b")]
    [InlineData("a << 1")]
    [InlineData("decimal.Multiply(a, b)")]
    [InlineData("Math.DivRem(a, b)")]
    [InlineData("Divide(a, b)")]
    [InlineData("list.Aggregate(decimal.Divide)")]
    [InlineData("list.Average()")]
    [InlineData("Math.Round(a, 2, MidpointRounding.ToEven)")]
    public void Violations_ComputingMapping_IsCaught(string expression) =>
        Assert.NotEmpty(Violations(InMethod(expression), "Canary.cs"));

    [Theory]
    [InlineData("a + b")]
    [InlineData("a - b")]
    [InlineData("-a")]
    [InlineData("Math.Abs(a)")]
    [InlineData("list.Sum()")]
    [InlineData("Figures.FractionOf(a)")]
    public void Violations_MappingThatAdds_IsNotCaught(string expression) =>
        Assert.Empty(Violations(InMethod(expression), "Canary.cs"));

    private static string InMethod(string expression) => $"class Canary {{ object Map() => {expression}; }}";

    private static IReadOnlyList<string> Violations(string text, string file) =>
    [
        .. from node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
           where BannedKinds.Contains(node.Kind())
               || (node is SimpleNameSyntax name && BannedNames.Contains(name.Identifier.Text))
           let line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1
           select $"{file}({line}): {node}",
    ];

    private static IReadOnlyList<(string Name, string Text)> Sources()
    {
        var assembly = typeof(MappingSyntaxTests).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
                .Select(name => (name, Read(name))),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
