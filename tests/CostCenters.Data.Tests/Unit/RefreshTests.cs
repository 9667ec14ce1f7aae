using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Data.Tests.Books;
using CostCenters.Data.Tests.Engines;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Data.Tests.Unit;

public class RefreshTests
{
    private static readonly string[] Centers = ["a", "A", "a ", "short", "nobody"];

    public static TheoryData<string> Engines => TestEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_SinceAReading_IsWhatOneReadAnewGives(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        CubeSpace space = TestSpace.Create();
        var random = new Random(7);
        SqlLedgerReading? reading = null;
        int id = 0;
        for (int round = 0; round < TestRounds.Of(60); round++)
        {
            for (int rows = random.Next(8); rows > 0; rows--)
            {
                string day = $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}";
                PostingTable.Add(
                    engine, ++id, random.Next(9) == 0 ? null : day, Centers[random.Next(5)], random.Next(-500, 500));
            }

            await using SqlSnapshot snapshot = await engine.OpenAsync();
            reading = await snapshot.ReadLedgerAsync(space, table, since: reading);
            SqlLedgerReading anew = await snapshot.ReadLedgerAsync(space, table);

            Assert.Equal(BookReport.Cells(anew.Cube), BookReport.Cells(reading.Cube));
            Assert.Equal(
                (anew.RowsRead, anew.RowsRejected, anew.Watermark),
                (reading.RowsRead, reading.RowsRejected, reading.Watermark));
            Assert.Equal(
                anew.Rejections.Select(each => (each.Reason, each.Column, each.RowCount)),
                reading.Rejections.Select(each => (each.Reason, each.Column, each.RowCount)));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Changes_OfEveryReading_KeepAStandingReportUpToDate(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        CubeSpace space = TestSpace.Create();
        CenterTree tree = space.Centers.TreeAsOf(new LocalDate(2026, 12, 31));
        Cube none = new CubeBuilder(space).Build();
        var standing = new StandingReport(ComparisonOf(none), tree, ReportDimensions.Center, LedgerFeed.Actual);
        var random = new Random(13);
        SqlLedgerReading? reading = null;
        for (int id = 0; id < 40; id++)
        {
            PostingTable.Add(engine, id, $"2026-{random.Next(1, 13):00}-15", Centers[random.Next(3)], random.Next(500));
            if (id % 4 == 0)
            {
                await using SqlSnapshot snapshot = await engine.OpenAsync();
                reading = await snapshot.ReadLedgerAsync(space, table, since: reading);
                standing.Apply(reading.Changes());

                Assert.Equal(
                    VarianceReport.Create(ComparisonOf(reading.Cube), tree, ReportDimensions.Center).Rows
                        .Select(row => row.ToString()),
                    standing.Rows.Select(row => row.ToString()));
            }
        }

        Assert.NotEmpty(standing.Rows);

        Comparison ComparisonOf(Cube actual) => new(none, actual, new(new(2026, 1), new(2026, 12)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task ReadLedger_RowThatCameLateBelowTheWatermark_Throws(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        PostingTable.Add(engine, 2, "2026-01-31", "a", 100);
        SqlLedgerReading reading;
        await using (SqlSnapshot snapshot = await engine.OpenAsync())
        {
            reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);
        }

        PostingTable.Add(engine, 1, "2026-01-31", "a", 100);
        await using SqlSnapshot later = await engine.OpenAsync();

        SqlReadException error = await Assert.ThrowsAsync<SqlReadException>(() =>
            later.ReadLedgerAsync(reading.Cube.Space, table, since: reading));

        Assert.Contains(
            "up to watermark 2 there were 1 rows, now there are 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task FindPostings_AllPagesOfEveryCell_AddUpToTheCell(string name)
    {
        await using TestEngine engine = TestEngine.Start(name);
        SqlLedgerTable table = PostingTable.Create(engine);
        var random = new Random(11);
        for (int id = 0; id < 300; id++)
        {
            string day = $"2026-{random.Next(2, 7):00}-{random.Next(1, 29):00}";
            PostingTable.Add(engine, id, day, Centers[random.Next(5)], random.Next(-500, 500));
        }

        CubeSpace space = TestSpace.Create();
        await using SqlSnapshot snapshot = await engine.OpenAsync();
        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(space, table);
        long found = 0;
        foreach (CubeCell cell in reading.Cube.Cells())
        {
            decimal sum = 0m;
            SqlPostingPage? page = null;
            do
            {
                page = await snapshot.FindPostingsAsync(space, table, [cell.Address], 3, page?.Next);
                sum += page.Postings.Sum(row => row.Posting.Amount);
                found += page.Postings.Length;
            }
            while (page.Next is not null);

            Assert.Equal(cell.Amount, sum);
        }

        Assert.Equal(reading.RowsAccepted, found);
        SqlPostingPage all = await snapshot.FindPostingsAsync(
            space, table, [.. reading.Cube.Cells().Select(cell => cell.Address)], 1_000);
        Assert.Equal(reading.RowsAccepted, all.Postings.Length);
        Assert.Equal(all.Postings.OrderBy(row => (long)row.Key), all.Postings);
    }

    [Fact]
    public async Task ReadLedger_SinceWithoutAWatermarkColumn_Throws()
    {
        await using TestEngine engine = TestEngine.Start("DuckDB");
        PostingTable.Create(engine);
        var table = new SqlLedgerTable(new SqlTableName("postings"), engine.Form);
        await using SqlSnapshot snapshot = await engine.OpenAsync();
        SqlLedgerReading reading = await snapshot.ReadLedgerAsync(TestSpace.Create(), table);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            snapshot.ReadLedgerAsync(reading.Cube.Space, table, since: reading));
    }
}
