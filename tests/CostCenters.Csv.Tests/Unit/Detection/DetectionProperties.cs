using System.Globalization;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Tests.Unit.Shapes;
using CostCenters.Ledgers;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Postings written in a random dialect are read by the profile that the file suggests.</summary>
[Laws(Arbitrary = [typeof(DialectCases)])]
public class DetectionProperties
{
    [Property]
    public void Detect_AnyDialect_NeverReadsAnotherFigure(DialectCase each)
    {
        ImportResult<IReadOnlyList<Posting>> result = Read(each, out ProfileProposal proposal);

        // Rows may be refused, but those that are accepted are the ones that were written.
        List<string> left = [.. each.Expected];
        Assert.All(Short(result), posting => Assert.True(left.Remove(posting), posting));
        Assert.True(!proposal.IsDecided || left.Count == 0, $"{Detected.OpenOf(proposal)} decided, {left.Count} lost");
    }

    [Property]
    public void Detect_DialectOfOneMeaning_ReadsEveryPosting(DialectCase each)
    {
        if (each.IsDecidedForReaders)
        {
            ImportResult<IReadOnlyList<Posting>> result = Read(each, out ProfileProposal proposal);

            Assert.Equal("", Detected.OpenOf(proposal));
            Assert.Equal(each.Expected, Short(result));
        }
    }

    [Fact]
    public void Cases_OfOneMeaningAndOfSeveral_AreBothDrawnOften()
    {
        int decided = DialectCases.Any().Generator.Sample(300, 20).Count(each => each.IsDecidedForReaders);

        Assert.InRange(decided, 60, 285);
    }

    private static ImportResult<IReadOnlyList<Posting>> Read(DialectCase each, out ProfileProposal proposal)
    {
        byte[] bytes = each.Write();
        proposal = Detected.Of(bytes);
        Assert.Null(proposal.Refusal);

        // By way of JSON, which must mean the same.
        ImportProfile profile = ImportProfileJson.Read(ImportProfileJson.Write(proposal.Profile!))
            .WithRounding(MidpointRounding.ToEven);
        return PostingsCsv.Read(
            CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), ShapedPostings.SpaceOf(2), profile);
    }

    private static IEnumerable<string> Short(ImportResult<IReadOnlyList<Posting>> result) =>
        (result.Value ?? []).Select(posting => string.Create(
            CultureInfo.InvariantCulture,
            $"{posting.Date:uuuu-MM-dd} {posting.Center} {posting.Element} {posting.Amount:0.00}"));
}
