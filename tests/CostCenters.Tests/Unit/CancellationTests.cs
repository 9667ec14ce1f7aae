using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using CostCenters.Tests.Unit.Books;
using CostCenters.Tests.Unit.KeyFigures;
using CostCenters.UnitCosts;
using NodaTime;

namespace CostCenters.Tests.Unit;

/// <summary>Everything whose work grows with postings, cells or rows ends when it is asked to.</summary>
public class CancellationTests
{
    private static readonly FiscalPeriodRange Year = new(Company.Period(1), Company.Period(12));
    private static readonly Book Book = SmallBook.Create();
    private static readonly Cube Cube = Book.Snapshot().Ledger.ToCube();
    private static readonly CenterTree Tree = Book.Space.Centers.TreeAsOf(Company.Day(12));
    private static readonly byte[] Written = SmallBook.Written(Book);
    private static readonly CubeLayers Layers = Book.Snapshot().ToLayers();
    private static readonly Comparison Compared = new(Layers, LayerKey.Budget("adopted", 1), LayerKey.Actual, Year);
    private static readonly CostScope Scope = CostScope.Below(
        Tree, Company.Head, Book.Space.Elements.Elements.Select(element => element.Code));

    private static readonly ReportDimensions[] Cuts =
        [ReportDimensions.ElementGroup, ReportDimensions.Center, ReportDimensions.Period];

    private static readonly VarianceReport Report =
        VarianceReport.Create(Compared, Tree, ReportDimensions.Center | ReportDimensions.Element);

    private static readonly Posting[] Postings =
        [.. Enumerable.Range(1, 12).Select(month => Company.Post(month, Company.Head, Company.Sales, month))];

    private static readonly Dictionary<string, Func<CancellationToken, object>> Entries = new()
    {
        ["post a document"] = token => Posted((ledger, _) => ledger.Post(
            Company.Document("d", Postings), Company.Stamp, token)),
        ["post a stream"] = token => Posted((ledger, _) => ledger.Post(
            new("d"), Currency.Eur, Postings.Select(posting => posting), Company.Stamp, token)),
        ["post a second time"] = token => Posted((ledger, id) => ledger.Post(
            id, Currency.Eur, Postings, Company.Stamp, token)),
        ["post counts"] = token => Posted((ledger, _) => ledger.PostCounts(
            new("d"), [new(0, 0, 40_000, 1)], Company.Stamp, _ => { }, token)!),
        ["reverse"] = token => Posted((ledger, id) => ledger.Reverse(id, new("r"), null, Company.Stamp, token)),
        ["postings of a cell"] = token => Text(Book.Snapshot().Ledger.PostingsOf(
            new CellAddress(Company.North, Company.Freight, Company.Period(3)), token)),
        ["changes"] = token => Text(Book.Snapshot().Ledger.ChangesSince(default, token)),
        ["cube of a ledger"] = token => Text(Book.Snapshot().Ledger.ToCube(2, token).Cells()),
        ["layers"] = token => Text(Book.Snapshot().ToLayers(1, token)[LayerKey.Actual].Cells()),
        ["cube"] = token => Text(Builder().Build(token).Cells()),
        ["add a cube"] = token => Text(Builder(cube => cube.Add(Cube, token)).Build().Cells()),
        ["cube of several threads"] = token => new ParallelCubeBuilder(Book.Space, 2).Build(token).CellCount,
        ["merge"] = token => Text(Cube.Merge(Book.Space, [Cube, Cube], token).Cells()),
        ["verify a journal"] = token => Journal.Verify(new MemoryStream(Written), null, token).Head,
        ["read a book"] = token => SmallBook.Text(Book.Read(new MemoryStream(Written), token).Snapshot()),
        ["open a book"] = token => SmallBook.Text(Book.Open(Stream(), out _, token).Snapshot()),
        ["write a journal"] = token => WriteTo(stream => Book.Journal.Snapshot().WriteTo(stream, token)),
        ["append a journal"] = token => WriteTo(stream => SmallBook.Create().Journal.AppendTo(stream, token)),
        ["hash of a journal"] = token => HashOf(SmallBook.Create().Journal.Snapshot(), token),
        ["centers"] = token => Text(Book.Space.Centers.ToBuilder().Build(token).Centers.Select(each => each.Code)),
        ["elements"] = token => Text(Book.Space.Elements.ToBuilder().Build(token).Elements.Select(each => each.Code)),
        ["contacts"] = token => Contacts().Build(2, token).Total(_ => true)[ContactMeasure.Contacts],
        ["key figures"] = token => Calls(token).Read(KeyFigureCases.Calls, [Company.Head], Year),
        ["report"] = token => Text(VarianceReport.Create(Compared, Tree, Report.Dimensions, 2, token).Rows),
        ["standing report"] = token => Text(new StandingReport(
            Compared, Tree, Report.Dimensions, LedgerFeed.Actual, token).Rows),
        ["findings"] = token => Text(FindingSearch.Find(Compared, Tree, CenterPeriodSet.Empty, 2, token)),
        ["findings by group"] = token =>
            Text(FindingSearch.FindByGroup(Compared, Tree, CenterPeriodSet.Empty, 0, 2, token)),
        ["findings one by one"] = token => Text(FindingSearch.Enumerate(Compared, Tree, CenterPeriodSet.Empty, token)),
        ["findings in short"] = token =>
            FindingSearch.Summarize(Compared, Tree, CenterPeriodSet.Empty, 3, 2, token).Count,
        ["slice"] = token => Slice(token).Variance,
        ["cut of a slice"] = token => Text(Slice(default).By(ReportDimensions.Element, token).Select(s => s.Variance)),
        ["tree of a slice"] = token => Slice(default).ToTree(Cuts, token).ToText(2, MidpointRounding.ToEven),
        ["ranking"] = token => Text(VarianceRanking.Create(Report, token).Leaves),
        ["material rows"] = token => Text(MaterialRows.Create(Report, new Materiality(1m, null), token).Rows),
        ["bridge"] = token => Text(Bridge.Create(Report, ReportDimensions.Center, Measure.Cost, token).Steps),
        ["later budget"] = token => LaterBudget.After(Compared.Budget, Company.Period(1), token)!,
        ["cost"] = token => Scope.Read(Cube, Year, token),
        ["cells of a cost"] = token => Text(Scope.Cells(Cube, Year, token)),
        ["unit cost"] = token => Source().Read(Year, token),
        ["series of unit costs"] = token => Text(UnitCostSeries.Compute(Source(), Year, token)),
        ["case of unit costs"] = token => new UnitCostCaseSource(
            Scope, [new("all", Scope, KeyFigureCases.Calls, null, [Company.Head])])
            .Read(Layers, LayerKey.Actual, Calls(default), Year, token).UnitCost,
    };

    public static TheoryData<string> Names => [.. Entries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_CancelledBeforeItStarts_IsNotDone(string name) =>
        Assert.ThrowsAny<OperationCanceledException>(() => Entries[name](new CancellationToken(true)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_CancelledAtAnyMoment_EndsOrIsWhole(string name)
    {
        object whole = Entries[name](CancellationToken.None);
        var random = new Random(11);
        for (int run = 0; run < 10; run++)
        {
            using var cancellation = new CancellationTokenSource();
            int spins = random.Next(2_000);
            var other = new Thread(() =>
            {
                Thread.SpinWait(spins);
                cancellation.Cancel();
            });
            other.Start();
            try
            {
                Assert.Equal(whole, Entries[name](cancellation.Token));
            }
            catch (OperationCanceledException)
            {
                // Nothing of it is left, which the next run shows.
            }
            finally
            {
                other.Join();
            }
        }

        Assert.Equal(whole, Entries[name](CancellationToken.None));
    }

    // What reads items without end takes none after that which asked it to end.
    [Theory]
    [InlineData("postings")]
    [InlineData("counts")]
    [InlineData("cubes")]
    [InlineData("key figures")]
    public void Reading_CancelledByAnItem_TakesNoFurtherOne(string kind)
    {
        var random = new Random(12);
        for (int run = 0; run < 20; run++)
        {
            using var cancellation = new CancellationTokenSource();
            int last = random.Next(1, 2_000);
            int taken = 0;
            var ledger = new Ledger(Company.Space);

            Assert.ThrowsAny<OperationCanceledException>(() => Read(ledger, cancellation.Token));
            Assert.Equal((last, 0L), (taken, ledger.Snapshot().PostingCount));
            Assert.Equal(CommandOutcome.Accepted, ledger.Post(
                new("d"), Currency.Eur, Postings, Company.Stamp, CancellationToken.None).Outcome);

            IEnumerable<T> Endless<T>(Func<T> next)
            {
                while (true)
                {
                    taken++;
                    if (taken == last)
                    {
                        cancellation.Cancel();
                    }

                    yield return next();
                }
            }

            void Read(Ledger target, CancellationToken token)
            {
                switch (kind)
                {
                    case "postings":
                        target.Post(new("d"), Currency.Eur, Endless(() => Postings[0]), Company.Stamp, token);
                        break;
                    case "counts":
                        target.PostCounts(
                            new("d"),
                            Endless(() => new CountedPosting(0, 0, 40_000, 1)),
                            Company.Stamp,
                            _ => { },
                            token);
                        break;
                    case "cubes":
                        _ = Cube.Merge(Company.Space, Endless(() => Cube.Empty(Company.Space)), token);
                        break;
                    default:
                        _ = new KeyFigureTable(
                            KeyFigureCases.Catalog,
                            Company.Calendar,
                            Endless(() => new KeyFigureValue(
                                Company.Period(1), Company.Head, KeyFigureCases.Calls, 1m)),
                            token);
                        break;
                }
            }
        }
    }

    [Fact] // The bytes of an entry that was not read are still there.
    public void Open_Cancelled_LeavesTheStreamAsItWas()
    {
        using MemoryStream stream = Stream();

        Assert.ThrowsAny<OperationCanceledException>(() => Book.Open(stream, out _, new CancellationToken(true)));

        Assert.Equal(Written, stream.ToArray());
    }

    private static string Text<T>(IEnumerable<T> items) => string.Join('\n', items);

    private static string Posted(Func<Ledger, DocumentId, CommandResult> post)
    {
        var ledger = new Ledger(Company.Space);
        var id = new DocumentId("first");
        ledger.Post(id, Currency.Eur, Postings, Company.Stamp).GetOrThrow();
        CommandResult result = post(ledger, id);
        return $"{result.Outcome} {result.Position} {ledger.Snapshot().PostingCount}";
    }

    private static CubeBuilder Builder(Action<CubeBuilder>? add = null)
    {
        var builder = new CubeBuilder(Book.Space);
        builder.AddCounts(0, 0, Book.Space.Calendar.OrdinalOf(Company.Period(1)), 1);
        add?.Invoke(builder);
        return builder;
    }

    private static MemoryStream Stream()
    {
        var stream = new MemoryStream();
        stream.Write(Written);
        return stream;
    }

    private static string WriteTo(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Convert.ToHexString(stream.ToArray());
    }

    private static JournalHash HashOf(JournalSnapshot journal, CancellationToken token) =>
        journal.HashAt(journal.Position, token);

    private static ContactFigures.Builder Contacts()
    {
        var builder = new ContactFigures.Builder(new ContactScheme(
            Book.Space.Centers,
            Company.Calendar,
            WorkingHours.RoundTheClock(DateTimeZone.Utc),
            [new ChannelCode("phone")],
            new ScoreScale(1, 5)));
        for (int number = 0; number < 100; number++)
        {
            builder.Add(new ContactEvent(
                $"T{number}",
                Company.Head,
                new ChannelCode("phone"),
                null,
                Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(number),
                null,
                null,
                1,
                null));
        }

        return builder;
    }

    private static KeyFigureTable Calls(CancellationToken token) => new(
        KeyFigureCases.Catalog,
        Company.Calendar,
        Enumerable.Range(1, 12).Select(
            month => new KeyFigureValue(Company.Period(month), Company.Head, KeyFigureCases.Calls, month)),
        token);

    private static VarianceSlice Slice(CancellationToken token) =>
        VarianceSlice.Create(Compared, Tree, Company.Head, ElementNature.Cost, token);

    private static UnitCostSource Source() =>
        new(Cube, Scope, Calls(default), KeyFigureCases.Calls, [Company.Head]);
}
