using System.Globalization;
using System.Text;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Csv.Tests.Unit.Shapes;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Proposals of files that stand in a test, and what an import by them reads.</summary>
internal static class Detected
{
    public static ProfileProposal Of(string text, CubeSpace? book = null) => Of(Encoding.UTF8.GetBytes(text), book);

    public static ProfileProposal Of(byte[] bytes, CubeSpace? book = null, int most = CsvProfileDetector.UsualBytes) =>
        CsvProfileDetector.Detect(CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), book, most);

    /// <summary>The keys of the doubts that are open.</summary>
    public static string OpenOf(ProfileProposal proposal) =>
        string.Join(' ', proposal.Doubts.Where(doubt => doubt.IsOpen).Select(doubt => doubt.Key));

    /// <summary>Date, center, element and amount of each posting that an import by the profile accepts.</summary>
    public static string Read(ImportProfile profile, string text, int scale = 2) =>
        ShapedPostings.Read(profile, text, scale).Rows;

    /// <summary>The accepted postings as <c>center=amount</c>.</summary>
    public static string Amounts(ImportResult<IReadOnlyList<Posting>> result) =>
        string.Join(';', (result.Value ?? []).Select(posting => string.Create(
            CultureInfo.InvariantCulture, $"{posting.Center}={posting.Amount:0.00}")));
}
