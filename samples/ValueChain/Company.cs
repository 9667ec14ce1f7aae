using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.ValueChains;

/// <summary>A company of two products and three services: its plan for a year, drivers and key figures.</summary>
internal sealed class Company
{
    public static readonly KeyFigureCode Assets = new("assets");

    private static readonly CommandStamp Stamp = new("controller", Instant.FromUtc(2026, 1, 5, 8, 0));

    /// <summary>Nothing is guessed: a driver that cannot be used stops the run.</summary>
    private static readonly DriverRules Refuse = new(
        zero: DriverTreatment.Refuse, missing: DriverTreatment.Refuse, negative: DriverTreatment.Refuse);

    private static readonly KeyFigureCatalog Catalog = new(
    [
        KeyFigure.Stock(Assets, "EUR", KeyFigurePreference.Neutral, StockRule.Average),
        KeyFigure.Stock(new("response_minutes"), "minutes", KeyFigurePreference.MoreIsWorse, StockRule.Average),
    ]);

    private readonly DriverTable drivers;

    private Company(Plan plan, CubeLayers layers, DriverTable drivers, KeyFigureTable figures)
    {
        Plan = plan;
        Layers = layers;
        this.drivers = drivers;
        Figures = figures;
        Year = Allocate(plan.Periods);
    }

    public Plan Plan { get; }

    public CubeLayers Layers { get; }

    public KeyFigureTable Figures { get; }

    public Cube Planned => Layers[Plan.Layer];

    /// <summary>The services of the whole year, allocated to each other and to the products.</summary>
    public AllocationRun Year { get; }

    /// <summary>Reads a folder; null when something stops it. What is wrong is told on standard error.</summary>
    public static Company? Read(string folder, out long rejected)
    {
        string bookFolder = Path.Combine(folder, "book");
        ImportResult<Book> book = BookFolder.Read(bookFolder, Stamp);
        rejected = Tell(book);
        if (book.Value is null)
        {
            return null;
        }

        CubeSpace space = book.Value.Space;
        ImportResult<AllocationTables> tables = BookFolder.ReadAllocations(bookFolder, space);
        rejected += Tell(tables);
        ImportResult<IReadOnlyList<KeyFigureValue>> figures = KeyFiguresCsv.Read(
            CsvInput.FromFile(Path.Combine(folder, "key-figures.csv")),
            space.Centers,
            space.Calendar,
            Catalog,
            ImportProfile.Contract);
        rejected += Tell(figures);
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "plan.json")));
        return tables.Value is null || figures.Value is null ? null : new Company(
            new Plan(plan.RootElement.Clone()),
            book.Value.Snapshot().ToLayers(),
            DriverTable.Create(tables.Value.Drivers),
            new KeyFigureTable(Catalog, space.Calendar, figures.Value));
    }

    /// <summary>What the services cost in some periods, by who used them.</summary>
    public AllocationRun Allocate(FiscalPeriodRange periods) => AllocationRun.Create(
        AllocationNetwork.FromCube(
            Planned,
            Planned.Space.Elements.Elements.Where(element => element.Nature == ElementNature.Cost)
                .Select(element => element.Code),
            periods,
            Plan.Services.Select(service =>
                new AllocationSender(service.Center, DriverBasis.Weights, DriversOf(service.Center))),
            Refuse),
        AllocationMethod.Reciprocal);

    /// <summary>Who uses how much of a service in a period.</summary>
    public IEnumerable<AllocationDriver> DriversOf(CenterCode service) => drivers.At(
        Plan.Services.Where(one => one.Center == service).Select(one => (KeyFigureCode?)one.Driver).FirstOrDefault()
            ?? throw new FormatException($"plan.json: '{service}' is none of the services."),
        Plan.Periods.Through);

    private static long Tell<T>(ImportResult<T> import)
        where T : class
    {
        foreach (ImportIssue issue in import.Issues)
        {
            Console.Error.WriteLine(issue);
        }

        return import.Counts.Rejected;
    }
}
