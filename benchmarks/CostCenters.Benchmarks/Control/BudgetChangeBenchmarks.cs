using BenchmarkDotNet.Attributes;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Control;

/// <summary>Opens a book whose budget has moved by so many lines, in changes of a thousand lines each, or of one; each
/// change is entered and submitted.</summary>
public class BudgetChangeBenchmarks : SizedBenchmarks
{
    private const int MostChanges = 1_000_000;
    private const int Year = 2025;

    private byte[] journal = [];

    [Params(1_000, 1)]
    public int LinesOfAChange { get; set; }

    [GlobalSetup]
    public void WriteJournal()
    {
        CubeSpace space = Company.CreateSpace();
        var book = new Book("benchmark", space);
        var random = new Random(42);
        RequireFewObjects();
        if (Postings / LinesOfAChange > MostChanges)
        {
            throw new NotSupportedException($"{Postings} changes are too many for the memory.");
        }

        for (int first = 0; first < Postings; first += LinesOfAChange)
        {
            var change = new BudgetChange(
                new DocumentId($"{first}"),
                "plan",
                BudgetChangeKind.Original,
                Enumerable.Range(first, Math.Min(LinesOfAChange, Postings - first)).Select(_ => LineOf(space, random)),
                "plan of the year");
            book.Changes.Enter(change, Company.Stamp).GetOrThrow();
            book.Changes.Submit(change.Id, Company.Stamp).GetOrThrow();
        }

        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        journal = stream.ToArray();
    }

    [Benchmark]
    public Book Open_Changes() => Book.Read(new MemoryStream(journal));

    private static BudgetLine LineOf(CubeSpace space, Random random) => BudgetLine.ForPeriod(
        space.Centers.Centers[random.Next(space.Centers.Centers.Length)].Code,
        space.Elements.Elements[random.Next(space.Elements.Elements.Length)].Code,
        new FiscalPeriod(Year, random.Next(1, 13)),
        random.Next(1, 100_000) / 100m);
}
