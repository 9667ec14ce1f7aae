using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Ledgers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CostCenters.DependencyInjection.Tests;

public sealed class NamedBookTests : IDisposable
{
    private readonly HostedBook files = new();

    [Fact]
    public void Current_OfAFolder_IsReadOnceAndAnewOnRequest()
    {
        using ServiceProvider provider = Folder(RejectedRows.Refuse);
        NamedBook named = provider.GetRequiredKeyedService<NamedBook>("acme");
        Book first = provider.GetRequiredKeyedService<Book>("acme");

        Assert.Equal(100m, HostedBook.Spent(first));
        Assert.Same(first, named.Current);
        Assert.Same(first, provider.GetRequiredKeyedService<Book>("acme"));

        BookFolder.Write(HostedBook.Create(250m), files.Folder);
        Assert.Equal(100m, HostedBook.Spent(named.Current));
        Assert.Equal(250m, HostedBook.Spent(named.Reload()));
        Assert.Same(named.Current, provider.GetRequiredKeyedService<Book>("acme"));
    }

    [Fact]
    public void Current_AskedForByManyThreads_OpensOnce()
    {
        int opened = 0;
        var services = new ServiceCollection();
        services.AddCostCenters().AddBook("acme", _ =>
        {
            Interlocked.Increment(ref opened);
            return HostedBook.Create(1m);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(0, opened);

        Book[] books = [.. Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(16)
            .Select(_ => provider.GetRequiredKeyedService<NamedBook>("acme").Current)];

        Assert.Equal(1, opened);
        Assert.Single(books.Distinct());
    }

    [Fact]
    public void Current_WhoseOpeningFails_IsTriedAgain()
    {
        int calls = 0;
        var services = new ServiceCollection();
        services.AddCostCenters().AddBook(
            "acme", _ => ++calls == 1 ? throw new IOException("busy") : HostedBook.Create(1m));
        using ServiceProvider provider = services.BuildServiceProvider();
        NamedBook named = provider.GetRequiredKeyedService<NamedBook>("acme");

        Assert.Throws<IOException>(() => named.Current);
        Assert.Equal(1m, HostedBook.Spent(named.Current));
    }

    [Fact]
    public void Current_OfAJournal_TakesCommandsThatAreThereAfterwards()
    {
        using (ServiceProvider provider = Journal())
        {
            provider.GetRequiredKeyedService<Book>("acme").Ledger
                .Post(HostedBook.Document("second", 20m), HostedBook.Stamp).GetOrThrow();
        }

        using (ServiceProvider again = Journal())
        {
            Assert.Equal(120m, HostedBook.Spent(again.GetRequiredKeyedService<NamedBook>("acme").Reload()));
        }
    }

    [Theory] // Whatever was accepted while the book was opened anew or closed is in the file afterwards.
    [InlineData(true)]
    [InlineData(false)]
    public async Task Current_OfAJournal_LosesNothingThatWasAccepted(bool reloads)
    {
        int accepted = 0;
        int next = 0;
        using (ServiceProvider provider = Journal())
        {
            NamedBook named = provider.GetRequiredKeyedService<NamedBook>("acme");
            Task[] writers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                for (int i = 0; i < 400; i++)
                {
                    try
                    {
                        Document document = HostedBook.Document($"d{Interlocked.Increment(ref next)}", 1m);
                        named.Current.Ledger.Post(document, HostedBook.Stamp).GetOrThrow();
                        Interlocked.Increment(ref accepted);
                    }
                    catch (InvalidOperationException)
                    {
                        // The book was closed in between: this one was not accepted.
                    }
                }
            }))];
            for (int i = 0; reloads && i < 20; i++)
            {
                named.Reload();
            }

            if (!reloads)
            {
                named.Dispose();
            }

            await Task.WhenAll(writers);
        }

        using ServiceProvider again = Journal();
        NamedBook whole = again.GetRequiredKeyedService<NamedBook>("acme");
        Assert.Equal(100m + accepted, HostedBook.Spent(whole.Current));
        Assert.Equal(0, whole.DroppedBytes);
    }

    [Fact]
    public void Current_OfAJournalThatEndsInAnEntry_TellsWhatWasCutOff()
    {
        File.AppendAllText(files.Journal, "{\"entry\":2,\"by\"");

        using ServiceProvider provider = Journal();

        Assert.Equal(15, provider.GetRequiredKeyedService<NamedBook>("acme").DroppedBytes);
    }

    [Fact] // A process that is killed after a command has its entry in the file.
    public void Current_OfAJournal_HandsEachCommandOn()
    {
        using ServiceProvider provider = Journal();
        Book book = provider.GetRequiredKeyedService<Book>("acme");
        long before = new FileInfo(files.Journal).Length;

        book.Ledger.Post(HostedBook.Document("second", 20m), HostedBook.Stamp).GetOrThrow();

        Assert.True(new FileInfo(files.Journal).Length > before);
    }

    [Fact]
    public void Current_AfterTheContainer_Throws()
    {
        ServiceProvider provider = Journal();
        NamedBook named = provider.GetRequiredKeyedService<NamedBook>("acme");
        _ = named.Current;
        provider.Dispose();

        Assert.Throws<ObjectDisposedException>(() => named.Current);
        Assert.Throws<ObjectDisposedException>(named.Reload);
        File.Delete(files.Journal);
    }

    [Fact]
    public void RejectedRows_AreRefusedOrLeftOutAndNamed()
    {
        File.AppendAllText(Path.Combine(files.Folder, BookFolder.PostingsFile), "2026-03-16,NOBODY,6000,5.00,,,\n");

        using ServiceProvider refusing = Folder(RejectedRows.Refuse);
        using ServiceProvider leaving = Folder(RejectedRows.LeaveOut);

        Assert.Throws<ImportException>(() => refusing.GetRequiredKeyedService<NamedBook>("acme").Current);
        NamedBook named = leaving.GetRequiredKeyedService<NamedBook>("acme");
        Assert.Equal(100m, HostedBook.Spent(named.Current));
        Assert.Equal(ImportIssueCode.UnknownCenter, Assert.Single(named.Issues).Code);
    }

    [Fact]
    public void Profiles_OfTheSettings_AreThoseOfTheFiles()
    {
        string postings = Path.Combine(files.Folder, BookFolder.PostingsFile);
        string rows = File.ReadAllText(postings).Replace(',', ';');
        File.WriteAllText(postings, rows.Replace("100.00", "100,00", StringComparison.Ordinal));
        BookProfiles german = new BookProfiles().WithPostings(
            ImportProfile.Contract.WithDelimiter(';').WithNumbers(',', "."));

        using ServiceProvider provider = Build(
            new BookSettings(files.Folder, BookFormat.Folder, RejectedRows.Refuse).WithProfiles(german));

        Assert.Equal(100m, HostedBook.Spent(provider.GetRequiredKeyedService<Book>("acme")));
    }

    [Fact]
    public void Settings_AreBoundFromConfiguration()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Books:acme:Path"] = files.Folder,
            ["Books:acme:Format"] = "Folder",
            ["Books:acme:RejectedRows"] = "LeaveOut",
        }).Build();

        Assert.Equal(
            new BookSettings(files.Folder, BookFormat.Folder, RejectedRows.LeaveOut),
            configuration.GetSection("Books:acme").Get<BookSettings>());
    }

    [Fact]
    public void Registration_OfNothingOrTwice_Throws()
    {
        CostCentersBuilder builder = new ServiceCollection().AddCostCenters();
        Assert.Throws<ArgumentNullException>(
            () => CostCentersServiceCollectionExtensions.AddCostCenters(null!));
        var nowhere = new BookSettings(Path.Combine(files.Folder, "none"), BookFormat.Folder, RejectedRows.Refuse);

        Assert.Contains(
            "There is no folder",
            Assert.Throws<ArgumentException>(() => builder.AddBook("acme", nowhere, _ => HostedBook.Stamp)).Message,
            StringComparison.Ordinal);
        Assert.Empty(builder.Services);
        builder.AddBook("acme", _ => HostedBook.Create(1m)).AddBook("other", _ => HostedBook.Create(2m));
        Assert.Throws<ArgumentException>("name", () => builder.AddBook("acme", _ => HostedBook.Create(1m)));
        Assert.Throws<ArgumentException>("name", () => builder.AddBook("", _ => HostedBook.Create(1m)));
        Assert.Throws<ArgumentException>("path", () => new BookSettings(" ", BookFormat.Folder, RejectedRows.Refuse));
        Assert.Throws<ArgumentOutOfRangeException>(
            "format", () => new BookSettings("a", (BookFormat)9, RejectedRows.Refuse));
        Assert.Throws<ArgumentOutOfRangeException>(
            "rejectedRows", () => new BookSettings("a", BookFormat.Folder, (RejectedRows)9));
    }

    public void Dispose() => files.Dispose();

    private ServiceProvider Folder(RejectedRows rejected) =>
        Build(new BookSettings(files.Folder, BookFormat.Folder, rejected));

    private ServiceProvider Journal() =>
        Build(new BookSettings(files.Journal, BookFormat.Journal, RejectedRows.Refuse));

    private static ServiceProvider Build(BookSettings settings)
    {
        var services = new ServiceCollection();
        services.AddCostCenters().AddBook("acme", settings, _ => HostedBook.Stamp);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
