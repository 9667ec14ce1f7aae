using BenchmarkDotNet.Attributes;
using CostCenters.Books;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Journals;

/// <summary>A journal of documents of a thousand postings: written with its hashes, verified, and read into a book.
/// </summary>
public class JournalBenchmarks : SizedBenchmarks
{
    private const int LinesPerDocument = 1_000;

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Book book = null!;

    [GlobalSetup]
    public void WriteJournal()
    {
        CubeSpace space = Company.CreateSpace();
        book = new Book("benchmark", space);
        int number = 0;
        foreach (Posting[] lines in Company.Postings(space, Postings, inDateOrder: true).Chunk(LinesPerDocument))
        {
            book.Ledger.Post(new DocumentId($"D{number++}"), space.Currency, lines, Company.Stamp).GetOrThrow();
        }

        using FileStream file = File.Create(path);
        book.Journal.Snapshot().WriteTo(file);
    }

    [GlobalCleanup]
    public void DeleteJournal() => File.Delete(path);

    [Benchmark]
    public void Write_ToNowhere() => book.Journal.Snapshot().WriteTo(Stream.Null);

    [Benchmark]
    public JournalVerification Verify_File()
    {
        using FileStream file = File.OpenRead(path);
        return Journal.Verify(file);
    }

    [Benchmark]
    public Book Read_File()
    {
        using FileStream file = File.OpenRead(path);
        return Book.Read(file);
    }
}
