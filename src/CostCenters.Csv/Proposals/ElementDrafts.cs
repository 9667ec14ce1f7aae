using System.Collections.Immutable;
using CostCenters.Structure;

namespace CostCenters.Csv.Proposals;

/// <summary>Makes elements from codes in use.</summary>
internal static class ElementDrafts
{
    private const int MostTold = 10;

    /// <summary>The elements of which no rule says the nature.</summary>
    public static ImmutableArray<string> WithoutNature(
        SortedDictionary<string, UsedCode> codes, MasterDataRules rules, ElementChart? existing) =>
        [.. Parents(codes, rules, existing, []).Keys.Where(code => rules.NatureOf(code) is null)];

    /// <summary>The elements; null where they do not hold together or lack a nature, which is told.</summary>
    public static ElementChart? Build(
        SortedDictionary<string, UsedCode> codes,
        MasterDataRules rules,
        ElementChart? existing,
        List<string> findings,
        List<string> problems)
    {
        SortedDictionary<string, string?> parents = Parents(codes, rules, existing, findings);
        string[] unknown = [.. parents.Keys.Where(code => rules.NatureOf(code) is null)];
        if (unknown.Length > 0)
        {
            problems.Add(
                $"Whether {string.Join(", ", unknown.Take(MostTold))}{(unknown.Length > MostTold ? ", ..." : "")} are "
                    + "costs or revenues is not told. Name the begins of their codes: MasterDataRules.WithNature.");
            return null;
        }

        ElementChart.Builder builder = existing?.ToBuilder() ?? new ElementChart.Builder();
        foreach ((string code, string? parent) in parents)
        {
            builder.Add(new CostElement(
                new ElementCode(code),
                codes.GetValueOrDefault(code)?.Name ?? code,
                rules.NatureOf(code)!.Value,
                parent: parent is null ? null : new ElementCode(parent)));
        }

        Tell(codes, existing, findings);
        string[] faults = [.. builder.FindFaults().Select(fault => fault.Message)];
        problems.AddRange(faults);
        return faults.Length == 0 && codes.Count > 0 ? builder.Build() : null;
    }

    /// <summary>The elements that are not there yet, with their parents.</summary>
    private static SortedDictionary<string, string?> Parents(
        SortedDictionary<string, UsedCode> codes, MasterDataRules rules, ElementChart? existing, List<string> findings)
    {
        SortedDictionary<string, string?> parents = CodeUse.Parents(
            CodeUse.Except(codes, IsThere), rules.ElementPrefixes, "Element", findings);
        foreach (string code in parents.Keys.Where(IsThere).ToArray())
        {
            parents.Remove(code);
        }

        return parents;

        bool IsThere(string code) => existing?.TryGet(new ElementCode(code), out _) == true;
    }

    /// <summary>What the file says otherwise of elements that are there; they stay as they are.</summary>
    private static void Tell(
        SortedDictionary<string, UsedCode> codes, ElementChart? existing, List<string> findings)
    {
        foreach ((string code, UsedCode used) in codes)
        {
            if (existing is not null && existing.TryGet(new ElementCode(code), out CostElement? element)
                && used.Name is string name && name != element.Name)
            {
                findings.Add($"Element {code} is called {element.Name} in the book and {name} in the file; it stays as "
                    + "it is.");
            }
        }
    }
}
