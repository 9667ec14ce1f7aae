using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>What users of an assembly can see: public types, and their public and protected members.</summary>
internal static class PublicSurface
{
    public static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation) =>
        AllTypes(compilation).Where(IsVisible);

    /// <summary>Every type that the sources declare, visible or not.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(CSharpCompilation compilation) =>
        TypesIn(compilation.Assembly.GlobalNamespace);

    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is not INamedTypeSymbol && IsSeen(member.DeclaredAccessibility));

    /// <summary>Every visible type or member with the types that its signature shows.</summary>
    public static IEnumerable<(ISymbol Symbol, IEnumerable<INamedTypeSymbol> Shown)> Signatures(
        CSharpCompilation compilation) =>
        Types(compilation).SelectMany(type => Members(type).Append(type))
            .Select(symbol => (symbol, ShownBy(symbol).SelectMany(Uses.PartsOf)));

    public static string FullName(INamedTypeSymbol type) =>
        (type.ContainingType is null ? Prefix(type) : FullName(type.ContainingType) + ".") + type.MetadataName;

    private static string Prefix(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".";

    private static IEnumerable<ITypeSymbol?> ShownBy(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => [field.Type],
        IPropertySymbol property => [property.Type, .. property.Parameters.Select(parameter => parameter.Type)],
        IEventSymbol occasion => [occasion.Type],
        IMethodSymbol method => [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.Type),
            .. method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes)],
        INamedTypeSymbol type => [
            type.BaseType,
            .. type.Interfaces,
            .. type.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes),
            type.DelegateInvokeMethod?.ReturnType,
            .. type.DelegateInvokeMethod?.Parameters.Select(parameter => parameter.Type) ?? []],
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(child =>
            child is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(child));

    private static bool IsVisible(INamedTypeSymbol type) =>
        IsSeen(type.DeclaredAccessibility) && (type.ContainingType is null || IsVisible(type.ContainingType));

    private static bool IsSeen(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
