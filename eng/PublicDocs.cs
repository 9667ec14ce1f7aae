using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Leaves in a documentation file what a user of the assembly can see: the compiler writes internal members as
/// well. A task of the build, compiled when a package is made.</summary>
public sealed class PublicDocs : Task
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The path of the assembly.</summary>
    [Required]
    public string AssemblyFile { get; set; }

    /// <summary>The path of its documentation, which is written anew.</summary>
    [Required]
    public string DocumentationFile { get; set; }

    /// <summary>The assemblies that it refers to.</summary>
    [Required]
    public ITaskItem[] References { get; set; }

    public override bool Execute()
    {
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        try
        {
            Assembly assembly = Assembly.Load(File.ReadAllBytes(AssemblyFile));
            var visible = new HashSet<string>(assembly.GetExportedTypes().SelectMany(IdsOf), StringComparer.Ordinal);
            XDocument docs = XDocument.Load(DocumentationFile, LoadOptions.PreserveWhitespace);
            XElement[] members = docs.Descendants("member").ToArray();
            foreach (XElement member in members.Where(member => !visible.Contains(member.Attribute("name").Value)))
            {
                (member.PreviousNode as XText)?.Remove();
                member.Remove();
            }

            docs.Save(DocumentationFile, SaveOptions.DisableFormatting);
            foreach (string type in visible.Where(id => id[0] == 'T')
                .Except(docs.Descendants("member").Select(member => member.Attribute("name").Value)))
            {
                Log.LogError("{0} has no documentation of {1}.", DocumentationFile, type);
            }
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
        }

        return !Log.HasLoggedErrors;
    }

    private static IEnumerable<string> IdsOf(Type type)
    {
        string name = NameOf(type);
        return type.GetMembers(Declared).Where(IsVisible).Select(member => IdOf(member, name)).Append("T:" + name);
    }

    private static bool IsVisible(MemberInfo member)
    {
        switch (member)
        {
            case MethodBase method:
                return method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
            case FieldInfo field:
                return field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;
            case PropertyInfo property:
                return property.GetAccessors(nonPublic: true).Any(IsVisible);
            case EventInfo @event:
                return IsVisible(@event.AddMethod);
            default:
                return false;
        }
    }

    private static string IdOf(MemberInfo member, string type)
    {
        string name = type + "." + member.Name.Replace('.', '#');
        switch (member)
        {
            case MethodBase method:
                string generic = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";
                string result = member.Name == "op_Implicit" || member.Name == "op_Explicit"
                    ? "~" + NameOf(((MethodInfo)method).ReturnType)
                    : "";
                return "M:" + name + generic + Parameters(method.GetParameters()) + result;
            case PropertyInfo property:
                return "P:" + name + Parameters(property.GetIndexParameters());
            default:
                return (member is FieldInfo ? "F:" : "E:") + name;
        }
    }

    private static string Parameters(ParameterInfo[] parameters) => parameters.Length == 0
        ? ""
        : "(" + string.Join(",", parameters.Select(parameter => NameOf(parameter.ParameterType))) + ")";

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod == null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (type.HasElementType)
        {
            string rank = type.IsByRef ? "@" : type.IsPointer ? "*" : "[" + Dimensions(type.GetArrayRank()) + "]";
            return NameOf(type.GetElementType()) + rank;
        }

        if (!type.IsGenericType || type.IsGenericTypeDefinition)
        {
            return type.FullName.Replace('+', '.');
        }

        // Each part of a nested name takes its own arguments.
        var arguments = new Queue<string>(type.GetGenericArguments().Select(NameOf));
        return string.Join(".", type.GetGenericTypeDefinition().FullName.Split('+').Select(part =>
        {
            string[] name = part.Split('`');
            return name.Length == 1
                ? part
                : name[0] + "{" + string.Join(
                    ",", Enumerable.Range(0, int.Parse(name[1])).Select(_ => arguments.Dequeue())) + "}";
        }));
    }

    private static string Dimensions(int rank) =>
        rank == 1 ? "" : string.Join(",", Enumerable.Repeat("0:", rank));

    private Assembly Resolve(object sender, ResolveEventArgs wanted)
    {
        string name = new AssemblyName(wanted.Name).Name;
        ITaskItem found = References.FirstOrDefault(
            reference => Path.GetFileNameWithoutExtension(reference.ItemSpec) == name);
        return found == null ? null : Assembly.Load(File.ReadAllBytes(found.ItemSpec));
    }
}
