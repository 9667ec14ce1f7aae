using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.ServiceAllocation;

/// <summary>A company whose services serve each other and two product lines: its book, rules, drivers and plan.
/// </summary>
internal sealed record Company(
    Book Book, AllocationTables Tables, DriverTable Drivers, FiscalPeriod Period, JsonDocument Plan)
{
    /// <summary>Who imports and posts, and when; a program of your own takes its clock.</summary>
    public static readonly CommandStamp Stamp = new("controller", Instant.FromUtc(2026, 4, 3, 8, 0));

    /// <summary>Nothing is guessed: a driver that cannot be used stops the run.</summary>
    public static readonly DriverRules Refuse = new(
        zero: DriverTreatment.Refuse, missing: DriverTreatment.Refuse, negative: DriverTreatment.Refuse);

    public Cube Actual { get; } = Book.Snapshot().ToLayers()[LayerKey.Actual];

    public CubeSpace Space => Book.Space;

    public FiscalPeriodRange Periods => new(Period, Period);

    public JsonElement PlanOf(string key) => Plan.RootElement.Member(key);

    /// <summary>Reads a folder; null when something stops it. What is wrong is told on standard error.</summary>
    public static Company? Read(string folder, out long rejected)
    {
        string bookFolder = Path.Combine(folder, "book");
        ImportResult<Book> book = BookFolder.Read(bookFolder, Stamp);
        Tell(book);
        rejected = book.Counts.Rejected;
        if (book.Value is null)
        {
            return null;
        }

        ImportResult<AllocationTables> tables = BookFolder.ReadAllocations(bookFolder, book.Value.Space);
        Tell(tables);
        rejected += tables.Counts.Rejected;
        if (tables.Value is null)
        {
            return null;
        }

        JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "plan.json")));
        return new Company(
            book.Value,
            tables.Value,
            DriverTable.Create(tables.Value.Drivers),
            FiscalPeriod.Parse(plan.RootElement.Member("period").GetString()),
            plan);
    }

    /// <summary>The rules of <c>allocations.csv</c>, one after the other.</summary>
    public AllocationChain RunChain() => AllocationChain.Create(
        Actual,
        Tables.Rules,
        Drivers,
        Periods,
        Refuse,
        new AllocationSource(LayerKey.Actual, Book.Snapshot().Position.Number, Stamp.At));

    /// <summary>All services at once, by one method.</summary>
    public AllocationRun RunMethod(AllocationMethod method) => AllocationRun.Create(
        AllocationNetwork.FromCube(
            Actual,
            Space.Elements.Elements.Where(element => element.Nature == ElementNature.Cost)
                .Select(element => element.Code),
            Periods,
            PlanOf("services").EnumerateObject().Select(service => new AllocationSender(
                new(service.Name), DriverBasis.Weights, Drivers.At(new(service.Value.GetString()!), Period))),
            Refuse),
        method);

    /// <summary>What a service charges at its plan prices, for capacity and for use.</summary>
    public DualRate ChargeAtPrices(CenterCode service, KeyFigureCode capacity, KeyFigureCode use)
    {
        var used = Drivers.At(use, Period).ToDictionary(driver => driver.Receiver, driver => driver.Value ?? 0m);
        return PriceList.Create(Tables.Prices).Charge(
            service,
            Period,
            Drivers.At(capacity, Period).Select(driver => new ServiceUser(
                driver.Receiver, driver.Value ?? 0m, used.GetValueOrDefault(driver.Receiver))));
    }

    private static void Tell<T>(ImportResult<T> import)
        where T : class
    {
        foreach (ImportIssue issue in import.Issues)
        {
            Console.Error.WriteLine(issue);
        }
    }
}
