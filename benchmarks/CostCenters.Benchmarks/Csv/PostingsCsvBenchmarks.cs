using BenchmarkDotNet.Attributes;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CsvHelper;

namespace CostCenters.Benchmarks.Csv;

/// <summary>A postings table in memory, in order of date, to objects or to a ledger.</summary>
public class PostingsCsvBenchmarks : SizedBenchmarks
{
    private readonly CubeSpace space = Company.CreateSpace();
    private byte[] table = [];

    [GlobalSetup]
    public void WriteTable()
    {
        using var stream = new MemoryStream();
        PostingsCsv.Write(Company.Postings(space, Postings, inDateOrder: true), space, stream);
        table = stream.ToArray();
    }

    /// <summary>Checks no code and stops at the first fault.</summary>
    [Benchmark(Baseline = true)]
    public List<PlainRow> GetRecords_List()
    {
        using var reader = CsvReader.Create(table);
        return [.. reader.GetRecords<PlainRow>()];
    }

    [Benchmark]
    public IReadOnlyList<Posting> Read_List() =>
        PostingsCsv.Read(Input(), space, ImportProfile.Contract).GetOrThrow();

    [Benchmark]
    public Ledger Post_Ledger()
    {
        var ledger = new Ledger(space);
        PostingsCsv.Post(Input(), ledger, new DocumentId("import"), Company.Stamp, ImportProfile.Contract)
            .GetOrThrow();
        return ledger;
    }

    private CsvInput Input() => CsvInput.FromStream(new MemoryStream(table), "postings.csv");
}
