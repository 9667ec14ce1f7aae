using BenchmarkDotNet.Attributes;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Reports;

/// <summary>One more document of ten lines, and the report by center with it.</summary>
public class StandingReportBenchmarks : SizedBenchmarks
{
    private const int LinesPerDocument = 10;

    private readonly CubeSpace space = Company.CreateSpace();
    private readonly Dictionary<string, decimal> sums = [];
    private Posting[] lines = [];
    private Ledger? ledger;
    private JournalPosition seen;
    private CenterTree? tree;
    private StandingReport? standing;
    private DuckDbCells? table;
    private int documents;

    [GlobalSetup(Targets = [nameof(PostAndApply_StandingReport), nameof(PostAndCreate_VarianceReport)])]
    public void CreateReport()
    {
        CreateLines();
        ledger = Company.CreateLedger(space, AllPostings);
        seen = ledger.Snapshot().Position;
        standing = new StandingReport(CompareNow(), tree!, ReportDimensions.Center, LedgerFeed.Actual);
    }

    [GlobalSetup(Target = nameof(Add_DictionaryOfDecimal))]
    public void CreateSums()
    {
        CreateLines();
        foreach (Posting posting in AllPostings)
        {
            Add(posting);
        }
    }

    [GlobalSetup(Target = nameof(InsertAndGroupBy_DuckDb))]
    public void CreateTable()
    {
        CreateLines();
        table = DuckDbCells.From(space, AllPostings);
        table.Execute("CREATE TABLE closure (center USMALLINT, ancestor USMALLINT)");
        var above = tree!.Nodes.SelectMany(node => AncestorsOf(node).Select(each =>
            $"({node.Center.Index}, {each.Center.Index})"));
        table.Execute($"INSERT INTO closure VALUES {string.Join(", ", above)}");
    }

    [GlobalCleanup(Target = nameof(InsertAndGroupBy_DuckDb))]
    public void DropTable() => table!.Dispose();

    private IEnumerable<Posting> AllPostings =>
        Company.Postings(space, Postings, inDateOrder: true, quantityPercent: 0);

    /// <summary>Everything anew: a cube of all postings, and a report of it.</summary>
    [Benchmark(Baseline = true)]
    public object PostAndCreate_VarianceReport()
    {
        PostDocument();
        return VarianceReport.Create(CompareNow(), tree!, ReportDimensions.Center).Rows.Last();
    }

    /// <summary>The rows that the document touched.</summary>
    [Benchmark]
    public object PostAndApply_StandingReport()
    {
        PostDocument();
        LedgerSnapshot snapshot = ledger!.Snapshot();
        var rows = standing!.Apply(snapshot.ChangesSince(seen));
        seen = snapshot.Position;
        return rows;
    }

    /// <summary>Sums by hand, along the way up the tree: no ledger, no history, no budget.</summary>
    [Benchmark]
    public object Add_DictionaryOfDecimal()
    {
        foreach (Posting line in lines)
        {
            Add(line);
        }

        return sums;
    }

    [Benchmark]
    public object InsertAndGroupBy_DuckDb()
    {
        table!.Append("cells", lines.Select((line, index) => ((ushort)1, (ushort)index, (ushort)1, line.Amount)));
        return table.Query(
            """
            SELECT count(*), max(amount) FROM (
                SELECT ancestor, sum(amount) AS amount
                FROM (SELECT center, sum(amount) AS amount FROM cells GROUP BY center) JOIN closure USING (center)
                GROUP BY ancestor)
            """);
    }

    private void CreateLines()
    {
        tree = space.Centers.TreeAsOf(space.Calendar.DatesOf(Company.Periods.Through).Last);
        lines = [.. Company.Postings(space, LinesPerDocument, inDateOrder: false, quantityPercent: 0, seed: 7)];
    }

    private void PostDocument() =>
        ledger!.Post(new Document(new DocumentId($"D{documents++}"), space.Currency, lines), Company.Stamp)
            .GetOrThrow();

    private Comparison CompareNow() => new(Cube.Empty(space), ledger!.Snapshot().ToCube(), Company.Periods);

    private void Add(Posting posting)
    {
        foreach (CenterTreeNode node in AncestorsOf(tree!.Nodes[tree.PlaceOf(posting.Center)]))
        {
            string code = node.Center.Code.Value;
            sums[code] = sums.GetValueOrDefault(code) + posting.Amount;
        }
    }

    private IEnumerable<CenterTreeNode> AncestorsOf(CenterTreeNode node)
    {
        yield return node;
        while (node.Parent >= 0)
        {
            node = tree!.Nodes[node.Parent];
            yield return node;
        }
    }
}
