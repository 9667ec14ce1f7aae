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
    private static readonly ConditionalWeakTable<CSharpCompilation, Lazy<IReadOnlyList<Use>>> Known = [];

    // Lazy, lest two tests that ask at once both search.
    public static IReadOnlyList<Use> Of(CSharpCompilation compilation) =>
        Known.GetValue(compilation, given => new Lazy<IReadOnlyList<Use>>(() => Find(given))).Value;

    /// <summary>The named types that a type is made of: itself, its arguments, its element.</summary>
    public static IEnumerable<INamedTypeSymbol> PartsOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => PartsOf(array.ElementType),
        IPointerTypeSymbol pointer => PartsOf(pointer.PointedAtType),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named =>
            [named.OriginalDefinition, .. PartsOf(named.ContainingType), .. named.TypeArguments.SelectMany(PartsOf)],
        _ => [],
    };

    private static List<Use> Find(CSharpCompilation compilation) =>
    [
        .. compilation.SyntaxTrees.Where(IsWritten).AsParallel().AsOrdered()
            .SelectMany(tree => In(tree, compilation.GetSemanticModel(tree))),
    ];

    private static HashSet<Use> In(SyntaxTree tree, SemanticModel model)
    {
        var uses = new HashSet<Use>();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            int line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
            uses.UnionWith(TypesOf(node, model).SelectMany(PartsOf).Select(type => new Use(tree.FilePath, line, type)));
        }

        return uses;
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
