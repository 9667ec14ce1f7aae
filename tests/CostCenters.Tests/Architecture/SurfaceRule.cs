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
            "Collection", "IList", "IDictionary", "ISet", "ICollection"];

    public static IReadOnlyList<SurfaceRule> All { get; } =
    [
        new(
            "Types_AreSealedOrMeantForInheritance",
            "public class Open;",
            code => PublicSurface.Types(code).Where(type =>
                type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false, IsAbstract: false })),
        new(
            "Structs_AreReadonly",
            "public struct Loose { public int X() => 1; }",
            code => PublicSurface.Types(code).Where(type => type is { TypeKind: TypeKind.Struct, IsReadOnly: false })),
        new(
            "Structs_HaveNoInit",
            "public readonly struct Initial { public int X { get; init; } }",
            code => Members<IPropertySymbol>(code).Where(property =>
                property is { ContainingType.IsValueType: true, SetMethod.IsInitOnly: true })),
        new(
            "Properties_HaveNoSetters",
            "public sealed class Settable { public int X { get; set; } }",
            code => Members<IMethodSymbol>(code).Where(method =>
                method is { MethodKind: MethodKind.PropertySet, IsInitOnly: false })),
        new(
            "Records_KeepReadonlyFields",
            "public sealed record Inner { private int x; public int Next() => x++; }",
            code => PublicSurface.Types(code).Where(type => type.IsRecord).SelectMany(Fields)
                .Where(field => !field.IsStatic && IsAssignable(field) && !field.IsImplicitlyDeclared)),
        new(
            "Fields_AreNotAssignable",
            "public sealed class Exposed { public int X; }",
            code => Members<IFieldSymbol>(code).Where(IsAssignable)),
        new(
            "Statics_AreNotAssignable",
            "public static class Ambient { private static int x; public static int Next() => x++; }",
            code => PublicSurface.AllTypes(code).SelectMany(Fields)
                .Where(field => field.IsStatic && IsAssignable(field))),
        new(
            "Statics_ShowNoMutableCollection",
            "public static class Table { public static readonly int[] X = [1]; }",
            code => Members<IFieldSymbol>(code).Where(field => field.IsStatic && IsMutable(field.Type))),
        new(
            "Properties_ShowNoMutableCollection",
            "public sealed class Bag { public List<int> X => []; }",
            code => Members<IPropertySymbol>(code).Where(property => IsMutable(property.Type))),
        new(
            "Signatures_ShowNoDateTime",
            "public sealed class Clock { public DateTime? X() => null; }",
            code => Showing(code, type => type.ToDisplayString() is "System.DateTime" or "System.DateTimeOffset")),
        new(
            "Signatures_ShowNoTask",
            "public sealed class Later { public ValueTask<int> X() => default; }",
            // Databases are read over a network, where a thread should not wait.
            code => code.AssemblyName == "CostCenters.Data"
                ? []
                : Showing(code, type => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable")),
        new(
            "Signatures_ShowNoCsvHelper",
            "public sealed class Leak { public CsvHelper.CsvReader? X() => null; }",
            code => Showing(code, type => type.ContainingAssembly?.Name == "CsvHelper")),
        new(
            "Signatures_ShowNoPointer",
            "public sealed class Raw { public unsafe void X(int* x) { } }",
            code => Members<IMethodSymbol>(code).Where(method =>
                method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(IsPointer))),
    ];

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>();

    private static bool IsAssignable(IFieldSymbol field) => field is { IsReadOnly: false, IsConst: false };

    private static bool IsPointer(ITypeSymbol type) => type is IPointerTypeSymbol;

    private static IEnumerable<T> Members<T>(CSharpCompilation code)
        where T : ISymbol =>
        PublicSurface.Types(code).SelectMany(PublicSurface.Members).OfType<T>();

    private static IEnumerable<ISymbol> Showing(CSharpCompilation code, Func<INamedTypeSymbol, bool> isUnwanted) =>
        PublicSurface.Signatures(code).Where(signature => signature.Shown.Any(isUnwanted))
            .Select(signature => signature.Symbol);

    private static bool IsMutable(ITypeSymbol type) =>
        type is IArrayTypeSymbol || (type is INamedTypeSymbol named && MutableCollections.Contains(named.Name)
            && named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));
}
