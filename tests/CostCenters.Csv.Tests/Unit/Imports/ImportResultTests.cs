using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Unit.Imports;

public class ImportResultTests
{
    private static readonly ImportIssue Rejection = new(
        ImportIssueCode.BadDate, ImportSeverity.RowRejected, "postings.csv", 7, "date", "x", "A date was expected.");

    [Fact]
    public void GetOrThrow_EveryRowAccepted_IsTheValue()
    {
        ImportResult<string> result = Result("value", new ImportCounts(3, 0), []);

        Assert.True(result.IsComplete);
        Assert.Equal("value", result.GetOrThrow());
    }

    [Fact]
    public void GetOrThrow_ARowRejected_ThrowsWithTheFaults()
    {
        ImportResult<string> result = Result("value", new ImportCounts(2, 1), [Rejection]);

        ImportException error = Assert.Throws<ImportException>(result.GetOrThrow);
        Assert.Equal(Rejection, Assert.Single(error.Issues));
        Assert.Equal("postings.csv:7 date bad-date \"x\": A date was expected.", error.Message);
    }

    [Fact]
    public void GetOrThrow_FileStopped_Throws() =>
        Assert.Throws<ImportException>(Result(null, default, [Rejection]).GetOrThrow);

    [Fact]
    public void Counts_OfSeveralFiles_AddUp()
    {
        var result = new ImportResult<string>("value", [], [File("a", 2, 1), File("b", 3, 4)]);

        Assert.Equal(new ImportCounts(5, 5), result.Counts);
        Assert.Equal(10, result.Counts.Read);
        Assert.Equal("10 read, 5 accepted, 5 rejected", result.Counts.ToString());
    }

    [Fact]
    public void ImportCounts_Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImportCounts(-1, 0));

    [Fact]
    public void RoundingRest_MoreDigitsThanADecimalHolds_ThrowsRatherThanLoseOne()
    {
        var rest = new RoundingRest("amount", 2, (System.Numerics.BigInteger.Pow(10, 29) * 3) + 1);

        Assert.Throws<OverflowException>(() => rest.Sum);
        Assert.Equal("amount: 30.0000000000000000000000000001 over 2 cells", rest.ToString());
    }

    private static ImportResult<string> Result(string? value, ImportCounts counts, ImportIssue[] issues) =>
        new(value, issues, [new ImportedFile("postings.csv", counts, [], [])]);

    private static ImportedFile File(string name, long accepted, long rejected) =>
        new(name, new ImportCounts(accepted, rejected), [], []);
}
