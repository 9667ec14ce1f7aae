using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Proposals;

/// <summary>Makes centers from codes in use.</summary>
internal static class CenterDrafts
{
    /// <summary>The centers; null where they do not hold together, which is told.</summary>
    public static CenterHierarchy? Build(
        SortedDictionary<string, UsedCode> codes, MasterDataRules rules, List<string> findings, List<string> problems)
    {
        if (codes.Count == 0)
        {
            problems.Add("No row was accepted, so there are no centers and elements.");
            return null;
        }

        var builder = new CenterHierarchy.Builder();
        foreach ((string code, string? parent) in CodeUse.Parents(codes, rules.CenterPrefixes, "Center", findings))
        {
            UsedCode? used = codes.GetValueOrDefault(code);
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

        string[] faults = [.. builder.FindFaults().Select(fault => $"{fault.Message}")];
        problems.AddRange(faults);
        return faults.Length == 0 ? builder.Build() : null;
    }
}
