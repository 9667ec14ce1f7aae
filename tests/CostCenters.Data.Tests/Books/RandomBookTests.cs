using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Engines;

namespace CostCenters.Data.Tests.Books;

public class RandomBookTests
{
    private const int Books = 200;

    public static TheoryData<string> Engines => TestEngine.Names;

    private static SqlBudgetTable Budget(TestEngine engine) =>
        new(new SqlTableName("budget"), engine.Form, quantity: "quantity");

    private static SqlLedgerTable Postings(TestEngine engine) =>
        new(new SqlTableName("postings"), engine.Form, quantity: "quantity", key: "id");

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Read_RandomBooks_GivesWhatTheFilesGive(string name)
    {
        for (int seed = 0; seed < TestRounds.Of(Books); seed++)
        {
            await using TestEngine engine = TestEngine.Start(name);
            using var book = new RandomBook(seed, engine.Dialect);
            ImportResult<BookCubes> files = book.ReadFiles();
            book.Load(engine);
            await using SqlSnapshot snapshot = await engine.OpenAsync();
            CubeSpace space = files.Value!.Space;

            SqlLedgerReading ledger = await snapshot.ReadLedgerAsync(space, Postings(engine));
            SqlResult<CubeLayers> budgets = await snapshot.ReadBudgetsAsync(space, Budget(engine));

            string where = $"{name}, book {seed}: ";
            Assert.Equal(where + Told(files, "postings.csv"), where + Told(
                ledger.RowsRead, ledger.RowsAccepted, ledger.RowsRejected, ledger.Rejections));
            Assert.Equal(where + Told(files, "budget.csv"), where + Told(
                budgets.RowsRead, budgets.RowsAccepted, budgets.RowsRejected, budgets.Rejections));
            Assert.Equal(
                where + BookReport.Of(files.Value.ToLayers()),
                where + BookReport.Of(budgets.Value!.With(LayerKey.Actual, ledger.Cube)));
        }
    }

    private static string Told(ImportResult<BookCubes> files, string file)
    {
        ImportCounts counts = files.Files.Single(each => each.Name == file).Counts;
        return $"{counts.Read} {counts.Accepted} {counts.Rejected}: " + string.Join(", ", files.Issues
            .Where(issue => issue.File == file && issue.Severity != ImportSeverity.Note)
            .GroupBy(issue => $"{issue.Code} {issue.Column}")
            .Select(group => $"{group.Key} {group.Count()}")
            .Order(StringComparer.Ordinal));
    }

    private static string Told(long read, long accepted, long rejected, IEnumerable<SqlRejection> rejections) =>
        $"{read} {accepted} {rejected}: " + string.Join(", ", rejections
            .Select(rejection => $"{CodeOf(rejection.Reason)} {rejection.Column} {rejection.RowCount}")
            .Order(StringComparer.Ordinal));

    private static string CodeOf(SqlRejectionReason reason) => reason switch
    {
        SqlRejectionReason.MissingValue => ImportIssueCode.MissingValue,
        SqlRejectionReason.UnknownCenter => ImportIssueCode.UnknownCenter,
        SqlRejectionReason.UnknownElement => ImportIssueCode.UnknownElement,
        SqlRejectionReason.CenterNotValid => ImportIssueCode.CenterNotValid,
        SqlRejectionReason.BadDate => ImportIssueCode.BadDate,
        SqlRejectionReason.BadPeriod => ImportIssueCode.BadPeriod,
        SqlRejectionReason.BadNumber => ImportIssueCode.BadNumber,
        SqlRejectionReason.TooManyDigits => ImportIssueCode.TooManyDigits,
        SqlRejectionReason.OutOfRange => ImportIssueCode.OutOfRange,
        _ => reason.ToString(),
    };
}
