using BenchmarkDotNet.Attributes;
using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Samples.LargeLedger;
using CsvHelper;
using DuckDB.NET.Data;

namespace CostCenters.Benchmarks.Csv;

/// <summary>
/// A book folder to center x element x period: the book that the sample LargeLedger makes, with a budget of a fifth of
/// the rows. The baselines read the postings alone and check no code.
/// </summary>
public class BookFolderBenchmarks : SizedBenchmarks
{
    private DirectoryInfo? scratch;

    private string Folder => Path.Combine(scratch!.FullName, "book");

    private string PostingsPath => Path.Combine(Folder, BookFolder.PostingsFile);

    [GlobalSetup]
    public void MakeBook()
    {
        scratch = Directory.CreateTempSubdirectory("costcenters-");
        using var bar = new ProgressBar("Making");
        int budgetRows = Math.Min(Postings / 5, 10_000_000);
        new BookMaker(new BookShape(), Postings, budgetRows, bar, CancellationToken.None).Make(Folder);
    }

    [GlobalCleanup]
    public void RemoveBook() => scratch!.Delete(recursive: true);

    [Benchmark(Baseline = true)]
    public object GroupBy_GetRecords()
    {
        RequireFewObjects();
        using var reader = CsvReader.FromFile(PostingsPath);
        return reader.GetRecords<PlainRow>()
            .GroupBy(row => (row.Center, row.Element, row.Date.Year, row.Date.Month))
            .ToDictionary(cell => cell.Key, cell => cell.Sum(row => row.Amount));
    }

    [Benchmark]
    public object GroupBy_DuckDb()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $$"""
            SET threads = 2;
            SET preserve_insertion_order = false;
            CREATE TABLE cells AS
                SELECT center, element, year(date) * 12 + month(date) AS period, sum(amount)::DECIMAL(18,2) AS amount
                FROM read_csv('{{PostingsPath.Replace("'", "''", StringComparison.Ordinal)}}', auto_detect = false,
                    header = true, delim = ',', quote = '"', escape = '"', columns = {'date': 'DATE',
                    'center': 'VARCHAR', 'element': 'VARCHAR', 'amount': 'DECIMAL(18,2)', 'quantity': 'VARCHAR',
                    'document': 'VARCHAR', 'text': 'VARCHAR'})
                GROUP BY ALL;
            """;
        return command.ExecuteNonQuery();
    }

    /// <summary>Budget and postings, by the reader that keeps every posting.</summary>
    [Benchmark]
    public Book Read_Book()
    {
        RequireFewObjects();
        return BookFolder.Read(Folder, Benchmarks.Company.Stamp).GetOrThrow();
    }

    /// <summary>Budget and postings.</summary>
    [Benchmark]
    public BookCubes ReadCubes_OneThread() => BookFolder.ReadCubes(Folder, threads: 1).GetOrThrow();

    /// <summary>Budget and postings.</summary>
    [Benchmark]
    public BookCubes ReadCubes_TwoThreads() => BookFolder.ReadCubes(Folder, threads: 2).GetOrThrow();
}
