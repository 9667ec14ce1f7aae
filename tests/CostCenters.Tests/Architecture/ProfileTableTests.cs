using CostCenters.Csv.Profiles;
using CostCenters.Tests.Tidy;

namespace CostCenters.Tests.Architecture;

/// <summary>docs/profiles.md has a row for each built-in profile, as the catalogue in code has it.</summary>
public class ProfileTableTests
{
    [Fact]
    public void Table_EveryProfile_StandsAsInTheCatalogue()
    {
        IEnumerable<string> rows = Repository.Texts.Single(file => file.Path == "docs/profiles.md")
            .Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        Assert.Equal(
            BuiltInProfiles.All.Select(each => $"| {each.System} | `{each.Method}` | {each.Table} | "
                + $"{string.Join(", ", each.Asks)} | {WordsOf(each.Evidence)}: {each.Seen} |"),
            rows);
    }

    private static string WordsOf(ProfileEvidence evidence) => evidence switch
    {
        ProfileEvidence.RealFile => "real files",
        ProfileEvidence.SampleFile => "a sample file",
        _ => "programs",
    };
}
