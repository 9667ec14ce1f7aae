using BenchmarkDotNet.Attributes;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Control;

/// <summary>May an order of a hundred lines still be spent? A thousand rules over ten thousand centers, each center
/// with its own ledger postings; and orders of one line, reserved one after another.</summary>
public class AvailabilityBenchmarks : SizedBenchmarks
{
    private const int CenterCount = 10_000;
    private const int RuleCount = 1_000;
    private const int LineCount = 100;
    private const int OrderCount = 200_000;
    private const int Year = 2026;

    private static readonly ElementCode Element = new("e");

    private Book book = null!;
    private Posting[] postings = [];
    private SpendingDocument document = null!;
    private SpendingDocument[] orders = [];

    [GlobalSetup]
    public void CreateBook()
    {
        book = CreateEmptyBook();
        var random = new Random(42);
        postings =
        [
            .. Enumerable.Range(0, Postings).Select(_ => new Posting(
                new(Year, random.Next(1, 13), 1), CenterOf(random.Next(CenterCount)), Element, 0.01m)),
        ];
        book.Ledger.Post(new DocumentId("opening"), Currency.Eur, postings, Company.Stamp).GetOrThrow();
        document = DocumentOf("asked", LineCount, random);
        orders = [.. Enumerable.Range(0, OrderCount).Select(i => DocumentOf($"{i}", 1, random))];
    }

    /// <summary>What a program without running sums does: add the ledger up for each line and each of its rules.
    /// </summary>
    [Benchmark(Baseline = true)]
    public bool Check_SumOfTheLedger()
    {
        bool isWithin = true;
        foreach (SpendingLine line in document.Lines)
        {
            int rule = NumberOf(line.Posting.Center) % RuleCount;
            decimal used = postings.Where(posting => NumberOf(posting.Center) % RuleCount == rule)
                .Sum(posting => posting.Amount);
            isWithin &= used + line.Posting.Amount <= 12_000_000m;
        }

        return isWithin;
    }

    [Benchmark]
    public AvailabilityCheck Check_RunningSums() => book.Control.Check(document);

    [Benchmark(OperationsPerInvoke = OrderCount)]
    public Book Reserve_OneByOne()
    {
        Book empty = CreateEmptyBook();
        foreach (SpendingDocument order in orders)
        {
            empty.Control.Reserve(order, Company.Stamp).GetOrThrow();
        }

        return empty;
    }

    /// <summary>The same orders, every other one by a second thread.</summary>
    [Benchmark(OperationsPerInvoke = OrderCount)]
    public Book Reserve_OnTwoThreads()
    {
        Book empty = CreateEmptyBook();
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, thread =>
        {
            for (int i = thread; i < orders.Length; i += 2)
            {
                empty.Control.Reserve(orders[i], Company.Stamp).GetOrThrow();
            }
        });
        return empty;
    }

    /// <summary>A thousand rules, each a pool of ten centers with a budget.</summary>
    private static Book CreateEmptyBook()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < CenterCount; i++)
        {
            centers.Add(CenterOf(i), new CenterValidity($"Center {i}", CenterKind.Cost));
        }

        var space = new CubeSpace(
            centers.Build(),
            new ElementChart.Builder().Add(new CostElement(Element, "All", ElementNature.Cost)).Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
        var created = new Book("benchmark", space);
        var budget = new BudgetVersion.Builder(space, "b", 1, Phasing.Even(RemainderRule.LargestRemainder));
        for (int i = 0; i < CenterCount; i++)
        {
            budget.Add(BudgetLine.ForYear(CenterOf(i), Element, Year, 1_200_000m));
        }

        created.Budgets.Add(budget.Freeze(), Company.Stamp).GetOrThrow();
        var block = new RuleResponse(
            AvailabilityVerdict.Block, AvailabilityVerdict.Block, AvailabilityVerdict.Block, []);
        created.Control.SetRules(
            new AvailabilityRules(
                Enumerable.Range(0, RuleCount).Select(rule => new AvailabilityRule(
                    $"{rule}",
                    "b",
                    Enumerable.Range(0, CenterCount / RuleCount).Select(i =>
                        new RuleScope(CenterOf(rule + (i * RuleCount)), false, null)),
                    RuleSpan.FullYear,
                    new RuleLimit(100m, null, false),
                    block,
                    block)),
                block),
            Company.Stamp).GetOrThrow();
        return created;
    }

    private static SpendingDocument DocumentOf(string id, int lineCount, Random random) => new(
        new DocumentId(id),
        SpendingStage.Order,
        Currency.Eur,
        Enumerable.Range(0, lineCount).Select(_ => new SpendingLine(new Posting(
            new(Year, random.Next(1, 13), 1), CenterOf(random.Next(CenterCount)), Element, 1m))));

    private static CenterCode CenterOf(int number) => new($"C{number:D5}");

    private static int NumberOf(CenterCode center) =>
        int.Parse(center.Value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
