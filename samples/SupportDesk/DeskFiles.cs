using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Samples.SupportDesk;

/// <summary>Reads the files of a desk; what is wrong in them is told on standard error.</summary>
internal sealed class DeskFiles(string folder)
{
    /// <summary>How many rows could not be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>The desk, or null when a file could not be used at all.</summary>
    public Desk? Read()
    {
        DeskPlan plan = DeskPlan.Read(Path.Combine(folder, "desk.json"));
        if (Take(BookFolder.ReadCubes(Path.Combine(folder, "book"))) is not BookCubes book)
        {
            return null;
        }

        BudgetCube version = book.Budgets.FirstOrDefault(budget => budget.Name == plan.BudgetVersion)
            ?? throw new RunException($"desk.json: the book has no budget version '{plan.BudgetVersion}'.");
        RequireCenters(plan, book.Space.Centers);
        KeyFigureCatalog catalog = DeskFigures.CatalogWith(
            plan.Improvements.Select(improvement => improvement.Cause).Distinct(StringComparer.Ordinal));
        ContactFigures? contacts = Take(ContactsCsv.Read(Input("contacts.csv"), SchemeOf(plan, book.Space),
            ImportProfile.Contract));
        IReadOnlyList<KeyFigureValue>? actual = ReadFigures("key-figures.csv", book.Space, catalog);
        IReadOnlyList<KeyFigureValue>? planned = ReadFigures("key-figures-budget.csv", book.Space, catalog);
        if (contacts is null || actual is null || planned is null)
        {
            return null;
        }

        RequireCountedOnce(plan, actual);
        FiscalPeriodRange periods = version.Cube.Periods
            ?? throw new RunException($"The budget version '{version.Name}' holds no amount.");
        return new Desk(
            plan,
            book,
            version.Cube,
            periods,
            new KeyFigureTable(catalog, book.Space.Calendar, planned),
            new KeyFigureTable(catalog, book.Space.Calendar, actual.Concat(CountsOf(contacts, plan))),
            contacts);
    }

    /// <summary>What the file of contacts counts; a center that it knows had 0 in a period without contacts.</summary>
    private static IEnumerable<KeyFigureValue> CountsOf(ContactFigures contacts, DeskPlan plan)
    {
        string[] causes =
            [.. plan.Improvements.Select(improvement => improvement.Cause).Distinct(StringComparer.Ordinal)];
        IEnumerable<KeyFigureValue> zeros =
            from period in contacts.Cells.Select(cell => cell.Period).Distinct()
            from center in contacts.Cells.Select(cell => cell.Center).Distinct()
            from code in causes.Select(DeskFigures.TicketsOf).Prepend(DeskFigures.Contacts)
            select new KeyFigureValue(period, center, code, 0m);
        return zeros
            .Concat(contacts.Values(ContactMeasure.Contacts, DeskFigures.Contacts))
            .Concat(causes.SelectMany(cause => contacts.Values(
                ContactMeasure.Tickets, DeskFigures.TicketsOf(cause), cause: new CauseCode(cause))));
    }

    private static ContactScheme SchemeOf(DeskPlan plan, CubeSpace space)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(plan.TimeZone)
            ?? throw new RunException($"desk.json: there is no time zone '{plan.TimeZone}'.");
        IEnumerable<WorkingSpan> week = Enumerable.Range(1, 5).Select(day => new WorkingSpan(
            (IsoDayOfWeek)day, LocalTime.FromTimeOnly(plan.Opens), LocalTime.FromTimeOnly(plan.Closes)));
        return new ContactScheme(
            space.Centers,
            space.Calendar,
            WorkingHours.Of(zone, week, plan.Holidays.Select(LocalDate.FromDateOnly)),
            plan.Channels.Keys.Select(channel => new ChannelCode(channel)),
            new ScoreScale(plan.LowestScore, plan.HighestScore));
    }

    private static void RequireCenters(DeskPlan plan, CenterHierarchy centers)
    {
        if (plan.Channels.Count == 0)
        {
            throw new RunException("desk.json: no channel is named.");
        }

        foreach (string center in plan.Channels.Values.Concat([plan.Desk, plan.SelfService]))
        {
            if (!centers.TryGet(new CenterCode(center), out _))
            {
                throw new RunException($"desk.json: the book has no center '{center}'.");
            }
        }

        if (plan.Guards.FirstOrDefault(guard => !plan.Channels.ContainsKey(guard.Channel)) is { } lost)
        {
            throw new RunException($"desk.json: a guard watches '{lost.Channel}', which is no channel.");
        }
    }

    private static void RequireCountedOnce(DeskPlan plan, IEnumerable<KeyFigureValue> figures)
    {
        if (figures.FirstOrDefault(value => value.KeyFigure == DeskFigures.Contacts
            && plan.Channels.Values.Contains(value.Center.Value)) is { } twice)
        {
            throw new RunException($"key-figures.csv has contacts of '{twice.Center}', which are counted from "
                + "contacts.csv; remove these rows.");
        }
    }

    private IReadOnlyList<KeyFigureValue>? ReadFigures(string file, CubeSpace space, KeyFigureCatalog catalog) =>
        Take(KeyFiguresCsv.Read(Input(file), space.Centers, space.Calendar, catalog, ImportProfile.Contract));

    private CsvInput Input(string file) => CsvInput.FromFile(Path.Combine(folder, file));

    private T? Take<T>(ImportResult<T> import)
        where T : class
    {
        Messages.Summary(import);
        Rejected += import.Counts.Rejected;
        return import.Value;
    }
}
