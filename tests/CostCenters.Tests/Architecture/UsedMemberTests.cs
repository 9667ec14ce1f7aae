using System.Text.RegularExpressions;
using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;

namespace CostCenters.Tests.Architecture;

/// <summary>Every public member is used by something: a sample, a test, a page of the docs, or another file.</summary>
public partial class UsedMemberTests
{
    private const string Bound = "a bound that callers may ask for";
    private const string Counterpart = "the counterpart of a member that is used";
    private const string Given = "an input as it was given, so that a result names what it was made of";

    /// <summary>Members that nothing uses by name, each with its reason.</summary>
    private static readonly Dictionary<string, string> Unused = new()
    {
        ["CostCenters.Cubes.CubeSpace.MaxCenters"] = Bound,
        ["CostCenters.CostBehavior.CostStructure.SalesFor"] = Counterpart,
        ["CostCenters.KeyFigures.Distribution.ShareAtOrBelow"] = Counterpart,
        ["CostCenters.Forecasts.RunRate.AmountToDate"] = Given,
        ["CostCenters.Profitability.StandardInput.PerUnits"] = Given,
        ["CostCenters.Profitability.UnitEconomics.VariableManufacturing"] = Given,
        ["CostCenters.Profitability.UnitEconomics.VariableSelling"] = Given,
        ["CostCenters.Support.RevenueIncentive.RevenuePerContactAfter"] = Given,
        ["CostCenters.Support.RevenueIncentive.RevenuePerContactBefore"] = Given,
        ["CostCenters.Variances.CostCenterCategories.ActivityOutput.UnplannedScrap"] = Given,
    };

    [Fact]
    public void PublicMembers_ThatNothingUses_AreFewAndHaveAReason()
    {
        var found = Sources.Packages.SelectMany(UnusedOf).ToHashSet();
        string unlisted = string.Join('\n', found.Except(Unused.Keys).Order(StringComparer.Ordinal));
        string used = string.Join('\n', Unused.Keys.Except(found).Order(StringComparer.Ordinal));

        Assert.True(unlisted.Length == 0, "Nothing uses these; use, hide or list them:\n" + unlisted);
        Assert.True(used.Length == 0, "These are used by now; take them off the list:\n" + used);
    }

    [Fact] // The name is put together, since this file would use it otherwise.
    public void Canary_OfAnUnusedMember_IsFound()
    {
        string name = "Unheard" + "OfName";

        Assert.Contains(
            $"Canary.Leaf.{name}",
            UnusedOf(Sources.Canary($"namespace Canary; public sealed class Leaf {{ public int {name} => 1; }}")));
    }

    private static IEnumerable<string> UnusedOf(Compilation package)
    {
        var files = FilesOfWord();
        return
            from type in PublicSurface.Types((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)package)
            from member in PublicSurface.Members(type).Append(type)
            where IsNamedByUs(member)
            let declaring = member.Locations.Select(location => location.SourceTree?.FilePath).ToHashSet()
            where !files.GetValueOrDefault(member.Name, []).Except(declaring).Any()
            select member is INamedTypeSymbol named
                ? named.ToDisplayString()
                : $"{type.ToDisplayString()}.{member.Name}";
    }

    /// <summary>
    /// Operators, overrides and what the compiler writes are used without their names. Constants for the parts of a
    /// tree are there for callers to look parts up by: their analysis names the parts with them.
    /// </summary>
    private static bool IsNamedByUs(ISymbol member) =>
        !member.IsImplicitlyDeclared
        && !(member is IFieldSymbol { IsConst: true, Type.SpecialType: SpecialType.System_String }
            && (member.Name.EndsWith("Key", StringComparison.Ordinal)
                || member.Name.EndsWith("Kind", StringComparison.Ordinal)))
        && !member.IsOverride
        && member is not IMethodSymbol
        {
            MethodKind: not MethodKind.Ordinary,
        }
        && member is not IPropertySymbol { IsIndexer: true }
        && member.Name is not ("Equals" or "CompareTo");

    private static Dictionary<string, HashSet<string>> FilesOfWord()
    {
        var files = new Dictionary<string, HashSet<string>>();
        foreach (RepositoryFile file in Repository.Texts.Where(file =>
            !file.Path.EndsWith($"{nameof(UsedMemberTests)}.cs", StringComparison.Ordinal)
            && (file.Path.EndsWith(".cs", StringComparison.Ordinal)
                || file.Path.EndsWith(".md", StringComparison.Ordinal))))
        {
            foreach (Match word in Words().Matches(file.Text))
            {
                if (!files.TryGetValue(word.Value, out HashSet<string>? ofWord))
                {
                    files.Add(word.Value, ofWord = []);
                }

                ofWord.Add(file.Path);
            }
        }

        return files;
    }

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Words();
}
