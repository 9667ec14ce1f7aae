using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>A rule about types and members, and a text that breaks it, so that the rule is known to bite.</summary>
internal sealed record SurfaceRule(
    string Name,
    string Canary,
    Func<CSharpCompilation, IEnumerable<ISymbol>> Find)
{
    private static readonly HashSet<string> MutableCollections =
        ["List", "Dictionary", "HashSet", "SortedDictionary", "SortedList", "SortedSet", "Queue", "Stack", "LinkedList",
            "Collection", "IList", "IDictionary", "ISet", "ICollection", "Builder"];

    public static IReadOnlyList<SurfaceRule> All { get; } =
    [
        new("Types_AreSealedOrMeantForInheritance", "public class Open;", compilation =>
            PublicSurface.Types(compilation).Where(type =>
                type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false, IsAbstract: false })),

        new("Structs_AreReadonly", "public struct Loose { public int X() => 1; }", compilation =>
            PublicSurface.Types(compilation).Where(type => type is { TypeKind: TypeKind.Struct, IsReadOnly: false })),

        new("Structs_HaveNoInit", "public readonly struct Initial { public int X { get; init; } }", compilation =>
            Members<IPropertySymbol>(compilation).Where(property =>
                property is { ContainingType.IsValueType: true, SetMethod.IsInitOnly: true })),

        new("Properties_HaveNoSetters", "public sealed class Settable { public int X { get; set; } }", compilation =>
            Members<IPropertySymbol>(compilation).Where(property =>
                property.SetMethod is { IsInitOnly: false } setter && PublicSurface.Members(property.ContainingType)
                    .Contains(setter, SymbolEqualityComparer.Default) && !IsOptions(property.ContainingType))),

        new("Records_KeepReadonlyFields", "public sealed record Inner { private int x; public int Next() => x++; }", compilation =>
            PublicSurface.Types(compilation).Where(type => type.IsRecord)
                .SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
                .Where(field => field is { IsReadOnly: false, IsConst: false, IsStatic: false, IsImplicitlyDeclared: false })),

        new("Fields_AreNotMutable", "public sealed class Exposed { public int X; }", compilation =>
            Members<IFieldSymbol>(compilation).Where(field => field is { IsReadOnly: false, IsConst: false })),

        new("Statics_AreNotAssigned", "public static class Ambient { private static int x; public static int Next() => x++; }",
            compilation => PublicSurface.AllTypes(compilation).SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
                .Where(field => field is { IsStatic: true, IsReadOnly: false, IsConst: false })),

        new("Statics_ShowNoMutableCollection", "public static class Table { public static readonly int[] X = [1]; }",
            compilation => Members<IFieldSymbol>(compilation).Where(field => field.IsStatic && IsMutable(field.Type))),

        new("Properties_ShowNoMutableCollection", "public sealed class Bag { public System.Collections.Generic.List<int> X => []; }",
            compilation => Members<IPropertySymbol>(compilation).Where(property => IsMutable(property.Type))),

        new("Signatures_ShowNoDateTime", "public sealed class Clock { public System.DateTime? X() => null; }", compilation =>
            Showing(compilation, type => type.SpecialType == SpecialType.System_DateTime
                || type is { Name: "DateTimeOffset", ContainingNamespace.Name: "System" })),

        new("Signatures_ShowNoTask", "public sealed class Later { public System.Threading.Tasks.ValueTask<int> X() => default; }",
            compilation => Showing(compilation, type => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable")),

        new("Signatures_ShowNoCsvHelper", "public sealed class Leak { public CsvHelper.CsvReader? X() => null; }", compilation =>
            Showing(compilation, type => type.ContainingAssembly?.Name == "CsvHelper")),

        new("Signatures_ShowNoPointer", "public sealed class Raw { public unsafe void X(int* x) { } }", compilation =>
            Members<IMethodSymbol>(compilation).Where(method =>
                method.Parameters.Any(parameter => parameter.Type is IPointerTypeSymbol) || method.ReturnType is IPointerTypeSymbol)),
    ];

    private static IEnumerable<T> Members<T>(CSharpCompilation compilation)
        where T : ISymbol =>
        PublicSurface.Types(compilation).SelectMany(PublicSurface.Members).OfType<T>();

    private static IEnumerable<ISymbol> Showing(CSharpCompilation compilation, Func<INamedTypeSymbol, bool> isUnwanted) =>
        PublicSurface.Signatures(compilation).Where(signature => signature.Shown.Any(isUnwanted))
            .Select(signature => signature.Symbol);

    // What a host fills in before anything exists is the one thing that is set after its construction.
    private static bool IsOptions(INamedTypeSymbol type) =>
        type.Name.EndsWith("Options", StringComparison.Ordinal)
        && type.ContainingNamespace.ToDisplayString() == "CostCenters.DependencyInjection";

    private static bool IsMutable(ITypeSymbol type) =>
        type is IArrayTypeSymbol || (type is INamedTypeSymbol named && MutableCollections.Contains(named.Name)
            && named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));
}
