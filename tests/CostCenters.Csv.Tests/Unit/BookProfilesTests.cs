using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit;

public class BookProfilesTests
{
    private static readonly CommandStamp Stamp = new("test", Instant.FromUnixTimeSeconds(0));

    private static readonly ImportProfile German = ImportProfile.Contract
        .WithDelimiter(';').WithNumbers(',', ".").WithDatePatterns("dd.MM.uuuu").WithColumn("code", "Nummer");

    [Fact]
    public void ReadAndReadCubes_OneProfileForAllTables_ReadEachByIt()
    {
        using TestBook folder = Book("Nummer;name;kind;valid_from\nA;Plant;cost;01.01.2026\n");
        var profiles = new BookProfiles(German);

        Book book = BookFolder.Read(folder.Folder, Stamp, profiles).GetOrThrow();
        BookCubes cubes = BookFolder.ReadCubes(folder.Folder, profiles: profiles).GetOrThrow();

        Assert.Equal(new LocalDate(2026, 1, 1), book.Space.Centers.Centers[0].Validities[0].From);
        Assert.Equal(1250.5m, Assert.Single(book.Ledger.Snapshot().ToCube().Cells()).Amount);
        Assert.Equal(1250.5m, Assert.Single(cubes.Actual.Cells()).Amount);
        Assert.Equal(12_000.25m, Assert.Single(Assert.Single(cubes.Budgets).Cube.Cells()).Amount);
        Assert.Equal([3.5m], book.Snapshot().KeyFigures.Select(figure => figure.Value));
        Assert.Equal([3.5m], cubes.KeyFigures.Select(figure => figure.Value));
    }

    [Fact]
    public void Read_OneTableOfTheContract_IsReadByIt()
    {
        using TestBook folder = Book("code,name,kind,valid_from\nA,Plant,cost,2026-01-01\n");

        Assert.NotNull(BookFolder.Read(
            folder.Folder, Stamp, new BookProfiles(German).WithCenters(ImportProfile.Contract)).Value);
        BookProfiles others = new BookProfiles()
            .WithElements(German).WithBudget(German).WithPostings(German).WithKeyFigures(German);
        Assert.NotNull(BookFolder.ReadCubes(folder.Folder, profiles: others).Value);
        Assert.All(
            BookFolder.ReadCubes(folder.Folder, profiles: new BookProfiles(German)).Issues,
            issue => Assert.Equal((ImportIssueCode.MissingColumn, "centers.csv"), (issue.Code, issue.File)));
    }

    [Fact]
    public void Create_Nothing_IsTheContractForEachTable()
    {
        var profiles = new BookProfiles();

        Assert.All(
            ["centers.csv", "elements.csv", "budget.csv", "postings/2026.csv", "key-figures.csv", "roles.csv"],
            file => Assert.Same(ImportProfile.Contract, profiles.Of(file)));
        Assert.Throws<ArgumentException>(() => profiles.WithFile("posting.csv", German));
        Assert.Throws<ArgumentNullException>(() => new BookProfiles(null!));
        Assert.Throws<ArgumentNullException>(() => profiles.WithBudget(null!));
    }

    private static TestBook Book(string centers) => new TestBook()
        .With("centers.csv", centers)
        .With("elements.csv", "Nummer;name;nature\nrent;Rent;cost\n")
        .With("budget.csv", "version;center;element;period;amount\nplan;A;rent;2026-P01;12.000,25\n")
        .With("postings.csv", "date;center;element;amount\n31.01.2026;A;rent;1.250,50\n")
        .With("key-figures.csv", "period;center;key_figure;value\n2026-P01;A;tickets;3,5\n");
}
