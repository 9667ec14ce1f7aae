using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tests.Fuzz;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class UnsafeCodeTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    [InlineData("'=1")]
    [InlineData("A\u202E")]
    [InlineData("A\u200B")]
    [InlineData("A\u2028")]
    [InlineData("A\u001b[1m")]
    public void Read_CodeThatIsNotSafe_IsAcceptedAndTold(string code)
    {
        ImportResult<Structure.CenterHierarchy> centers = CentersCsv.Read(
            Input("code,name,kind,valid_to,valid_from\nB,x,cost,,\n"
                + $"{code},x,cost,2026-01-31,\n{code},y,cost,,2026-02-01\n"),
            ImportProfile.Contract);
        ImportResult<Structure.ElementChart> elements = ElementsCsv.Read(
            Input($"code,name,nature\n{code},x,cost\nB,x,cost\n"), ImportProfile.Contract.WithoutOffendingValues());

        Assert.Equal(("unsafe-code", 3L, "code", code), Told(centers));
        Assert.Equal(("unsafe-code", 2L, "code", null), Told(elements));
        Assert.True(centers.IsComplete && elements.IsComplete);
    }

    [Fact]
    public void Read_VersionThatIsNotSafe_IsToldByRowsAndInBulk()
    {
        using MessyBook book = MessyBook.Of(
            "version,center,element,period,amount,more\n=v,A1,4000,2024,1,\nv,A1,4000,2024,1,\n"
                + "-x,nobody,4000,2024,1,\n",
            "date,center,element,amount\n");
        string plain = book.ReadPlainly();

        Assert.Contains("Note budget.csv version unsafe-code \"=v\":", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("\"-x\"", plain, StringComparison.Ordinal);
        Assert.Equal(plain, book.ReadInBulk(new BulkSettings { Threads = 2, ChunkSize = 20 }));
    }

    private static (string Code, long? Line, string? Column, string? Value) Told<T>(ImportResult<T> result)
        where T : class
    {
        ImportIssue note = Assert.Single(result.Issues);
        Assert.Equal(ImportSeverity.Note, note.Severity);
        return (note.Code, note.Line, note.Column, note.Value);
    }
}
