using System.Reflection;
using System.Text.RegularExpressions;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Tests.Tidy;

namespace CostCenters.Tests.Architecture;

/// <summary>docs/analyses.md names every analysis with both of its entries, and no entry that does not exist.</summary>
public partial class AnalysisTableTests
{
    private static readonly string[] Rooms =
        ["Reports", "Variances", "UnitCosts", "Support", "Allocations", "Forecasts", "Profitability"];

    private static IReadOnlyList<string[]> Rows => [.. Repository.Texts.Single(file => file.Path == "docs/analyses.md")
        .Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Trim('|', ' ').Split(" | "))];

    private static IEnumerable<Type> Types => typeof(Currency).Assembly.GetExportedTypes()
        .Where(type => Rooms.Any(
            room => $"{type.Namespace}.".StartsWith($"CostCenters.{room}.", StringComparison.Ordinal)));

    [Fact]
    public void Table_EveryAnalysis_IsThere()
    {
        string[] analyses = [.. Types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(IsAnalysis).Select(EntryOf).Distinct()];

        Assert.True(analyses.Length > 50);
        Assert.Empty(analyses.Except(Named()));
    }

    [Fact]
    public void Table_EveryEntry_Exists()
    {
        IEnumerable<string> members = Types.SelectMany(type =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Select(EntryOf)
                .Concat(type.GetConstructors().Select(EntryOf)));

        Assert.Empty(Named().Except(members));
    }

    [Fact]
    public void Table_EveryRow_NamesBothEntriesOrSaysWhyNot() => Assert.All(Rows, row =>
    {
        Assert.Equal(3, row.Length);
        Assert.All(row[1..], cell => Assert.True(
            cell.StartsWith('`') || cell.StartsWith("none: ", StringComparison.Ordinal), cell));
    });

    private static IEnumerable<string> Named() =>
        Rows.SelectMany(row => row[1..]).SelectMany(cell => Code().Matches(cell))
            .Select(match => match.Groups[1].Value);

    private static bool IsAnalysis(MethodInfo method) =>
        method.ReturnType == typeof(VarianceNode)
        || method.Name.StartsWith("Analyze", StringComparison.Ordinal)
        || method.Name is "Create" or "FromLayers" or "FromCube";

    private static string EntryOf(MethodBase member)
    {
        string parameters = string.Join(", ", member.GetParameters().Select(parameter => parameter.Name));
        return member.IsConstructor
            ? $"new {member.DeclaringType!.Name}({parameters})"
            : $"{member.DeclaringType!.Name}.{member.Name}({parameters})";
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
