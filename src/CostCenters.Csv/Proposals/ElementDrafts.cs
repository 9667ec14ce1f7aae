using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Csv.Proposals;

/// <summary>Makes elements from codes in use.</summary>
internal static class ElementDrafts
{
    private const int MostTold = 10;

    /// <summary>The elements of which no rule says the nature.</summary>
    public static ImmutableArray<string> WithoutNature(
        SortedDictionary<string, UsedCode> codes, MasterDataRules rules) =>
        [.. CodeUse.Parents(codes, rules.ElementPrefixes, "Element", []).Keys.Where(code =>
            rules.NatureOf(code) is null)];

    /// <summary>The elements; null where they do not hold together or lack a nature, which is told.</summary>
    public static ElementChart? Build(
        SortedDictionary<string, UsedCode> codes, MasterDataRules rules, List<string> findings, List<string> problems)
    {
        SortedDictionary<string, string?> parents =
            CodeUse.Parents(codes, rules.ElementPrefixes, "Element", findings);
        string[] unknown = [.. parents.Keys.Where(code => rules.NatureOf(code) is null)];
        if (unknown.Length > 0)
        {
            problems.Add(
                $"Whether {string.Join(", ", unknown.Take(MostTold))}{(unknown.Length > MostTold ? ", ..." : "")} are "
                    + "costs or revenues is not told. Name the begins of their codes: MasterDataRules.WithNature.");
            return null;
        }

        var builder = new ElementChart.Builder();
        foreach ((string code, string? parent) in parents)
        {
            builder.Add(new CostElement(
                new ElementCode(code),
                codes.GetValueOrDefault(code)?.Name ?? code,
                rules.NatureOf(code)!.Value,
                parent: parent is null ? null : new ElementCode(parent)));
        }

        string[] faults = [.. builder.FindFaults().Select(fault => fault.Message)];
        problems.AddRange(faults);
        return faults.Length == 0 && codes.Count > 0 ? builder.Build() : null;
    }
}
