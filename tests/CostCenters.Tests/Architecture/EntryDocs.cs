using System.Reflection;
using System.Xml.Linq;

namespace CostCenters.Tests.Architecture;

/// <summary>The exceptions that the documentation of a member names.</summary>
internal sealed class EntryDocs
{
    private readonly Dictionary<string, HashSet<string>> exceptions;

    public EntryDocs(Assembly assembly)
    {
        var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        exceptions = file.Descendants("member").ToDictionary(
            member => member.Attribute("name")!.Value,
            member => member.Descendants("exception").Select(exception => exception.Attribute("cref")!.Value)
                .ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether the exception, or a type that it derives from, is documented.</summary>
    public bool Names(MethodBase member, Exception error)
    {
        if (!exceptions.TryGetValue(IdOf(member), out var named))
        {
            return false;
        }

        for (Type? type = error.GetType(); type is not null && type != typeof(Exception); type = type.BaseType)
        {
            if (named.Contains($"T:{type.FullName}"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a member in the documentation file.</summary>
    public static string IdOf(MethodBase member)
    {
        string type = NameOf(member.DeclaringType!);
        string parameters = member.GetParameters() is { Length: > 0 } all
            ? $"({string.Join(',', all.Select(parameter => NameOf(parameter.ParameterType)))})"
            : "";
        return member switch
        {
            ConstructorInfo => $"M:{type}.#ctor{parameters}",
            { IsSpecialName: true } when member.Name.StartsWith("get_", StringComparison.Ordinal) =>
                $"P:{type}.{member.Name[4..]}{parameters}",
            MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion =>
                $"M:{type}.{member.Name}{parameters}~{NameOf(conversion.ReturnType)}",
            _ => $"M:{type}.{member.Name}{parameters}",
        };
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return NameOf(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        string name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        string plain = name.Split('`')[0].Replace('+', '.');
        return type.IsGenericType
            ? $"{plain}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
            : plain;
    }
}
