using System.Globalization;
using System.Text;
using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Proposals;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Tool.Writing;
using NodaTime;

namespace CostCenters.Tool.Importing;

/// <summary>Goes with a file from its first bytes to a book: detect, decide, preview, write.</summary>
internal sealed class ImportRun(ImportOptions options)
{
    private const int CouldNotRun = 1;

    private static readonly CommandStamp Reader = new("import", NodaConstants.UnixEpoch);

    private readonly Questions? questions = options.AsksNothing ? null : Questions.AtTerminal();

    public int Run()
    {
        RequireFreeTargets();
        CubeSpace? known = (options.AddTo ?? options.Known) is string folder ? Open(folder) : null;
        var input = CsvInput.FromFile(options.File);
        ProfileProposal proposal = options.IsBudget
            ? CsvProfileDetector.DetectBudget(input, known, options.Bytes)
            : CsvProfileDetector.Detect(input, known, options.Bytes);
        if (proposal.Profile is null)
        {
            throw new RunException($"{proposal.File}: {proposal.Refusal}");
        }

        proposal = Answers.Apply(proposal, options);
        proposal = proposal.IsDecided || questions is null ? proposal : questions.Ask(proposal);
        BookProposal? book = (options.Book ?? options.AddTo) is null || !proposal.IsDecided
            ? null
            : Propose(proposal.Profile!, options.AddTo is null ? null : known);
        CsvPreview preview = Preview(proposal.Profile!, Extended(known, book), options.Rows);
        using var outputs = new Outputs(options.Out);
        outputs.WriteReport(output => Terminal.Draw(output, ImportView.Draw(proposal, preview, book)));
        return Finish(proposal, preview, book, outputs);
    }

    private int Finish(ProfileProposal proposal, CsvPreview preview, BookProposal? book, Outputs outputs)
    {
        outputs.WriteBeside(options.Rejected, stream => RejectedRowsCsv.Write(preview.Issues, stream));
        if (!proposal.IsDecided || preview.IsStopped)
        {
            foreach (ProfileDoubt doubt in proposal.Doubts.Where(doubt => doubt.IsOpen))
            {
                Messages.Error($"open: {doubt}{SwitchOf(doubt)}");
            }

            // While something is open, the profile itself stops the file: what is open says it better.
            foreach (ImportIssue issue in preview.Issues.Where(each =>
                proposal.IsDecided && each.Severity == ImportSeverity.FileStopped))
            {
                Messages.Error(issue.ToString());
            }

            return CouldNotRun;
        }

        outputs.WriteBeside(options.Profile, stream =>
            stream.Write(Encoding.UTF8.GetBytes(ImportProfileJson.Write(proposal.Profile!))));
        if (book is not null)
        {
            RequireComplete(book);
            if (options.AddTo is string folder)
            {
                Add(book, folder);
            }
            else
            {
                Write(book);
            }
        }

        return outputs.ExitCode(preview.Counts.Rejected);
    }

    /// <summary>No output may replace what is there: the export, or files of another book.</summary>
    private void RequireFreeTargets()
    {
        if (options.Book is string folder
            && (File.Exists(folder)
                || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())))
        {
            throw new RunException($"'{folder}' holds something already; name a folder that is not there yet.");
        }

        string source = Path.GetFullPath(options.File);
        string? same = new[] { options.Out, options.Profile, options.Rejected }
            .FirstOrDefault(path => path is not null && Path.GetFullPath(path) == source);
        if (same is not null)
        {
            throw new UsageException($"'{same}' is the file that is imported; name another for the output.");
        }
    }

    private CsvPreview Preview(ImportProfile profile, CubeSpace? space, int rows)
    {
        var input = CsvInput.FromFile(options.File);
        var scale = new DecimalScale(options.Currency.MinorDigits);
        return (options.IsBudget, space) switch
        {
            (true, null) => CsvPreview.CreateBudget(input, profile, options.Calendar, scale, rows),
            (true, _) => CsvPreview.CreateBudget(input, profile, space, rows),
            (false, null) => CsvPreview.Create(input, profile, scale, rows),
            (false, _) => CsvPreview.Create(input, profile, space, rows),
        };
    }

    /// <summary>Proposes a book; on a terminal somebody is asked for the natures that no switch tells.</summary>
    private BookProposal Propose(ImportProfile profile, CubeSpace? existing)
    {
        MasterDataRules rules = Answers.Rules(options, existing);
        BookProposal book = Propose(rules);
        return book.ElementsWithoutNature.IsEmpty || questions is null
            ? book
            : Propose(questions.AskNatures(rules, book.ElementsWithoutNature));

        BookProposal Propose(MasterDataRules rules) => existing is null
            ? BookProposal.FromPostings(options.File, profile, rules)
            : BookProposal.FromPostings(options.File, profile, rules, existing);
    }

    /// <summary>The book with what it lacks to take the postings.</summary>
    private static CubeSpace? Extended(CubeSpace? known, BookProposal? book) =>
        book is { Existing: CubeSpace old, IsComplete: true }
            ? new CubeSpace(book.Centers!, book.Elements!, old.Calendar, old.Currency, old.Scale)
            : known;

    private static void RequireComplete(BookProposal book)
    {
        if (!book.IsComplete)
        {
            throw new RunException(string.Join(' ', book.Problems));
        }
    }

    private static void Add(BookProposal book, string folder)
    {
        book.AddTo(folder);
        Messages.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Added {book.NewCenters.Length} centers and {book.NewElements.Length} elements to '{folder}'. Its "
                + $"postings are as they were."));
    }

    /// <summary>Writes the book, reads it back and compares the control totals.</summary>
    private void Write(BookProposal book)
    {
        book.Write(options.Book!);
        CubeSpace space = Open(options.Book!, out Book read);
        ControlTotal expected = Preview(book.Profile, space, 0).Totals[0];
        long rows = 0;
        decimal sum = 0;
        foreach (decimal amount in read.Ledger.Snapshot().Postings().Select(posting => posting.Amount))
        {
            rows++;
            sum += amount;
        }

        string found = string.Create(CultureInfo.InvariantCulture, $"{rows} postings, sum {sum:N2}");
        Messages.Line(rows == book.Amounts.Rows && rows == expected.Rows && sum == expected.Sum
            ? $"The book '{options.Book}' is written; read back it has {found}."
            : throw new RunException(string.Create(
                CultureInfo.InvariantCulture,
                $"The book has {found}; {expected.Rows} postings, sum {expected.Sum:N2} were expected.")));
    }

    private static string SwitchOf(ProfileDoubt doubt) => doubt.Choices.IsEmpty
        ? Answers.IsColumn(doubt.Key) ? $" Switch: --map {doubt.Key}=... or --constant {doubt.Key}=..."
            : doubt.Key == Answers.YearDoubt ? " Switch: --year YYYY" : ""
        : $" Switch: --choose \"{doubt.Key}=...\" with {string.Join(", ", doubt.Choices.Select(each => each.Key))}";

    private static CubeSpace Open(string folder) => Open(folder, out _);

    private static CubeSpace Open(string folder, out Book book)
    {
        ImportResult<Book> read = BookFolder.Read(folder, Reader);
        book = read.Value ?? throw new RunException(string.Join(
            '\n',
            read.Issues.Where(issue => issue.Severity == ImportSeverity.FileStopped)
                .Select(issue => issue.ToString())));
        return book.Space;
    }
}
