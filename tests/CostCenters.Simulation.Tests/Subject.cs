using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <summary>The library as the simulator uses it. What is wrong with it, the simulator has to find: each broken one of
/// the tests gets one of these answers wrong.</summary>
internal class Subject
{
    private Book? book;

    public Book Book => book!;

    public virtual void Start(CubeSpace space, Stream disk)
    {
        book = new Book("Company", space);
        book.Journal.AppendTo(disk);
    }

    /// <summary>Opens the book again.</summary>
    /// <returns>How many bytes of an entry that ends too early were cut off.</returns>
    public virtual long Open(Stream disk)
    {
        book = Book.Open(disk, out long dropped);
        return dropped;
    }

    public virtual bool IsIntact(byte[] journal, JournalHash head) =>
        Journal.Verify(new MemoryStream(journal), head).IsIntact;

    public virtual Answer Extend(CenterHierarchy centers, ElementChart elements, CommandStamp stamp) =>
        Answer.Of(Book.Extend(centers, elements, stamp));

    public virtual Answer Post(Document document, CommandStamp stamp) => Answer.Of(Book.Ledger.Post(document, stamp));

    public virtual ImportAnswer Import(Stream file, DocumentId id, CommandStamp stamp, CancellationToken cancellation)
    {
        ImportResult<PostedDocument> result = PostingsCsv.Post(
            CsvInput.FromStream(file, "postings.csv"), Book.Ledger, id, stamp, ImportProfile.Contract, cancellation);
        return new ImportAnswer(
            result.Counts.Accepted,
            result.Counts.Rejected,
            string.Join("; ", result.Issues
                .Where(issue => issue.Severity != ImportSeverity.Note)
                .Select(issue => (issue.Line, issue.Code))
                .Order()
                .Select(issue => FormattableString.Invariant($"{issue.Line} {issue.Code}"))),
            result.Value?.Position.Number,
            result.Value?.WasKnown ?? false);
    }

    public virtual Answer Reverse(DocumentId id, DocumentId reversalId, LocalDate? date, CommandStamp stamp) =>
        Answer.Of(Book.Ledger.Reverse(id, reversalId, date, stamp));

    public virtual Answer SetClosed(
        FiscalPeriod period, IReadOnlyList<CenterCode> centers, bool closes, CommandStamp stamp) =>
        Answer.Of(closes ? Book.Ledger.Close(period, centers, stamp) : Book.Ledger.Reopen(period, centers, stamp));

    public virtual Answer AddBudget(string name, int revision, IReadOnlyList<BudgetLine> lines, CommandStamp stamp)
    {
        var builder = new BudgetVersion.Builder(
            Book.Space, name, revision, Phasing.Even(RemainderRule.LargestRemainder));
        try
        {
            foreach (BudgetLine line in lines)
            {
                builder.Add(line);
            }
        }
        catch (ArgumentException)
        {
            return new Answer(CommandOutcome.Refused, Book.Journal.Position.Number, "");
        }

        return Answer.Of(Book.Budgets.Add(builder.Freeze(), stamp));
    }

    public virtual Answer Record(IReadOnlyList<KeyFigureValue> values, CommandStamp stamp) =>
        Answer.Of(Book.KeyFigures.Record(values, stamp));

    public virtual Answer Withdraw(long position, CommandStamp stamp) =>
        Answer.Of(Book.KeyFigures.Withdraw(new JournalPosition(position), stamp));

    public virtual BookSnapshot Snapshot() => Book.Snapshot();

    public virtual BookSnapshot AsOf(long position) => Book.AsOf(new JournalPosition(position));

    public virtual Cube Actuals(BookSnapshot snapshot, int threads, CancellationToken cancellation) =>
        snapshot.Ledger.ToCube(threads, cancellation);

    public virtual VarianceReport Report(
        Comparison comparison, CenterTree tree, ReportDimensions dimensions, CancellationToken cancellation) =>
        VarianceReport.Create(comparison, tree, dimensions, threads: 2, cancellation);

    public virtual void Follow(StandingReport report, IReadOnlyList<CellChange> changes) => report.Apply(changes);

    public virtual StandingReport Stand(
        Comparison comparison, CenterTree tree, ReportDimensions dimensions, LedgerFeed feed) =>
        new(comparison, tree, dimensions, feed);

    public virtual (UnitCost UnitCost, string Gaps) UnitCost(
        UnitCostCaseSource source, Cube actuals, KeyFigureTable figures, FiscalPeriodRange periods)
    {
        UnitCostCase read = source.Read(actuals, figures, periods);
        return (read.UnitCost, string.Join("; ", read.Gaps.Select(gap => $"{gap.Part} {gap.Group} {gap.Gap}")));
    }

    public virtual ImportResult<IReadOnlyList<KeyFigureValue>> ReadKeyFigures(
        Stream file, CubeSpace space, CancellationToken cancellation) => KeyFiguresCsv.Read(
            CsvInput.FromStream(file, "key-figures.csv"),
            space.Centers,
            space.Calendar,
            ImportProfile.Contract,
            cancellation);

    public virtual Figure KeyFigure(
        KeyFigureTable figures, KeyFigureCode code, CenterTree tree, CenterCode node, FiscalPeriodRange periods) =>
        figures.Read(code, tree, node, periods);
}
