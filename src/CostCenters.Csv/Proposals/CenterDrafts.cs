using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Proposals;

/// <summary>Makes centers from codes in use.</summary>
internal static class CenterDrafts
{
    /// <summary>The centers; null where they do not hold together, which is told.</summary>
    public static CenterHierarchy? Build(
        SortedDictionary<string, UsedCode> codes,
        MasterDataRules rules,
        CenterHierarchy? existing,
        List<string> findings,
        List<string> problems)
    {
        if (codes.Count == 0)
        {
            problems.Add("No row was accepted, so there are no centers and elements.");
            return null;
        }

        CenterHierarchy.Builder builder = existing?.ToBuilder() ?? new CenterHierarchy.Builder();
        SortedDictionary<string, UsedCode> added = CodeUse.Except(codes, code => IsThere(existing, code));
        foreach ((string code, string? parent) in CodeUse.Parents(added, rules.CenterPrefixes, "Center", findings))
        {
            if (IsThere(existing, code))
            {
                continue;
            }

            UsedCode? used = added.GetValueOrDefault(code);
            (LocalDate? from, LocalDate? through) = used is null ? (null, null) : rules.Validity switch
            {
                UseValidity.FromFirstUse => ((LocalDate?)used.First, (LocalDate?)null),
                UseValidity.FirstThroughLastUse => (used.First, used.Last),
                _ => (null, null),
            };
            builder.Add(
                new CenterCode(code),
                new CenterValidity(
                    used?.Name ?? code, rules.Kind, parent is null ? null : new CenterCode(parent), from, through));
        }

        Tell(codes, existing, findings);
        string[] faults = [.. builder.FindFaults().Select(fault => $"{fault.Message}")];
        problems.AddRange(faults);
        return faults.Length == 0 ? builder.Build() : null;
    }

    private static bool IsThere(CenterHierarchy? existing, string code) =>
        existing?.TryGet(new CenterCode(code), out _) == true;

    /// <summary>What the file says otherwise of centers that are there; they stay as they are.</summary>
    private static void Tell(
        SortedDictionary<string, UsedCode> codes, CenterHierarchy? existing, List<string> findings)
    {
        foreach ((string code, UsedCode used) in codes)
        {
            if (existing is null || !existing.TryGet(new CenterCode(code), out Center? center))
            {
                continue;
            }

            if (used.Name is string name && center.Validities.All(validity => validity.Name != name))
            {
                findings.Add($"Center {code} is called {center.Validities[^1].Name} in the book and {name} in the "
                    + "file; it stays as it is.");
            }

            if (center.At(used.First) is null || center.At(used.Last) is null)
            {
                findings.Add($"Center {code} is not valid on each day from {used.First:uuuu-MM-dd} through "
                    + $"{used.Last:uuuu-MM-dd}; it stays as it is, and its postings outside are rejected.");
            }
        }
    }
}
