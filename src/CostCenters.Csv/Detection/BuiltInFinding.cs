using CostCenters.Csv.Profiles;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises exports that the library has a profile for, by their headings.</summary>
internal static class BuiltInFinding
{
    // One report has the same headings in both forms; a list stands in a frame.
    private const string Converted = "SapProfiles.LineItems";
    private const string List = "SapProfiles.UnconvertedList";

    /// <summary>The profiles that fit, which the evidence tells, too.</summary>
    public static List<BuiltInProfile> Find(string[] headings, ProposalDraft draft)
    {
        bool isFramed = draft.Profile.Settings.Shape.IsFramed;
        List<BuiltInProfile> fitting =
        [
            .. BuiltInProfiles.All.Where(each => each.Fits(headings) && each.Method != (isFramed ? Converted : List)),
        ];
        foreach (BuiltInProfile profile in fitting)
        {
            draft.Say($"The headings are those of {profile.System} ({profile.Table}): {profile.Method} reads it and "
                + $"asks for {string.Join(", ", profile.Asks)}.");
        }

        return fitting;
    }
}
