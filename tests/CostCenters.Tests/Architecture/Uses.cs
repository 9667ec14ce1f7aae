using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Architecture;

/// <summary>One type that a line of code needs.</summary>
internal sealed record Use(string Path, int Line, INamedTypeSymbol Type)
{
    public override string ToString() => $"{Path}({Line}) uses {Type.ToDisplayString()}";
}

/// <summary>
/// Every type that the code needs, whether it is named, inferred, converted to, or owns the member that is called.
/// Doc comments need nothing: they may point anywhere.
/// </summary>
internal static class Uses
{
    private static readonly ConditionalWeakTable<CSharpCompilation, IReadOnlyList<Use>> Known = [];

    public static IReadOnlyList<Use> Of(CSharpCompilation compilation) => Known.GetValue(compilation, Find);

    /// <summary>The named types that a type is made of: itself, its arguments, its element.</summary>
    public static IEnumerable<INamedTypeSymbol> PartsOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => PartsOf(array.ElementType),
        IPointerTypeSymbol pointer => PartsOf(pointer.PointedAtType),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named =>
            [named.OriginalDefinition, .. PartsOf(named.ContainingType), .. named.TypeArguments.SelectMany(PartsOf)],
        _ => [],
    };

    private static List<Use> Find(CSharpCompilation compilation)
    {
        var uses = new HashSet<(string, int, INamedTypeSymbol)>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(IsWritten))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                foreach (INamedTypeSymbol type in TypesOf(node, model).SelectMany(PartsOf))
                {
                    uses.Add((tree.FilePath, tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, type));
                }
            }
        }

        return [.. uses.Select(use => new Use(use.Item1, use.Item2, use.Item3))];
    }

    // Generated code answers for itself; what we write is what we check.
    private static bool IsWritten(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private static IEnumerable<ITypeSymbol?> TypesOf(SyntaxNode node, SemanticModel model)
    {
        if (node is ExpressionSyntax expression)
        {
            TypeInfo info = model.GetTypeInfo(expression);
            yield return info.Type;
            yield return info.ConvertedType;
            yield return model.GetConversion(expression).MethodSymbol?.ContainingType;
        }

        if (node is ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax)
        {
            ISymbol? symbol = model.GetSymbolInfo(node).Symbol;
            yield return symbol as ITypeSymbol ?? symbol?.ContainingType;
            foreach (ITypeSymbol argument in (symbol as IMethodSymbol)?.TypeArguments ?? [])
            {
                yield return argument;
            }
        }
    }
}
