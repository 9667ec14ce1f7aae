using System.Collections.Immutable;
using CostCenters.Books;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Csv;

public static partial class BookFolder
{
    /// <summary>The file of roles.</summary>
    public const string RolesFile = BookFileNames.RolesFile;

    /// <summary>The file of changes of budgets.</summary>
    public const string BudgetChangesFile = BookFileNames.BudgetChangesFile;

    /// <summary>The file of requests and orders.</summary>
    public const string CommitmentsFile = BookFileNames.CommitmentsFile;

    /// <summary>The file of rules of availability control.</summary>
    public const string AvailabilityRulesFile = BookFileNames.AvailabilityRulesFile;

    private static readonly (string File, RowSchema Schema)[] ControlSchemas =
    [
        (RolesFile, RolesCsv.Schema),
        (BudgetChangesFile, BudgetChangesCsv.Schema),
        (CommitmentsFile, CommitmentsCsv.Schema),
        (AvailabilityRulesFile, AvailabilityRulesCsv.Schema),
    ];

    /// <summary>Reads what availability control needs into a book; the rules come last, and judge nothing before them.
    /// </summary>
    private static void ReadControl(
        BookFiles files,
        Book book,
        BookProfiles profiles,
        CommandStamp stamp,
        BookImport import,
        CancellationToken cancellation)
    {
        if (files.Has(RolesFile)
            && import.Take(RolesCsv.Read(files.Input(RolesFile), profiles.Of(RolesFile), cancellation)) is { } roles)
        {
            book.Roles.Set(roles, stamp).GetOrThrow();
        }

        if (files.Has(BudgetChangesFile))
        {
            import.Take(BudgetChangesCsv.Read(
                files.Input(BudgetChangesFile),
                book.Space,
                profiles.Of(BudgetChangesFile),
                (change, isDraft) => Record(book, change, isDraft, stamp),
                cancellation));
        }

        if (files.Has(CommitmentsFile))
        {
            import.Take(CommitmentsCsv.Read(
                files.Input(CommitmentsFile),
                book.Space,
                profiles.Of(CommitmentsFile),
                document => book.Control.Reserve(document, stamp).Command.Faults,
                cancellation));
        }

        if (!files.Has(AvailabilityRulesFile))
        {
            return;
        }

        ImportResult<AvailabilityRules> read = AvailabilityRulesCsv.Read(
            files.Input(AvailabilityRulesFile), book.Space, profiles.Of(AvailabilityRulesFile), cancellation);
        if (import.Take(read) is AvailabilityRules rules && read.Counts.Accepted > 0)
        {
            book.Control.SetRules(rules, stamp).GetOrThrow();
        }
    }

    /// <summary>Tells the tables of availability control that cubes have no place for.</summary>
    private static void TellLeftAside(BookFiles files, BookImport import)
    {
        foreach (string file in BookFileNames.ControlFiles.Where(files.Has))
        {
            import.Note(ImportIssueCode.IgnoredFile, file, "Cubes have no place for it; BookFolder.Read reads it.");
        }
    }

    /// <summary>A change becomes part of its budget, or a draft, or leaves nothing behind.</summary>
    private static ImmutableArray<CommandFault> Record(
        Book book, BudgetChange change, bool isDraft, CommandStamp stamp)
    {
        if (isDraft)
        {
            return book.Changes.Enter(change, stamp).Faults;
        }

        if (book.Changes.Check(change) is { IsEmpty: false } faults)
        {
            return faults;
        }

        book.Changes.Enter(change, stamp).GetOrThrow();
        book.Changes.Submit(change.Id, stamp).GetOrThrow();
        return [];
    }

    /// <summary>What availability control needs, without tables that would be empty, unless they replace others.
    /// </summary>
    private static IEnumerable<(string Name, Action<Stream> Write)> ControlTables(BookSnapshot book, string folder)
    {
        (BudgetChange, bool)[] changes = [.. ChangesToWrite(book.Changes)];
        SpendingDocument[] open = [.. book.Control.Commitments.Select(OpenOf).OfType<SpendingDocument>()];
        AvailabilityRules rules = book.Control.Rules ?? AvailabilityRulesCsv.None;
        (string Name, bool IsEmpty, Action<Stream> Write)[] tables =
        [
            (RolesFile, book.Roles.IsEmpty, stream => RolesCsv.Write(book.Roles, stream)),
            (BudgetChangesFile, changes.Length == 0, stream => BudgetChangesCsv.Write(changes, book.Space, stream)),
            (CommitmentsFile, open.Length == 0, stream => CommitmentsCsv.Write(open, book.Space, stream)),
            (AvailabilityRulesFile, book.Control.Rules is null, stream =>
                AvailabilityRulesCsv.Write(rules, book.Space, stream)),
        ];
        return tables
            .Where(table => !table.IsEmpty || File.Exists(Path.Combine(folder, table.Name)))
            .Select(table => (table.Name, table.Write));
    }

    /// <summary>The changes that are part of a budget beyond its latest version, and the drafts; a revision of one that
    /// is not among them stands by itself.</summary>
    private static IEnumerable<(BudgetChange Change, bool IsDraft)> ChangesToWrite(BudgetBookSnapshot book)
    {
        if (book.Changes.FirstOrDefault(status => status.State == BudgetChangeState.Submitted) is { } waiting)
        {
            throw new ArgumentException(
                $"The file has no place for change '{waiting.Change.Id}', which waits for approval; decide it first.",
                nameof(book));
        }

        HashSet<DocumentId> written = [];
        IEnumerable<BudgetChangeStatus> effective =
            book.Changes.Select(status => status.Change.Budget).Distinct()
                .SelectMany(budget => book.ChangesOf(budget));
        IEnumerable<BudgetChangeStatus> drafts =
            book.Changes.Where(status => status.State == BudgetChangeState.Draft);
        foreach (BudgetChangeStatus status in effective.Concat(drafts))
        {
            BudgetChange change = status.Change;
            written.Add(change.Id);
            yield return (
                change.Revises is DocumentId revised && !written.Contains(revised)
                    ? new BudgetChange(
                        change.Id, change.Budget, change.Kind, change.Lines, change.Reason, change.Reference)
                    : change,
                status.State == BudgetChangeState.Draft);
        }
    }

    /// <summary>What is open of a request or an order, as one of that amount; null where nothing is.</summary>
    private static SpendingDocument? OpenOf(CommitmentStatus status)
    {
        SpendingLine[] lines =
        [
            .. status.Lines.Where(line => line.Open != 0m).Select(line => new SpendingLine(
                line.Open == line.Asked
                    ? line.Line.Posting
                    : new Posting(
                        line.Line.Posting.Date,
                        line.Line.Posting.Center,
                        line.Line.Posting.Element,
                        line.Open,
                        null,
                        line.Line.Posting.Reference,
                        line.Line.Posting.Text,
                        line.Line.Posting.AdjustmentPeriod),
                null,
                line.OpenForeign)),
        ];
        SpendingDocument document = status.Document;
        return lines.Length == 0
            ? null
            : new SpendingDocument(
                document.Id,
                document.Stage,
                document.Currency,
                lines,
                document.OverDeliveryPercent,
                document.Expires);
    }
}
