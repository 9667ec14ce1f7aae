using BenchmarkDotNet.Attributes;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Ledgers;

/// <summary>Posting to an empty ledger: documents of ten lines, or one stream.</summary>
public class LedgerBenchmarks : SizedBenchmarks
{
    private const int LinesPerDocument = 10;

    private readonly CubeSpace space = Company.CreateSpace();
    private Posting[] stream = [];
    private Document[] documents = [];

    [GlobalSetup]
    public void CreatePostings()
    {
        RequireFewObjects();
        stream = [.. Company.Postings(space, Postings, inDateOrder: true)];
        documents = [.. stream
            .Chunk(LinesPerDocument)
            .Select((lines, index) => new Document(new DocumentId($"D{index}"), space.Currency, lines))];
    }

    /// <summary>What a program without this library would do at least: know its codes, keep a document once.</summary>
    [Benchmark(Baseline = true)]
    public object Post_DictionaryOfLists()
    {
        HashSet<string> centers = [.. space.Centers.Centers.Select(center => center.Code.Value)];
        HashSet<string> elements = [.. space.Elements.Elements.Select(element => element.Code.Value)];
        var posted = new Dictionary<string, List<PlainPosting>>();
        foreach (Document document in documents)
        {
            var lines = new List<PlainPosting>();
            foreach (Posting posting in document.Postings)
            {
                if (centers.Contains(posting.Center.Value) && elements.Contains(posting.Element.Value))
                {
                    lines.Add(PlainPosting.From(posting));
                }
            }

            posted.Add(document.Id.Value, lines);
        }

        return posted;
    }

    [Benchmark]
    public Ledger Post_Documents()
    {
        var ledger = new Ledger(space);
        foreach (Document document in documents)
        {
            ledger.Post(document, Company.Stamp).GetOrThrow();
        }

        return ledger;
    }

    [Benchmark]
    public Ledger Post_Stream()
    {
        var ledger = new Ledger(space);
        ledger.Post(new DocumentId("stream"), space.Currency, stream, Company.Stamp).GetOrThrow();
        return ledger;
    }
}
