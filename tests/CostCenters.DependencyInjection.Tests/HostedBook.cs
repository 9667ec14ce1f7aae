using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.DependencyInjection.Tests;

/// <summary>A small book, in a folder and in a journal file that are removed afterwards.</summary>
internal sealed class HostedBook : IDisposable
{
    public static readonly CommandStamp Stamp = new("anna", Instant.FromUtc(2026, 4, 1, 8, 30));
    public static readonly CenterCode Support = new("SUPPORT");
    public static readonly ElementCode Wages = new("6000");

    private readonly string root = Directory.CreateTempSubdirectory("costcenters-host-").FullName;

    public HostedBook()
    {
        Book book = Create(100m);
        BookFolder.Write(book, Folder);
        using FileStream journal = File.Create(Journal);
        book.Journal.AppendTo(journal);
    }

    public string Folder => Path.Combine(root, "book");

    public string Journal => Path.Combine(root, "book.journal");

    public static Book Create(decimal amount)
    {
        var space = new CubeSpace(
            new CenterHierarchy.Builder().Add(Support, new CenterValidity("Support", CenterKind.Cost)).Build(),
            new ElementChart.Builder().Add(new CostElement(Wages, "Wages", ElementNature.Cost)).Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
        var book = new Book("Acme", space);
        book.Ledger.Post(Document("first", amount), Stamp).GetOrThrow();
        return book;
    }

    public static Document Document(string id, decimal amount) =>
        new(new DocumentId(id), Currency.Eur, [new Posting(new LocalDate(2026, 3, 15), Support, Wages, amount)]);

    public static decimal Spent(Book book) =>
        book.Snapshot().Ledger.ToCube().Cells().Sum(cell => cell.Amount);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
